import { useId } from 'react';
import type { Chart } from '#workflows/spc/chart.ts';
import { chartDescribed } from '#workflows/spc/chart-described.ts';
import { when } from '#workflows/spc/points.ts';
import { plotOf, type Label, type Plot } from './spc-geometry.ts';
import classes from './spc-plot.module.css';

interface Props {
  chart: Chart;
  name: string;
  unit: string | null;
  /** The run of points, the target and the last value alone. */
  small?: boolean;
}

/**
 * The drawing: one inline SVG that no script touches. Lines live in an inner box that stretches, text and shapes do not,
 * so that words keep the page's size at any width. Under two points there is nothing to draw but the one.
 */
export function SpcPlot({ chart, name, unit, small }: Props) {
  const id = useId();
  const { points, byDay } = chart;
  if (!points.length) return null;
  const plot = plotOf(chart, unit, small);
  const [first, last] = [when(points[0]!.on, byDay), when(points.at(-1)!.on, byDay)];
  return (
    <svg className={small ? classes.small : classes.plot} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{`${name}${unit ? `, ${unit}` : ''}, ${first === last ? first : `${first} to ${last}`}`}</title>
      <desc id={`${id}d`}>{chartDescribed(chart)}</desc>
      <Lines plot={plot} small={small} />
      {small ? null : <Axes plot={plot} unit={unit} />}
      {small ? null : plot.marks.map((mark) => <Mark key={mark.number} mark={mark} />)}
      <Diamonds id={id} plot={plot} small={small} />
      {plot.targetLabel ? <Text label={plot.targetLabel} kind={classes.aim} /> : null}
      {small ? null : plot.values.map((label, i) => <Text key={i} label={label} />)}
      {small ? null : plot.names.map((label) => <Text key={label.text} label={label} kind={classes.name} />)}
      <Text label={plot.last} kind={classes.last} />
    </svg>
  );
}

const Lines = ({ plot, small }: { plot: Plot; small: boolean | undefined }) => (
  <svg className={classes.lines} viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
    {plot.band ? <rect className={classes.band} x="0" y={plot.band.y} width="100" height={plot.band.height} /> : null}
    {small ? null : <path className={classes.grid} d={plot.grid} />}
    {small ? null : <path className={classes.centre} d={plot.centres} />}
    {small || !plot.limits ? null : <path className={classes.limits} d={plot.limits} />}
    {small || !plot.start ? null : <path className={classes.start} d={plot.start} />}
    {plot.target ? <path className={classes.target} d={plot.target} /> : null}
    {plot.series ? <path className={classes.series} d={plot.series} /> : null}
    {plot.dots ? <path className={classes.dots} d={plot.dots} /> : null}
    {plot.squares ? <path className={classes.squares} d={plot.squares} /> : null}
  </svg>
);

const Axes = ({ plot, unit }: { plot: Plot; unit: string | null }) => (
  <>
    {plot.yTicks.map((tick, i) => <Text key={i} label={tick} kind={classes.tick} />)}
    {plot.xTicks.map(({ x, text, odd }, i) => <text key={i} className={odd ? classes.odd : classes.month} x={`${x}%`} y="100%" dy="1.4em">{text}</text>)}
    {plot.xTicks.map(({ x, year }, i) => (year ? <text key={i} className={classes.month} x={`${x}%`} y="100%" dy="2.65em">{year}</text> : null))}
    {unit ? <text className={classes.unit} y="0">{unit}</text> : null}
  </>
);

const Diamonds = ({ id, plot, small }: { id: string; plot: Plot; small: boolean | undefined }) =>
  plot.diamonds.length ? (
    <g className={classes.diamonds}>
      <defs><path id={`${id}b`} d={small ? 'M0-4.5L4.5 0 0 4.5-4.5 0z' : 'M0-6.5L6.5 0 0 6.5-6.5 0z'} /></defs>
      {plot.diamonds.map(({ x, y }, i) => <use key={i} href={`#${id}b`} x={`${x}%`} y={`${y}%`} />)}
    </g>
  ) : null;

const Mark = ({ mark: { number, x, bottom, row } }: { mark: Plot['marks'][number] }) => (
  <g className={classes.mark}>
    <line x1={`${x}%`} x2={`${x}%`} y1={row ? '-1.9em' : '-0.5em'} y2={`${bottom}%`} />
    <circle cx={`${x}%`} cy={row ? '-2.55em' : '-1.15em'} r="0.65em" />
    <text x={`${x}%`} y={row ? '-2.55em' : '-1.15em'} dy="0.36em">{number}</text>
  </g>
);

const Text = ({ label: { x, y, text, anchor, side }, kind }: { label: Label; kind?: string | undefined }) => (
  <text className={kind ?? classes.value} x={`${x}%`} y={`${y}%`} dy={SHIFT[side]} textAnchor={anchor}>{text}</text>
);

const SHIFT = { above: '-0.7em', below: '1.35em', level: '0.36em' } as const;
