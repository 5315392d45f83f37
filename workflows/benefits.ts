/** How far one promised benefit has got, worked out from what its record says. */
export interface Promised {
  evidenceKind: string | null;
  measure: string | null;
  unit: string | null;
  direction: string | null;
  baseline: number | null;
  baselineSource: string | null;
  baselineOn: string | null;
  target: number | null;
  bandLow: number | null;
  bandHigh: number | null;
  targetOn: string | null;
  treatment: 'contracted' | 'monitored' | 'notContracted' | null;
  treatmentReason: string | null;
  /** Left out of the contract: the commissioner has agreed to the reason. */
  treatmentAgreed: boolean;
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
  /** Its reason waits for the commissioner's word. */
  unagreed: boolean;
  undecided: boolean;
}

const said = (...values: (string | number | null)[]) => values.every((v) => v !== null && v !== '');

/** What a promise still lacks before anyone can measure it, in words. Told in words instead of numbers, it needs no figures. */
export function missingOf(b: Promised): string[] {
  const numbers = b.evidenceKind === null || b.evidenceKind === 'numbers';
  const target = b.direction === 'band' ? said(b.bandLow, b.bandHigh) : b.direction === 'maintain' ? said(b.baseline) : said(b.target);
  const parts: [boolean, string][] = numbers
    ? [
        [said(b.measure), 'what is counted or timed'], [said(b.unit), 'the unit'], [said(b.direction), 'which way is better'],
        [said(b.baseline), 'the starting figure'], [said(b.baselineSource), 'where the starting figure comes from'], [said(b.baselineOn), 'the date of the starting figure'],
        [target, b.direction === 'band' ? 'the range' : 'the target'], [said(b.targetOn), 'the target date'],
      ]
    : [[said(b.measure), 'what will show it'], [said(b.baselineSource), 'where the evidence comes from'], [said(b.targetOn), 'the target date']];
  return parts.filter(([there]) => !there).map(([, words]) => words);
}

/**
 * The four beads: promised is true by being a record. Contracted needs clause, measure, baseline, target and frequency.
 * Silence is undecided, and so is a reason that the commissioner has not agreed to.
 */
export function threadOf(b: Promised): Thread {
  const measurable = missingOf(b).length === 0;
  const contracted = measurable && b.treatment === 'contracted' && said(b.clause, b.frequency);
  const left = (b.treatment === 'notContracted' || b.treatment === 'monitored') && said(b.treatmentReason);
  const offRamp = left && b.treatmentAgreed;
  return { measurable, contracted, measured: b.readings > 0, offRamp, unagreed: left && !offRamp, undecided: !contracted && !offRamp };
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

/** What of the promises the contract holds: counts, and pence a year where a promise was valued. */
export interface Coverage {
  promised: number;
  contracted: number;
  promisedPence: number;
  contractedPence: number;
}

/** Contracted of promised. A withdrawn benefit is not passed in. */
export function coverageOf(benefits: readonly { thread: Thread; pence: number }[]): Coverage {
  const contracted = benefits.filter(({ thread }) => thread.contracted);
  const sum = (of: readonly { pence: number }[]) => of.reduce((total, { pence }) => total + pence, 0);
  return { promised: benefits.length, contracted: contracted.length, promisedPence: sum(benefits), contractedPence: sum(contracted) };
}

/** A sentence when a target does not lie on the better side of the starting figure; null when it does. */
export function targetProblem(direction: string | null, baseline: number | null, target: number | null, unit: string): string | null {
  if (baseline === null || target === null) return null;
  const figure = `${baseline.toLocaleString('en-GB')} ${unit}`.trim();
  if (direction === 'down' && target >= baseline) return `Target must be lower than the starting figure, ${figure}, because lower is better`;
  if (direction === 'up' && target <= baseline) return `Target must be higher than the starting figure, ${figure}, because higher is better`;
  return null;
}
