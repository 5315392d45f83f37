/** How far one promised benefit has got, worked out from what its record says. */
export interface Promised {
  measure: string | null;
  unit: string | null;
  direction: string | null;
  baseline: number | null;
  baselineSource: string | null;
  baselineOn: string | null;
  target: number | null;
  targetOn: string | null;
  treatment: 'contracted' | 'monitored' | 'notContracted' | null;
  treatmentReason: string | null;
  clause: string | null;
  frequency: string | null;
  readings: number;
}

export interface Thread {
  measurable: boolean;
  contracted: boolean;
  measured: boolean;
  /** Left out of the contract with a reason. */
  offRamp: boolean;
  undecided: boolean;
}

const said = (...values: (string | number | null)[]) => values.every((v) => v !== null && v !== '');

/** The four beads: promised is true by being a record. Contracted needs clause, measure, baseline, target and frequency. */
export function threadOf(b: Promised): Thread {
  const measurable = said(b.measure, b.unit, b.direction, b.baseline, b.baselineSource, b.baselineOn, b.target, b.targetOn);
  const contracted = measurable && b.treatment === 'contracted' && said(b.clause, b.frequency);
  const offRamp = (b.treatment === 'notContracted' || b.treatment === 'monitored') && said(b.treatmentReason);
  return { measurable, contracted, measured: b.readings > 0, offRamp, undecided: !contracted && !offRamp };
}

export interface ThreadCounts {
  promised: number;
  measurable: number;
  contracted: number;
  measured: number;
  notContracted: number;
  undecided: number;
}

/** Counts for the case page and the gate; a withdrawn benefit is not passed in. */
export function countThreads(threads: readonly Thread[]): ThreadCounts {
  const count = (test: (t: Thread) => boolean) => threads.filter(test).length;
  return {
    promised: threads.length,
    measurable: count((t) => t.measurable),
    contracted: count((t) => t.contracted),
    measured: count((t) => t.measured),
    notContracted: count((t) => t.offRamp),
    undecided: count((t) => t.undecided),
  };
}

/** A sentence when a target does not lie on the better side of the starting figure; null when it does. */
export function targetProblem(direction: string | null, baseline: number | null, target: number | null, unit: string): string | null {
  if (baseline === null || target === null) return null;
  const figure = `${baseline.toLocaleString('en-GB')} ${unit}`.trim();
  if (direction === 'down' && target >= baseline) return `Target must be lower than the starting figure, ${figure}, because lower is better`;
  if (direction === 'up' && target <= baseline) return `Target must be higher than the starting figure, ${figure}, because higher is better`;
  return null;
}
