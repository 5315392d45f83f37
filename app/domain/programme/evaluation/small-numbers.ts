import { FEWEST_PEOPLE, isSuppressed } from '#workflows/spc/suppress.ts';

/** What stands beside an empty number that was left out because it is about very few people. */
export const FEW = `fewer than ${FEWEST_PEOPLE}`;

/** Whether any of these numbers, each taken to be of people, is 1 to 4. Nobody outside the case is shown it, nor what gives it away. */
export const hasFew = (...numbers: (number | null)[]): boolean => numbers.some((numerator) => isSuppressed({ numerator, people: true, outside: true }));

/** A unit in which the figure itself may be a number of people. */
export const isCount = (unit: string | null): boolean => /^count\b/.test(unit ?? '');
