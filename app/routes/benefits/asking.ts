import { errorAt } from '#app/lib/forms.ts';
import type { Again } from '#app/lib/responses.ts';

/** What one form of a record shows: the words in its boxes, and the props of each short question. */
export function asking(form: Record<string, string>, again: Again | undefined) {
  const was: Record<string, string> = { ...form, ...again?.values };
  return {
    was,
    ask: (id: string) => ({ id, as: 'field' as const, size: 's' as const, ...errorAt(again?.errors, id) }),
    of: (name: string) => ({ name, defaultValue: was[name] ?? '' }),
    wrong: (...ids: string[]) => ids.some((id) => errorAt(again?.errors, id).error !== undefined),
  };
}

export const A_DAY = 'For example, 27 3 2027';
export const optionsOf = (pairs: readonly (readonly [string, string])[]) => pairs.map(([value, label]) => ({ value, label }));
