import type { Row } from '#db/schema.ts';
import { addMonths } from '#workflows/dates.ts';
import { assess } from '#workflows/spc/assessment.ts';
import { today } from '../clock.server.ts';
import { inForce } from '../benefits/readings-in-force.ts';

/** A benefit beside what would have happened had nothing changed. */
export interface StatusQuo {
  /** What was promised less what would have been anyway, in the unit of the measure: not less the figure of today. */
  forecastLess: number | null;
  /** Of that difference, the share reached so far; null where the results are too few to say. */
  netProgress: number | null;
  /** It looks reached, but most of the change would have come anyway. */
  anyway: boolean;
}

type Known = Pick<Row<'benefits'>, 'direction' | 'baseline' | 'baseline_on' | 'target' | 'target_on' | 'band_low' | 'band_high' | 'unit' | 'tolerance' | 'counterfactual' | 'frequency' | 'lag_days'> & { live_on: string | null };
type Result = Pick<Row<'readings'>, 'id' | 'replaces_id' | 'period_on' | 'value' | 'n' | 'denominator' | 'quality'>;

const MONTHS: Record<string, number> = { monthly: 1, quarterly: 3, yearly: 12 };

/** `readings`: all of the benefit, by period. */
export function statusQuoOf(b: Known, readings: readonly Result[]): StatusQuo {
  const { target, counterfactual, direction, live_on: liveOn } = b;
  const forecastLess = target === null || counterfactual === null ? null : round(target - counterfactual);
  if (forecastLess === null || direction === null || liveOn === null) return { forecastLess, netProgress: null, anyway: false };
  const { netProgress, flags } = assess({
    direction, baseline: b.baseline, target, low: b.band_low, high: b.band_high, unit: b.unit, tolerance: b.tolerance, counterfactual,
    points: inForce(readings).filter((r) => r.period_on >= liveOn).map((r) => ({ on: r.period_on, value: r.value, n: r.denominator ?? r.n, quality: r.quality })),
    today: today(), goLiveOn: liveOn, firstDueOn: addMonths(liveOn, MONTHS[b.frequency ?? ''] ?? 1), lagDays: b.lag_days ?? 0, targetOn: b.target_on,
  });
  return { forecastLess, netProgress: netProgress === null ? null : round(netProgress), anyway: flags.includes('wouldHaveHappenedAnyway') };
}

/** Without the tails of binary fractions: 0.3, not 0.30000000000000004. */
const round = (value: number): number => Number(value.toPrecision(12));
