/**
 * Rows as a CSV file that spreadsheets open as they are: a byte order mark, commas, CRLF, quotes by RFC 4180. Text that a
 * spreadsheet would run as a formula gets an apostrophe in front; a number stays a number, also a negative one. Null is empty.
 */
export const toCsv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  '\uFEFF' + rows.map((row) => row.map(cell).join(',') + '\r\n').join('');

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
