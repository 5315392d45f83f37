import { meanOf, sideOf, slackOf, usable, type Aim, type Point, type Side, type Tone } from './points.ts';
import { signalsOf, toneOf, type Level, type Limits, type Signal } from './signals.ts';

/** Points from which the level of a stretch is worked out; it is then locked. With fewer, the limits are on trial. */
export const BASELINE = 12;
/** Points in a row on one side, or rising or falling, that make a signal. */
export const RUN = 7;
/** Points below which limits would say nothing. */
export const FEWEST = 5;
/** Points beyond the old limits that, with no shift, still make a change since go-live. */
export const BEYOND = 2;

/** Why everything is worked out afresh from a day on. */
export interface Step {
  from: string;
  reason: string;
}
export interface XmrOptions extends Partial<Aim> {
  steps?: readonly Step[];
  goLiveOn?: string | null;
  /** Points after which the level of a stretch is locked. */
  locksAt?: number;
  run?: number;
  /** Leaves out moving ranges of 3.267 times their mean or more, once. */
  screened?: boolean;
}
/** Points that share one level: `from` is the index of the first, `to` one past the last. */
export interface Stretch extends Level {
  from: number;
  to: number;
  reason: string | null;
  /** How many points the level rests on. */
  rests: number;
  trial: boolean;
}
export interface XmrPoint extends Point {
  signals: Signal[];
  tone: Tone;
}
/** How the points since go-live stand against the level before it. */
export interface Since extends Level {
  /** Index of the first point since go-live. */
  from: number;
  /** The last points in a row on one side of the old centre, reaching the latest; 0 when that is on it. */
  lastRun: number;
  side: Side | null;
  /** Points beyond the old limits. */
  high: number;
  low: number;
  /** Where a shift, or 2 points beyond the limits, lies: the later where both ways are seen. And what it means. */
  toward: Side | null;
  tone: Tone;
}
export interface Xmr<P extends Point = Point> {
  points: (P & XmrPoint)[];
  stretches: Stretch[];
  /** Null before go-live, or where fewer than 5 points come before it. */
  since: Since | null;
}

/**
 * An individuals chart: centre and limits at the mean and 2.66 mean moving ranges either side, afresh from each step.
 * Source: NHS England, "Making data count". Total: odd points are left out, and no input makes it throw.
 */
export function xmr<P extends Point>(given: readonly P[], options: XmrOptions = {}): Xmr<P> {
  const points = usable(given);
  const values = points.map((point) => point.value);
  const run = Math.max(2, options.run ?? RUN);
  const aim: Aim = { direction: options.direction ?? null, low: options.low ?? null, high: options.high ?? null };
  const stretches = stretchesOf(points, options);
  const own = stretches.flatMap(({ from, to, ...level }) => signalsOf(values.slice(from, to), level, run, 'own'));
  const live = options.goLiveOn ? points.findIndex(({ on }) => on >= options.goLiveOn!) : -1;
  const before = live > 0 ? stretches.find(({ to }) => to === live) : undefined;
  const known = before && before.to - before.from >= FEWEST ? before : undefined;
  const carried = known ? signalsOf(values.slice(live), known, run, 'before') : [];
  return {
    points: points.map((point, i) => {
      const signals = known && i >= live ? [...own[i]!, ...carried[i - live]!] : own[i]!;
      return { ...point, signals, tone: toneOf(signals, point.value, aim) };
    }),
    stretches,
    since: known ? sinceOf(values.slice(live), known, carried, live, aim) : null,
  };
}

function stretchesOf(points: readonly Point[], { steps = [], goLiveOn, locksAt = BASELINE, screened = false }: XmrOptions): Stretch[] {
  const all = [...steps, ...(goLiveOn ? [{ from: goLiveOn, reason: 'Went live' }] : [])];
  const starts = new Map<number, string | null>(points.length ? [[0, null]] : []);
  for (const { from, reason } of all.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const at = points.findIndex(({ on }) => on >= from);
    if (at > 0) starts.set(at, reason);
  }
  const cuts = [...starts.keys()];
  return cuts.map((from, i) => {
    const to = cuts[i + 1] ?? points.length;
    const base = points.slice(from, Math.min(to, from + Math.max(1, locksAt))).map((point) => point.value);
    return { from, to, reason: starts.get(from)!, rests: base.length, trial: base.length < BASELINE, ...levelOf(base, screened) };
  });
}

/** Mean and natural limits of these values; no limits under 5 of them. */
function levelOf(values: readonly number[], screened = false): Level {
  const centre = meanOf(values);
  if (values.length < FEWEST) return { centre, limits: null };
  const ranges = values.slice(1).map((value, i) => Math.abs(value - values[i]!));
  const all = meanOf(ranges);
  return { centre, limits: limitsAt(centre, screened && all > 0 ? meanOf(ranges.filter((range) => range < 3.267 * all)) : all) };
}

const limitsAt = (centre: number, range: number): Limits => ({
  lower: centre - 2.66 * range, nearLower: centre - (2.66 * 2 * range) / 3, nearUpper: centre + (2.66 * 2 * range) / 3, upper: centre + 2.66 * range,
});

/** `carried`: the signals of these values against the old level. */
export function sinceOf(values: readonly number[], { centre, limits }: Level, carried: readonly Signal[][], from: number, aim: Aim): Since {
  const slack = slackOf(values);
  const sides = values.map((value) => sideOf(value, centre, slack));
  const latest = sides.at(-1)!;
  const start = sides.findLastIndex((side) => side !== latest);
  const beyond = (way: Side) => carried.filter((signals) => signals.some((s) => s.rule === 'outside' && s.side === way)).length;
  const [high, low] = [beyond('high'), beyond('low')];
  const counts = ({ rule, side: way }: Signal) => rule === 'shift' || (rule === 'outside' && (way === 'high' ? high : low) >= BEYOND);
  const at = carried.findLastIndex((signals) => signals.some(counts));
  const evidence = at < 0 ? [] : carried[at]!.filter(counts);
  return {
    centre, limits, from, side: latest ? (latest > 0 ? 'high' : 'low') : null, lastRun: latest ? values.length - 1 - start : 0,
    high, low, toward: evidence[0]?.side ?? null, tone: toneOf(evidence, values[at] ?? centre, aim),
  };
}
