import { addDays, addMonths, dayInWords, monthsBetween } from '../dates.ts';
import { figure } from '../figure.ts';
import { kept, of, type DraftContext, type SmartFinding, type Tidy } from './draft.ts';

const timed = of('timed');

/** When it is measured from, when it is due, and the steps between. The days of `context` are real or null. */
export const timedFindings = (d: Tidy, context: Pick<DraftContext, 'transferOn' | 'contractEndOn'>): SmartFinding[] => [
  ...baselinePeriod(d, context.transferOn), ...targetDay(d, context), ...milestoneFindings(d),
];

const LEAST_MONTHS = 12;
const OLDEST_MONTHS = 6;

function baselinePeriod({ baseline, baselineFrom: from, baselineOn: to, qualitative }: Tidy, transferOn: string | null): SmartFinding[] {
  if (!to) return [];
  if (from && from > to) return [timed('block', 'baselineFrom', `The period of the starting figure begins on ${dayInWords(from)}, after it ends on ${dayInWords(to)}. Change one of them`)];
  const months = from ? monthsBetween(from, addDays(to, 1)) : null;
  return kept(
    !from && baseline !== null && !qualitative && timed('warn', 'baselineFrom', 'Enter the first day of the period the starting figure is of'),
    months !== null && months < LEAST_MONTHS && timed('warn', 'baselineFrom', `The starting figure is of less than ${LEAST_MONTHS} months. Use a longer period: a short one can be a good or a bad spell`),
    transferOn && to < addMonths(transferOn, -OLDEST_MONTHS) && timed('warn', 'baselineOn', `The starting figure ends on ${dayInWords(to)}, more than ${OLDEST_MONTHS} months before the transfer on ${dayInWords(transferOn)}. Use a later period`),
    transferOn && to >= transferOn && timed('warn', 'baselineOn', `The starting figure runs on to ${dayInWords(to)}, and the transfer is on ${dayInWords(transferOn)}. End it before the transfer`),
  );
}

function targetDay({ targetOn: on, baselineOn }: Tidy, { transferOn, contractEndOn }: Pick<DraftContext, 'transferOn' | 'contractEndOn'>): SmartFinding[] {
  if (!on) return [timed('block', 'targetOn', 'Enter the day by which the target is reached')];
  return kept(
    baselineOn && baselineOn >= on && timed('block', 'targetOn', `The target date, ${dayInWords(on)}, must be after the starting figure, which ends on ${dayInWords(baselineOn)}`),
    contractEndOn && on > contractEndOn && timed('block', 'targetOn', `The target date, ${dayInWords(on)}, is after the contract ends on ${dayInWords(contractEndOn)}. Nobody could be held to it`),
    transferOn && on < transferOn && timed('block', 'targetOn', `The target date, ${dayInWords(on)}, is before the transfer on ${dayInWords(transferOn)}. Choose a day within the contract`),
  );
}

function milestoneFindings(d: Tidy): SmartFinding[] {
  const { milestones, direction, qualitative, targetOn, baselineOn } = d;
  if (milestones.length === 0) return kept(!qualitative && direction !== 'maintain' && timed('warn', 'milestones', 'Add at least one milestone on the way to the target, so that slipping shows early'));
  if (milestones.some((m) => m.on === null || m.value === null)) return [timed('warn', 'milestones', 'Give every milestone a date and a figure')];
  const days = milestones.map((m) => m.on!);
  const early = days.findIndex((on, i) => i > 0 && on <= days[i - 1]!);
  return kept(
    early > 0 && timed('block', 'milestones', `Put the milestones in the order of their dates: ${dayInWords(days[early]!)} comes after ${dayInWords(days[early - 1]!)}`),
    targetOn && days.some((on) => on >= targetOn) && timed('warn', 'milestones', `A milestone is not before the target date, ${dayInWords(targetOn)}. Move it or take it out`),
    baselineOn && days.some((on) => on <= baselineOn) && timed('warn', 'milestones', `A milestone is not after the starting figure, which ends on ${dayInWords(baselineOn)}. Move it or take it out`),
    early < 0 && backwards(d),
  );
}

/** A step away from the target, reading from the starting figure to the target. */
function backwards({ milestones, direction, baseline, target, unit }: Tidy): SmartFinding | false {
  if (direction !== 'up' && direction !== 'down') return false;
  const steps = [baseline, ...milestones.map((m) => m.value), target].filter((value) => value !== null);
  const i = steps.findIndex((value, at) => at > 0 && (direction === 'up' ? value < steps[at - 1]! : value > steps[at - 1]!));
  // A target on the wrong side is told of elsewhere.
  if (i < 0 || (baseline !== null && target !== null && (direction === 'up' ? target < baseline : target > baseline))) return false;
  return timed('warn', 'milestones', `The way to the target turns back from ${figure(steps[i - 1]!, unit)} to ${figure(steps[i]!, unit)}. Change a milestone so that every step leads there`);
}
