import { figure } from '#workflows/figure.ts';
import { day } from '../../lib/dates.ts';
import { count } from '../../lib/money.ts';

interface Described {
  unit: string | null;
  direction: string | null;
  baseline: number | null;
  baseline_on: string | null;
  target: number | null;
  target_on: string | null;
}

/** "From 16 weeks (1 April 2026) to 5 weeks (31 March 2027). The target is 8 weeks or less by 31 March 2028." */
export function sentenceOf(b: Described, last: { value: number; period_on: string } | undefined): string {
  const start = b.baseline === null ? '' : `${figure(b.baseline, b.unit)}${b.baseline_on ? ` (${day(b.baseline_on)})` : ''}`;
  const now = last && `${figure(last.value, b.unit)} (${day(last.period_on)})`;
  const reached = now ? (start ? `From ${start} to ${now}.` : `Now ${now}.`) : start ? `It starts from ${start}.` : '';
  return [reached, targetOf(b)].filter(Boolean).join(' ');
}

function targetOf({ target, unit, direction, target_on }: Described): string {
  if (target === null) return '';
  const or = direction === 'down' ? ' or less' : direction === 'up' ? ' or more' : '';
  return `The target is ${figure(target, unit)}${or}${target_on ? ` by ${day(target_on)}` : ''}.`;
}

interface Compared extends Pick<Described, 'unit' | 'direction' | 'baseline' | 'target'> {
  counterfactual: number | null;
  counterfactual_method: string | null;
}

/** The benefit as forecast less counterfactual, in a sentence; '' while one of the two is not known. */
export function gainOf({ unit, direction, baseline, target, counterfactual, counterfactual_method: method }: Compared): string {
  const forecast = target ?? (direction === 'maintain' ? baseline : null);
  const without = counterfactual ?? (method === 'none' ? baseline : null);
  if (forecast === null || without === null) return '';
  const today = baseline === null || baseline === without ? '' : ` From the starting figure it would look like ${apart(forecast, baseline, unit)}, which is not the benefit.`;
  return `${figure(forecast, unit)} is promised, and ${figure(without, unit)} is expected if nothing had changed. The benefit is the difference: ${apart(forecast, without, unit)}.${today}`;
}

function apart(value: number, from: number, unit: string | null): string {
  if (value === from) return 'none';
  const gap = Math.abs(value - from);
  return `${unit === '%' ? `${count(gap)} percentage points` : figure(gap, unit)} ${value < from ? 'less' : 'more'}`;
}
