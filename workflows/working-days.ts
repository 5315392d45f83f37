import { Temporal } from 'temporal-polyfill';
import { BANK_HOLIDAYS } from './bank-holidays.ts';

/** The last day the bank holiday list knows. After it only weekends are taken out. */
export const lastHolidayKnown: string = BANK_HOLIDAYS.at(-1)!;

/** Monday to Friday, and not a bank holiday in England. Days are text, YYYY-MM-DD. */
export const isWorkingDay = (day: string): boolean => works(Temporal.PlainDate.from(day));

/** The nth working day after `day`; before it when `n` is negative. Nothing is moved when `n` is 0. */
export function addWorkingDays(day: string, n: number): string {
  const step = n < 0 ? -1 : 1;
  let date = Temporal.PlainDate.from(day);
  for (let left = Math.abs(Math.trunc(n)); left > 0; ) {
    date = date.add({ days: step });
    if (works(date)) left -= 1;
  }
  return date.toString();
}

/**
 * Working days after `from`, up to and including `to`: 0 on the same day, 1 from Friday to Monday.
 * Negative when `to` is earlier: how many working days ago.
 */
export function workingDaysBetween(from: string, to: string): number {
  if (to < from) {
    const back = workingDaysBetween(to, from);
    return back === 0 ? 0 : -back;
  }
  const end = Temporal.PlainDate.from(to);
  let date = Temporal.PlainDate.from(from);
  let count = 0;
  while (Temporal.PlainDate.compare(date, end) < 0) {
    date = date.add({ days: 1 });
    if (works(date)) count += 1;
  }
  return count;
}

const holidays: ReadonlySet<string> = new Set(BANK_HOLIDAYS);
const works = (date: Temporal.PlainDate): boolean => date.dayOfWeek <= 5 && !holidays.has(date.toString());
