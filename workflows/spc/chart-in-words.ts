import { dayInWords } from '../dates.ts';
import { figure } from '../figure.ts';
import { isPercent } from '../results.ts';
import type { Assurance, Chart, ChartPoint } from './chart.ts';
import { when, type Side, type Tone } from './points.ts';
import { FEWEST_FOR_TREND } from './run-chart.ts';
import type { Signal } from './signals.ts';
import { BASELINE, BEYOND, FEWEST } from './xmr.ts';

export interface Named {
  /** What is measured, as a sentence begins: "Waits". */
  name: string;
  unit: string | null;
  targetOn?: string | null;
}

/** Denominators under this show a direction and no more. Slipway default. */
const SMALL_GROUP = 20;

/**
 * What the chart shows, in sentences: from where to where, the target, and what may be concluded or not. "Waits fell
 * from 16 weeks (April 2026) to 5 weeks (March 2027). The target is 8 weeks or less. The last 7 points are all below
 * the average, so this is a real change."
 */
export function chartInWords(chart: Chart, named: Named): string[] {
  const target = targetInWords(chart, named);
  return [moved(chart, named), ...(target ? [target] : []), ...finding(chart), ...cautions(chart, named)];
}

function moved(chart: Chart, { name, unit }: Named): string {
  const last = chart.points.at(-1);
  const start = startOf(chart);
  if (!last) return start ? `${name} started at ${said(start, unit, chart)}. There are no results yet.` : 'There are no results yet.';
  if (!start || (start.on === last.on && start.value === last.value)) return `${name}: ${said(last, unit, chart)}.`;
  if (last.value === start.value) return `${name} began and ended at ${figure(last.value, unit)}${start.on ? ` (${when(start.on, chart.byDay)} and ${when(last.on, chart.byDay)})` : ''}.`;
  return `${name} ${last.value < start.value ? 'fell' : 'rose'} from ${said(start, unit, chart)} to ${said(last, unit, chart)}.`;
}

/** The starting figure as agreed, or else the first point. */
const startOf = ({ baseline, baselineOn, points }: Chart): { value: number; on: string | null; n?: number | null } | undefined =>
  baseline !== null ? { value: baseline, on: baselineOn } : points[0];

/** "70% of 40 (March 2027)": a percentage is never said without what it is out of, where that is known. */
const said = ({ value, on, n }: { value: number; on: string | null; n?: number | null }, unit: string | null, { byDay }: Chart): string =>
  `${figure(value, unit)}${n && isPercent(unit) ? ` of ${figure(n, null)}` : ''}${on ? ` (${when(on, byDay)})` : ''}`;

/** "The target is 8 weeks or less by 31 March 2027."; '' without one. */
export function targetInWords({ direction, target, low, high, baseline }: Pick<Chart, 'direction' | 'target' | 'low' | 'high' | 'baseline'>, { unit, targetOn }: Named): string {
  const by = targetOn ? ` by ${dayInWords(targetOn)}` : '';
  if (direction === 'band' || direction === 'maintain') {
    if (low !== null && high !== null) return `The aim is to stay between ${figure(low, unit)} and ${figure(high, unit)}${by}.`;
    const edge = low ?? high;
    if (edge !== null) return `The aim is to stay at ${figure(edge, unit)} or ${low === null ? 'less' : 'more'}${by}.`;
    const kept = target ?? baseline;
    return direction === 'maintain' && kept !== null ? `The aim is to stay at ${figure(kept, unit)}${by}.` : '';
  }
  if (target === null) return '';
  const end = (direction === 'down' && target === 0) || (direction === 'up' && target === 100 && isPercent(unit));
  return `The target is ${figure(target, unit)}${end || direction === null ? '' : direction === 'down' ? ' or less' : ' or more'}${by}.`;
}

function finding(chart: Chart): string[] {
  if (chart.kind === 'none') return [];
  return chart.run ? runFinding(chart, chart.run) : [sinceFinding(chart) ?? latestFinding(chart)];
}

function runFinding({ points, stretches }: Chart, { word, length, side, rule, rests }: NonNullable<Chart['run']>): string[] {
  if (word === 'tooFew') return [`From ${points.length === 1 ? '1 result' : `${points.length} results`} no trend can be called: it takes at least ${FEWEST_FOR_TREND}.`];
  if (word === 'noChange') return [`The points move no more than chance would make them, so no change can be called from ${points.length} points.`];
  const middle = rests < points.length ? 'the middle value before go-live' : 'the middle value';
  const onIt = points.slice(-length).some(({ value }) => value === stretches[0]!.centre) ? ', or on it' : '';
  const what = rule === 'shift' ? `are all ${SIDES[side!]} ${middle}${onIt}` : `${side === 'high' ? 'rise' : 'fall'} one after another`;
  return [`The last ${length} points ${what}, so ${WORDS[word]}.`, `${points.length} points are an early sign and no more.`];
}

const WORDS = { improved: 'this has improved', sustained: 'the improvement is sustained', deteriorated: 'this has deteriorated', moved: 'this has moved' } as const;
const SIDES: Readonly<Record<Side, string>> = { high: 'above', low: 'below' };
/** A change for the better, or of what has no better, is "a real change". */
const REAL: Readonly<Record<Tone, string>> = { improvement: 'a real change', neutral: 'a real change', concern: 'a real change for the worse' };

/** Against the level before go-live, while the latest points bear it out. */
function sinceFinding({ since, points }: Chart): string | undefined {
  if (!since || since.tone === 'neutral' || since.side !== since.toward) return undefined;
  const all = since.lastRun === points.length - since.from;
  const beyond = since.side === 'high' ? since.high : since.low;
  const shifted = points.at(-1)!.signals.some((signal) => signal.against === 'before' && signal.rule === 'shift');
  if (shifted) return `${all ? `All ${since.lastRun} points since go-live` : `The last ${since.lastRun} points`} are ${all ? '' : 'all '}${SIDES[since.side!]} the average before ${all ? 'it' : 'go-live'}, so this is ${REAL[since.tone]}.`;
  return beyond >= BEYOND ? `${beyond} points since go-live are ${SIDES[since.side!]} the limits before it, so this is ${REAL[since.tone]}.` : undefined;
}

function latestFinding({ points, stretches }: Chart): string {
  const last = points.at(-1)!;
  const stretch = stretches.at(-1)!;
  const own = last.signals.filter((each) => each.against === 'own');
  const signal = own.find(({ rule }) => rule === 'shift' || rule === 'trend') ?? own[0];
  if (!signal) return 'The latest points move no more than chance would make them, so no change can be called.';
  return sentenceOf(signal, lengthOf(points.slice(stretch.from), signal), last.tone);
}

const lengthOf = (points: readonly ChartPoint[], { rule, side }: Signal): number =>
  points.length - 1 - points.findLastIndex(({ signals }) => !signals.some((each) => each.rule === rule && each.side === side && each.against === 'own'));

function sentenceOf({ rule, side }: Signal, length: number, tone: Tone): string {
  const edge = side === 'high' ? 'upper' : 'lower';
  switch (rule) {
    case 'shift': return `The last ${length} points are all ${SIDES[side]} the average, so this is ${REAL[tone]}.`;
    case 'trend': return `The last ${length} points ${side === 'high' ? 'rise' : 'fall'} one after another, so this is ${REAL[tone]}.`;
    case 'near': return `2 of the last 3 points are near the ${edge} limit, so this is more than chance.`;
    case 'outside': return `The last point is ${SIDES[side]} the ${edge} limit, so this is more than chance. Find out what happened.`;
  }
}

/** What must not be concluded, and why. */
function cautions({ kind, points, stretches }: Chart, { unit }: Named): string[] {
  const last = points.at(-1);
  const stretch = stretches.at(-1);
  if (!last) return [];
  const zeros = points.filter((point) => point.value === 0).length;
  return [
    ...(isPercent(unit) && !last.n ? ['It is not recorded what the last percentage is out of.'] : []),
    ...(last.n && last.n < SMALL_GROUP ? [`The last result is out of ${last.n}: read which way it moved, and no more.`] : []),
    ...(kind === 'xmr' && !stretch?.limits ? [`There are no limits yet for the latest points: they need ${FEWEST}.`] : []),
    ...(kind === 'xmr' && stretch?.limits && stretch.trial ? [`The latest limits are on trial: they rest on ${stretch.rests} points, and ${BASELINE} are needed.`] : []),
    ...(kind === 'xmr' && zeros * 10 > points.length ? ['More than 1 in 10 results are 0, so limits and average may mislead.'] : []),
  ];
}

/** Whether the target will be met, by the latest limits; '' where there are none. A measure that is still moving has left its limits, so they foretell nothing. */
export function assuranceInWords({ assurance, points, stretches }: Chart): string {
  if (!assurance) return '';
  const moved = points.at(-1)!.signals.some((signal) => signal.against === 'own' && signal.rule !== 'outside');
  if (moved) return 'Still moving, so the limits say nothing of the target yet';
  return ASSURANCE[assurance] + (stretches.at(-1)!.trial ? ' (by trial limits)' : '');
}

const ASSURANCE: Readonly<Record<Assurance, string>> = {
  always: 'Will meet the target every time',
  hitOrMiss: 'May hit or miss the target',
  never: 'Will miss the target unless something changes',
};

/** What one point says, the same in the legend and in the table. */
export const TONES: Readonly<Record<Tone, string>> = { improvement: 'Better than chance', concern: 'Worse than chance', neutral: 'Ordinary' };
