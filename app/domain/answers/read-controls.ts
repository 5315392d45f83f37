import { canonicalJson } from '#workflows/canonical.ts';
import { readAnswer, type AnswerError, type Raw } from '#workflows/answers.ts';
import type { AnswerValue } from '#workflows/checks/check.ts';
import type { Question } from '#workflows/definition.ts';
import { readScalar } from '#workflows/scalars.ts';

/** An answer as a form gave it, ready for its row. */
export interface NewAnswer {
  state: 'answered' | 'unknown' | 'notApplicable' | 'unreadable';
  value: AnswerValue | null;
  raw: Raw | null;
  knownBy: string | null;
  reason: string | null;
}

/** Reads a question's controls, with "we do not know yet" and "not applicable" beside them. */
export function readControls(question: Question, raw: Raw): { answer: NewAnswer; errors: AnswerError[] } {
  const chosen = raw.state?.[0];
  if (chosen === 'unknown' && question.unknown) return readUnknown(raw);
  if (chosen === 'notApplicable' && question.notApplicable) return readNotApplicable(raw);
  const read = readAnswer(question, raw);
  const answer = { state: 'answered' as const, value: null, raw: null, knownBy: null, reason: null };
  if (read.ok) return { answer: { ...answer, value: read.value }, errors: [] };
  return { answer: { ...answer, state: 'unreadable', raw: typed(raw) }, errors: read.errors };
}

function readUnknown(raw: Raw): { answer: NewAnswer; errors: AnswerError[] } {
  const parts = { whole: '', day: raw['knownBy.day']?.[0] ?? '', month: raw['knownBy.month']?.[0] ?? '', year: raw['knownBy.year']?.[0] ?? '' };
  const read = readScalar({ title: 'The date you will know', type: 'date' }, parts);
  const knownBy = read.ok ? (read.value as string | null) : null;
  const message = !read.ok ? read.message : knownBy === null ? 'Enter the date you will know this by' : undefined;
  const answer: NewAnswer = { state: message ? 'unreadable' : 'unknown', value: null, raw: message ? typed(raw) : null, knownBy, reason: null };
  return { answer, errors: message ? [{ at: read.ok ? 'knownBy.day' : `knownBy.${read.at || 'day'}`, message }] : [] };
}

function readNotApplicable(raw: Raw): { answer: NewAnswer; errors: AnswerError[] } {
  const reason = (raw.reason?.[0] ?? '').trim();
  if (reason) return { answer: { state: 'notApplicable', value: null, raw: null, knownBy: null, reason }, errors: [] };
  const answer: NewAnswer = { state: 'unreadable', value: null, raw: typed(raw), knownBy: null, reason: null };
  return { answer, errors: [{ at: 'reason', message: 'Enter the reason this does not apply' }] };
}

/** What was typed, without the revision the page was drawn from. */
const typed = (raw: Raw): Raw => Object.fromEntries(Object.entries(raw).filter(([suffix]) => suffix !== 'revision'));

interface Stored {
  state: string;
  value_json: string | null;
  raw_json: string | null;
  known_by_on: string | null;
  reason: string | null;
}

/** Whether saving would change nothing: an untouched question, or the same answer given again. */
export function sameAnswer(current: Stored | undefined, answer: NewAnswer): boolean {
  if (!current) return answer.state === 'answered' && answer.value === null;
  const same = (json: string | null, value: unknown) => (json === null ? value === null : value !== null && canonicalJson(JSON.parse(json)) === canonicalJson(value));
  return (
    current.state === answer.state &&
    current.known_by_on === answer.knownBy &&
    current.reason === answer.reason &&
    same(current.value_json, answer.value) &&
    same(current.raw_json, answer.raw)
  );
}
