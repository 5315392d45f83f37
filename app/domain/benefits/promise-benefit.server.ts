import { newId } from '#db/codec.ts';
import { benefitById, insertBenefit, nextBenefitNumber } from '#db/tables/benefits.server.ts';
import { machines } from '#workflows/decide.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { mayEdit, TEAM } from '../cases/cases.policy.ts';
import { refused, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { moveBenefit } from './benefit-command.server.ts';
import { columnsOf } from './benefit-columns.server.ts';
import type { BenefitDetails } from './benefit-details.schema.ts';

export interface Promised {
  title: string;
  beneficiary: string;
  category: string;
  /** Where it was promised: the stage, and the answer it was caught in. */
  stage: string;
  question: string | null;
}

/** Makes a record of a promise. It is never retyped after that: later stages refer to it. */
export async function promiseBenefit(actor: Actor, caseId: string, { stage, question, ...promise }: Promised, details: BenefitDetails = {}): Promise<Done<{ benefitId: string }> | Refused> {
  return caseCommand(actor, caseId, TEAM, async (tx, file, at) => {
    if (!mayEdit(file.roles)) return refused(403, 'Only the team can promise a benefit');
    const id = newId();
    await insertBenefit(tx, {
      ...columnsOf(details), ...promise, id, case_id: caseId, number: await nextBenefitNumber(tx, caseId), promised_stage: stage, promised_question: question,
      state: 'promised', machine_version: machines.benefit.version, revision: 1, by: actor.id, at,
    });
    const row = (await benefitById(tx, id))!;
    const described = await moveBenefit({ tx, file, row, at }, { type: 'describe', deed: { kind: 'benefit.promise', subject: { question }, sentence: `promised a benefit: ${promise.title}` } });
    return described.ok ? { ...described, value: { benefitId: id } } : described;
  });
}
