import { asNumber, asRows, asText, type AnswerValue } from './checks/check.ts';
import { EVENT_SIGNS, NUMBER_SIGNS, signState, warningLevel, type SignState, type WarningLevel } from './early-warning.ts';

export interface SignQuestions {
  /** Today's figures, by sign. */
  numbers: string;
  /** Today's events, by sign. */
  events: string;
  /** The limits agreed in the failure plan; what is empty there is our default. */
  limits: string;
}

/** The state of each sign reported in a review, with the limits of the failure plan, and the level they call for. */
export function reviewSigns(
  answer: (key: string) => AnswerValue | undefined,
  { numbers, events, limits }: SignQuestions,
): { level: WarningLevel; states: Map<string, SignState> } {
  const rowOf = (question: string, key: string) => asRows(answer(question)).find((row) => row.row === key);
  const states = new Map<string, SignState>();
  for (const sign of NUMBER_SIGNS) {
    const now = asNumber(rowOf(numbers, sign.key)?.now);
    const limit = rowOf(limits, sign.key);
    if (now !== undefined) states.set(sign.key, signState(sign.worse, now, asNumber(limit?.amber) ?? sign.amber, asNumber(limit?.red) ?? sign.red));
  }
  for (const { key } of EVENT_SIGNS) {
    const now = asText(rowOf(events, key)?.now);
    if (now === 'clear' || now === 'amber' || now === 'red') states.set(key, now);
  }
  return { level: warningLevel(states, asNumber(rowOf(numbers, 't1-cash-days')?.now)), states };
}

/** The name of a sign, for sentences. */
export const signTitle = (key: string): string => [...NUMBER_SIGNS, ...EVENT_SIGNS].find((sign) => sign.key === key)?.title ?? key;
