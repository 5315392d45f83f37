import type { Raw } from './answers.ts';
import type { AnswerValue, Row, Scalar } from './checks/check.ts';
import type { Column, Question } from './definition.ts';

/** A stored value as a person would have typed it, by control suffix: what its form shows when it is opened again. */
export function typedOf(question: Question, value: AnswerValue): Raw {
  if (question.type === 'table' && Array.isArray(value)) return typedTable(question, value as Row[]);
  if (question.type === 'choices' && Array.isArray(value)) return { '': value as string[] };
  if (question.type === 'person' && typeof value === 'object' && !Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([part, text]) => [part, [String(text ?? '')]]));
  }
  if (question.type === 'date' && typeof value === 'string') return parts(value, ['year', 'month', 'day']);
  if (question.type === 'month' && typeof value === 'string') return parts(value, ['year', 'month']);
  return { '': [typedScalar(question.type as Column['type'], value as Scalar)] };
}

const parts = (iso: string, names: string[]): Raw =>
  Object.fromEntries(iso.split('-').map((part, i) => [names[i] ?? '', [String(Number(part))]]));

/** One cell or box: money in pounds, a date as "27 3 2027". */
export function typedScalar(type: Column['type'], value: Scalar | undefined): string {
  if (value === null || value === undefined) return '';
  if (type === 'money' && typeof value === 'number') return value % 100 === 0 ? String(value / 100) : (value / 100).toFixed(2);
  if (type === 'date' && typeof value === 'string') return value.split('-').reverse().map(Number).join(' ');
  if (type === 'month' && typeof value === 'string') return value.split('-').reverse().map(Number).join(' ');
  return String(value);
}

function typedTable(question: Question, rows: Row[]): Raw {
  const raw: Raw = {};
  rows.forEach((row, i) => {
    const at = question.fixedRows ? question.fixedRows.findIndex((fixed) => fixed.key === row.row) : i;
    if (at < 0) return;
    for (const column of question.columns ?? []) raw[`${at}.${column.key}`] = [typedScalar(column.type, row[column.key])];
  });
  return raw;
}

/** How many rows a table's typed controls hold. */
export function typedRows(raw: Raw): number {
  const numbers = Object.keys(raw).map((suffix) => Number(/^(\d+)\./.exec(suffix)?.[1] ?? -1));
  return Math.max(-1, ...numbers) + 1;
}
