import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { benefitById, insertBenefit, nextBenefitNumber, updateBenefit } from '#db/tables/benefits.server.ts';
import { insertReading } from '#db/tables/readings.server.ts';
import { targetProblem } from '#workflows/benefits.ts';
import { hasTag } from '#workflows/decide.ts';
import { caseCommand, changedMeanwhile } from '../cases/case-command.server.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { mayEdit, maySeeBenefits, maySettleBenefit, TEAM } from '../cases/cases.policy.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import type { BenefitForm, ReadingForm, TreatmentForm } from './benefits.schema.ts';

export interface Promised {
  title: string;
  beneficiary: string;
  category: string;
  /** Where it was promised: the stage, and the answer it was caught in. */
  stage: string;
  question: string | null;
}

/** Makes a record of a promise. It is never retyped after that: later stages refer to it. */
export async function promiseBenefit(actor: Actor, caseId: string, promise: Promised, details?: Partial<BenefitForm>): Promise<Done<{ benefitId: string }> | Refused> {
  return caseCommand(actor, caseId, TEAM, async (tx, file, at) => {
    if (!mayEdit(file.roles)) return refused(403, 'Only the team can promise a benefit');
    const id = newId();
    const number = await nextBenefitNumber(tx, caseId);
    await insertBenefit(tx, {
      id, case_id: caseId, number, title: promise.title, beneficiary: promise.beneficiary, category: promise.category,
      promised_stage: promise.stage, promised_question: promise.question, ...(details ? columnsOf(details) : UNSAID),
      treatment: null, treatment_reason: null, treatment_by: null, treatment_at: null, clause: null, frequency: null, consequence: null,
      revision: 1, by: actor.id, at, withdrawn_at: null, withdrawn_reason: null,
    });
    return done({ benefitId: id }, { kind: 'benefit.promise', caseId, subject: { benefit: id, question: promise.question }, sentence: `promised a benefit: ${promise.title}` });
  });
}

const UNSAID = { measure: null, unit: null, direction: null, baseline: null, baseline_source: null, baseline_on: null, target: null, target_on: null, value_per_year_pence: null };

const columnsOf = (b: Partial<BenefitForm>) => ({
  measure: b.measure ?? null, unit: b.unit ?? null, direction: b.direction ?? null, baseline: b.baseline ?? null,
  baseline_source: b.baselineSource ?? null, baseline_on: b.baselineOn ?? null, target: b.target ?? null,
  target_on: b.targetOn ?? null, value_per_year_pence: b.valuePerYear ?? null,
});

/** A live benefit of the case, or the refusal that goes back. */
async function benefitOf(tx: Writer, file: CaseFile, benefitId: string): Promise<Row<'benefits'> | undefined> {
  if (!maySeeBenefits(file.roles) && file.case.shown_as !== 'example') return undefined;
  const row = await benefitById(tx, benefitId);
  return row?.case_id === file.case.id && row.withdrawn_at === null ? row : undefined;
}

const frozen = (file: CaseFile) => hasTag('case', file.case.state, 'live') || hasTag('case', file.case.state, 'ended');

/** Says how a benefit is measured. A target on the worse side needs a second word. After go-live what was agreed stands. */
export async function describeBenefit(actor: Actor, caseId: string, benefitId: string, form: BenefitForm): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, TEAM, async (tx, file) => {
    const row = await benefitOf(tx, file, benefitId);
    if (!row) return absent();
    if (!mayEdit(file.roles)) return refused(403, 'Only the team can change how a benefit is measured');
    if (frozen(file)) return refused(422, 'The starting figure and target were fixed at go-live, so they cannot be changed here');
    const wrong = targetProblem(form.direction, form.baseline, form.target, form.unit ?? '');
    if (wrong && !form.sure) return refused(422, { field: 'target', message: wrong });
    if (form.baselineOn && form.targetOn && form.targetOn <= form.baselineOn) return refused(422, { field: 'targetOn', message: 'Target date must be after the date of the starting figure' });
    const saved = await updateBenefit(tx, { id: benefitId, revision: form.revision }, { title: form.title, beneficiary: form.beneficiary, category: form.category, ...columnsOf(form) });
    if (!saved) return changedMeanwhile();
    return done(null, { kind: 'benefit.describe', caseId, subject: { benefit: benefitId, before: before(row) }, sentence: `said how a benefit is measured: ${form.title}` });
  });
}

const before = (row: Row<'benefits'>) => ({ title: row.title, measure: row.measure, unit: row.unit, baseline: row.baseline, target: row.target, targetOn: row.target_on });

/** Records whether a promise is in the contract: the clause and how often it is reported, or the reason it is not. */
export async function settleBenefit(actor: Actor, caseId: string, benefitId: string, form: TreatmentForm): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, ['sponsor', 'lead', 'finance', 'legal'], async (tx, file, at) => {
    const row = await benefitOf(tx, file, benefitId);
    if (!row) return absent();
    if (!maySettleBenefit(file.roles)) return refused(403, 'Only the team lead and the people on the approver\'s side can record this');
    const missing = whatTreatmentNeeds(form, row);
    if (missing.length) return refused(422, ...missing);
    const saved = await updateBenefit(tx, { id: benefitId, revision: form.revision }, {
      treatment: form.treatment, treatment_reason: form.reason, treatment_by: actor.id, treatment_at: at, clause: form.clause, frequency: form.frequency, consequence: form.consequence,
    });
    if (!saved) return changedMeanwhile();
    const words = { contracted: 'recorded as in the contract', monitored: 'recorded as reported on but not in the contract', notContracted: 'recorded as not in the contract' }[form.treatment];
    await tell(tx, at, [...holdersOf(file, 'lead', 'sponsor')], { caseId, kind: 'information', text: `${actor.name} ${words}: ${row.title}`, link: `/cases/${caseId}/benefits/${benefitId}` }, actor.id);
    return done(null, { kind: 'benefit.settle', caseId, subject: { benefit: benefitId, treatment: form.treatment, reason: form.reason, clause: form.clause }, sentence: `${words}: ${row.title}` });
  });
}

function whatTreatmentNeeds(form: TreatmentForm, row: Row<'benefits'>) {
  if (form.treatment !== 'contracted') return form.reason ? [] : [{ field: 'reason', message: 'Enter the reason it is not in the contract' }];
  const unmeasured = [row.measure, row.unit, row.direction, row.baseline, row.baseline_source, row.baseline_on, row.target, row.target_on].some((v) => v === null);
  return [
    ...(form.clause ? [] : [{ field: 'clause', message: 'Enter the clause or schedule it is in' }]),
    ...(form.frequency ? [] : [{ field: 'frequency', message: 'Select how often it is reported' }]),
    ...(unmeasured ? [{ field: 'treatment', message: 'Say how it is measured first: the measure, the starting figure with its source, and the target with its date' }] : []),
  ];
}

/** Records one measured result. */
export async function addReading(actor: Actor, caseId: string, benefitId: string, form: ReadingForm): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, TEAM, async (tx, file, at) => {
    const row = await benefitOf(tx, file, benefitId);
    if (!row) return absent();
    if (!mayEdit(file.roles)) return refused(403, 'Only the team can record a result');
    if (row.measure === null) return refused(422, 'Say how this benefit is measured before you record a result');
    if (row.unit === '%' && form.n === null && form.denominator === null) return refused(422, { field: 'n', message: 'Enter the number of people or cases behind the percentage' });
    await insertReading(tx, { id: newId(), benefit_id: benefitId, period_on: form.periodOn!, value: form.value!, numerator: form.numerator, denominator: form.denominator, n: form.n, quality: form.quality, note: form.note, replaces_id: null, by: actor.id, at });
    return done(null, { kind: 'benefit.reading', caseId, subject: { benefit: benefitId, period: form.periodOn, value: form.value }, sentence: `recorded a result for: ${row.title}` });
  });
}

/** Withdraws a promise, with the reason. The record stays. */
export async function withdrawBenefit(actor: Actor, caseId: string, benefitId: string, reason: string): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, TEAM, async (tx, file, at) => {
    const row = await benefitOf(tx, file, benefitId);
    if (!row) return absent();
    if (!mayEdit(file.roles)) return refused(403, 'Only the team can withdraw a promise');
    if (reason.trim() === '') return refused(422, { field: 'reason', message: 'Enter the reason you withdraw it' });
    if (!(await updateBenefit(tx, row, { withdrawn_at: at, withdrawn_reason: reason.trim() }))) return changedMeanwhile();
    return done(null, { kind: 'benefit.withdraw', caseId, subject: { benefit: benefitId, reason }, sentence: `withdrew a promised benefit: ${row.title}` });
  });
}
