/** The columns of a table of results, with the heading each has in the template. */
export const COLUMNS = [
  ['benefit', 'Benefit'], ['title', 'Title'], ['periodFrom', 'Period from'], ['periodOn', 'Period to'], ['value', 'Result'], ['numerator', 'Numerator'],
  ['denominator', 'Denominator'], ['n', 'People or cases'], ['quality', 'Quality'], ['note', 'Note'],
] as const;
export type Column = (typeof COLUMNS)[number][0];
export type Texts = Record<Column, string>;

/** Other headings that people use, without spaces and signs. */
const KNOWN: Readonly<Record<Column, readonly string[]>> = {
  benefit: ['benefit', 'benefitnumber', 'benefitno', 'number', 'benefitnumberortitle'],
  title: ['title', 'benefittitle', 'name', 'benefitname'],
  periodFrom: ['periodfrom', 'from', 'firstday', 'start', 'periodstart', 'firstdayoftheperiod'],
  periodOn: ['periodto', 'to', 'lastday', 'end', 'periodend', 'period', 'lastdayoftheperiod'],
  value: ['result', 'value', 'figure'],
  numerator: ['numerator', 'howmany', 'howmanyreachedit'],
  denominator: ['denominator', 'outof', 'outofhowmany'],
  n: ['n', 'peopleorcases', 'people', 'cases', 'numberofpeopleorcases'],
  quality: ['quality', 'dataquality'],
  note: ['note', 'notes', 'comment', 'comments'],
};

export type Header = { ok: true; at: Partial<Record<Column, number>>; unread: string[] } | { ok: false; message: string };

/** Finds the columns by the first row, in any order. Columns it does not know are named, so that nothing is lost in silence. */
export function readHeader(cells: readonly string[]): Header {
  const at: Partial<Record<Column, number>> = {};
  const unread: string[] = [];
  for (const [i, cell] of cells.entries()) {
    const column = columnOf(cell);
    if (column === undefined && cell.trim() !== '') unread.push(cell.trim());
    if (column === undefined) continue;
    if (at[column] !== undefined) return { ok: false, message: `Two columns are called ${headingOf(column)}. Leave one of them out` };
    at[column] = i;
  }
  if (at.benefit === undefined && at.title !== undefined) [at.benefit, at.title] = [at.title, undefined];
  const missing = (['benefit', 'periodOn', 'value', 'quality'] as const).filter((column) => at[column] === undefined).map(headingOf);
  return missing.length === 0 ? { ok: true, at, unread } : { ok: false, message: `The first row must name the columns. Not found: ${missing.join(', ')}` };
}

/** The cells of one row by column; a column that is not there is empty. */
export const textsOf = (cells: readonly string[], at: Partial<Record<Column, number>>): Texts =>
  Object.fromEntries(COLUMNS.map(([column]) => [column, (cells[at[column] ?? -1] ?? '').trim()])) as Texts;

export const headingOf = (column: Column): string => COLUMNS.find(([key]) => key === column)![1];

const columnOf = (cell: string): Column | undefined => {
  const plain = cell.toLowerCase().replace(/[^a-z]/g, '');
  return COLUMNS.map(([key]) => key).find((key) => KNOWN[key].includes(plain));
};
