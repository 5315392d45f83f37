import { dayInWords, monthInWords } from '../dates.ts';

/** Which way is better. What is to be maintained, or kept within a band, has two wrong sides. */
export type Direction = 'up' | 'down' | 'maintain' | 'band';
export type Side = 'high' | 'low';
/** What a point says: better or worse than chance would make it, or neither. */
export type Tone = 'improvement' | 'concern' | 'neutral';

export interface Point {
  /** Last day of the period, YYYY-MM-DD. */
  on: string;
  value: number;
}
/** Which way is better and, for a band or a thing to maintain, the edges that are still right. An edge may be open. */
export interface Aim {
  direction: Direction | null;
  low: number | null;
  high: number | null;
}

/** Past this size sums and squares would leave the numbers; no measure comes near. */
const MOST = 1e100;

/** The points that can be counted on, oldest first: a real day, and a number. Anything else is left out. */
export function usable<P extends Point>(points: readonly P[]): P[] {
  const kept = points.filter(({ on, value }) => numberOrNull(value) !== null && isDay(on));
  return kept.every(({ on }, i) => i === 0 || on >= kept[i - 1]!.on) ? kept : kept.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** A number that can be counted on, or null. */
export const numberOrNull = (value: number | null | undefined): number | null => (value !== null && value !== undefined && Math.abs(value) <= MOST ? value : null);

/** Whether text is a day, YYYY-MM-DD. By arithmetic, since a page may ask it of thousands. */
export function isDay(on: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(on)) return false;
  const [year, month, day] = [Number(on.slice(0, 4)), Number(on.slice(5, 7)), Number(on.slice(8))];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && leap ? 29 : LENGTHS[month - 1]!);
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The average; counted from the first value, so that equal values have exactly themselves. 0 for none. */
export function meanOf(values: readonly number[]): number {
  const [first = 0] = values;
  return values.length ? first + values.reduce((sum, value) => sum + (value - first), 0) / values.length : 0;
}

/** The middle value; 0 for none. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

/** -1 below the line, 1 above, 0 on it. `slack` takes up what binary arithmetic leaves of a decimal. */
export const sideOf = (value: number, line: number, slack: number): number => (Math.abs(value - line) <= slack ? 0 : Math.sign(value - line));

/** A thousand millionth of the largest value. */
export const slackOf = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) * 1e-9;

/** Whether a value is within the edges of an aim; undefined when it has none. */
export const isWithin = (value: number, { low, high }: Pick<Aim, 'low' | 'high'>): boolean | undefined =>
  low === null && high === null ? undefined : value >= (low ?? -Infinity) && value <= (high ?? Infinity);

/** When a point is, in words: its month, or its day where a month has more than one point. */
export const when = (on: string, byDay: boolean): string => (byDay ? dayInWords(on) : monthInWords(on));
