import type { Row } from '#db/schema.ts';
import { figure } from '#workflows/figure.ts';
import { day } from '../../lib/dates.ts';
import { readCsv, type CsvRow } from '../../lib/read-csv.ts';
import { readingProblems } from '../benefits/record-reading.server.ts';
import type { ReadingForm } from '../benefits/readings.schema.ts';
import { byKey } from './by-key.ts';
import { readCells, type ReadRow, type Wrong } from './import-cells.ts';
import { readHeader, textsOf, type Column, type Texts } from './import-columns.ts';
import { periodClashes, type Spanned } from './import-periods.ts';
import { periodInWords } from './results-in-words.ts';

const MOST_ROWS = 20_000;

/** What rows are held against: the benefits of a case, their results in force, and today. */
export interface Against {
  benefits: readonly Row<'benefits'>[];
  inForce: readonly Row<'readings'>[];
  /** Why no result of a benefit can be added by this person, in a sentence; null when it can. */
  whyNot: (benefit: Row<'benefits'>) => string | null;
  today: string;
}
/** One row of a file: to be added, recorded already with the same figures, or wrong in the cells named. */
export interface CheckedRow {
  line: number;
  texts: Texts;
  wrong: Wrong;
  status: 'new' | 'same' | 'error';
  benefit?: Row<'benefits'>;
  form: ReadingForm | null;
  /** What the record says of the same period. */
  recorded?: Row<'readings'>;
}
export interface CheckedImport {
  ok: true;
  rows: CheckedRow[];
  /** Rows without any figure, such as those of a template not filled in. */
  empty: number;
  /** Headings that are not read. */
  unread: string[];
}

/** Reads a table of results and holds every cell against the record. The whole of it fails only when its rows or headings cannot be told apart. */
export function checkImport(text: string, against: Against): CheckedImport | { ok: false; message: string } {
  const csv = readCsv(text, MOST_ROWS);
  if (!csv.ok) return csv;
  const header = readHeader(csv.rows[0]?.cells ?? []);
  if (!header.ok) return header;
  const find = finder(against.benefits);
  const recorded = new Map(against.inForce.map((r) => [`${r.benefit_id} ${r.period_on}`, r]));
  const all = csv.rows.slice(1).map((row) => ({ ...row, texts: textsOf(row.cells, header.at) }));
  const filled = all.filter(({ texts }) => (['value', 'numerator', 'denominator', 'n', 'quality', 'note'] as const).some((column) => texts[column] !== ''));
  const read = filled.map((row) => checkRow(row, { find, recorded, against }));
  // A row that the record has already is told so on its cells; against the others it would say the same again.
  const others = byKey(read.filter((row) => row.benefit && row.period && !row.recorded), (row) => row.benefit!.id);
  const known = byKey(against.inForce, (r) => r.benefit_id);
  for (const [benefitId, rows] of others) markClashes(rows, known.get(benefitId) ?? []);
  return { ok: true, rows: read.map(({ period: _, ...row }) => ({ ...row, status: Object.keys(row.wrong).length ? 'error' : row.status })), empty: all.length - filled.length, unread: header.unread };
}

type Reading = CheckedRow & Pick<ReadRow, 'period'>;
interface Around {
  find: (texts: Texts) => Row<'benefits'> | Wrong;
  recorded: ReadonlyMap<string, Row<'readings'>>;
  against: Against;
}

function checkRow({ line, texts }: CsvRow & { texts: Texts }, { find, recorded, against }: Around): Reading {
  const { wrong, period, form } = readCells(texts);
  const found = find(texts);
  if (!('id' in found)) return { line, texts, wrong: { ...found, ...wrong }, status: 'error', form: null, period: null };
  const row = { line, texts, benefit: found, period };
  const no = against.whyNot(found);
  if (no) return { ...row, wrong: { benefit: no, ...wrong }, status: 'error', form: null };
  const there = period ? recorded.get(`${found.id} ${period.to}`) : undefined;
  const problems = form ? Object.fromEntries(readingProblems(found, form, [], against.today).map(({ field, message }) => [field, message])) : {};
  const differing = form && there ? differences(found, form, there) : {};
  const all = { ...differing, ...problems, ...wrong };
  return { ...row, wrong: all, status: Object.keys(all).length ? 'error' : there ? 'same' : 'new', form, ...(there && { recorded: there }) };
}

/** Finds the benefit of a row by its number or its title; else says on the cell why not. */
function finder(benefits: readonly Row<'benefits'>[]): Around['find'] {
  const plain = (text: string) => text.trim().replace(/^'/, '').toLowerCase();
  const [numbers, titles] = [new Map(benefits.map((b) => [b.number, b])), byKey(benefits, (b) => plain(b.title))];
  return ({ benefit, title }) => {
    if (benefit === '') return { benefit: 'Enter the number or the title of the benefit' };
    const number = /^(?:benefit\s*)?(\d{1,6})$/i.exec(benefit)?.[1];
    const titled = titles.get(plain(benefit)) ?? [];
    if (titled.length > 1) return { benefit: `${titled.length} benefits have this title. Enter the number instead` };
    const found = number ? numbers.get(Number(number)) : titled[0];
    if (!found) return { benefit: number ? `No benefit of this case has the number ${number}` : 'No benefit of this case has this title' };
    return title === '' || plain(title) === plain(found.title) ? found : { title: `Benefit ${found.number} is called “${found.title}”. Check the number` };
  };
}

/** A period that is recorded is never changed by a file: what differs is said on its cell. */
function differences(benefit: Row<'benefits'>, form: ReadingForm, there: Row<'readings'>): Wrong {
  const says = (column: Column, recorded: string) => ({ [column]: `The record says ${recorded} for this period. Correct that result instead` });
  const count = (n: number | null) => (n === null ? 'nothing' : String(n));
  return {
    ...(form.value !== there.value && says('value', figure(there.value, benefit.unit))),
    ...(form.periodFrom !== null && form.periodFrom !== there.period_from && says('periodFrom', there.period_from ? day(there.period_from) : 'no first day')),
    ...(form.numerator !== null && form.numerator !== there.numerator && says('numerator', count(there.numerator))),
    ...(form.denominator !== null && form.denominator !== there.denominator && says('denominator', count(there.denominator))),
    ...(form.n !== null && form.n !== there.n && says('n', count(there.n))),
    ...(form.quality !== there.quality && says('quality', there.quality)),
  };
}

function markClashes(rows: readonly Reading[], recorded: readonly Row<'readings'>[]): void {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  const inFile = rows.map((row): Spanned => ({ line: row.line, ...row.period! }));
  const onRecord = recorded.map((r): Spanned => ({ line: null, from: r.period_from, to: r.period_on }));
  for (const { row, with: other, kind } of periodClashes([...onRecord, ...inFile])) {
    const { wrong } = byLine.get(row.line!)!;
    const where = other.line === null ? `the recorded result of ${periodInWords(other.from, other.to)}` : `row ${other.line} of this file`;
    if (kind === 'same') wrong.periodOn ??= `The same benefit and last day stand in ${where}. Leave one of them out`;
    else if (row.from !== null) wrong.periodFrom ??= `This period overlaps ${where}. Check both days`;
  }
}
