import { number } from '#workflows/figure.ts';
import type { Chart } from '#workflows/spc/chart.ts';
import { chartDescribed } from '#workflows/spc/chart-described.ts';
import { when } from '#workflows/spc/points.ts';
import { QUIET, SHEET, type Element, type Press } from './pdf-press.server.ts';

const [WIDTH, HEIGHT, LABELS] = [330, 92, 44];
/** Points that a drawing takes, with its dates. */
export const TALL = HEIGHT + 42;
const END = SHEET.left + LABELS + WIDTH;
const SMALL = { size: 8, weight: 400, ink: QUIET } as const;

/** A measure over time in black on white: the points joined, the target dashed and named, the first, last and outer values in figures. */
export function drawChart(press: Press, parent: Element, chart: Chart): void {
  if (chart.points.length < 2) return;
  const top = press.y() + 12;
  const values = [...chart.points.map((p) => p.value), ...(chart.target === null ? [] : [chart.target])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (i: number) => SHEET.left + LABELS + (i * WIDTH) / (chart.points.length - 1);
  const y = (value: number) => top + (high === low ? HEIGHT / 2 : ((high - value) * HEIGHT) / (high - low));
  const figure = press.element(parent, 'Figure', { alt: chartDescribed(chart), bbox: [SHEET.left, top - 8, END + 110, top + HEIGHT + 22] } as never);
  press.mark(figure, () => {
    const { doc } = press;
    const words = (text: string, at: number, down: number) => press.line(press.faces.wrap(text, 400, SMALL.size, 200)[0] ?? [], SMALL, at, down);
    const last = y(chart.points.at(-1)!.value);
    const aim = chart.target === null ? null : y(chart.target);
    const apart = aim !== null && Math.abs(aim - last) < 10 ? (aim <= last ? 6 : -6) : 0; // two labels that would cover each other
    if (aim !== null) {
      doc.moveTo(x(0), aim).lineTo(END, aim).lineWidth(1).dash(5, { space: 3 }).strokeColor('#000000').stroke().undash();
      words(`Target ${number(chart.target!)}`, END + 8, aim - 5 - apart);
    }
    chart.points.forEach((point, i) => (i === 0 ? doc.moveTo(x(i), y(point.value)) : doc.lineTo(x(i), y(point.value))));
    doc.lineWidth(1.2).strokeColor('#000000').stroke();
    chart.points.forEach((point, i) => doc.circle(x(i), y(point.value), 2));
    doc.fillColor('#000000').fill();
    words(number(high), SHEET.left, y(high) - 5);
    if (low !== high) words(number(low), SHEET.left, y(low) - 5);
    words(number(chart.points.at(-1)!.value), END + 8, last - 5 + apart);
    words(when(chart.points[0]!.on, chart.byDay), x(0), top + HEIGHT + 8);
    const until = when(chart.points.at(-1)!.on, chart.byDay);
    words(until, END - press.faces.widths(until, 400, SMALL.size).whole, top + HEIGHT + 8);
  });
  press.down(TALL);
}
