import type { Reader } from '#db/database.server.ts';
import { pageOfBenefits, sumOfBenefits, type ProgrammeBenefit } from '#db/tables/programme.server.ts';
import { readingsOf } from '#db/tables/readings.server.ts';
import { describe } from '#workflows/decide.ts';
import { figure } from '#workflows/figure.ts';
import { day } from '../../lib/dates.ts';
import { pounds } from '../../lib/money.ts';
import { CATEGORIES } from '../benefits/benefits.schema.ts';
import type { Tally } from './programme-page.server.ts';
import { filterOf, MEASURING, NO_COMMISSIONER, optionsFor, type Options, type Scope } from './programme-scope.server.ts';
import type { ProgrammeSearch } from './programme-search.ts';
import { statusQuoOf, type StatusQuo } from './status-quo.server.ts';
import { STEPS, type Step } from './steps.ts';
import type { Word } from '../verdicts/verdicts.schema.ts';

export interface BenefitRow {
  id: string;
  to: string;
  title: string;
  case: string;
  commissioner: string;
  category: string;
  state: { title: string; tone: ReturnType<typeof describe>['tone'] };
  /** The verdict in force. */
  verdict: Word | null;
  value: string | null;
  /** What was promised beside what would have happened anyway, in words. */
  statusQuo: string;
  anyway: boolean;
}
export interface BenefitList {
  search: ProgrammeSearch;
  step: Pick<Step, 'key' | 'title' | 'counts'>;
  steps: { value: string; label: string }[];
  kind: 'real' | 'all';
  noneReal: boolean;
  tally: Tally;
  rows: BenefitRow[];
  next: string | null;
  options: Options;
}

const A_PAGE = 50;

/** The benefits behind one number of the programme, fifty at a time. The number is counted as the programme's page counts it. */
export async function programmeBenefits(reader: Reader, scope: Scope, search: ProgrammeSearch, { step, after }: { step: Step; after: string }): Promise<BenefitList> {
  const { filter, kind, noneReal } = await filterOf(reader, scope, search);
  const [{ n, pence, valued }, page, options] = await Promise.all([
    sumOfBenefits(reader, filter, MEASURING, step.places), pageOfBenefits(reader, filter, MEASURING, { places: step.places, after, limit: A_PAGE }), optionsFor(reader, scope),
  ]);
  const compared = page.rows.filter((b) => b.counterfactual !== null);
  const readings = compared.length ? await readingsOf(reader, compared.map((b) => b.id)) : [];
  return {
    search, kind, noneReal, options, next: page.next,
    step: { key: step.key, title: step.title, counts: step.counts }, steps: STEPS.map(({ key, title }) => ({ value: key, label: title })),
    tally: { n, pence: pence ?? 0, valued },
    rows: page.rows.map((row) => rowOf(row, statusQuoOf(row, readings.filter((r) => r.benefit_id === row.id)), options)),
  };
}

function rowOf(b: ProgrammeBenefit, quo: StatusQuo, options: Options): BenefitRow {
  const { title, tone } = describe('benefit', b.state);
  return {
    id: b.id, to: `/cases/${b.case_id}/benefits/${b.id}`, title: b.title, case: `${b.case_title}, ${b.reference}`,
    commissioner: options.commissioner.find(({ value }) => value === b.commissioner_id)?.label ?? NO_COMMISSIONER,
    category: CATEGORIES.find(([key]) => key === b.category)?.[1] ?? b.category,
    state: { title, tone }, verdict: b.verdict, value: b.value_per_year_pence === null ? null : pounds(b.value_per_year_pence),
    statusQuo: inWords(b, quo), anyway: quo.anyway,
  };
}

/** "8 weeks by 31 March 2028, and 12 weeks had nothing changed: 4 weeks lower. 60% of that is reached." */
function inWords({ target, counterfactual, unit, target_on }: ProgrammeBenefit, { forecastLess, netProgress }: StatusQuo): string {
  if (counterfactual === null) return 'Nobody has said what would have happened anyway.';
  const expected = `${figure(counterfactual, unit)} had nothing changed`;
  if (forecastLess === null || target === null) return `${expected}. No target yet.`;
  const less = forecastLess === 0 ? 'no difference' : `${figure(Math.abs(forecastLess), unit === '%' ? 'percentage points' : unit)} ${forecastLess < 0 ? 'lower' : 'higher'}`;
  const reached = netProgress === null ? '' : ` ${Math.round(netProgress * 100)}% of that is reached.`;
  return `${figure(target, unit)}${target_on ? ` by ${day(target_on)}` : ''}, and ${expected}: ${less}.${reached}`;
}
