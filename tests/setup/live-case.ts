import { transaction } from '#db/database.server.ts';
import { updateBenefit, benefitById } from '#db/tables/benefits.server.ts';
import { caseById, moveCase } from '#db/tables/cases.server.ts';
import type { Changes } from '#db/schema.ts';
import type { BenefitDetails } from '#app/domain/benefits/benefit-details.schema.ts';
import { promiseBenefit } from '#app/domain/benefits/promise-benefit.server.ts';
import type { ReadingForm } from '#app/domain/benefits/readings.schema.ts';
import { settleBenefit } from '#app/domain/benefits/settle-benefit.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { smallCase, type SmallWorld } from './small-world.ts';
import { value } from './walk.ts';

const MEASURED: BenefitDetails = {
  measure: 'Weeks to a first appointment', unit: 'weeks', direction: 'down', baseline: 16, baselineOn: '2026-12-31', baselineSource: 'Monthly extract', target: 8, targetOn: '2029-03-31', lagDays: 14,
};

/** A case that has been live since a day; its way there is told elsewhere. */
export async function liveCase(world: SmallWorld, liveOn = '2027-01-01'): Promise<string> {
  const caseId = await smallCase(world);
  await setCase(world, caseId, { state: 'live', live_on: liveOn });
  return caseId;
}

export async function setCase({ open }: SmallWorld, caseId: string, changes: Omit<Changes<'cases'>, 'id' | 'reference' | 'revision'>): Promise<void> {
  const row = (await caseById(reader(), caseId))!;
  await transaction(open, (tx) => moveCase(tx, row, changes));
}

/** A promise in the contract, reported every month unless said otherwise. */
export async function contracted({ people }: SmallWorld, caseId: string, title = 'Shorter waits', details: BenefitDetails = {}, frequency: 'monthly' | 'quarterly' | 'yearly' = 'monthly'): Promise<string> {
  const { benefitId } = value(await promiseBenefit(people.lead, caseId, { title, beneficiary: 'People referred', category: 'access', stage: 'proposal', question: null }, { ...MEASURED, ...details }));
  const { revision } = (await benefitById(reader(), benefitId))!;
  value(await settleBenefit(people.lead, caseId, benefitId, { treatment: 'contracted', clause: 'Schedule 4', frequency, consequence: null, reason: null, revision }));
  return benefitId;
}

export async function setBenefit({ open }: SmallWorld, benefitId: string, changes: Parameters<typeof updateBenefit>[2]): Promise<void> {
  const row = (await benefitById(reader(), benefitId))!;
  await transaction(open, (tx) => updateBenefit(tx, row, changes));
}

/** One result with nothing remarkable about it. */
export const result = (periodFrom: string | null, periodOn: string, given: Partial<ReadingForm> = {}): ReadingForm =>
  ({ periodFrom, periodOn, value: 12, numerator: null, denominator: null, n: null, quality: 'B', note: '', ...given });
