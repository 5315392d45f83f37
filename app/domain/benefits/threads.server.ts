import type { Row } from '#db/schema.ts';
import { threadOf, type Promised, type Thread } from '#workflows/benefits.ts';

/** A benefit's row as the law reads it; `readings` counts its measured results. */
export const promisedOf = (b: Row<'benefits'>, readings = 0): Promised => ({
  evidenceKind: b.evidence_kind,
  measure: b.measure,
  unit: b.unit,
  direction: b.direction,
  baseline: b.baseline,
  baselineSource: b.baseline_source,
  baselineOn: b.baseline_on,
  target: b.target,
  bandLow: b.band_low,
  bandHigh: b.band_high,
  targetOn: b.target_on,
  treatment: b.treatment,
  treatmentReason: b.treatment_reason,
  treatmentAgreed: b.treatment_agreed_at !== null,
  clause: b.clause,
  frequency: b.frequency,
  readings,
});

/** How far a benefit's row has got. */
export const threadOfRow = (b: Row<'benefits'>, readings = 0): Thread => threadOf(promisedOf(b, readings));

/** Titles of promises that are neither in the contract nor left out with a reason. */
export const undecidedBenefits = (benefits: readonly Row<'benefits'>[]): string[] =>
  benefits.filter((b) => threadOfRow(b).undecided).map((b) => b.title);
