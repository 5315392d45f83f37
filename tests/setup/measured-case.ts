import { benefitById } from '#db/tables/benefits.server.ts';
import { reader } from '#app/domain/database.server.ts';
import type { BenefitDetails } from '#app/domain/benefits/benefit-details.schema.ts';
import { promiseBenefit } from '#app/domain/benefits/promise-benefit.server.ts';
import { addReading } from '#app/domain/benefits/record-reading.server.ts';
import type { ReadingForm } from '#app/domain/benefits/readings.schema.ts';
import { agreeLeavingOut, settleBenefit } from '#app/domain/benefits/settle-benefit.server.ts';
import type { Actor } from '#app/domain/people/actor.server.ts';
import { addDays, addMonths } from '#workflows/dates.ts';
import type { SmallWorld } from './small-world.ts';
import { value } from './walk.ts';

/** Days to a first visit, fewer is better: 20 at the start, 10 promised. */
export const WAITS: BenefitDetails = {
  title: 'Shorter waits', beneficiary: 'People referred', category: 'access', evidenceKind: 'numbers', measure: 'Days from referral to first visit', unit: 'days', direction: 'down', baseline: 20,
  baselineSource: 'Waiting list', baselineFrom: '2024-04-01', baselineOn: '2025-03-31', baselineN: 900, target: 10, targetOn: '2026-03-31', frequency: 'monthly',
};
/** Share seen within 2 hours, more is better: 50% at the start, 70% promised. */
export const URGENT: BenefitDetails = { ...WAITS, title: 'Seen within 2 hours', measure: 'Urgent calls seen within 2 hours', unit: '%', direction: 'up', baseline: 50, target: 70 };

export type Treatment = 'contracted' | 'monitored' | 'notContracted' | null;

/** A promise that is described and, unless `treatment` is null, settled as a team and its commissioner do. */
export async function promised({ people: { lead, sponsor } }: SmallWorld, caseId: string, details: BenefitDetails = WAITS, treatment: Treatment = 'contracted'): Promise<string> {
  const { title = '', beneficiary = '', category = '' } = details;
  const { benefitId } = value(await promiseBenefit(lead, caseId, { title, beneficiary, category: category ?? '', stage: 'readiness', question: null }, details));
  if (treatment === null) return benefitId;
  const { revision } = (await benefitById(reader(), benefitId))!;
  const contracted = treatment === 'contracted';
  value(await settleBenefit(lead, caseId, benefitId, { treatment, clause: contracted ? 'Schedule 4C, 1' : null, frequency: 'monthly', consequence: contracted ? 'A joint look at the cause' : null, reason: contracted ? null : 'Too small to contract for', revision }));
  if (!contracted) value(await agreeLeavingOut(sponsor, caseId, benefitId));
  return benefitId;
}

/** One result a month from the month after go-live, each on the last day of its month, none later than the clock. */
export async function measured(by: Actor, caseId: string, benefitId: string, from: string, values: readonly number[], more: Partial<ReadingForm> = {}): Promise<void> {
  for (const [i, result] of values.entries()) {
    const periodOn = addDays(addMonths(from, i + 1), -1);
    value(await addReading(by, caseId, benefitId, { periodFrom: null, periodOn, value: result, numerator: null, denominator: null, n: 120, quality: 'B', note: '', ...more }));
  }
}

