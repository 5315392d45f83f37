/** From this many people on, a number can be shown without anybody being recognised. Slipway default. */
export const FEWEST_PEOPLE = 5;

export interface Counted {
  /** How many people the number is of. */
  numerator: number | null;
  /** Whether what is counted is people. */
  people: boolean;
  /** Whether whoever reads is outside the case. */
  outside: boolean;
}

/** Whether a number must not be shown: 1 to 4 people, to somebody outside the case. Nor may a percentage that gives it away. */
export const isSuppressed = ({ numerator, people, outside }: Counted): boolean =>
  people && outside && numerator !== null && numerator > 0 && numerator < FEWEST_PEOPLE;

/** A count as it may be shown: "fewer than 5" for what must not be. `shown` is the count in words. */
export const suppress = (counted: Counted, shown: string): string => (isSuppressed(counted) ? `fewer than ${FEWEST_PEOPLE}` : shown);
