const ZONE = 'Europe/London';
const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, day: 'numeric', month: 'long', year: 'numeric' });
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
const PARTS = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

const DAY_MS = 86_400_000;
// A day has no time: noon UTC is that same day in London, winter and summer.
const noon = (on: string): Date => new Date(`${on}T12:00:00Z`);

/** A day, YYYY-MM-DD, as "6 August 2026". */
export const day = (on: string): string => DAY.format(noon(on));

/** A day as a heading: "Thursday 6 August 2026". */
export const weekday = (on: string): string => WEEKDAY.format(noon(on)).replace(',', '');

/** The London day, YYYY-MM-DD, of an instant. */
export const dayOf = (at: string | Date): string => PARTS.format(new Date(at));

/** The London time of an instant: "5:30pm", "2pm", "midday", "midnight". */
export function time(at: string): string {
  const [hour = 0, minute = 0] = CLOCK.format(new Date(at)).split(':').map(Number);
  if (minute === 0 && hour === 12) return 'midday';
  if (minute === 0 && hour === 0) return 'midnight';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** An instant as "6 August 2026 at 5:30pm", London time. */
export const moment = (at: string): string => `${day(dayOf(at))} at ${time(at)}`;

/** How long ago by the calendar: "today", "yesterday", "9 days ago". Say the date beside it. */
export function ago(at: string, now: string | Date): string {
  const days = Math.round((noon(dayOf(now)).getTime() - noon(dayOf(at)).getTime()) / DAY_MS);
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

/** The instant at which it is this hour of a day in London, between 3am and 9pm. */
export function atHour(on: string, hour: number): string {
  const guess = new Date(`${on}T${String(hour).padStart(2, '0')}:00:00Z`);
  const shown = Number(CLOCK.format(guess).split(':')[0]);
  return new Date(guess.getTime() - (shown - hour) * 3_600_000).toISOString();
}
