import { monthsBetween } from '../dates.ts';
import { asNumber, asRows, asText, type Row } from '../checks/check.ts';
import type { WarningLevel } from '../early-warning.ts';
import { fillLabels } from '../labels.ts';
import { firstDay, named, realDay } from '../mobilisation.ts';
import { isPercent, progress, promiseOf, promises, reaches, unitsDiffer, type Promise } from '../results.ts';
import { reviewSigns, signTitle } from '../review-signs.ts';
import type { Computation, Computed } from './computation.ts';

const waiting = (unit: Computed['unit'], working: string): Computed => ({ value: null, unit, working });
const keys = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const LEVELS: Record<WarningLevel, string> = {
  usual: 'Business as usual: look again at the next review',
  enhanced: 'Enhanced monitoring: meet within 10 working days',
  contingency: 'Contingency planning: meet within 3 working days',
  invoke: 'Use the failure plan today',
};

/** Worked out from the answers of a benefit review. */
export const benefitReviewComputations: Record<string, Computation> = {
  /** { dates, to, early }: whole months from go-live to the end of the period. Source: National Audit Office, HC 1088, 2011; `early` is a Slipway default. */
  monthsLive: ({ answer, params }) => {
    const live = firstDay(answer, keys(params.dates));
    const end = realDay(answer(String(params.to)));
    if (!live || !end) return waiting('whole', 'Shown when the transfer date and the last day of the period are answered');
    if (end < live) return { value: 0, unit: 'whole', working: 'The period ends before the transfer date' };
    const months = monthsBetween(live, end);
    const early = asNumber(params.early) ?? 12;
    const working = months < early ? `Too early to judge: under ${early} months live. Findings are early signs` : `${early} months or more live`;
    return { value: months, unit: 'whole', working };
  },
  /** { question }: each result against its start and target, one a line. A result that cannot be compared says why. */
  benefitVariance: ({ answer, params }) => {
    const rows = asRows(answer(String(params.question)));
    if (rows.length === 0) return waiting('text', 'Shown when the results are filled in');
    const all = promises(answer);
    const matched = rows.filter((row) => promiseOf(all, row)).length;
    const value = rows.map((row) => line(row, promiseOf(all, row))).join('\n');
    return { value, unit: 'text', working: `${matched} of ${rows.length} results match a promised benefit` };
  },
  /** { numbers, events, limits }: the level the reported signs call for, with the signs that are not clear. Slipway default. */
  reviewWarningLevel: ({ answer, params, pathway }) => {
    const { level, states } = reviewSigns(answer, { numbers: String(params.numbers), events: String(params.events), limits: String(params.limits) });
    if (states.size === 0) return waiting('text', 'Shown when the signs are filled in');
    const of = (colour: string) => [...states].filter(([, state]) => state === colour).map(([key]) => fillLabels(signTitle(key), pathway.labels));
    const parts = [...(of('red').length ? [`Red: ${named(of('red'))}`] : []), ...(of('amber').length ? [`Amber: ${named(of('amber'))}`] : [])];
    return { value: LEVELS[level], unit: 'text', working: parts.length ? parts.join('. ') : `All ${states.size} signs reported are clear` };
  },
};

const number = (n: number) => n.toLocaleString('en-GB', { maximumFractionDigits: 2 });

/** "Shorter waits: 5 weeks. Started at 16, target 8. Target reached, 137.5% of the way". */
function line(row: Row, promise: Promise | undefined): string {
  const name = promise?.title ?? asText(row.benefit) ?? 'A result';
  const value = asNumber(row.value);
  if (value === undefined) return `${name}: no result`;
  const result = `${name}: ${inUnit(value, asText(row.unit))}${counted(row)}`;
  if (row.quality === 'd') return `${result}. Not measured: the data cannot be relied on`;
  if (!promise) return `${result}. Not compared: no promised benefit has this name`;
  if (unitsDiffer(promise, row)) return `${result}. Not compared: the promise is in ${promise.unit}`;
  if (promise.baseline === undefined) return `${result}. Not compared: no starting figure`;
  const start = `Started at ${number(promise.baseline)}${promise.target === undefined ? '' : `, target ${number(promise.target)}`}`;
  return [result, start, verdict(promise, value), ...comparison(row)].join('. ');
}

function verdict(promise: Promise, value: number): string {
  const way = progress(promise, value);
  const reached = reaches(promise, value);
  if (way === undefined) return reached === undefined ? 'No target to compare with' : reached ? 'Kept as promised' : 'Not kept as promised';
  const far = `${number(Math.round(way * 1000) / 10)}% of the way`;
  if (reached) return `Target reached, ${far}`;
  if (way < 0) return 'Worse than at the start';
  return way === 0 ? 'No change from the start' : `Target not reached, ${far}`;
}

const inUnit = (value: number, unit: string | undefined) =>
  unit === undefined ? number(value) : isPercent(unit) ? `${number(value)}%` : `${number(value)} ${unit}`;

function counted(row: Row): string {
  const [part, whole, n] = [asNumber(row.numerator), asNumber(row.denominator), asNumber(row.n)];
  if (part !== undefined && whole !== undefined) return ` (${number(part)} of ${number(whole)})`;
  return n === undefined ? '' : ` (n = ${number(n)})`;
}

function comparison(row: Row): string[] {
  const other = asNumber(row.comparator);
  return other === undefined ? [] : [`Comparison figure: ${inUnit(other, asText(row.unit))}`];
}
