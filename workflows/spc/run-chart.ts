import { medianOf, usable, type Aim, type Point, type Side, type Tone } from './points.ts';
import { runsOf, trendsOf } from './runs.ts';
import { toneOf, type Signal } from './signals.ts';

/** What a run chart may say. "Moved" is a change that nobody has called good or bad; "tooFew" is under 5 points. */
export type RunWord = 'improved' | 'sustained' | 'deteriorated' | 'moved' | 'noChange' | 'tooFew';
export interface RunChartOptions extends Partial<Aim> {
  /** With 3 points or more before it the median is theirs, and the later ones are held against it. */
  goLiveOn?: string | null;
  shift?: number;
  trend?: number;
}
export interface RunChart<P extends Point = Point> {
  points: (P & { signals: Signal[]; tone: Tone })[];
  median: number;
  /** How many points the median is of: all, or those before go-live. */
  rests: number;
  word: RunWord;
  /** The last points in a row that the word is about, reaching the latest; 0 for no word. */
  length: number;
  side: Side | null;
  rule: 'shift' | 'trend' | null;
}

/** Points below which nothing is called, since a trend takes 5. */
export const FEWEST_FOR_TREND = 5;
const FEWEST_BEFORE = 3;

/**
 * A run chart, for fewer points than limits need: a shift is 6 in a row on one side of the median, a trend 5 rising or
 * falling. As is usual for run charts a point on the median neither adds to a run nor breaks it, and a value that
 * repeats the one before is not counted. Slipway defaults.
 */
export function runChart<P extends Point>(given: readonly P[], options: RunChartOptions = {}): RunChart<P> {
  const points = usable(given);
  const values = points.map((point) => point.value);
  const aim: Aim = { direction: options.direction ?? null, low: options.low ?? null, high: options.high ?? null };
  const before = options.goLiveOn ? points.filter(({ on }) => on < options.goLiveOn!).length : 0;
  const rests = before >= FEWEST_BEFORE && before < points.length ? before : points.length;
  const median = medianOf(values.slice(0, rests));
  const shifts = shiftsOf(values, median, options.shift ?? 6, rests < points.length ? rests : 0);
  const trends = repeatsDropped(values, Math.max(2, options.trend ?? 5));
  const signals = values.map((_, i): Signal[] => [...signal('shift', shifts[i]!), ...signal('trend', trends[i]!)]);
  return {
    points: points.map((point, i) => ({ ...point, signals: signals[i]!, tone: toneOf(signals[i]!, point.value, aim) })),
    median, rests, ...wordOf(values, signals, aim, median),
  };
}

const signal = (rule: 'shift' | 'trend', sign: number): Signal[] => (sign ? [{ rule, side: sign > 0 ? 'high' : 'low', against: 'own' }] : []);

/** Runs are looked for where values off the median follow one another, and not among those the median is held against. */
function shiftsOf(values: readonly number[], median: number, length: number, from: number): number[] {
  const off = values.flatMap((value, i) => (value === median || i < from ? [] : [i]));
  return spread(off, runsOf(off.map((i) => Math.sign(values[i]! - median)), length), values.length);
}

function repeatsDropped(values: readonly number[], length: number): number[] {
  const moved = values.flatMap((value, i) => (i > 0 && value === values[i - 1] ? [] : [i]));
  return spread(moved, trendsOf(moved.map((i) => values[i]!), length), values.length);
}

function spread(places: readonly number[], signs: readonly number[], length: number): number[] {
  const found = new Array<number>(length).fill(0);
  for (const [i, at] of places.entries()) found[at] = signs[i]!;
  return found;
}

/** The word is about now: only what reaches the latest point earns one. A level counts for more than a trend. */
function wordOf(values: readonly number[], signals: readonly Signal[][], aim: Aim, median: number): Pick<RunChart, 'word' | 'length' | 'side' | 'rule'> {
  if (values.length < FEWEST_FOR_TREND) return { word: 'tooFew', length: 0, side: null, rule: null };
  const skipped = (i: number) => values[i] === median || values[i] === values[i - 1];
  let last = values.length - 1;
  while (last > 0 && signals[last]!.length === 0 && skipped(last)) last -= 1;
  const [first] = signals[last]!;
  if (!first) return { word: 'noChange', length: 0, side: null, rule: null };
  const matches = (i: number) => signals[i]!.some(({ rule, side }) => rule === first.rule && side === first.side);
  let from = last;
  for (let i = last; i >= 0 && (matches(i) || skipped(i)); i -= 1) if (matches(i)) from = i;
  const tone = toneOf([first], values.at(-1)!, aim);
  const better = first.rule === 'shift' ? 'sustained' : 'improved';
  return { word: tone === 'improvement' ? better : tone === 'concern' ? 'deteriorated' : 'moved', length: values.length - from, side: first.side, rule: first.rule as 'shift' | 'trend' };
}
