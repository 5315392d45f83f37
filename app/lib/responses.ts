import { data } from '@remix-run/node';
import type { FormError, Typed } from './forms.ts';

/** Ends the request with "Page not found": what a person may not see does not exist. */
export function notFound(headers: HeadersInit = {}): never {
  throw new Response('Page not found', { status: 404, statusText: 'Not Found', headers });
}

/** Ends the request with one sentence saying who may do this, such as "Only the approver can record this decision." */
export function forbidden(sentence: string, headers: HeadersInit = {}): never {
  throw new Response(sentence, { status: 403, statusText: 'Forbidden', headers });
}

/** What an action gives back to its own page when it changed nothing. */
export interface Again {
  errors: FormError[];
  values: Typed;
}

/** The same page again with what to mend and what was typed: 422. */
export const refused = (errors: FormError[], values: Typed = {}) => data<Again>({ errors, values }, { status: 422 });

/** The same page again because somebody was first: 409. */
export const conflict = (errors: FormError[], values: Typed = {}) => data<Again>({ errors, values }, { status: 409 });

/** The same page again because of too many tries: 429, with the seconds to wait. */
export const tooMany = (errors: FormError[], seconds: number, values: Typed = {}) =>
  data<Again>({ errors, values }, { status: 429, headers: { 'Retry-After': String(seconds) } });

/** A command's refusal as an answer: 404 and 403 end the request, 409 and 422 show the page again. `headers`: what holds all the same, such as a session that was renewed before. */
export function refusal(
  outcome: { status: 403 | 404 | 409 | 422; reasons: { message: string; field?: string }[] },
  values: Typed = {},
  headers: HeadersInit = {},
) {
  if (outcome.status === 404) notFound(headers);
  if (outcome.status === 403) forbidden(outcome.reasons.map((reason) => reason.message).join(' '), headers);
  const errors = outcome.reasons.map(({ message, field }) => ({ id: field ?? 'main', message }));
  return data<Again>({ errors, values }, { status: outcome.status, headers });
}

/** A path on this site taken from an address or a form; anything else becomes `otherwise`. */
export function localPath(wanted: string | null | undefined, otherwise = '/'): string {
  if (!wanted || !/^\/(?![/\\])/.test(wanted)) return otherwise;
  const url = new URL(wanted, 'http://here.invalid');
  return url.host === 'here.invalid' ? url.pathname + url.search + url.hash : otherwise;
}

/** A CSV file to save. `name` is plain ASCII without its ending. */
export const csvFile = (name: string, csv: string): Response =>
  new Response(csv, { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}.csv"`, 'Cache-Control': 'private, no-store' } });
