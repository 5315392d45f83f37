import { addDays, dayNumber, dayOfNumber } from './dates.ts';
import { addWorkingDays } from './working-days.ts';

/** A time somebody has to do something in: the day it began, and the day it is due. */
export interface Span {
  from: string;
  dueOn: string;
}
/** half, soon, late: whoever has to act is reminded. unit: then the support unit is told, and nobody else. */
export type ReminderStep = 'half' | 'soon' | 'late' | 'unit';

/** Days after which a reminder that could not be given is let go: what nobody heard of in time would come as a heap. */
export const GRACE = 7;
const UNIT_AFTER = 5;

/** At half time, two days before, one day after, and to the support unit after five working days. A short time leaves out what would come before its beginning. Slipway default. */
export function reminderSteps({ from, dueOn }: Span): { step: ReminderStep; on: string }[] {
  const half = dayOfNumber(Math.ceil((dayNumber(from) + dayNumber(dueOn)) / 2));
  const steps: { step: ReminderStep; on: string }[] = [
    { step: 'half', on: half }, { step: 'soon', on: addDays(dueOn, -2) }, { step: 'late', on: addDays(dueOn, 1) }, { step: 'unit', on: addWorkingDays(dueOn, UNIT_AFTER) },
  ];
  return steps.filter(({ on }, i) => on > from && (i === 0 || on > steps[i - 1]!.on));
}

/** The newest step whose day has come, unless it has long gone. Days without a sweep never make two of one. */
export function stepOn(span: Span, today: string): ReminderStep | undefined {
  const last = reminderSteps(span).findLast(({ on }) => on <= today);
  return last && today <= addDays(last.on, GRACE) ? last.step : undefined;
}
