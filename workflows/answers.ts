import type { AnswerValue, Row, Scalar } from './checks/check.ts';
import type { Column, Question } from './definition.ts';
import { readScalar, type ReadScalar } from './scalars.ts';

/** What a form posted for one question: suffix ('' for the control itself, 'day', '0.payer' ...) to its values. */
export type Raw = Record<string, string[]>;

export interface AnswerError {
  /** Suffix of the control it is about; '' for the question as a whole. */
  at: string;
  message: string;
}
/** `value` null: nothing was answered. Errors mean it was typed but cannot be read. */
export type ReadAnswer = { ok: true; value: AnswerValue | null } | { ok: false; errors: AnswerError[] };

const TABLE_CELL = /^(\d+)\.([a-z][a-z0-9_-]*(?:\.(?:day|month|year))?)$/;

/** The posted controls of one question, out of a whole form. Names are the key, or the key, a dot and a suffix. */
export function rawOf(question: Pick<Question, 'key'>, form: Iterable<[string, string]>): Raw {
  const raw: Raw = {};
  for (const [name, value] of form) {
    if (name !== question.key && !name.startsWith(`${question.key}.`)) continue;
    const suffix = name.slice(question.key.length + 1);
    (raw[suffix] ??= []).push(value);
  }
  return raw;
}

/** Reads what was typed into the question's value; bad input is answered in sentences, never thrown. */
export function readAnswer(question: Question, raw: Raw): ReadAnswer {
  if (question.type === 'computed' || question.type === 'file') return { ok: true, value: null };
  if (question.type === 'table') return readTable(question, raw);
  if (question.type === 'choices') return readChoices(question, raw);
  if (question.type === 'person') return readPerson(question, raw);
  const control = { ...question, type: question.type === 'longText' ? ('text' as const) : question.type };
  const read = readScalar(control, partsOf(raw, ''));
  return read.ok ? { ok: true, value: read.value } : { ok: false, errors: [{ at: read.at, message: read.message }] };
}

const partsOf = (raw: Raw, prefix: string) => ({
  whole: raw[prefix]?.[0] ?? '',
  day: raw[join(prefix, 'day')]?.[0],
  month: raw[join(prefix, 'month')]?.[0],
  year: raw[join(prefix, 'year')]?.[0],
});
const join = (prefix: string, suffix: string) => (prefix ? `${prefix}.${suffix}` : suffix);

function readChoices(question: Question, raw: Raw): ReadAnswer {
  const known = new Set(question.options?.map((o) => o.key));
  const chosen = (raw[''] ?? []).filter((key) => key !== '');
  if (chosen.some((key) => !known.has(key))) return { ok: false, errors: [{ at: '', message: `Select from the list: ${question.title}` }] };
  return { ok: true, value: chosen.length ? [...new Set(chosen)] : null };
}

function readPerson(question: Question, raw: Raw): ReadAnswer {
  const field = (name: string) => (raw[name]?.[0] ?? '').trim();
  const person = { name: field('name'), jobTitle: field('jobTitle'), employer: field('employer'), email: field('email').toLowerCase() };
  if (Object.values(person).every((part) => part === '')) return { ok: true, value: null };
  const errors: AnswerError[] = [];
  if (!person.name) errors.push({ at: 'name', message: `Enter a name for: ${question.title}` });
  if (person.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(person.email)) {
    errors.push({ at: 'email', message: 'Enter an email address, like name@example.org' });
  }
  return errors.length ? { ok: false, errors } : { ok: true, value: person };
}

function readTable(question: Question, raw: Raw): ReadAnswer {
  const errors: AnswerError[] = [];
  const rows = question.fixedRows
    ? question.fixedRows.map((fixed, i) => ({ row: fixed.key, ...readRow(question, raw, i, fixed.title, errors) }))
    : rowNumbers(raw).map((i) => readRow(question, raw, i, undefined, errors));
  const filled = rows.filter((row) => Object.entries(row).some(([key, value]) => key !== 'row' && value !== null));
  if (errors.length === 0 && filled.length > 0 && !question.fixedRows && filled.length < (question.minRows ?? 1)) {
    errors.push({ at: '', message: `Add at least ${question.minRows} rows: ${question.title}` });
  }
  if (question.maxRows && filled.length > question.maxRows) {
    errors.push({ at: '', message: `Give ${question.maxRows} rows or fewer: ${question.title}` });
  }
  if (errors.length) return { ok: false, errors };
  return { ok: true, value: filled.length ? filled : null };
}

function rowNumbers(raw: Raw): number[] {
  const numbers = Object.keys(raw).flatMap((suffix) => TABLE_CELL.exec(suffix)?.[1] ?? []);
  return [...new Set(numbers.map(Number))].sort((a, b) => a - b);
}

function readRow(question: Question, raw: Raw, i: number, title: string | undefined, errors: AnswerError[]): Row {
  const columns = question.columns ?? [];
  const cells = columns.map((column) => ({ column, read: readScalar(column, partsOf(raw, `${i}.${column.key}`)) }));
  const untouched = cells.every(({ read }) => read.ok && read.value === null);
  const row: Record<string, Scalar> = {};
  for (const { column, read } of cells) {
    row[column.key] = read.ok ? read.value : null;
    const message = cellProblem(column, read, untouched);
    if (message) errors.push({ at: `${i}.${column.key}`, message: `${title ?? `Row ${i + 1}`}: ${message}` });
  }
  return row;
}

function cellProblem(column: Column, read: ReadScalar, untouched: boolean): string | undefined {
  if (!read.ok) return read.message;
  if (untouched || read.value !== null || column.optional) return undefined;
  return `enter ${column.title.toLowerCase()}`;
}
