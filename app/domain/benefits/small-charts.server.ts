import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { benefitStepsOf } from '#db/tables/benefit-changes.server.ts';
import { readingsOf } from '#db/tables/readings.server.ts';
import type { Chart } from '#workflows/spc/chart.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { byKey } from '../results/by-key.ts';
import { chartFor } from './charts.ts';
import { inForce } from './readings-in-force.ts';

/** One measure drawn small, beside others. */
export interface SmallChart {
  id: string;
  title: string;
  unit: string | null;
  chart: Chart;
}

/** As many as can be taken in at a glance. */
const SIDE_BY_SIDE = 6;

/** What is measured in a case, the contracted first: so many that they stand side by side. */
export async function smallCharts(reader: Reader, file: CaseFile, measured: readonly Row<'benefits'>[]): Promise<SmallChart[]> {
  const shown = [...measured].sort((a, b) => Number(b.treatment === 'contracted') - Number(a.treatment === 'contracted') || a.number - b.number).slice(0, SIDE_BY_SIDE);
  const ids = shown.map(({ id }) => id);
  if (!ids.length) return [];
  const [readings, steps] = await Promise.all([readingsOf(reader, ids), benefitStepsOf(reader, ids)]);
  const results = byKey(inForce(readings), (reading) => reading.benefit_id);
  return shown.map((row) => ({ id: row.id, title: row.title, unit: row.unit, chart: chartFor(row, results.get(row.id) ?? [], steps.filter((step) => step.benefit_id === row.id), file.case.live_on) }));
}
