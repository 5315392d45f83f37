import { Temporal } from 'temporal-polyfill';

/** Calendar days as text, YYYY-MM-DD. Pure: no clock is read here. */
export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
export const addMonths = (day: string, months: number): string => Temporal.PlainDate.from(day).add({ months }).toString();
/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
/** "6 August 2026". */
export const dayInWords = (day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
/** "August 2026", of YYYY-MM. */
export const monthInWords = (month: string): string =>
  Temporal.PlainYearMonth.from(month).toLocaleString('en-GB', { month: 'long', year: 'numeric', calendar: 'iso8601' });
