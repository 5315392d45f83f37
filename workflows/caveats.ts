import { monthsBetween } from './dates.ts';
import type { Flag, Grade } from './spc/assessment.ts';
import { CUTOFFS } from './spc/standing.ts';

/** What bears on how far a result may be trusted. */
export interface Founded {
  grade: Grade | null;
  flags: readonly Flag[];
  points: number;
  monthsLive: number;
  /** Numbers of people or cases behind the results; null where it was not recorded. */
  counts: readonly (number | null)[];
  /** Quality of those results. */
  qualities: readonly string[];
  baselineFrom: string | null;
  baselineOn: string | null;
  /** What it was compared with: how that figure was worked out; null or "none" for nothing. */
  counterfactual: string | null;
  definedAnew: boolean;
  told: boolean;
}

/** What a reader outside should bear in mind about one result, in plain words; the weightiest first. */
export function caveatsOf(f: Founded): string[] {
  if (f.told) return ['It is told in words. Nothing was counted, so it shows that something happened and not how often.'];
  const counts = f.counts.flatMap((n) => n ?? []);
  const baseline = f.baselineFrom && f.baselineOn && f.baselineOn >= f.baselineFrom ? monthsBetween(f.baselineFrom, f.baselineOn) + 1 : 12;
  const parts: [boolean, string][] = [
    [f.points === 0, 'There are no results yet that can be relied on.'],
    [f.grade === 'early', `It is early: ${results(f.points)} over ${f.monthsLive} months. A full verdict takes ${CUTOFFS.fullPoints} results over ${CUTOFFS.fullMonths} months.`],
    [f.grade === 'provisional', f.points < CUTOFFS.fullPoints ? `It is provisional: it rests on ${results(f.points)}, and ${CUTOFFS.fullPoints} are needed.` : 'It is provisional: chance is not ruled out.'],
    [f.flags.includes('consistentWithNoChange'), 'Allowing for chance, the results may come from no change at all.'],
    [counts.some((n) => n < CUTOFFS.fewestCounted), `The numbers are small: some results are out of fewer than ${CUTOFFS.fewestCounted}.`],
    [f.definedAnew, 'It is measured in another way than at the start, so before and after cannot be compared.'],
    [f.points > 0 && !f.qualities.includes('A'), 'The enterprise measured this itself. Nobody independent checked the figures.'],
    [!f.counterfactual || f.counterfactual === 'none', 'Nobody knows what would have happened without the change. There is no comparison.'],
    [Boolean(f.counterfactual) && f.counterfactual !== 'none', 'What would have happened without the change is an estimate.'],
    [f.flags.includes('wouldHaveHappenedAnyway'), 'Most of this would probably have happened anyway.'],
    [f.flags.includes('PL1'), 'The change is unusually large, so the data were marked to be checked.'],
    [baseline < 12, `The starting figure covers only ${baseline} ${baseline === 1 ? 'month' : 'months'}.`],
  ];
  return parts.filter(([holds]) => holds).map(([, words]) => words);
}

const results = (points: number) => `${points} ${points === 1 ? 'result' : 'results'}`;

/** What holds of every statement: who is spoken of, how long, and what cannot be known. `shared`: what was to be said of each result. */
export const generalCaveats = (monthsLive: number, shared: readonly string[]): string[] => [
  `The service had been live for ${monthsLive} ${monthsLive === 1 ? 'month' : 'months'} when this was published.${monthsLive < CUTOFFS.fullMonths ? ` Results are not judged before ${CUTOFFS.fullMonths}.` : ''}`,
  ...shared.map((words) => `For every result here: ${words.charAt(0).toLowerCase()}${words.slice(1)}`),
  'This is one team, and it chose to leave. What worked here may not work elsewhere.',
  'Other things changed in the same years, in the NHS and outside it. Not every change is the work of the enterprise.',
  'A figure that was unusually bad at the start often gets better by itself.',
];
