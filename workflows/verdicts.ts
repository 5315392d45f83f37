import { addMonths, dayInWords } from './dates.ts';
import { isPercent } from './results.ts';
import { assess, type Assessment } from './spc/assessment.ts';
import { figure, number } from './figure.ts';
import type { Direction } from './spc/points.ts';
import { CUTOFFS, reaches, standingOf, type AssessmentInput, type JudgedPoint, type Standing } from './spc/standing.ts';
import { xmr } from './spc/xmr.ts';

/** One benefit as it is judged: what was promised, and every result in force, those before go-live too. */
export interface ToJudge<P extends JudgedPoint> extends Omit<AssessmentInput, 'direction' | 'points' | 'before' | 'actual'> {
  direction: Direction | null;
  results: readonly P[];
  milestones: readonly { on: string; value: number }[];
  /** From this day it is measured in another way than the starting figure was; null while both are alike. */
  definedAnewOn: string | null;
  /** Shown by words and not by numbers: how many pieces of such evidence there are. Null for numbers. */
  told: number | null;
}
export interface Proposal<P extends JudgedPoint = JudgedPoint> extends Assessment {
  /** The last results, which the actual figure is the mean of. */
  rests: P[];
  /** Results that count since go-live. */
  points: number;
  monthsLive: number;
  /** A sentence for each milestone that was not reached. */
  missedMilestones: string[];
}

/**
 * Proposes one of the six words for a benefit, with its reasons: the assessment, but never a comparison across two
 * definitions, never a number for what is told in words, and too early until 12 months after go-live whatever else is so.
 */
export function propose<P extends JudgedPoint>(asked: ToJudge<P>): Proposal<P> {
  const input = inputOf(asked);
  const standing = standingOf(input, CUTOFFS);
  const assessed = assess(input);
  const rests = standing.points.slice(-CUTOFFS.window) as P[];
  const found = asked.told !== null ? toldInWords(assessed, asked.told) : asked.definedAnewOn && asked.direction !== 'band' ? measuredAnew(assessed, asked.definedAnewOn) : withNumbers(assessed, rests, asked.unit);
  const early = assessed.grade === 'early' && asked.goLiveOn !== null;
  const said = found.reasons.some((reason) => reason.startsWith('It has been live for'));
  const missedMilestones = asked.told === null && asked.definedAnewOn === null ? milestonesMissed(asked, input, standing) : [];
  return {
    ...found, rests, missedMilestones, points: standing.points.length, monthsLive: standing.months,
    verdict: early ? 'tooEarly' : found.verdict,
    reasons: [...found.reasons, ...(early && !said && asked.today >= asked.goLiveOn! ? [tooEarly(asked.goLiveOn!, standing.months)] : []), ...missedMilestones],
  };
}

function inputOf<P extends JudgedPoint>({ results, definedAnewOn, direction, baseline, ...asked }: ToJudge<P>): AssessmentInput {
  const since = xmr(results, { direction, goLiveOn: asked.goLiveOn }).since;
  const points = definedAnewOn ? results.filter(({ on }) => on >= definedAnewOn) : results;
  // Without a direction no figure is better than another, so there is nothing to start from.
  return { ...asked, points, direction: direction ?? 'up', baseline: direction === null ? null : baseline, before: since && { centre: since.centre, limits: since.limits } };
}

const NOT_JUDGED = { verdict: 'notProven', progress: null, netProgress: null, moved: null, earlySign: null, countsAsMissed: false, flags: [] } as const;

const toldInWords = (assessed: Assessment, told: number): Assessment => ({
  ...assessed, ...NOT_JUDGED, flags: [], shade: 'notMeasured', actual: null,
  reasons: [told === 0 ? 'It is shown by words and not by numbers, and none are on record yet.' : `It is shown by words and not by numbers. ${told === 1 ? 'There is 1 piece' : `There are ${told} pieces`} of evidence to read before you decide.`],
});

const measuredAnew = (assessed: Assessment, from: string): Assessment => ({
  ...assessed, ...NOT_JUDGED, flags: [], shade: 'invalid',
  reasons: [`It has been measured in another way since ${dayInWords(from)}, and the starting figure has not. The two cannot be compared until both sides agree a starting figure measured in the new way.`],
});

/** A percentage is never said without what it is out of. */
const withNumbers = (assessed: Assessment, rests: readonly JudgedPoint[], unit: string | null): Assessment =>
  assessed.actual === null || !isPercent(unit) ? assessed : { ...assessed, reasons: [assessed.reasons[0]!, `Behind each of these results: ${countsInWords(rests)}.`, ...assessed.reasons.slice(1)] };

/** "n = 502", "n = 470 to 502", of the numbers behind several results. */
export function countsInWords(rests: readonly Pick<JudgedPoint, 'n'>[]): string {
  const known = rests.flatMap(({ n }) => n ?? []);
  if (known.length === 0 || known.length < rests.length) return 'n not recorded';
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return least === most ? `n = ${number(least)}` : `n = ${number(least)} to ${number(most)}`;
}

const tooEarly = (goLiveOn: string, months: number) =>
  `It has been live for ${months} ${months === 1 ? 'month' : 'months'}. It can be judged after ${CUTOFFS.fullMonths}, from ${dayInWords(addMonths(goLiveOn, CUTOFFS.fullMonths))}.`;

/** Held against the first result whose period covers the day of the milestone. */
function milestonesMissed<P extends JudgedPoint>({ milestones, today, unit }: ToJudge<P>, input: AssessmentInput, { points, problem }: Standing): string[] {
  if (problem || (input.direction !== 'up' && input.direction !== 'down')) return [];
  return milestones.filter(({ on }) => on <= today).flatMap(({ on, value }) => {
    const then = points.find((point) => point.on >= on);
    if (!then || reaches({ ...input, target: value }, then.value, CUTOFFS)) return [];
    return [`The step of ${figure(value, unit)} by ${dayInWords(on)} was not reached. The result was ${figure(then.value, unit)}${isPercent(unit) ? ` (${countsInWords([then])})` : ''}.`];
  });
}
