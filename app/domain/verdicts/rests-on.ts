import type { Row } from '#db/schema.ts';
import type { Assessment } from '#workflows/spc/assessment.ts';
import type { Proposal } from '#workflows/verdicts.ts';

/** A result as a verdict rests on it. */
export interface RestingResult {
  id: string;
  on: string;
  value: number;
  n: number | null;
  numerator: number | null;
  quality: 'A' | 'B' | 'C' | 'D';
}
/** The figures a verdict rests on, as they stood when it was given. */
export interface RestsOn {
  definition: { measure: string | null; numerator: string | null; denominator: string | null; unit: string | null; direction: string | null; code: string | null; version: number | null; definedAnewOn: string | null; told: number | null };
  baseline: { value: number | null; on: string | null; from: string | null; n: number | null; source: string | null; quality: string | null };
  target: { value: number | null; low: number | null; high: number | null; on: string | null };
  tolerance: number | null;
  counterfactual: { value: number | null; method: string | null };
  actual: number | null;
  progress: number | null;
  netProgress: number | null;
  shade: Assessment['shade'];
  flags: Assessment['flags'];
  /** Results that count since go-live; the last of them, which the actual figure is the mean of. */
  points: number;
  results: RestingResult[];
  monthsLive: number;
  missedMilestones: string[];
}

/** Freezes what a proposal rests on. `told`: pieces of evidence in words; null where it is shown by numbers. */
export const restsOn = (row: Row<'benefits'>, proposal: Proposal<RestingResult>, definedAnewOn: string | null, told: number | null): RestsOn => ({
  definition: { measure: row.measure, numerator: row.numerator, denominator: row.denominator, unit: row.unit, direction: row.direction, code: row.measure_code, version: row.measure_version, definedAnewOn, told },
  baseline: { value: row.baseline, on: row.baseline_on, from: row.baseline_from, n: row.baseline_n, source: row.baseline_source, quality: row.baseline_quality },
  target: { value: row.target, low: row.band_low, high: row.band_high, on: row.target_on },
  tolerance: row.tolerance,
  counterfactual: { value: row.counterfactual, method: row.counterfactual_method },
  actual: proposal.actual, progress: proposal.progress, netProgress: proposal.netProgress, shade: proposal.shade, flags: proposal.flags,
  points: proposal.points, results: proposal.rests, monthsLive: proposal.monthsLive, missedMilestones: proposal.missedMilestones,
});
