import type { Reader } from '#db/database.server.ts';
import { allObjectives, objectivesOfCases } from '#db/tables/objectives.server.ts';
import { countsOfCases, pageOfProgrammeCases } from '#db/tables/programme.server.ts';
import { monthsBetween } from '#workflows/dates.ts';
import { describe } from '#workflows/decide.ts';
import { day } from '../../lib/dates.ts';
import { counted } from '../../lib/money.ts';
import { today } from '../clock.server.ts';
import { filterOf, NO_COMMISSIONER, optionsFor, type Options, type Scope } from './programme-scope.server.ts';
import type { ProgrammeSearch } from './programme-search.ts';

export interface ProgrammeCaseRow {
  id: string;
  title: string;
  reference: string;
  kind: 'real' | 'illustrative' | 'example';
  state: { title: string; tone: ReturnType<typeof describe>['tone'] };
  commissioner: string;
  route: string;
  /** "27 months, since 1 April 2024". */
  live: string;
  /** Numbers of the objectives it is tagged with. */
  objectives: string;
}
export interface ProgrammeCases {
  search: ProgrammeSearch;
  kind: 'real' | 'all';
  noneReal: boolean;
  total: number;
  rows: ProgrammeCaseRow[];
  next: string | null;
  options: Options;
}

const A_PAGE = 50;

/** The cases behind the numbers of the programme, fifty at a time. */
export async function programmeCases(reader: Reader, scope: Scope, search: ProgrammeSearch, after: string): Promise<ProgrammeCases> {
  const { filter, kind, noneReal } = await filterOf(reader, scope, search);
  const [counts, page, options, objectives] = await Promise.all([
    countsOfCases(reader, filter), pageOfProgrammeCases(reader, filter, { after, limit: A_PAGE }), optionsFor(reader, scope), allObjectives(reader),
  ]);
  const tags = page.rows.length ? await objectivesOfCases(reader, page.rows.map((row) => row.id)) : [];
  const numbers = new Map(objectives.map((o) => [o.id, o.number]));
  return {
    search, kind, noneReal, options, next: page.next, total: counts.filter(({ by }) => by === 'case').reduce((all, c) => all + c.cases, 0),
    rows: page.rows.map((row) => {
      const { title, tone } = describe('case', row.state);
      return {
        id: row.id, title: row.title, reference: row.reference, kind: row.shown_as, state: { title, tone },
        commissioner: options.commissioner.find(({ value }) => value === row.commissioner_id)?.label ?? NO_COMMISSIONER,
        route: options.route.find(({ value }) => value === row.pathway)?.label ?? row.pathway, live: liveInWords(row.live_on),
        objectives: tags.filter((t) => t.case_id === row.id).map((t) => numbers.get(t.objective_id) ?? 0).sort((a, b) => a - b).join(', '),
      };
    }),
  };
}

function liveInWords(on: string | null): string {
  if (on === null) return 'Not live yet';
  return on > today() ? `From ${day(on)}` : `${counted(monthsBetween(on, today()), 'month')}, since ${day(on)}`;
}
