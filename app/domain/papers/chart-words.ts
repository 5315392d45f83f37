import { figure } from '#workflows/figure.ts';
import type { Chart } from '#workflows/spc/chart.ts';
import { when } from '#workflows/spc/points.ts';

const LAST = 12;

/** The last results in figures, for where there is no drawing: "Last 12 results: May 2026 6 weeks, …". */
export function seriesInWords(chart: Chart, unit: string | null): string {
  const points = chart.points.slice(-LAST);
  if (!points.length) return 'No results yet.';
  const all = points.length === chart.points.length ? 'Results' : `Last ${points.length} results of ${chart.points.length}`;
  return `${all}: ${points.map(({ on, value }) => `${when(on, chart.byDay)} ${figure(value, unit)}`).join(', ')}.`;
}
