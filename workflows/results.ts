import { asNumber, asRows, asText, type AnswerValue, type Row } from './checks/check.ts';

/**
 * A promised benefit as the application gives it under the answer key `benefits`: title, unit, direction
 * (up, down, maintain or band), baseline, target and targetOn. What has not been said is empty.
 */
export interface Promise {
  title: string;
  unit: string | undefined;
  direction: string | undefined;
  baseline: number | undefined;
  target: number | undefined;
  targetOn: string | undefined;
}

/** A title or unit as it is compared: lower case, one space, "%" for every way to write per cent. */
export const plain = (text: unknown): string =>
  (asText(text) ?? '').toLowerCase().replace(/\bper ?cent(age)?\b/g, '%').replace(/\s+/g, ' ').trim();

/** Whether a unit is a percentage. */
export const isPercent = (unit: unknown): boolean => plain(unit).startsWith('%') || plain(unit).endsWith('%');

/** Every promise that has a title. */
export const promises = (answer: (key: string) => AnswerValue | undefined): Promise[] =>
  asRows(answer('benefits')).flatMap((row) => {
    const title = asText(row.title);
    if (!title) return [];
    return [{
      title,
      unit: asText(row.unit),
      direction: asText(row.direction),
      baseline: asNumber(row.baseline),
      target: asNumber(row.target),
      targetOn: asText(row.targetOn),
    }];
  });

/** The promise a row of results is about, by its name. */
export const promiseOf = (all: readonly Promise[], row: Row, column = 'benefit'): Promise | undefined =>
  all.find((promise) => plain(promise.title) !== '' && plain(promise.title) === plain(row[column]));

/** Both units are known and differ. */
export const unitsDiffer = (promise: Promise, row: Row): boolean => {
  const [promised, given] = [plain(promise.unit), plain(row.unit)];
  return promised !== '' && given !== '' && promised !== given;
};

/** How far from the start to the target: 1 is there, 0 is no change, below 0 is worse. Works up and down. */
export function progress({ baseline, target, direction }: Promise, value: number): number | undefined {
  if (baseline === undefined || target === undefined || baseline === target) return undefined;
  return direction === 'up' || direction === 'down' ? (value - baseline) / (target - baseline) : undefined;
}

/** Whether a value reaches the promise; undefined when that cannot be said. To maintain allows 2% either way. Slipway default. */
export function reaches(promise: Promise, value: number): boolean | undefined {
  if (promise.direction === 'maintain') {
    return promise.baseline === undefined ? undefined : Math.abs(value - promise.baseline) <= Math.abs(promise.baseline) * 0.02;
  }
  if (promise.target === undefined) return undefined;
  if (promise.direction === 'up') return value >= promise.target;
  return promise.direction === 'down' ? value <= promise.target : undefined;
}
