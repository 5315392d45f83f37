import { BANK_HOLIDAYS } from './bank-holidays.ts';
import { dayNumber, dayOfNumber } from './dates.ts';

/** The last day the bank holiday list knows. After it only weekends are taken out. */
export const lastHolidayKnown: string = BANK_HOLIDAYS.at(-1)!;

/** 1 January 1970, day 0, was a Thursday: Monday is 0 here, Saturday and Sunday 5 and 6. */
const weekday = (number: number): number => (((number + 3) % 7) + 7) % 7;
/** Bank holidays that fall on weekdays, as day numbers in order. */
const holidays: readonly number[] = BANK_HOLIDAYS.map(dayNumber).filter((number) => weekday(number) < 5);
const isHoliday: ReadonlySet<number> = new Set(holidays);
const works = (number: number): boolean => weekday(number) < 5 && !isHoliday.has(number);

/** Monday to Friday, and not a bank holiday in England. Days are text, YYYY-MM-DD. */
export const isWorkingDay = (day: string): boolean => works(dayNumber(day));

/** The nth working day after `day`; before it when `n` is negative. Nothing is moved when `n` is 0. */
export function addWorkingDays(day: string, n: number): string {
  const step = n < 0 ? -1 : 1;
  let number = dayNumber(day);
  for (let left = Math.abs(Math.trunc(n)); left > 0; ) {
    number += step;
    if (works(number)) left -= 1;
  }
  return dayOfNumber(number);
}

/**
 * Working days after `from`, up to and including `to`: 0 on the same day, 1 from Friday to Monday.
 * Negative when `to` is earlier: how many working days ago.
 */
export function workingDaysBetween(from: string, to: string): number {
  if (to < from) return -workingDaysBetween(to, from) || 0;
  const [first, last] = [dayNumber(from), dayNumber(to)];
  return weekdaysUpTo(last) - weekdaysUpTo(first) - (holidaysUpTo(last) - holidaysUpTo(first));
}

/** Weekdays from a Monday long ago up to and including this day: whole weeks, and what is begun. */
function weekdaysUpTo(number: number): number {
  const sinceMonday = number + 3;
  return Math.floor(sinceMonday / 7) * 5 + Math.min(weekday(number) + 1, 5);
}

/** How many weekday holidays lie on or before this day, by halving. */
function holidaysUpTo(number: number): number {
  let [low, high] = [0, holidays.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holidays[middle]! <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}
