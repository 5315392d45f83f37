import { addDays, dayNumber, dayOfNumber } from './dates.ts';
import { reminderSteps, type ReminderStep } from './reminders.ts';

/** What says when the results of one benefit are due. `from`: the day it went live; `until`: its last day, null while none is known. */
export interface Reporting {
  /** monthly, quarterly or yearly; anything else has no calendar. */
  frequency: string | null;
  /** Days from the end of a period until its figure is due; null: not said. */
  lagDays: number | null;
  from: string | null;
  until: string | null;
}
/** One period to report on: both days are part of it. */
export interface Period {
  from: string;
  to: string;
  dueOn: string;
}
/** A result as far as the calendar goes. `from` null: only the last day was recorded. */
export interface Covered {
  from: string | null;
  to: string;
}
export interface Calendar {
  /** The first period without a result that is not late. */
  next: Period | null;
  /** Without a result after their day, oldest first. */
  overdue: Period[];
}

/** Months in a period, and the month in which one begins: quarters of the calendar, years of the public accounts, from April. */
const STEPS: Readonly<Record<string, { months: number; begins: number }>> = {
  monthly: { months: 1, begins: 0 }, quarterly: { months: 3, begins: 0 }, yearly: { months: 12, begins: 3 },
};
/** Where nobody said how long a figure takes. Slipway default. */
export const USUAL_LAG = 28;

/** The periods that touch the days from `window.from` to `window.to`, in order. The first begins with go-live, the last ends with the contract. */
export function periodsOf({ frequency, lagDays, from, until }: Reporting, window: { from: string; to: string }): Period[] {
  const step = STEPS[frequency ?? ''];
  const last = until !== null && until < window.to ? until : window.to;
  if (!step || from === null) return [];
  const first = from > window.from ? from : window.from;
  if (first > last) return [];
  const begins = (day: string) => Math.floor((monthOf(day) - step.begins) / step.months) * step.months + step.begins;
  const count = (begins(last) - begins(first)) / step.months + 1;
  return Array.from({ length: count }, (_, i) => {
    const month = begins(first) + i * step.months;
    const [opens, ends] = [firstDay(month), addDays(firstDay(month + step.months), -1)];
    const to = until !== null && until < ends ? until : ends;
    return { from: from > opens ? from : opens, to, dueOn: addDays(to, lagDays ?? USUAL_LAG) };
  });
}

/** What is due next and what is late on a day, given the results in force. */
export function calendarOn(reporting: Reporting, results: readonly Covered[], today: string): Calendar {
  if (reporting.from === null) return { next: null, overdue: [] };
  const ahead = addDays(today, 800); // the current year and the one after, whatever the frequency
  const open = periodsOf(reporting, { from: reporting.from, to: ahead }).filter((period) => !hasResult(period, results));
  return { next: open.find((period) => period.dueOn >= today) ?? null, overdue: open.filter((period) => period.dueOn < today) };
}

/** Periods without a result in a row, up to now: those late after the last one that has a result. */
export const missedInRow = ({ overdue }: Calendar, results: readonly Covered[]): Period[] => {
  const last = results.reduce((latest, { to }) => (to > latest ? to : latest), '');
  return overdue.filter(({ from }) => from > last);
};

/** A result counts for a period when it reaches into its second half and does not begin after its end: a month never stands for its quarter's start. */
export function hasResult(period: Pick<Period, 'from' | 'to'>, results: readonly Covered[]): boolean {
  const half = dayOfNumber(Math.floor((dayNumber(period.from) + dayNumber(period.to)) / 2));
  return results.some(({ from, to }) => to >= half && (from ?? to) <= period.to);
}

export type ReminderKind = Exclude<ReminderStep, 'unit'>;

/** The days a recorder is reminded of a period; with the last the support unit hears of it. */
export const remindersOf = ({ to, dueOn }: Period): { kind: ReminderKind; on: string }[] =>
  reminderSteps({ from: to, dueOn }).flatMap(({ step, on }) => (step === 'unit' ? [] : [{ kind: step, on }]));

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const firstDay = (month: number): string => `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
