import type { Row } from '#db/schema.ts';
import { threadOf, type Thread } from '#workflows/benefits.ts';

/** How far a benefit's row has got; `readings` counts its measured results. */
export const threadOfRow = (b: Row<'benefits'>, readings = 0): Thread =>
  threadOf({
    measure: b.measure,
    unit: b.unit,
    direction: b.direction,
    baseline: b.baseline,
    baselineSource: b.baseline_source,
    baselineOn: b.baseline_on,
    target: b.target,
    targetOn: b.target_on,
    treatment: b.treatment,
    treatmentReason: b.treatment_reason,
    clause: b.clause,
    frequency: b.frequency,
    readings,
  });

/** Titles of promises that are neither in the contract nor left out with a reason. */
export const undecidedBenefits = (benefits: readonly Row<'benefits'>[]): string[] =>
  benefits.filter((b) => threadOfRow(b).undecided).map((b) => b.title);
