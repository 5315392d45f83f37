import { targetProblem } from '../benefits.ts';
import { addDays, daysBetween, monthsBetween } from '../dates.ts';
import { isPercent } from '../results.ts';
import { wilson } from './intervals.ts';
import { isDay, isWithin, meanOf, numberOrNull, usable, type Direction, type Point, type Tone } from './points.ts';
import { signalsOf, type Level } from './signals.ts';
import { RUN, sinceOf } from './xmr.ts';

export interface JudgedPoint extends Point {
  /** What a percentage or rate is out of. Pool months into quarters first where a month has few. */
  n?: number | null;
  quality?: 'A' | 'B' | 'C' | 'D' | null;
}
export interface AssessmentInput {
  direction: Direction;
  baseline: number | null;
  target: number | null;
  low: number | null;
  high: number | null;
  unit: string | null;
  /** In the unit of the measure. Without one: 2% of the promised change; to maintain, 2% of the start or half the old limits' width. */
  tolerance: number | null;
  /** What the measure would be now had nothing changed. */
  counterfactual: number | null;
  /** Left out it is the mean of the last results. Null: not measured. */
  actual?: number | null;
  /** Results since go-live, in one unit and by one definition. */
  points: readonly JudgedPoint[];
  /** The level before go-live; without it the starting figure stands for it, and has no limits. */
  before?: Level | null;
  today: string;
  goLiveOn: string | null;
  firstDueOn: string | null;
  /** Days from the end of a period to its result. */
  lagDays: number;
  targetOn: string | null;
}

export interface Cutoffs {
  /** Shares of the promised change: further than promised; part of it; what may be lacking where no tolerance is agreed. */
  exceeded: number;
  partly: number;
  lacking: number;
  /** Share of a straight line to the target that is still on track. */
  pace: number;
  /** Share of the benefit beyond the status quo, under which it would have happened anyway. */
  anyway: number;
  /** Relative change over which data are checked. */
  surprising: number;
  /** Results that the actual figure is the mean of, and that must each reach the target. */
  window: number;
  fewestPoints: number;
  fewestCounted: number;
  fullPoints: number;
  fullMonths: number;
}
/** Slipway defaults. Each may be agreed otherwise. */
export const CUTOFFS: Cutoffs = {
  exceeded: 1.2, partly: 0.5, lacking: 0.02, pace: 0.8, anyway: 0.5, surprising: 0.7,
  window: 3, fewestPoints: 6, fewestCounted: 20, fullPoints: 12, fullMonths: 12,
};

/** How the results of one benefit stand, before anything is judged. */
export interface Standing {
  /** The results that count, oldest first. */
  points: JudgedPoint[];
  /** Results of quality D, which do not. */
  leftOut: number;
  /** Whole months live. */
  months: number;
  actual: number | null;
  progress: number | null;
  netProgress: number | null;
  /** The actual figure reaches the target within tolerance; each of the last results does. */
  reached: boolean;
  sustained: boolean;
  /** More than chance since go-live. */
  signal: Tone;
  /** The smallest number that any of the last results is out of. */
  leastCounted: number | null;
  consistentWithNoChange: boolean;
  /** Why it cannot be judged at all. */
  problem: string | null;
  /** A result covers the target date, or there is no such date. */
  final: boolean;
  /** The day a result for the target date should be there has passed, and there is none. */
  uncovered: boolean;
}

/** The input with every number one, and every other null. */
export const counted = (given: AssessmentInput): AssessmentInput => ({
  ...given, baseline: numberOrNull(given.baseline), target: numberOrNull(given.target), low: numberOrNull(given.low), high: numberOrNull(given.high),
  tolerance: numberOrNull(given.tolerance), counterfactual: numberOrNull(given.counterfactual), ...(given.actual !== undefined && { actual: numberOrNull(given.actual) }),
});

export function standingOf(input: AssessmentInput, cutoffs: Cutoffs): Standing {
  const { baseline, today } = input;
  const live = dayOrNull(input.goLiveOn);
  const all = usable(input.points).filter(({ on }) => live === null || on >= live);
  const points = all.filter(({ quality }) => quality !== 'D');
  const window = points.slice(-cutoffs.window);
  const actual = input.actual !== undefined ? input.actual : points.length ? meanOf(window.map(({ value }) => value)) : null;
  const sizes = window.flatMap(({ n }) => numberOrNull(n) ?? []);
  const problem = problemOf(input);
  const told = problem ? null : actual;
  const targetOn = dayOrNull(input.targetOn);
  const latest = points.at(-1)?.on ?? '';
  return {
    points, leftOut: all.length - points.length, problem, actual,
    months: live && isDay(today) && live <= today ? monthsBetween(live, today) : 0,
    progress: told === null ? null : shareOf(input, told, baseline),
    netProgress: told === null ? null : shareOf(input, told, input.counterfactual),
    reached: told !== null && reaches(input, told, cutoffs),
    sustained: window.length >= cutoffs.window && window.every(({ value }) => reaches(input, value, cutoffs)),
    signal: signalSince(input, points),
    leastCounted: sizes.length ? Math.min(...sizes) : null,
    consistentWithNoChange: includesStart(input, window),
    final: targetOn === null || (today >= targetOn && latest >= targetOn),
    uncovered: targetOn !== null && today > daysLater(targetOn, input.lagDays) && latest < targetOn,
  };
}

export const dayOrNull = (on: string | null): string | null => (on !== null && isDay(on) ? on : null);
export const daysLater = (day: string, days: number): string => addDays(day, Math.min(Math.max(Math.round(days) || 0, 0), 3_650));

/** How far a day is along the time from go-live to target: 0 to 1, and 1 where there is no such time. */
export function dueShare(goLiveOn: string | null, targetOn: string | null, on: string): number {
  const [start, end] = [dayOrNull(goLiveOn), dayOrNull(targetOn)];
  if (!start || !end || end <= start) return 1;
  return Math.min(1, Math.max(0, daysBetween(start, on) / daysBetween(start, end)));
}

/** How much of the way from a start to the target; null where there is none. */
function shareOf({ direction, target }: AssessmentInput, value: number, start: number | null): number | null {
  if ((direction !== 'up' && direction !== 'down') || start === null || target === null || start === target) return null;
  return (value - start) / (target - start);
}

/** Whether a value reaches what was promised, within tolerance. */
export function reaches(input: AssessmentInput, value: number, { lacking }: Pick<Cutoffs, 'lacking'>): boolean {
  const { direction, baseline, target, tolerance, before } = input;
  const within = isWithin(value, input);
  if (direction === 'band' || (direction === 'maintain' && tolerance === null && within !== undefined)) return within === true;
  if (baseline === null) return false;
  if (direction === 'maintain') {
    const width = before?.limits ? (before.limits.upper - before.limits.lower) / 2 : 0;
    return Math.abs(value - baseline) <= (tolerance ?? Math.max(lacking * Math.abs(baseline), width));
  }
  const share = shareOf(input, value, baseline);
  // The last term takes up what binary arithmetic leaves of a decimal.
  return share !== null && share >= 1 - (tolerance === null ? lacking : Math.min(1, Math.abs(tolerance / (target! - baseline)))) - 1e-9;
}

function signalSince(input: AssessmentInput, points: readonly Point[]): Tone {
  const level = input.before ?? (input.baseline === null ? null : { centre: input.baseline, limits: null });
  if (!level || points.length === 0) return 'neutral';
  const values = points.map(({ value }) => value);
  return sinceOf(values, level, signalsOf(values, level, RUN, 'before'), 0, input).tone;
}

/** Whether the last results may as well come from no change at all: the interval of their share covers the start. */
function includesStart({ baseline, unit }: AssessmentInput, window: readonly JudgedPoint[]): boolean {
  if (baseline === null || !isPercent(unit) || window.some(({ n }) => !numberOrNull(n))) return false;
  const whole = window.reduce((sum, { n }) => sum + n!, 0);
  const interval = wilson(window.reduce((sum, { n, value }) => sum + (value / 100) * n!, 0), whole);
  return interval !== null && interval.low * 100 <= baseline && baseline <= interval.high * 100;
}

/** A sentence when what was promised cannot be judged, whatever the results. */
function problemOf({ direction, baseline, target, low, high, unit }: AssessmentInput): string | null {
  if (direction === 'band') {
    if (low === null && high === null) return 'Enter the band to stay within';
    return low !== null && high !== null && low > high ? 'The lower edge of the band must not be above the upper one' : null;
  }
  if (baseline === null) return 'Enter the starting figure';
  if (direction === 'maintain') return null;
  return target === null ? 'Enter the target' : targetProblem(direction, baseline, target, unit ?? '');
}
