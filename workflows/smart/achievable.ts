import { figure } from '../figure.ts';
import { isPercent } from '../results.ts';
import { ABSENCE } from '../wording.ts';
import { kept, of, type SmartFinding, type Tidy } from './draft.ts';

const achievable = of('achievable');

/** Whether the target can be reached at all, and what of it would come without the change. */
export function achievableFindings(d: Tidy): SmartFinding[] {
  return [...bounds(d), ...targetFindings(d), ...rangeFindings(d), ...(d.qualitative && d.target === null ? [] : counterfactualFindings(d))];
}

const FIGURES = [
  ['baseline', 'The starting figure'], ['target', 'The target'], ['bandLow', 'The lowest figure of the range'], ['bandHigh', 'The highest figure of the range'], ['counterfactual', 'The figure without the change'],
] as const;

/** A percentage lies between 0 and 100, save of the few measures that may pass them. */
function bounds(d: Tidy): SmartFinding[] {
  if (!isPercent(d.unit) || d.library?.unbounded) return [];
  const outside = (value: number | null) => value !== null && (value < 0 || value > 100);
  return kept(
    ...FIGURES.map(([field, words]) => outside(d[field]) && achievable('block', field, `${words} is ${figure(d[field]!, '%')}. A percentage must be between 0 and 100`)),
    d.milestones.some((m) => outside(m.value)) && achievable('block', 'milestones', 'A milestone is not between 0% and 100%. Change it'),
  );
}

/** A change over this share of the starting figure, in what people do or report, is checked before it is believed. Slipway default. */
const HARD_TO_BELIEVE = 0.7;

function targetFindings(d: Tidy): SmartFinding[] {
  const { baseline, target, direction } = d;
  if (baseline === null || target === null || direction === 'band') return [];
  const [from, to] = [figure(baseline, d.unit), figure(target, d.unit)];
  if (direction === 'maintain') {
    return kept(Math.abs(target - baseline) > (d.tolerance ?? 0) && achievable('warn', 'target', `You chose to stay the same, and the target, ${to}, differs from the starting figure, ${from}. Change one of them`));
  }
  if (target === baseline) return [achievable('block', 'target', `The target is the same as the starting figure, ${from}. Set a target that is a change, or choose to stay the same`)];
  const wrong = (direction === 'down' && target > baseline) || (direction === 'up' && target < baseline);
  if (wrong) return [achievable('block', 'target', `The target, ${to}, is worse than the starting figure, ${from}, because ${direction === 'down' ? 'lower' : 'higher'} is better. Change the target or which way is better`)];
  const share = Math.abs((target - baseline) / baseline);
  const behavioural = d.library ? d.library.behavioural : ABSENCE.test(`${d.title ?? ''} ${d.measure ?? ''}`);
  return kept(behavioural && Number.isFinite(share) && share > HARD_TO_BELIEVE && achievable('warn', 'target', `From ${from} to ${to} is a change of ${Math.round(share * 100)}%, which is hard to believe. Check that both figures count the same thing`));
}

function rangeFindings({ direction, baseline, bandLow, bandHigh, unit }: Tidy): SmartFinding[] {
  if (direction !== 'band' || bandLow === null || bandHigh === null) return [];
  if (bandLow >= bandHigh) return [achievable('block', 'bandHigh', 'The highest figure of the range must be above the lowest')];
  return kept(baseline !== null && baseline >= bandLow && baseline <= bandHigh && achievable('warn', 'bandLow', `The starting figure, ${figure(baseline, unit)}, is in the range already, so nothing would change. Narrow the range, or choose to stay the same`));
}

function counterfactualFindings(d: Tidy): SmartFinding[] {
  if (!d.counterfactualMethod) return [achievable('block', 'counterfactualMethod', 'Say what would happen without the change, and how you worked it out')];
  if (d.counterfactualMethod === 'none') {
    return kept(!d.counterfactualNote && achievable('warn', 'counterfactualNote', 'Say why there is nothing to compare with'));
  }
  return d.counterfactual === null ? [achievable('warn', 'counterfactual', 'Enter the figure you expect by then without the change')] : netFindings(d, d.counterfactual);
}

/** What the promise adds to what would come anyway. */
function netFindings({ direction, baseline, target, unit }: Tidy, anyway: number): SmartFinding[] {
  if (target === null || (direction !== 'up' && direction !== 'down')) return [];
  const sign = direction === 'up' ? 1 : -1;
  const net = (target - anyway) * sign;
  const [to, without] = [figure(target, unit), figure(anyway, unit)];
  if (net <= 0) return [achievable('warn', 'counterfactual', `You expect ${without} without the change, so a target of ${to} adds nothing. Set a harder target`)];
  const whole = baseline === null ? 0 : (target - baseline) * sign;
  return kept(whole > 0 && net / whole < 0.5 && achievable('warn', 'counterfactual', `You expect ${without} without the change, so most of the way to ${to} would come anyway. Set a harder target, or say why this is enough`));
}
