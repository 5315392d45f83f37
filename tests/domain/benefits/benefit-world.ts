import { transaction } from '#db/database.server.ts';
import { benefitById } from '#db/tables/benefits.server.ts';
import { caseById, moveCase } from '#db/tables/cases.server.ts';
import type { BenefitDetails } from '#app/domain/benefits/benefit-details.schema.ts';
import { benefitRecord, type BenefitRecord } from '#app/domain/benefits/benefit-record.server.ts';
import { promiseBenefit } from '#app/domain/benefits/promise-benefit.server.ts';
import { settleBenefit } from '#app/domain/benefits/settle-benefit.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import type { OnStage, SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

export const WAITS: BenefitDetails = {
  measure: 'Weeks to first appointment', unit: 'weeks', direction: 'down', baseline: 16, baselineSource: 'Waiting list', baselineOn: '2026-03-31', target: 8, targetOn: '2028-03-31',
};
export const IN_CONTRACT = { treatment: 'contracted' as const, clause: 'Schedule 4', frequency: 'monthly' as const, consequence: null, reason: null };
export const LEFT_OUT = { treatment: 'notContracted' as const, clause: null, frequency: null, consequence: null, reason: 'Too small to count' };

/** A promise of the lead's, measurable unless said otherwise. Answers with its id. */
export const promised = async ({ people }: SmallWorld, caseId: string, details: BenefitDetails = WAITS): Promise<string> =>
  value(await promiseBenefit(people.lead, caseId, { title: 'Shorter waits', beneficiary: 'People referred', category: 'access', stage: 'proposal', question: null }, details)).benefitId;

export const rowOf = async (benefitId: string) => (await benefitById(reader(), benefitId))!;

/** A promise that is in the contract of a case that is live: what was agreed is fixed. */
export async function fixed(world: SmallWorld, caseId: string, details: BenefitDetails = WAITS): Promise<string> {
  const benefitId = await promised(world, caseId, details);
  value(await settleBenefit(world.people.lead, caseId, benefitId, { ...IN_CONTRACT, revision: (await rowOf(benefitId)).revision }));
  await goLive(world, caseId);
  return benefitId;
}

export const goLive = ({ open }: SmallWorld, caseId: string): Promise<unknown> =>
  transaction(open, async (tx) => moveCase(tx, (await caseById(tx, caseId))!, { state: 'live', live_on: '2026-10-01' }));

export const fileOf = async ({ people }: SmallWorld, who: OnStage, caseId: string) => (await caseForActor(reader(), people[who], caseId))!;

/** The record as this person reads it. */
export const recordFor = async (world: SmallWorld, who: OnStage, caseId: string, benefitId: string): Promise<BenefitRecord> => (await benefitRecord(reader(), await fileOf(world, who, caseId), benefitId))!;
