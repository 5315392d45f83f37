import { z } from 'zod';

/** One thing to mend. `id` is the id of the field, which is also its name. */
export interface FormError {
  id: string;
  message: string;
}
/** What was typed, for showing again. A field sent more than once is joined by new lines: see `chosen`. */
export type Typed = Record<string, string>;
export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: FormError[]; values: Typed };

/**
 * Reads a form by its schema, one that refuses unknown names (z.strictObject). A name sent once is text, a name
 * sent more than once is an array of text, so a scalar sent twice is refused. Passwords are never among `values`.
 */
export function parseForm<S extends z.ZodType>(form: FormData, schema: S): Parsed<z.output<S>> {
  const sent = fieldsOf(form);
  const result = schema.safeParse(sent);
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, errors: errorsOf(result.error.issues), values: typedIn(sent) };
}

/** What a form brought, to show it again beside a refusal of our own. */
export const typed = (form: FormData): Typed => typedIn(fieldsOf(form));

/** The choices among what was typed in a group of checkboxes. */
export const chosen = (values: Typed, name: string): string[] => values[name]?.split('\n') ?? [];

/** A group of checkboxes: none, one or many of `item`. */
export const many = <T extends z.ZodType>(item: T) =>
  z.preprocess((sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]), z.array(item));

type Fields = Record<string, string | string[]>;

function fieldsOf(form: FormData): Fields {
  const fields: Fields = Object.create(null) as Fields;
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((part) => typeof part === 'string').map(cleaned);
    if (texts.length > 0) fields[name] = texts.length === 1 ? (texts[0] ?? '') : texts;
  }
  return { ...fields };
}

// Browsers send CRLF; PostgreSQL refuses NUL; the other control characters have no place in an answer.
const cleaned = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

function typedIn(fields: Fields): Typed {
  const shown = Object.entries(fields).filter(([name]) => !/password/i.test(name));
  return Object.fromEntries(shown.map(([name, sent]) => [name, Array.isArray(sent) ? sent.join('\n') : sent]));
}

/** One message a field, the first; a name the form does not have is told of without repeating it. */
function errorsOf(issues: z.core.$ZodIssue[]): FormError[] {
  const first = new Map<string, string>();
  for (const issue of issues) {
    const unknown = issue.code === 'unrecognized_keys';
    const id = unknown ? 'main' : issue.path.join('.') || 'main';
    if (!first.has(id)) first.set(id, unknown ? 'This form has changed since you opened it. Reload the page and try again' : issue.message);
  }
  return [...first].map(([id, message]) => ({ id, message }));
}

/** The message of one field, to spread into its Question; nothing when it has none. */
export function errorAt(errors: readonly FormError[] | undefined, id: string): { error?: string } {
  const found = errors?.find((error) => error.id === id);
  return found ? { error: found.message } : {};
}
