import type { Row } from '#db/schema.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import { mayAgreeLeavingOut, maySettleBenefit } from '../cases/cases.policy.ts';
import { refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { benefitCommand, moveBenefit, type OnBenefit } from './benefit-command.server.ts';
import type { TreatmentForm } from './benefits.schema.ts';

const WORDS = { contracted: 'recorded as in the contract', monitored: 'recorded as reported on but not in the contract', notContracted: 'recorded as not in the contract' };

/**
 * Records whether a promise is in the contract: the clause and how often it is reported, or the reason it is not.
 * A reason counts once somebody on the commissioner's side has agreed to it.
 */
export async function settleBenefit(actor: Actor, caseId: string, benefitId: string, form: TreatmentForm): Promise<Done<null> | Refused> {
  return benefitCommand({ actor, caseId, benefitId, revision: form.revision, as: ['sponsor', 'lead', 'finance', 'legal'] }, async (on) => {
    const { file, row, at } = on;
    if (!maySettleBenefit(file.roles)) return refused(403, 'Only the team lead and the people on the approver\'s side can record this');
    const missing = whatTreatmentNeeds(form);
    if (missing.length) return refused(422, ...missing);
    const out = form.treatment !== 'contracted';
    const agreed = out && mayAgreeLeavingOut(file.roles, file.exclusion);
    const moved = await moveBenefit(on, {
      type: out ? 'leaveOut' : 'contract', reason: form.reason ?? '',
      changes: {
        treatment: form.treatment, treatment_reason: form.reason, treatment_by: actor.id, treatment_at: at, clause: form.clause, frequency: form.frequency ?? row.frequency, consequence: form.consequence,
        treatment_agreed_by: agreed ? actor.id : null, treatment_agreed_at: agreed ? at : null,
      },
      deed: { kind: 'benefit.settle', subject: { reason: form.reason, clause: form.clause, ...(form.frequency && form.frequency !== row.frequency && { before: { frequency: row.frequency } }) }, sentence: `${WORDS[form.treatment]}: ${row.title}` },
    });
    if (moved.ok) await tellSides(on, WORDS[form.treatment], out && !agreed);
    return moved;
  });
}

const whatTreatmentNeeds = (form: TreatmentForm) => form.treatment !== 'contracted'
  ? form.reason ? [] : [{ field: 'reason', message: 'Enter the reason it is not in the contract' }]
  : [
      ...(form.clause ? [] : [{ field: 'clause', message: 'Enter the clause or schedule it is in' }]),
      ...(form.frequency ? [] : [{ field: 'frequency', message: 'Select how often it is reported' }]),
    ];

/** Both sides hear of it; who must agree is asked. */
async function tellSides({ tx, file, row, at }: OnBenefit, words: string, asks: boolean): Promise<void> {
  const link = `/cases/${file.case.id}/benefits/${row.id}`;
  const told = { caseId: file.case.id, kind: 'information' as const, about: 'benefits' as const, text: `${file.actor.name} ${words}: ${row.title}`, link };
  await tell(tx, at, holdersOf(file, 'lead'), told, file.actor.id);
  if (!asks) return tell(tx, at, holdersOf(file, 'sponsor'), told, file.actor.id);
  await tell(tx, at, holdersOf(file, 'sponsor'), { ...told, link: `${link}/agreement`, kind: 'needsYou', text: `Agree or object: "${row.title}" is left out of the contract, ${file.case.title}`, because: 'The contract cannot be sent until you agree to the reason, or it goes into the contract.' }, file.actor.id);
}

/** The commissioner's side agrees that a promise is left out of the contract, for the reason recorded. `revision`: the record they read. */
export async function agreeLeavingOut(actor: Actor, caseId: string, benefitId: string, revision?: number): Promise<Done<null> | Refused> {
  return benefitCommand({ actor, caseId, benefitId, ...(revision !== undefined && { revision }), as: ['sponsor', 'finance', 'legal'] }, async (on) => {
    const { tx, file, row, at } = on;
    if (!mayAgreeLeavingOut(file.roles, file.exclusion)) return refused(403, file.exclusion?.replace('decide', 'agree to this') ?? 'Only the people on the approver\'s side can agree to this');
    if (isAgreed(row)) return refused(409, 'Somebody has agreed to this already');
    const moved = await moveBenefit(on, {
      type: 'agree', changes: { treatment_agreed_by: actor.id, treatment_agreed_at: at },
      deed: { kind: 'benefit.agree', sentence: `agreed that this is left out of the contract: ${row.title}` },
    });
    if (moved.ok) await tell(tx, at, holdersOf(file, 'lead'), { caseId, kind: 'information', about: 'benefits', text: `${actor.name} agreed that this is left out of the contract: ${row.title}`, link: `/cases/${caseId}/benefits/${benefitId}` }, actor.id);
    return moved;
  });
}

const isAgreed = (row: Row<'benefits'>) => row.treatment_agreed_at !== null;
