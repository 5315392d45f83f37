import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { benefitById } from '#db/tables/benefits.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { readingsOf } from '#db/tables/readings.server.ts';
import { figure } from '#workflows/figure.ts';
import { inWords, placeOf, stageOf } from '#workflows/form.ts';
import type { StageKey } from '#workflows/definition.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { pounds } from '../../lib/money.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { headOf, isExample, type CaseHead } from '../cases/case-page.server.ts';
import { mayEdit, maySeeBenefits, maySettleBenefit } from '../cases/cases.policy.ts';
import { isFixed } from './benefit-command.server.ts';
import { viewOf, type BenefitView } from './benefits-page.server.ts';
import { CATEGORIES, DIRECTIONS, FREQUENCIES, TREATMENTS } from './benefits.schema.ts';
import { inForce } from './readings-in-force.ts';

export interface BenefitPage {
  case: CaseHead;
  example: boolean;
  view: BenefitView;
  /** What has been said of it, question by question. */
  facts: { key: string; value?: string }[];
  treatment: { key: string; value?: string }[];
  readings: { id: string; period: string; value: string; of: string; quality: string; by: string; note: string }[];
  /** What its forms start from. */
  form: Record<string, string>;
  unit: string;
  mayDescribe: boolean;
  /** Why how it is measured can no longer be changed; '' while it can. */
  fixed: string;
  maySettle: boolean;
  mayRecord: boolean;
}

/** One promise with its results; undefined when the reader does not see it. */
export async function benefitPage(reader: Reader, file: CaseFile, benefitId: string): Promise<BenefitPage | undefined> {
  if (!maySeeBenefits(file.roles) && !isExample(file)) return undefined;
  const row = await benefitById(reader, benefitId);
  if (row?.case_id !== file.case.id) return undefined;
  const readings = inForce(await readingsOf(reader, [row.id]));
  const people = await peopleByIds(reader, [...new Set([row.by, row.treatment_by ?? row.by, ...readings.map((r) => r.by)])]);
  const name = (id: string | null) => people.find((p) => p.id === id)?.name ?? 'Somebody';
  const live = row.withdrawn_at === null;
  const fixed = isFixed(file, row);
  return {
    case: headOf(file), example: isExample(file),
    view: viewOf(file, row, readings, name(row.treatment_by)),
    facts: factsOf(file, row, name(row.by)),
    treatment: treatmentOf(row),
    readings: readings.map((r) => ({ id: r.id, period: day(r.period_on), value: figure(r.value, row.unit), of: behind(r), quality: r.quality, by: name(r.by), note: r.note })).reverse(),
    form: formOf(row), unit: row.unit ?? '',
    mayDescribe: live && mayEdit(file.roles) && !fixed,
    fixed: fixed ? 'The starting figure and target were fixed at go-live' : '',
    maySettle: live && maySettleBenefit(file.roles),
    mayRecord: live && mayEdit(file.roles),
  };
}

const titleIn = (pairs: readonly (readonly [string, string])[], key: string | null) => pairs.find(([k]) => k === key)?.[1];
const fact = (key: string, value: string | null | undefined) => ({ key, ...(value && { value }) });

function factsOf(file: CaseFile, row: Row<'benefits'>, by: string): BenefitPage['facts'] {
  const place = row.promised_question ? placeOf(file.pathway, row.promised_question) : undefined;
  const stage = inWords(stageOf(file.pathway, row.promised_stage as StageKey).stage.title, file.pathway);
  return [
    fact('Who gains', row.beneficiary),
    fact('Kind of benefit', titleIn(CATEGORIES, row.category)),
    fact('Measure', row.measure),
    fact('Better is', titleIn(DIRECTIONS, row.direction)),
    fact('Starting figure', row.baseline === null ? null : `${figure(row.baseline, row.unit)}${row.baseline_on ? ` on ${day(row.baseline_on)}` : ''}${row.baseline_source ? `, from ${row.baseline_source}` : ''}`),
    fact('Target', row.target === null ? null : `${figure(row.target, row.unit)}${row.target_on ? ` by ${day(row.target_on)}` : ''}`),
    fact('Value a year', row.value_per_year_pence === null ? null : pounds(row.value_per_year_pence)),
    fact('Promised by', `${by} on ${day(dayOf(row.at))}, in ${stage}${place ? `: ${inWords(place.section.title, file.pathway)}` : ''}`),
  ];
}

const treatmentOf = (row: Row<'benefits'>): BenefitPage['treatment'] =>
  row.treatment === null ? [] : [
    fact('Decided', titleIn(TREATMENTS, row.treatment)),
    ...(row.treatment === 'contracted' ? [fact('Clause', row.clause), fact('Reported', titleIn(FREQUENCIES, row.frequency)), fact('If it is missed', row.consequence)] : [fact('Reason', row.treatment_reason)]),
  ];

function behind(r: Row<'readings'>): string {
  if (r.numerator !== null && r.denominator !== null) return `${r.numerator.toLocaleString('en-GB')} of ${r.denominator.toLocaleString('en-GB')}`;
  return r.n === null ? 'Not provided' : r.n.toLocaleString('en-GB');
}

const typedDay = (on: string | null) => (on ? on.split('-').map(Number).reverse().join(' ') : '');

const formOf = (row: Row<'benefits'>): Record<string, string> => ({
  title: row.title, beneficiary: row.beneficiary, category: row.category, measure: row.measure ?? '', unit: row.unit ?? '', direction: row.direction ?? '',
  baseline: row.baseline === null ? '' : String(row.baseline), baselineSource: row.baseline_source ?? '', baselineOn: typedDay(row.baseline_on),
  target: row.target === null ? '' : String(row.target), targetOn: typedDay(row.target_on),
  valuePerYear: row.value_per_year_pence === null ? '' : String(row.value_per_year_pence / 100),
  treatment: row.treatment ?? '', clause: row.clause ?? '', frequency: row.frequency ?? '', consequence: row.consequence ?? '', reason: row.treatment_reason ?? '',
  revision: String(row.revision),
});
