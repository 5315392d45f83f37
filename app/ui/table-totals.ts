import type { Column } from '#workflows/definition.ts';

/** One row as text by column key. */
export type TypedRow = Record<string, string>;

/** The sums under a table, in words, '' under columns that have none; null when no column has one. Pounds in, pounds out. */
export function columnTotals(columns: Column[], rows: TypedRow[]): string[] | null {
  if (!columns.some((column) => column.total)) return null;
  return columns.map((column) => (column.total ? inWords(column, rows.map((row) => numberIn(row[column.key]))) : ''));
}

// What cannot be read is told of beside its cell; here it counts as nothing.
const numberIn = (text = '') => Number(text.replace(/[£%,\s]/g, '')) || 0;

function inWords(column: Column, values: number[]): string {
  const sum = Math.round(values.reduce((total, value) => total + value, 0) * 10_000) / 10_000;
  const pence = column.type === 'money' && !Number.isInteger(sum) ? 2 : 0;
  const words = Math.abs(sum).toLocaleString('en-GB', { minimumFractionDigits: pence, maximumFractionDigits: column.type === 'money' ? 2 : 4 });
  const signed = (sum < 0 ? '-' : '') + (column.type === 'money' ? '£' : '') + words;
  return column.type === 'percent' ? `${signed}%` : column.unit && column.type !== 'money' ? `${signed} ${column.unit}` : signed;
}
