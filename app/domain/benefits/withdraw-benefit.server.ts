import { mayEdit, mayLead, TEAM } from '../cases/cases.policy.ts';
import { refused, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { benefitCommand, moveBenefit } from './benefit-command.server.ts';

/** Withdraws a promise, with the reason. The record stays, and is shown as withdrawn wherever promises are counted. */
export async function withdrawBenefit(actor: Actor, caseId: string, benefitId: string, reason: string): Promise<Done<null> | Refused> {
  return benefitCommand({ actor, caseId, benefitId, as: TEAM }, async (on) => {
    if (!mayEdit(on.file.roles)) return refused(403, 'Only the team can withdraw a promise');
    if (reason.trim() === '') return refused(422, { field: 'reason', message: 'Enter the reason you withdraw it' });
    return moveBenefit(on, {
      type: 'withdraw', reason, changes: { withdrawn_at: on.at, withdrawn_reason: reason.trim() },
      deed: { kind: 'benefit.withdraw', subject: { reason }, sentence: `withdrew a promised benefit: ${on.row.title}` },
    });
  });
}

/** Takes up a withdrawn promise again. Whether it is in the contract is asked anew. */
export async function reinstateBenefit(actor: Actor, caseId: string, benefitId: string, reason: string): Promise<Done<null> | Refused> {
  return benefitCommand({ actor, caseId, benefitId, as: TEAM }, async (on) => {
    if (!mayLead(on.file.roles)) return refused(403, 'Only the team lead can take up a promise again');
    if (reason.trim() === '') return refused(422, { field: 'reason', message: 'Enter the reason you take it up again' });
    return moveBenefit(on, {
      type: 'reinstate', reason,
      changes: { withdrawn_at: null, withdrawn_reason: null, treatment: null, treatment_reason: null, treatment_by: null, treatment_at: null, treatment_agreed_by: null, treatment_agreed_at: null },
      deed: { kind: 'benefit.reinstate', subject: { reason }, sentence: `took up a promised benefit again: ${on.row.title}` },
    });
  });
}
