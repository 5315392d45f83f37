/* Figures arrive with their unit written beside them: "12%", "£4,000", "16 weeks". */

const WRITTEN = /^(£?)\s*(-?[\d.,\s]*\d)\s*(.*)$/;

/** A figure as it was written, apart from its unit; undefined for what is no figure at all. */
export function splitFigure(wrote: string): { figure: string; unit: string } | undefined {
  const [, pound = '', figure = '', unit = ''] = WRITTEN.exec(wrote.trim()) ?? [];
  return figure === '' ? undefined : { figure, unit: pound ? `£ ${unit}`.trim() : unit.trim() };
}

/** A sentence when the unit written beside a figure is not the one it is measured in; null when none is written or they agree. */
export function unitClash(wrote: string, unit: string | null): string | null {
  const said = splitFigure(wrote)?.unit ?? '';
  if (said === '' || agrees(plain(said), plain(unit ?? ''))) return null;
  const what = said === '%' ? 'a percentage' : said.startsWith('£') ? 'money' : `in ${said}`;
  return `${wrote.trim()} is ${what}. This benefit is measured ${inUnit(unit)}`;
}

/** "in weeks", "as a percentage", "as a count". */
export function inUnit(unit: string | null): string {
  if (!unit) return 'without a unit';
  if (unit === '%') return 'as a percentage';
  if (unit.startsWith('£')) return `in pounds (${unit})`;
  return /^(count|score|ratio)/.test(unit) ? `as a ${unit}` : /^per /.test(unit) ? unit : `in ${unit}`;
}

const plain = (unit: string) => unit.toLowerCase().replace(/s\b/g, '');
const agrees = (said: string, unit: string) => unit === said || unit.startsWith(`${said} `);
