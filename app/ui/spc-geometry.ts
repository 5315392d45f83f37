import { MONTHS } from '#workflows/dates.ts';
import { number } from '#workflows/figure.ts';
import { isPercent } from '#workflows/results.ts';
import type { Chart, ChartPoint } from '#workflows/spc/chart.ts';
import type { Level } from '#workflows/spc/signals.ts';

/** Where things stand in a box of 100 by 100, its origin top left. Text is placed in it and never scaled by it. */
export interface Plot {
  series: string;
  /** Ordinary points and points of concern, each a path of zero lengths that round and square ends make dots of. */
  dots: string;
  squares: string;
  /** Points of improvement, drawn one by one: no line end is a diamond. */
  diamonds: Place[];
  centres: string;
  limits: string;
  grid: string;
  /** Dashed: the target, or the edges of the band. */
  target: string;
  targetLabel: Label | null;
  start: string;
  band: { y: number; height: number } | null;
  yTicks: Label[];
  /** Every second one, where there are many, is left out on phones. */
  xTicks: (Label & { year: string; odd: boolean })[];
  /** First, lowest and highest. */
  values: Label[];
  last: Label;
  /** Names of lines, beside them: spread so that none covers another or the last value. */
  names: Label[];
  marks: (Place & { number: number; bottom: number; row: number })[];
}
export interface Place { x: number; y: number }
export interface Label extends Place {
  text: string;
  anchor: 'start' | 'middle' | 'end';
  /** Above its place, below it, or level with it. */
  side: 'above' | 'below' | 'level';
}

/** Height of a line of text, and the width of a letter on a phone, as parts of the box: what keeps labels off each other. */
const LINE = 8;
const LETTER = 3.6;

/** A chart with at least one point, laid out. In a small one the target is named under the box. */
export function plotOf(chart: Chart, unit: string | null, small = false): Plot {
  const { points, stretches } = chart;
  const scale = scaleOf(chart, unit);
  const places = points.map(({ on, value }) => ({ x: scale.x(on), y: scale.y(value) }));
  const levels = levelsOf(chart, scale);
  const dashed = aimsOf(chart);
  const start = chart.baseline !== null && !stretches.some(({ reason }) => reason === 'Went live') ? chart.baseline : null;
  const last: Label = { ...places.at(-1)!, text: short(points.at(-1)!.value), anchor: 'start', side: 'level' };
  return {
    series: places.length > 1 ? `M${places.map(({ x, y }) => `${x} ${y}`).join('L')}` : '',
    dots: pointsOf(points, places, 'neutral'), squares: pointsOf(points, places, 'concern'),
    diamonds: places.filter((_, i) => points[i]!.tone === 'improvement'),
    centres: levels.map(({ from, to, centre }) => across(scale, centre, from, to)).join(''),
    limits: levels.map(({ from, to, limits }) => (limits ? across(scale, limits.lower, from, to) + across(scale, limits.upper, from, to) : '')).join(''),
    grid: scale.ticks.map((tick) => across(scale, tick)).join(''),
    target: dashed.map((value) => across(scale, value)).join(''), targetLabel: targetLabelOf(chart, dashed, scale, places, small),
    start: start === null ? '' : across(scale, start), band: bandOf(chart, scale),
    yTicks: scale.ticks.map((tick) => ({ x: 0, y: scale.y(tick), text: short(tick), anchor: 'end', side: 'level' })),
    xTicks: monthsOf(points, scale), values: valuesOf(points, places), last,
    names: spread(namesOf(chart, levels.at(-1), start, scale), last.y),
    marks: marksOf(chart, scale),
  };
}

interface Scale {
  x: (on: string) => number;
  /** Midway between the points either side of a step. */
  between: (on: string) => number;
  y: (value: number) => number;
  low: number;
  high: number;
  ticks: number[];
}

/** Days run across, values up, between round numbers. Below 0 or over 100% only where a value is. */
function scaleOf(chart: Chart, unit: string | null): Scale {
  const { points, stretches, since, baseline } = chart;
  const values = points.map(({ value }) => value);
  const limits = [...stretches, ...(since ? [since] : [])].flatMap((level) => (level.limits ? [level.limits.lower, level.limits.upper] : []));
  const shown = [...values, ...aimsOf(chart), ...(baseline === null ? [] : [baseline])];
  const least = Math.min(...shown) >= 0 ? 0 : -Infinity;
  const most = isPercent(unit) && Math.max(...shown) <= 100 ? 100 : Infinity;
  const ticks = ticksOf(Math.max(least, Math.min(...shown, ...limits)), Math.min(most, Math.max(...shown, ...limits)));
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const first = Date.parse(points[0]!.on);
  const time = Date.parse(points.at(-1)!.on) - first;
  const x = (on: string) => (time ? round(((Date.parse(on) - first) / time) * 100) : 50);
  return {
    x,
    between: (on) => {
      const next = points.findIndex((point) => point.on >= on);
      return next > 0 ? round((x(points[next - 1]!.on) + x(points[next]!.on)) / 2) : 0;
    },
    y: (value) => round(((high - value) / (high - low)) * 100),
    low, high, ticks,
  };
}

const round = (part: number): number => Math.round(part * 100) / 100;

/** Four to seven round numbers from at or under `low` to at or over `high`. */
function ticksOf(low: number, high: number): number[] {
  const size = Math.max(Math.abs(low), Math.abs(high));
  const pad = high - low > 1e-9 * Math.max(size, 1e-3) ? 0 : size * 0.1 || 1;
  const [from, to] = [low - pad, high + pad];
  const power = 10 ** Math.floor(Math.log10((to - from) / 4));
  const step = [1, 2, 5, 10].map((n) => n * power).find((each) => (to - from) / each <= 5)!;
  const first = Math.floor(from / step + 1e-9);
  const count = Math.ceil(to / step - 1e-9) - first;
  return Array.from({ length: count + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

const COMPACT = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 });
/** A number as there is room for it: "125.1k". Sentence and table have it whole. */
const short = (value: number): string => (Math.abs(value) >= 10_000 ? COMPACT.format(value) : number(value));

/** A level line, left out where it would leave the box. */
const across = ({ y, low, high }: Scale, value: number, from = 0, to = 100): string => (value < low || value > high ? '' : `M${from} ${y(value)}H${to}`);

const pointsOf = (points: readonly ChartPoint[], places: readonly Place[], tone: ChartPoint['tone']): string =>
  places.map(({ x, y }, i) => (points[i]!.tone === tone ? `M${x} ${y}h0` : '')).join('');

type Drawn = Level & { from: number; to: number };

/**
 * Each stretch from its first point to the next one's. While the level since go-live is on trial the one before it is
 * carried on in its place, since that is what the points are held against.
 */
function levelsOf({ points, stretches, since }: Chart, { between }: Scale): Drawn[] {
  return stretches.map(({ from, to, centre, limits, trial }) => {
    const level = since && from >= since.from && trial ? since : { centre, limits };
    return { centre: level.centre, limits: level.limits, from: between(points[from]!.on), to: to < points.length ? between(points[to]!.on) : 100 };
  });
}

/** What is promised, as values: the target, or the edges of the band. */
function aimsOf({ direction, target, low, high, baseline }: Chart): number[] {
  if (direction !== 'band' && direction !== 'maintain') return target === null ? [] : [target];
  const edges = [low, high].filter((edge) => edge !== null);
  if (edges.length) return edges;
  return direction === 'maintain' ? [target ?? baseline].filter((value) => value !== null) : [];
}

function bandOf({ direction, low, high }: Chart, scale: Scale): Plot['band'] {
  if ((direction !== 'band' && direction !== 'maintain') || (low === null && high === null)) return null;
  const top = scale.y(Math.min(high ?? scale.high, scale.high));
  return { y: top, height: Math.max(0, round(scale.y(Math.max(low ?? scale.low, scale.low)) - top)) };
}

/** Of the places above and below the line at either end, the one with the fewest points in it. */
function targetLabelOf(chart: Chart, dashed: readonly number[], { y }: Scale, places: readonly Place[], small: boolean): Label | null {
  const value = dashed.at(-1);
  if (value === undefined) return null;
  const at = y(value);
  const kept = chart.direction === 'band' || chart.direction === 'maintain';
  const text = dashed.length > 1 ? `band ${short(dashed[0]!)} to ${short(value)}` : `${kept ? 'keep to' : 'target'} ${short(value)}`;
  if (small) return { x: 0, y: 100, text, anchor: 'start', side: 'below' };
  const spots = (['start', 'end'] as const).flatMap((anchor) => (['above', 'below'] as const).map((side) => {
    const middle = at + (side === 'above' ? -LINE * 0.6 : LINE * 0.9);
    const isNear = ({ x, y: py }: Place) => (anchor === 'start' ? x < LETTER * text.length : x > 100 - LETTER * text.length) && Math.abs(py - middle) < LINE * 1.2;
    const outside = middle < 0 || middle > 100 - LINE / 2 ? 100 : 0;
    return { anchor, side, crowd: places.filter(isNear).length + outside };
  }));
  const { anchor, side } = spots.reduce((best, spot) => (spot.crowd < best.crowd ? spot : best));
  return { x: anchor === 'start' ? 0 : 100, y: at, text, anchor, side };
}

/** First, highest and lowest, each once: not where it says what is already said, nor on top of another. */
function valuesOf(points: readonly ChartPoint[], places: readonly Place[]): Label[] {
  const values = points.map(({ value }) => value);
  const [highest, lowest, end] = [values.indexOf(Math.max(...values)), values.indexOf(Math.min(...values)), values.length - 1];
  const said = new Set([values[end]]);
  const labels: Label[] = [];
  for (const i of [0, highest, lowest]) {
    const { x, y } = places[i]!;
    const low = i === lowest && i !== highest ? true : i === 0 && y > (places[1]?.y ?? 100);
    const text = short(values[i]!);
    const covers = labels.some((label) => Math.abs(label.x - x) < LETTER * Math.max(text.length, label.text.length) && Math.abs(label.y - y) < LINE * 2);
    if (i === end || said.has(values[i]) || covers) continue;
    said.add(values[i]);
    labels.push({ x, y, text, anchor: x < 4 ? 'start' : x > 96 ? 'end' : 'middle', side: low ? 'below' : 'above' });
  }
  return labels;
}

function namesOf({ kind }: Chart, level: Drawn | undefined, start: number | null, { y, low, high }: Scale): Label[] {
  const lines: [string, number | null | undefined][] = [
    ['upper limit', level?.limits?.upper], [kind === 'run' ? 'middle value' : 'average', level?.centre], ['lower limit', level?.limits?.lower], ['start', start],
  ];
  return lines.flatMap(([text, value]) => (value === null || value === undefined || value < low || value > high ? [] : [{ x: 100, y: y(value), text, anchor: 'start' as const, side: 'level' as const }]));
}

/** Labels one under another, none within a line of the next or of the last value. */
function spread(labels: Label[], taken: number): Label[] {
  let edge = -Infinity;
  return labels.sort((a, b) => a.y - b.y).map((label) => {
    let y = Math.max(label.y, edge);
    if (Math.abs(y - taken) < LINE) y = y < taken && taken - LINE >= edge ? taken - LINE : taken + LINE;
    edge = y + LINE;
    return { ...label, y: round(y) };
  });
}

/** A letter for each month of up to 14; after that every third month, or each year from the 41st. Years stand under. */
function monthsOf(points: readonly ChartPoint[], { x }: Scale): Plot['xTicks'] {
  const months = points.filter(({ on }, i) => i === 0 || on.slice(0, 7) !== points[i - 1]!.on.slice(0, 7)).map(({ on }) => ({ on, index: Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 }));
  const span = months.at(-1)!.index - months[0]!.index;
  const isYear = ({ index }: { index: number }, i: number) => i === 0 || Math.floor(index / 12) !== Math.floor(months[i - 1]!.index / 12);
  const kept = span > 40 ? months.filter(isYear).filter(({ on }, i) => i !== 1 || x(on) > LETTER * 5) : span > 13 ? months.filter(({ index }) => (index - months[0]!.index) % 3 === 0) : months;
  const long = span > 13 || kept.length < 5;
  return kept.map(({ on, index }, i) => {
    const name = MONTHS[index % 12]!;
    const year = String(Math.floor(index / 12));
    const fresh = i === 0 ? Math.floor((kept[2] ?? kept[0]!).index / 12) === Math.floor(index / 12) : Math.floor(kept[i - 1]!.index / 12) !== Math.floor(index / 12);
    return { x: x(on), y: 100, text: span > 40 ? year : long ? name.slice(0, 3) : name[0]!, year: span <= 40 && fresh ? year : '', anchor: 'middle', side: 'below', odd: kept.length > 6 && i % 2 === 1 };
  });
}

/** A step runs down the chart, a note to its point. Neighbours stand on two rows. */
function marksOf({ marks, points }: Chart, { x, y, between }: Scale): Plot['marks'] {
  let [before, row] = [-Infinity, 0];
  return marks.map(({ number: n, on, kind }) => {
    const at = kind === 'note' ? x(on) : between(on);
    row = at - before < 8 ? 1 - row : 0;
    before = at;
    return { number: n, x: at, y: 0, row, bottom: kind === 'note' ? y(points.find((point) => point.on === on)!.value) : 100 };
  });
}
