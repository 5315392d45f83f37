import { isDay, numberOrNull, usable, type Aim, type Point, type Tone } from './points.ts';
import { runChart, type RunChart } from './run-chart.ts';
import type { Signal } from './signals.ts';
import { xmr, type Since, type Step, type Stretch, type XmrOptions } from './xmr.ts';

/** Points from which limits are drawn; fewer make a run chart. */
const ENOUGH_FOR_LIMITS = 10;

export interface ChartInput extends Point {
  /** How many a percentage or rate is out of. */
  n?: number | null;
  note?: string | null;
}
/** What was promised of the measure, and what happened to it. `baseline` is the starting figure as agreed. */
export interface ChartOptions extends Pick<XmrOptions, 'screened' | 'run'> {
  direction: Aim['direction'];
  target?: number | null;
  low?: number | null;
  high?: number | null;
  baseline?: number | null;
  baselineOn?: string | null;
  steps?: readonly Step[];
  goLiveOn?: string | null;
}
export interface ChartPoint extends ChartInput {
  signals: Signal[];
  tone: Tone;
}
/** Something that happened: a line down the chart, or a note at one point. Numbered from 1 in the order of days. */
export interface Mark {
  number: number;
  on: string;
  words: string;
  kind: 'goLive' | 'step' | 'note';
}
/** Whether chance alone keeps the measure on the right side of its target. */
export type Assurance = 'always' | 'hitOrMiss' | 'never';

/** Everything that figure and words say of one measure. Plain, so that it can be stored or sent. */
export interface Chart extends Aim {
  kind: 'none' | 'run' | 'xmr';
  points: ChartPoint[];
  /** Under 10 points one stretch, whose centre is the median; under 5 none. */
  stretches: Stretch[];
  since: Since | null;
  run: Pick<RunChart, 'word' | 'length' | 'side' | 'rule' | 'rests'> | null;
  target: number | null;
  baseline: number | null;
  baselineOn: string | null;
  assurance: Assurance | null;
  marks: Mark[];
  /** A month has more than one point, so that days are said. */
  byDay: boolean;
}

/** A run chart under 10 points, limits from 10. Total: what cannot be drawn is left out, and nothing makes it throw. */
export function chartOf(given: readonly ChartInput[], options: ChartOptions): Chart {
  const points = usable(given);
  const aim: Aim = { direction: options.direction, low: numberOrNull(options.low), high: numberOrNull(options.high) };
  const target = numberOrNull(options.target);
  const baselineOn = options.baselineOn && isDay(options.baselineOn) ? options.baselineOn : null;
  const promised = { ...aim, target, baseline: numberOrNull(options.baseline), baselineOn, marks: marksOf(points, options), byDay: points.some(({ on }, i) => i > 0 && on.slice(0, 7) === points[i - 1]!.on.slice(0, 7)) };
  if (points.length >= ENOUGH_FOR_LIMITS) {
    const drawn = xmr(points, { ...options, ...aim });
    return { ...promised, ...drawn, kind: 'xmr', run: null, assurance: assuranceOf(drawn.stretches.at(-1), aim, target) };
  }
  const { points: drawn, median, rests, word, length, side, rule } = runChart(points, { ...aim, goLiveOn: options.goLiveOn });
  const stretch = { from: 0, to: points.length, reason: null, rests, trial: true, centre: median, limits: null };
  return { ...promised, kind: points.length ? 'run' : 'none', points: drawn, stretches: word === 'tooFew' ? [] : [stretch], since: null, run: { word, length, side, rule, rests }, assurance: null };
}

/** Limits wholly on the right side of the target always meet it, wholly on the wrong side never. */
function assuranceOf(stretch: Stretch | undefined, { direction, low, high }: Aim, target: number | null): Assurance | null {
  const limits = stretch?.limits;
  if (!limits) return null;
  const { lower, upper } = limits;
  if (direction === 'up' || direction === 'down') {
    if (target === null) return null;
    if (target > upper) return direction === 'up' ? 'never' : 'always';
    if (target < lower) return direction === 'up' ? 'always' : 'never';
    return 'hitOrMiss';
  }
  if (low === null && high === null) return null;
  if (lower >= (low ?? -Infinity) && upper <= (high ?? Infinity)) return 'always';
  return upper < (low ?? -Infinity) || lower > (high ?? Infinity) ? 'never' : 'hitOrMiss';
}

/** Steps and notes within the time the chart covers. Steps before the first point have changed nothing that is drawn. */
function marksOf(points: readonly ChartInput[], { steps = [], goLiveOn }: ChartOptions): Mark[] {
  const [first, last] = [points[0]?.on ?? '', points.at(-1)?.on ?? ''];
  const lines = [...steps.map((step) => ({ on: step.from, words: step.reason, kind: 'step' as const })), ...(goLiveOn ? [{ on: goLiveOn, words: 'Went live', kind: 'goLive' as const }] : [])];
  const notes = points.flatMap(({ on, note }) => (note ? [{ on, words: note.replace(/\.$/, ''), kind: 'note' as const }] : []));
  return [...lines.filter(({ on }) => isDay(on) && on > first && on <= last), ...notes]
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((mark, i) => ({ number: i + 1, ...mark }));
}
