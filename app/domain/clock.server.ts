/** The one clock. Tests and the demo set it; everything else asks it. */
let read: () => Date = () => new Date();

export const now = (): Date => read();
/** The instant as rows hold it: ISO UTC with milliseconds. */
export const instant = (): string => read().toISOString();
/** The calendar day in the United Kingdom, YYYY-MM-DD. */
export const today = (): string => dayOf(instant());

const ukDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });
/** The United Kingdom day an instant falls on. */
export const dayOf = (at: string): string => ukDay.format(new Date(at));

/** Sets the clock for tests and for telling stories that began in the past; undefined gives back the real one. */
export function setClock(clock: (() => Date) | undefined): void {
  read = clock ?? (() => new Date());
}
