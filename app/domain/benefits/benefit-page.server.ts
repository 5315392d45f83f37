import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { benefitStepsOf } from '#db/tables/benefit-changes.server.ts';
import { benefitById } from '#db/tables/benefits.server.ts';
import { readingsOf } from '#db/tables/readings.server.ts';
import { figure } from '#workflows/figure.ts';
import { day } from '../../lib/dates.ts';
import { isExample, seesBenefits, type CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { mayEdit, mayRecordResult, maySettleBenefit } from '../cases/cases.policy.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { standingsOf } from '../verdicts/standings.server.ts';
import { isFixed } from './benefit-command.server.ts';
import { formOf } from './benefit-form.server.ts';
import { namedIn, viewOf, type BenefitView } from './benefits-page.server.ts';
import { gainOf } from './benefits-in-words.ts';
import { inForce } from './readings-in-force.ts';

export interface BenefitPage {
  case: CaseHead;
  example: boolean;
  view: BenefitView;
  readings: { id: string; period: string; value: string; of: string; quality: string; by: string; note: string }[];
  /** What its forms start from. */
  form: Record<string, string>;
  unit: string;
  /** Forecast less counterfactual, in a sentence; '' while one of the two is not known. */
  gain: string;
  /** The team may write how it is measured and compared: it is not fixed. */
  mayDescribe: boolean;
  /** Why how it is measured can no longer be changed; '' while it can. */
  fixed: string;
  maySettle: boolean;
  mayRecord: boolean;
}

/** One promise with its results; undefined when the reader does not see it. */
export async function benefitPage(reader: Reader, file: CaseFile, benefitId: string): Promise<BenefitPage | undefined> {
  const row = await benefitInFile(reader, file, benefitId);
  if (!row) return undefined;
  const results = await readingsOf(reader, [row.id]);
  const [steps, stands] = await Promise.all([benefitStepsOf(reader, [row.id]), standingsOf(reader, file, [row], results)]);
  const readings = inForce(results);
  const name = await namesOf(reader, [...namedIn(file, row), ...readings.map((r) => r.by)]);
  const live = row.withdrawn_at === null;
  const fixed = isFixed(file, row);
  return {
    case: headOf(file), example: isExample(file),
    view: viewOf(file, row, { results: readings, steps, stands: stands.get(row.id)! }, name),
    readings: readings.map((r) => ({ id: r.id, period: day(r.period_on), value: figure(r.value, row.unit), of: behind(r), quality: r.quality, by: name(r.by), note: r.note })).reverse(),
    form: formOf(row), unit: row.unit ?? '', gain: gainOf(row),
    mayDescribe: live && mayEdit(file.roles) && !fixed,
    fixed: fixed ? `The starting figure and target were fixed at go-live${file.case.live_on ? ` on ${day(file.case.live_on)}` : ''}` : '',
    maySettle: live && maySettleBenefit(file.roles),
    mayRecord: live && mayRecordResult(file.roles, file.actor.id, row.recorder_id),
  };
}

/** The row of a benefit of this case; undefined for those who do not see benefits, and for ids of other cases. */
export async function benefitInFile(reader: Reader, file: CaseFile, benefitId: string): Promise<Row<'benefits'> | undefined> {
  if (!seesBenefits(file)) return undefined;
  const row = await benefitById(reader, benefitId);
  return row?.case_id === file.case.id ? row : undefined;
}

function behind(r: Row<'readings'>): string {
  if (r.numerator !== null && r.denominator !== null) return `${r.numerator.toLocaleString('en-GB')} of ${r.denominator.toLocaleString('en-GB')}`;
  return r.n === null ? 'Not provided' : r.n.toLocaleString('en-GB');
}
