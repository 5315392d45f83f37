import { addMonths, dayInWords } from '../dates.ts';
import type { Assessment } from './assessment.ts';
import { targetInWords } from './chart-in-words.ts';
import { figure } from '../figure.ts';
import { dayOrNull, daysLater, dueShare, type AssessmentInput, type Cutoffs, type Standing } from './standing.ts';

type Judged = Omit<Assessment, 'reasons'>;

/** Why the word is proposed, what lies behind it, and what may not be read into it: sentences, the weightiest first. */
export function reasonsOf(input: AssessmentInput, s: Standing, a: Judged, cutoffs: Cutoffs): string[] {
  return [...behind(input, s, a, cutoffs), ...timing(input, s, a, cutoffs), ...founded(s, a, cutoffs), ...warnings(input, s, a)];
}

function behind(input: AssessmentInput, s: Standing, a: Judged, cutoffs: Cutoffs): string[] {
  switch (a.shade) {
    case 'notDue': return [notDue(input)];
    case 'invalid': return [`This cannot be judged. ${s.problem!}.`];
    case 'notMeasured': return notMeasured(input, s, a);
    case 'tooFew': return [...tooFew(s, cutoffs), ...MOVED[a.moved ?? 'same']];
    default: return [reached(input, s, a, cutoffs), ...shade(a, s, cutoffs)];
  }
}

function notDue({ goLiveOn, today, firstDueOn, lagDays }: AssessmentInput): string {
  const live = dayOrNull(goLiveOn);
  if (!live || today < live) return 'The service is not live yet.';
  return `The first result is due by ${dayInWords(daysLater(firstDueOn!, lagDays))}.`;
}

function notMeasured({ targetOn }: AssessmentInput, s: Standing, a: Judged): string[] {
  const what = s.uncovered && s.points.length ? `No result covers the target date, ${dayInWords(targetOn!)}.` : 'Nothing that can be relied on has been measured since go-live.';
  return a.countsAsMissed ? [what, 'The target date has passed, so summaries count this as missed until a result covers it.'] : [what];
}

const tooFew = ({ points, leastCounted }: Standing, { fewestPoints, fewestCounted }: Cutoffs): string[] => [
  ...(points.length < fewestPoints ? [`There are ${points.length} results since go-live, and ${fewestPoints} are needed.`] : []),
  ...(leastCounted !== null && leastCounted < fewestCounted ? [`One of the last results is out of ${leastCounted}, and ${fewestCounted} are needed.`] : []),
];

const MOVED = {
  better: ['So far it has moved the right way. That is a direction and no result.'],
  worse: ['So far it has moved the wrong way. That is a direction and no result.'],
  same: ['So far it has not moved.'],
} as const;

function reached(input: AssessmentInput, { points, actual }: Standing, { progress }: Judged, { window }: Cutoffs): string {
  const last = input.actual === undefined ? `The last ${Math.min(window, points.length)} results average ${figure(actual!, input.unit)}` : `The figure is ${figure(actual!, input.unit)}`;
  const share = progress === null || progress < 0 ? '' : ` That is ${Math.round(progress * 100)}% of the promised change.`;
  const start = input.baseline === null ? '' : `, from a start of ${figure(input.baseline, input.unit)}`;
  return [`${last}${start}.`, targetInWords(input, { name: '', unit: input.unit })].filter(Boolean).join(' ') + share;
}

function shade({ shade: what, progress, verdict }: Judged, { sustained, reached: there, signal, final }: Standing, { window }: Cutoffs): string[] {
  const over = final && verdict !== 'tooEarly';
  switch (what) {
    case 'exceeded': return ['It went further than promised, by more than chance.'];
    case 'worsened': return ['It is worse than at the start, by more than chance.'];
    case 'achieved':
      if (sustained) return [`Each of the last ${window} results is where it was promised to be.`];
      return [signal === 'improvement' ? 'It has changed by more than chance, and for the better.' : 'It is where it was promised to be.'];
    case 'partly':
      if (there) return [`The average reaches the target, but not each of the last ${window} results does, and chance may explain it. It may not last.`];
      return over ? ['Part of what was promised has been reached, not all.'] : [];
    default:
      if (progress === null) return ['It is not where it was promised to be.'];
      if (progress < 0) return ['It is worse than at the start, though chance may explain it.'];
      return over ? ['Less was reached than was promised.'] : [];
  }
}

function timing({ goLiveOn, targetOn, lagDays }: AssessmentInput, s: Standing, a: Judged, { fullMonths }: Cutoffs): string[] {
  if (a.shade === 'notDue' || a.shade === 'invalid') return [];
  const from = dayOrNull(goLiveOn);
  if (a.verdict === 'tooEarly' && from) {
    const sign = a.earlySign ? [`An early sign, and no verdict: ${a.earlySign === 'onTrack' ? 'on the way to the target' : 'not on the way to the target'}.`] : [];
    return [`It has been live for ${s.months} ${s.months === 1 ? 'month' : 'months'}. It can be judged after ${fullMonths}, from ${dayInWords(addMonths(from, fullMonths))}.`, ...sign];
  }
  const latest = s.points.at(-1)?.on;
  if (s.final || !latest || !targetOn || (a.verdict !== 'onTrack' && a.verdict !== 'atRisk')) return [];
  const line = a.progress === null ? '' : ` On a straight line to it, ${Math.round(dueShare(goLiveOn, targetOn, latest) * 100)}% of the change would be made by ${dayInWords(latest)}.`;
  return [`The target date is ${dayInWords(targetOn)}, and a result for it is due by ${dayInWords(daysLater(targetOn, lagDays))}.${line}`];
}

/** How well it is founded, beside any word that says how the promise stands. */
function founded({ points, months }: Standing, { grade, progress, shade: what }: Judged, { fullPoints, fullMonths }: Cutoffs): string[] {
  if (progress === null && what !== 'achieved' && what !== 'missed') return [];
  const rests = `${points.length} results over ${months} months`;
  if (grade === 'full') return [`Full: it rests on ${rests}.`];
  if (grade === 'early') return [`Early: it rests on ${rests}. A full verdict takes ${fullPoints} results over ${fullMonths} months.`];
  return [points.length < fullPoints ? `Provisional: it rests on ${rests}, and ${fullPoints} results are needed.` : `Provisional: it rests on ${rests}, but chance is not ruled out.`];
}

function warnings({ baseline, counterfactual, unit }: AssessmentInput, s: Standing, { flags }: Judged): string[] {
  const change = () => Math.round((Math.abs(s.actual! - baseline!) / Math.abs(baseline!)) * 100);
  return [
    ...(flags.includes('wouldHaveHappenedAnyway') ? [`Most of this would have happened anyway: ${figure(counterfactual!, unit)} was expected without the change.`] : []),
    ...(flags.includes('consistentWithNoChange') ? ['Allowing for chance in the numbers counted, the last results are consistent with no change.'] : []),
    ...(flags.includes('PL1') ? [`This changed by ${change()}%, from ${figure(baseline!, unit)} to ${figure(s.actual!, unit)}. Check the data before relying on it.`] : []),
    ...(flags.includes('leftOut') ? [`${s.leftOut === 1 ? '1 result' : `${s.leftOut} results`} of data quality D ${s.leftOut === 1 ? 'is' : 'are'} left out.`] : []),
  ];
}
