import { asDay } from '../checks/as-day.ts';
import { asNumber } from '../checks/check.ts';
import { measureByCode, type Measure } from '../measures.ts';

/** A promised figure on the way to the target. */
export interface Milestone {
  /** YYYY-MM-DD. */
  on: string | null;
  value: number | null;
}

/** A promise while it is being written: anything may still be missing. Days are YYYY-MM-DD; owners are ids or names. */
export interface BenefitDraft {
  title: string | null;
  beneficiary: string | null;
  /** A key of MEASURE_CATEGORIES. */
  category: string | null;
  /** What is counted or timed, in words. */
  measure: string | null;
  /** Of the measure library, such as ST01. */
  measureCode: string | null;
  /** The version it was copied from; the newest when not said. */
  measureVersion?: number | null;
  numerator: string | null;
  denominator: string | null;
  unit: string | null;
  /** up, down, maintain or band. */
  direction: string | null;
  baseline: number | null;
  /** First and last day of the period the starting figure is of. */
  baselineFrom: string | null;
  baselineOn: string | null;
  /** People or cases it rests on. */
  baselineN: number | null;
  baselineSource: string | null;
  /** A to D. */
  baselineQuality: string | null;
  target: number | null;
  bandLow: number | null;
  bandHigh: number | null;
  targetOn: string | null;
  milestones: readonly Milestone[] | null;
  /** none, trend, comparator, matched or agreed. */
  counterfactualMethod: string | null;
  /** The figure on the target date without the change. */
  counterfactual: number | null;
  counterfactualNote: string | null;
  dataSource: string | null;
  /** monthly, quarterly or yearly. */
  frequency: string | null;
  tolerance: number | null;
  cashable: boolean | null;
  valuePerYearPence: number | null;
  providerOwner: string | null;
  commissionerOwner: string | null;
  /** numbers, story, survey, audit or observation. */
  evidenceKind: string | null;
}

/** What the check must know of the case. `objectives`: the spending objectives the benefit is tied to; null when nobody was asked. */
export interface DraftContext {
  transferOn: string | null;
  contractEndOn: string | null;
  objectives: readonly string[] | null;
}

export type SmartPoint = 'specific' | 'measurable' | 'achievable' | 'relevant' | 'timed' | 'plain';
export interface SmartFinding {
  point: SmartPoint;
  /** block: nobody could judge the promise as it stands. warn: think about it. note: for you to know. */
  level: 'block' | 'warn' | 'note';
  /** The field to mend. */
  field: keyof BenefitDraft | 'objectives' | 'benefits';
  sentence: string;
}

/** A draft read safely, with what is known of its measure. */
export interface Tidy extends BenefitDraft {
  milestones: readonly Milestone[];
  library: Measure | undefined;
  /** Shown by stories, a survey, an audit or observation: numbers are welcome and not asked for. */
  qualitative: boolean;
}

/** Blank texts, numbers that are none and days that do not exist become null, so that no check can stumble. */
export function tidied(draft: BenefitDraft): Tidy {
  const tidy = Object.fromEntries(Object.entries(draft).map(([key, value]) => [key, safe(key, value)])) as unknown as BenefitDraft;
  return {
    ...tidy,
    milestones: (Array.isArray(draft.milestones) ? draft.milestones : []).map((m: Milestone | null) => ({ on: asDay(m?.on) ?? null, value: asNumber(m?.value) ?? null })),
    library: tidy.measureCode ? measureByCode(tidy.measureCode, tidy.measureVersion ?? undefined) : undefined,
    qualitative: ['story', 'survey', 'audit', 'observation'].includes(tidy.evidenceKind ?? ''),
  };
}

const NUMBERS: readonly string[] = ['baseline', 'baselineN', 'target', 'bandLow', 'bandHigh', 'counterfactual', 'tolerance', 'valuePerYearPence', 'measureVersion'];
function safe(key: string, value: unknown): unknown {
  if (NUMBERS.includes(key)) return asNumber(value) ?? null;
  if (/(On|From)$/.test(key)) return asDay(value) ?? null;
  if (key === 'cashable') return typeof value === 'boolean' ? value : null;
  return (typeof value === 'string' && value.trim()) || null;
}

type Kept = SmartFinding | false | null | undefined | '' | 0;
/** The findings whose condition held. */
export const kept = (...findings: Kept[]): SmartFinding[] => findings.filter((one): one is SmartFinding => Boolean(one));
/** Makes the findings of one point. */
export const of = (point: SmartPoint) => (level: SmartFinding['level'], field: SmartFinding['field'], sentence: string): SmartFinding => ({ point, level, field, sentence });
