import { dayOf } from '../lib/dates.ts';

export { dayOf };

/** The one clock. Tests and the demo set it; everything else asks it. */
let read: () => Date = () => new Date();

export const now = (): Date => read();
/** The instant as rows hold it: ISO UTC with milliseconds. */
export const instant = (): string => read().toISOString();
/** The calendar day in the United Kingdom, YYYY-MM-DD. */
export const today = (): string => dayOf(instant());

/** Sets the clock for tests and for telling stories that began in the past; undefined gives back the real one. */
export function setClock(clock: (() => Date) | undefined): void {
  read = clock ?? (() => new Date());
}
