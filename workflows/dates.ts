/**
 * Calendar days as text, YYYY-MM-DD. A day has no time and no zone, so it is counted as a whole number of days: plain
 * arithmetic, a hundred times cheaper than date objects where a list asks for thousands of them. No clock is read here.
 */
const DAY_MS = 86_400_000;
export const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Days since 1 January 1970. Throws for text that is no day. */
export function dayNumber(day: string): number {
  const number = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS;
  if (dayOfNumber(number) !== day) throw new RangeError(`${day} is not a day`);
  return number;
}
export const dayOfNumber = (number: number): string => (Number.isFinite(number) ? new Date(number * DAY_MS).toISOString().slice(0, 10) : '');

/** The day of these three numbers, or undefined when there is no such day: 30 February, month 13. */
export function realDay(year: number, month: number, day: number): string | undefined {
  const written = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return dayOfNumber(Date.UTC(year, month - 1, day) / DAY_MS) === written ? written : undefined;
}

export const addDays = (day: string, days: number): string => dayOfNumber(dayNumber(day) + days);

/** The Monday of the week that a day is in. 1 January 1970 was a Thursday. */
export const mondayOf = (day: string): string => dayOfNumber(dayNumber(day) - ((((dayNumber(day) + 3) % 7) + 7) % 7));

/** So many months on; the last day of the month where that month is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** Whole months from `from` to `to`, which must not be earlier. */
export function monthsBetween(from: string, to: string): number {
  const count = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return addMonths(from, count) > to ? count - 1 : count;
}

/** "6 August 2026". */
export function dayInWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}
/** "1 to 9 May 2026", "28 April to 9 May 2026"; one day alone when both are the same. */
export function spanInWords(from: string, until: string): string {
  if (from === until) return dayInWords(from);
  const [date, month] = dayInWords(from).split(' ');
  const first = from.slice(0, 7) === until.slice(0, 7) ? date : from.slice(0, 4) === until.slice(0, 4) ? `${date} ${month}` : dayInWords(from);
  return `${first} to ${dayInWords(until)}`;
}
/** "August 2026", of YYYY-MM. */
export const monthInWords = (month: string): string => `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
