import type { Row } from '#db/schema.ts';
import { chartOf, type Chart } from '#workflows/spc/chart.ts';
import type { Direction } from '#workflows/spc/points.ts';

type Result = Pick<Row<'readings'>, 'period_on' | 'value' | 'n' | 'denominator' | 'note'>;
type Step = Pick<Row<'benefit_steps'>, 'from_on' | 'reason'>;

/** What the results in force of one benefit show, against its start and target; limits are drawn anew from go-live and from each stated cause. */
export const chartFor = (b: Row<'benefits'>, results: readonly Result[], steps: readonly Step[], goLiveOn: string | null): Chart =>
  chartOf(
    results.map((r) => ({ on: r.period_on, value: r.value, n: r.denominator ?? r.n, note: r.note || null })),
    {
      direction: b.direction as Direction | null, target: b.target, low: b.band_low, high: b.band_high, baseline: b.baseline, baselineOn: b.baseline_on,
      steps: steps.map((step) => ({ from: step.from_on, reason: step.reason })), goLiveOn,
    },
  );
