import type { Reader } from '#db/database.server.ts';
import { allObjectives } from '#db/tables/objectives.server.ts';
import { casesPerObjective, countsOfCases, placesOfBenefits, type CaseCount, type Grouping, type PlaceCount } from '#db/tables/programme.server.ts';
import { monthsBetween } from '#workflows/dates.ts';
import { today } from '../clock.server.ts';
import { ENOUGH_CASES } from './evaluation/caveats.ts';
import { figuresInForce, type FigureView } from './figures-page.server.ts';
import { filterOf, MEASURING, optionsFor, byLabel, NO_COMMISSIONER, type Options, type Scope } from './programme-scope.server.ts';
import type { ProgrammeSearch } from './programme-search.ts';
import { STEPS, type StepKey } from './steps.ts';

/** Benefits that count alike: how many, and what those that are valued add up to a year. */
export interface Tally {
  n: number;
  pence: number;
  valued: number;
}
export type Tallies = Record<StepKey, Tally>;

export interface Group {
  /** The value of its filter. */
  key: string;
  label: string;
  cases: number;
  /** From the newest to the oldest that is live; null when none is. */
  monthsLive: Range | null;
  tallies: Tallies;
  /** Of what was promised, how much is in the contract, in whole per cent; null for too few cases to say. */
  share: number | null;
}
export interface Range {
  least: number;
  most: number;
}
export interface ProgrammePage {
  search: ProgrammeSearch;
  kind: 'real' | 'all';
  noneReal: boolean;
  /** The whole programme, or the cases in which the reader holds a role. */
  whole: boolean;
  cases: number;
  live: number;
  monthsLive: Range | null;
  tallies: Tallies;
  commissioners: Group[];
  routes: Group[];
  categories: Group[];
  objectives: { id: string; number: number; title: string; cases: number }[];
  figures: FigureView[];
  options: Options;
}

/** The whole thread at once, for the cases this person may see: a fixed number of reads, none of them of a result. */
export async function programmePage(reader: Reader, scope: Scope, search: ProgrammeSearch): Promise<ProgrammePage> {
  const { filter, kind, noneReal } = await filterOf(reader, scope, search);
  const [places, counts, options, objectives, tagged, figures] = await Promise.all([
    placesOfBenefits(reader, filter, MEASURING), countsOfCases(reader, filter), optionsFor(reader, scope), allObjectives(reader), casesPerObjective(reader, filter), figuresInForce(reader),
  ]);
  const groupsBy = (by: GroupedBy, labels: Options[keyof Options]) => groupsOf(by, places, counts, labels);
  const all = counts.filter(({ by }) => by === 'case');
  return {
    search, kind, noneReal, whole: !scope.seenBy,
    cases: sum(all.map((c) => c.cases)), live: sum(all.map((c) => c.live)), monthsLive: monthsLiveOf(all),
    tallies: talliesOf(places.filter(({ by }) => by === 'case')),
    commissioners: groupsBy('commissioner_id', options.commissioner), routes: groupsBy('pathway', options.route), categories: groupsBy('category', options.category),
    objectives: objectives.filter((o) => !o.retired_at).map(({ id, number, title }) => ({ id, number, title, cases: tagged.find((t) => t.objective_id === id)?.cases ?? 0 })),
    figures, options,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** Of benefits in their places, how many are at each step. A benefit is at every step it has reached. */
export function talliesOf(places: readonly PlaceCount[]): Tallies {
  return Object.fromEntries(STEPS.map(({ key, places: wanted }) => {
    const found = places.filter((place) =>
      wanted.settled.includes(place.settled) && (wanted.measurable === undefined || wanted.measurable === place.measurable)
      && (wanted.measured === undefined || wanted.measured === place.measured) && (wanted.verdict === undefined || wanted.verdict === place.verdict));
    return [key, { n: sum(found.map((p) => p.n)), pence: sum(found.map((p) => p.pence ?? 0)), valued: sum(found.map((p) => p.valued)) }];
  })) as Tallies;
}

type GroupedBy = 'commissioner_id' | 'pathway' | 'category';

/** One kind of group, by name and never by result. */
function groupsOf(by: GroupedBy, places: readonly PlaceCount[], counts: readonly CaseCount[], labels: Options[keyof Options]): Group[] {
  const labelOf = (key: string) => labels.find(({ value }) => value === key)?.label ?? (key === 'none' ? NO_COMMISSIONER : key);
  const keyOf = (of: Grouping) => (of.by === (by === 'category' ? 'category' : 'case') ? (of[by] ?? 'none') : undefined);
  const keys = [...new Set(counts.flatMap((count) => keyOf(count) ?? []))];
  return keys.map((key) => {
    const [own, tallies] = [counts.filter((count) => keyOf(count) === key), talliesOf(places.filter((place) => keyOf(place) === key))];
    const cases = sum(own.map((count) => count.cases));
    return { key, label: labelOf(key), cases, monthsLive: monthsLiveOf(own), tallies, share: shareOf(cases, tallies) };
  }).sort(byLabel);
}

const shareOf = (cases: number, { promised, contracted }: Tallies) => (cases < ENOUGH_CASES || promised.n === 0 ? null : Math.round((100 * contracted.n) / promised.n));

function monthsLiveOf(counts: readonly CaseCount[]): Range | null {
  const [first, last] = [counts.flatMap((c) => c.first_live_on ?? []).sort()[0], counts.flatMap((c) => c.last_live_on ?? []).sort().at(-1)];
  const months = (on: string) => (on <= today() ? monthsBetween(on, today()) : 0);
  return first && last ? { least: months(last), most: months(first) } : null;
}
