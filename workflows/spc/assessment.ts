import { reasonsOf } from './assessment-in-words.ts';
import { counted, CUTOFFS, dayOrNull, daysLater, dueShare, reaches, standingOf, type AssessmentInput, type Cutoffs, type Standing } from './standing.ts';

/** The six words, and no others. */
export type Verdict = 'met' | 'onTrack' | 'atRisk' | 'missed' | 'notProven' | 'tooEarly';
/** How well a verdict is founded. Full: 12 results over 12 months, and chance ruled out. Early: under 12 months. */
export type Grade = 'full' | 'provisional' | 'early';
/** What lies behind the word; it is told in the reasons. */
export type Shade = 'notDue' | 'invalid' | 'notMeasured' | 'tooFew' | 'exceeded' | 'achieved' | 'partly' | 'missed' | 'worsened';
/** PL1: a change so large that the data need checking. leftOut: results of quality D. */
export type Flag = 'wouldHaveHappenedAnyway' | 'PL1' | 'consistentWithNoChange' | 'leftOut';

export interface Assessment {
  verdict: Verdict;
  grade: Grade;
  shade: Shade;
  /** Mean of the last results. Null, as is progress, where only a direction may be shown. */
  actual: number | null;
  /** 1 is all that was promised, 0 no change, below 0 worse; net is against what would have happened anyway. */
  progress: number | null;
  netProgress: number | null;
  /** Which way it has moved since the start. */
  moved: 'better' | 'worse' | 'same' | null;
  /** Under 12 months live: what the results hint at, which is no verdict. */
  earlySign: 'onTrack' | 'atRisk' | null;
  /** Summaries count it as missed: nothing that can be relied on covers its target date. */
  countsAsMissed: boolean;
  flags: Flag[];
  reasons: string[];
}

/**
 * Proposes a verdict on one benefit; a person decides. The word is met or missed once a result covers the target date,
 * on track or at risk before it, and too early until 12 months after go-live whatever the results. Part of the promised
 * change is a miss; an average that reaches the target without lasting is not proven. No input makes it throw.
 */
export function assess(given: AssessmentInput, cutoffs: Cutoffs = CUTOFFS): Assessment {
  const input = counted(given);
  const standing = standingOf(input, cutoffs);
  const shade = shadeOf(input, standing, cutoffs);
  const early = standing.months < cutoffs.fullMonths;
  const way = isJudged(shade) ? wayOf(input, standing, shade, cutoffs) : null;
  const verdict = verdictOf(shade, standing, early, way);
  const { actual, progress, netProgress } = isJudged(shade) ? standing : NOTHING;
  const assessment: Omit<Assessment, 'reasons'> = {
    verdict, shade, actual, progress, netProgress,
    grade: early ? 'early' : standing.points.length < cutoffs.fullPoints || standing.consistentWithNoChange ? 'provisional' : 'full',
    moved: movedOf(input, standing),
    earlySign: early ? way : null,
    countsAsMissed: verdict === 'notProven' && shade === 'notMeasured' && standing.uncovered,
    flags: flagsOf(input, standing, shade, cutoffs),
  };
  return { ...assessment, reasons: reasonsOf(input, standing, assessment, cutoffs) };
}

const NOTHING = { actual: null, progress: null, netProgress: null };
const isJudged = (shade: Shade): boolean => !['notDue', 'invalid', 'notMeasured', 'tooFew'].includes(shade);

function shadeOf(input: AssessmentInput, s: Standing, cutoffs: Cutoffs): Shade {
  const { goLiveOn, firstDueOn, today, direction } = input;
  const due = dayOrNull(firstDueOn);
  if (!goLiveOn || today < goLiveOn || (due && today < daysLater(due, input.lagDays))) return 'notDue';
  if (s.problem) return 'invalid';
  if (s.actual === null || s.uncovered) return 'notMeasured';
  if (s.points.length < cutoffs.fewestPoints || (s.leastCounted ?? Infinity) < cutoffs.fewestCounted) return 'tooFew';
  if (direction === 'maintain' || direction === 'band') return s.reached ? 'achieved' : 'missed';
  const share = s.progress!;
  if (share >= cutoffs.exceeded && s.signal === 'improvement') return 'exceeded';
  if (s.reached) return s.sustained || s.signal === 'improvement' ? 'achieved' : 'partly';
  if (share >= cutoffs.partly) return 'partly';
  return share < 0 && s.signal === 'concern' ? 'worsened' : 'missed';
}

/** On the way to the target date: there already, or far enough along a straight line to it. */
function wayOf({ goLiveOn, targetOn, direction }: AssessmentInput, s: Standing, shade: Shade, { pace }: Cutoffs): 'onTrack' | 'atRisk' {
  if (shade === 'achieved' || shade === 'exceeded') return 'onTrack';
  if (direction === 'maintain' || direction === 'band' || s.signal === 'concern') return 'atRisk';
  return s.progress! > 0 && s.progress! >= pace * dueShare(goLiveOn, targetOn, s.points.at(-1)!.on) ? 'onTrack' : 'atRisk';
}

function verdictOf(shade: Shade, s: Standing, early: boolean, way: 'onTrack' | 'atRisk' | null): Verdict {
  if (shade === 'notDue') return 'tooEarly';
  if (shade === 'invalid') return 'notProven';
  if (early) return 'tooEarly';
  if (!way) return 'notProven';
  if (!s.final) return way;
  if (shade === 'achieved' || shade === 'exceeded') return 'met';
  return s.reached ? 'notProven' : 'missed';
}

function movedOf(input: AssessmentInput, s: Standing): Assessment['moved'] {
  if (s.problem || s.actual === null) return null;
  if (input.direction === 'maintain') return s.reached ? 'same' : 'worse';
  const gain = s.progress ?? (input.baseline === null ? null : away(input, input.baseline) - away(input, s.actual));
  return gain === null ? null : gain > 0 ? 'better' : gain < 0 ? 'worse' : 'same';
}

/** How far outside its band a value is. */
const away = ({ low, high }: AssessmentInput, value: number): number => Math.max(0, (low ?? -Infinity) - value, value - (high ?? Infinity));

function flagsOf(input: AssessmentInput, s: Standing, shade: Shade, cutoffs: Cutoffs): Flag[] {
  const { baseline, counterfactual } = input;
  const there = shade === 'achieved' || shade === 'exceeded';
  const known = s.actual !== null && shade !== 'notDue' && shade !== 'invalid';
  const anyway = there && counterfactual !== null && s.progress !== null && (reaches(input, counterfactual, cutoffs) || (s.netProgress ?? 1) < cutoffs.anyway);
  return [
    ...(anyway ? (['wouldHaveHappenedAnyway'] as const) : []),
    ...(known && baseline && Math.abs(s.actual! - baseline) / Math.abs(baseline) > cutoffs.surprising ? (['PL1'] as const) : []),
    ...(isJudged(shade) && s.consistentWithNoChange ? (['consistentWithNoChange'] as const) : []),
    ...(s.leftOut ? (['leftOut'] as const) : []),
  ];
}
