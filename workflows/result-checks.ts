/** What may be said of a recorded result, and in which order. The last word says how it stands. */
export type CheckKind = 'confirmed' | 'queried' | 'sourceAsked' | 'answered';
export type Standing = 'recorded' | CheckKind;

const NEXT: Readonly<Record<Standing, readonly CheckKind[]>> = {
  recorded: ['confirmed', 'queried', 'sourceAsked'],
  queried: ['answered', 'confirmed'],
  sourceAsked: ['answered', 'confirmed'],
  answered: ['confirmed', 'queried', 'sourceAsked'],
  confirmed: ['queried', 'sourceAsked'],
};

/** How a result stands by what was said of it, oldest first. */
export const standingOf = (checks: readonly { kind: CheckKind }[]): Standing => checks.at(-1)?.kind ?? 'recorded';

/** Whether somebody waits for the recorder's answer. */
export const waitsForAnswer = (standing: Standing): boolean => NEXT[standing].includes('answered');

export const mayFollow = (standing: Standing, kind: CheckKind): boolean => NEXT[standing].includes(kind);

/** Why this cannot be said of a result that stands so; null when it can. */
export function whyNotSaid(standing: Standing, kind: CheckKind): string | null {
  if (mayFollow(standing, kind)) return null;
  if (kind === 'answered') return 'Nothing about this result waits for an answer';
  return standing === 'confirmed' ? 'Somebody has confirmed this result already' : 'Somebody has asked about this result already. It waits for the answer';
}
