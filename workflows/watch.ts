import { asNumber, asRows, type AnswerValue } from './checks/check.ts';
import { dayNumber } from './dates.ts';
import { NUMBER_SIGNS, signState, warningLevel, type NumberSign, type SignState, type WarningLevel } from './early-warning.ts';

/** A benefit as the early warning reads it, with its last results in force, oldest first. */
export interface Watched {
  code: string | null;
  contracted: boolean;
  direction: string | null;
  baseline: number | null;
  baselineOn: string | null;
  target: number | null;
  targetOn: string | null;
  tolerance: number | null;
  results: readonly { id: string; on: string; value: number }[];
  /** Reports due and not in, in a row. */
  missed: number;
}
/** A sign that is past a threshold. */
export interface CrossedSign {
  sign: string;
  level: Exclude<SignState, 'clear'>;
  value: number | null;
  threshold: number | null;
  on: string;
  result: string | null;
}

/** Measures in the contract that must have results before a share of them says anything. Slipway default. */
const ENOUGH_MEASURES = 4;

/** The signs of the failure plan that the measures have crossed. `limits`: the plan's table of thresholds; what is empty there is our default. */
export function crossedSigns(benefits: readonly Watched[], limits: AnswerValue | undefined, today: string): CrossedSign[] {
  const rows = asRows(limits);
  const measured = NUMBER_SIGNS.flatMap((sign) => benefits.filter((b) => b.code !== null && b.code === sign.measure?.code).flatMap((b) => ofMeasure(sign, b, rows.find((row) => row.row === sign.key)) ?? []));
  return [...measured, ...contractMeasures(benefits, today), ...missedReports(benefits, rows, today)];
}

function ofMeasure(sign: NumberSign, b: Watched, limit: Record<string, unknown> | undefined): CrossedSign | undefined {
  const last = b.results.at(-1);
  const value = last && (sign.measure?.times ? (b.baseline ? last.value / b.baseline : undefined) : last.value);
  if (!last || value === undefined) return undefined;
  return crossed(sign, value, limit, { on: last.on, result: last.id });
}

function crossed(sign: NumberSign, value: number, limit: Record<string, unknown> | undefined, at: { on: string; result: string | null }): CrossedSign | undefined {
  const [amber, red] = [asNumber(limit?.amber) ?? sign.amber, asNumber(limit?.red) ?? sign.red];
  const level = signState(sign.worse, value, amber, red);
  return level === 'clear' ? undefined : { sign: sign.key, level, value: Math.round(value * 100) / 100, threshold: level === 'red' ? red : amber, ...at };
}

/** Sign T9: one measure short of its path twice running is amber; worse than its start twice running, or a quarter of all of them at once, is red. */
function contractMeasures(benefits: readonly Watched[], today: string): CrossedSign[] {
  const held = benefits.filter((b) => b.contracted && b.results.length > 0);
  const states = held.map((b) => b.results.slice(-2).map((result) => standing(b, result)));
  const twice = (among: readonly SignState[]) => held.find((_, i) => states[i]!.length === 2 && states[i]!.every((s) => among.includes(s)));
  const reds = states.filter((s) => s.at(-1) === 'red').length;
  const red = twice(['red']) ?? (held.length >= ENOUGH_MEASURES && reds * 4 > held.length ? held.find((_, i) => states[i]!.at(-1) === 'red') : undefined);
  const found = red ?? twice(['amber', 'red']);
  if (!found) return [];
  const last = found.results.at(-1);
  return [{ sign: 't9-measures', level: red ? 'red' : 'amber', value: last?.value ?? null, threshold: null, on: last?.on ?? today, result: last?.id ?? null }];
}

/** How a result stands against the straight line from start to target. */
function standing(b: Watched, { on, value }: { on: string; value: number }): SignState {
  const { direction, baseline, target, baselineOn, targetOn } = b;
  if ((direction !== 'up' && direction !== 'down') || baseline === null || target === null || !baselineOn || !targetOn) return 'clear';
  const sign = direction === 'up' ? 1 : -1;
  const slack = b.tolerance ?? Math.abs(target - baseline) * 0.1;
  const way = Math.min(1, Math.max(0, (dayNumber(on) - dayNumber(baselineOn)) / Math.max(1, dayNumber(targetOn) - dayNumber(baselineOn))));
  if (sign * (value - baseline) < -slack) return 'red';
  return sign * (value - (baseline + way * (target - baseline))) < -slack ? 'amber' : 'clear';
}

/** Sign T10: reports missed in a row, of whichever measure in the contract missed most. */
function missedReports(benefits: readonly Watched[], rows: readonly Record<string, unknown>[], today: string): CrossedSign[] {
  const sign = NUMBER_SIGNS.find(({ key }) => key === 't10-missed-data')!;
  const most = Math.max(0, ...benefits.filter((b) => b.contracted).map((b) => b.missed));
  const found = crossed(sign, most, rows.find((row) => row.row === sign.key), { on: today, result: null });
  return found ? [found] : [];
}

/** What all warnings that are open call for together. */
export const levelOf = (open: readonly Pick<CrossedSign, 'sign' | 'level' | 'value'>[]): WarningLevel =>
  warningLevel(new Map(open.map(({ sign, level }) => [sign, level])), open.find(({ sign }) => sign === 't1-cash-days')?.value ?? undefined);
