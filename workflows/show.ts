import { asKeys, type AnswerValue, type Row, type Scalar } from './checks/check.ts';
import type { Computed } from './computed/computation.ts';
import type { Column, Question } from './definition.ts';
import { dayInWords, monthInWords } from './dates.ts';
import { pounds } from './money.ts';

export { pounds };

/** How answers read on check, review, difference and print pages: one text or one table, the same everywhere. */
export type Shown =
  | { kind: 'text'; text: string; long: boolean }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; head: { title: string; numeric: boolean }[]; rows: string[][]; totals: string[] | null };

const NUMERIC: readonly string[] = ['whole', 'decimal', 'money', 'percent'];
/** One value in words, with its unit. */
export function showScalar(control: Pick<Column, 'type' | 'options' | 'unit'>, value: Scalar | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'number') return showNumber(control.type, value, control.unit);
  if (control.type === 'date') return dayInWords(value);
  if (control.type === 'month') return monthInWords(value);
  if (control.type === 'yesNo') return value === 'yes' ? 'Yes' : 'No';
  if (control.type === 'choice') return control.options?.find((o) => o.key === value)?.title ?? value;
  return value;
}

function showNumber(type: string, value: number, unit?: string): string {
  if (type === 'money') return pounds(value);
  if (type === 'percent') return `${value.toLocaleString('en-GB', { maximumFractionDigits: 2 })}%`;
  return value.toLocaleString('en-GB', { maximumFractionDigits: 4 }) + (unit ? ` ${unit}` : '');
}

/** An answer as it is shown. The value must be of the question's type; anything else is shown as its text. */
export function showAnswer(question: Question, value: AnswerValue): Shown {
  if (question.type === 'table' && Array.isArray(value)) return showTable(question, value as Row[]);
  if (question.type === 'choices') {
    return { kind: 'list', items: asKeys(value).map((key) => question.options?.find((o) => o.key === key)?.title ?? key) };
  }
  if (question.type === 'person' && typeof value === 'object' && !Array.isArray(value)) {
    return { kind: 'list', items: [value.name, value.jobTitle, value.employer, value.email].filter(Boolean).map(String) };
  }
  const control = { ...question, type: question.type === 'longText' ? 'text' : question.type } as Column;
  return { kind: 'text', text: showScalar(control, value as Scalar), long: question.type === 'longText' };
}

function showTable(question: Question, rows: Row[]): Shown {
  const columns = question.columns ?? [];
  const given = question.fixedRows;
  const cells = rows.map((row) => [
    ...(given ? [given.find((fixed) => fixed.key === row.row)?.title ?? String(row.row)] : []),
    ...columns.map((column) => showScalar(column, row[column.key])),
  ]);
  const totals = columns.some((column) => column.total)
    ? [...(given ? ['Total'] : []), ...columns.map((column) => (column.total ? showScalar(column, rows.reduce((sum, row) => sum + Number(row[column.key] ?? 0), 0)) : ''))]
    : null;
  const head = columns.map((column) => ({ title: column.title, numeric: NUMERIC.includes(column.type) }));
  return { kind: 'table', head: given ? [{ title: '', numeric: false }, ...head] : head, rows: cells, totals };
}

/** A computed value in words; '' when it cannot be worked out yet. */
export const showComputed = (computed: Computed): string =>
  computed.value === null ? '' : typeof computed.value === 'number' ? showNumber(computed.unit, computed.value) : computed.unit === 'date' ? dayInWords(computed.value) : computed.value;

/** A shown answer as plain text, for differences and mail. Table rows are lines, cells parted by " | ". */
export function asPlainText(shown: Shown): string {
  if (shown.kind === 'text') return shown.text;
  if (shown.kind === 'list') return shown.items.join('\n');
  const lines = shown.rows.map((row) => row.map((cell, i) => (shown.head[i]?.title ? `${shown.head[i].title}: ${cell}` : cell)).join(' | '));
  return [...lines, ...(shown.totals ? [`Total | ${shown.totals.filter(Boolean).join(' | ')}`] : [])].join('\n');
}
