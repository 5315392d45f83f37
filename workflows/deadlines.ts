import { addWorkingDays, workingDaysBetween } from './working-days.ts';

/** A time when the clocks stand still: whole days, `until` null while it lasts. */
export interface Hold {
  from: string;
  until: string | null;
}

/** Working days from `since` to `today` that count: those inside a hold do not. */
export function workingDaysTaken(since: string, today: string, holds: readonly Hold[]): number {
  const held = holds.reduce((sum, hold) => {
    const from = hold.from > since ? hold.from : since;
    const until = hold.until !== null && hold.until < today ? hold.until : today;
    return from < until ? sum + workingDaysBetween(from, until) : sum;
  }, 0);
  return Math.max(0, workingDaysBetween(since, today) - held);
}

/** The day a decision is due: the agreed working days after `sentOn`, moved on by the days a hold took. */
export function dueOn(sentOn: string, agreedDays: number, holds: readonly Hold[]): string {
  const ended = holds.filter((hold): hold is { from: string; until: string } => hold.until !== null && hold.until > sentOn);
  const held = ended.reduce((sum, hold) => sum + workingDaysBetween(hold.from > sentOn ? hold.from : sentOn, hold.until), 0);
  return addWorkingDays(sentOn, agreedDays + held);
}
