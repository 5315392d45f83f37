import { moveStage } from '#db/tables/stages.server.ts';
import { markOpened, markWithdrawn } from '#db/tables/submissions.server.ts';
import { recordVisit } from '#db/tables/visits.server.ts';
import { decide } from '#workflows/decide.ts';
import { changedMeanwhile, stageCommand } from '../cases/case-command.server.ts';
import { holdersOf, stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { APPROVING, mayLead } from '../cases/cases.policy.ts';
import { done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';

/**
 * Records that someone on the approver's side has opened the version last sent: from then on it cannot be taken back.
 * Does nothing for anyone else, or when it is open already. Reading a page never fails because of it.
 */
export async function openSubmission(file: CaseFile, stage: string): Promise<void> {
  const readsForApprover = file.roles.some((role) => APPROVING.includes(role)) && file.exclusion === null;
  if (!readsForApprover || stageInFile(file, stage)?.row.state !== 'sent') return;
  await stageCommand({ actor: file.actor, caseId: file.case.id, stage, as: APPROVING }, async (tx, fresh, loaded, at) => {
    const decided = decide('stage', loaded.row.state, loaded.facts, { type: 'read', by: file.actor.id, at });
    if (!decided.ok || !loaded.submission) return refused(409, 'It was opened or taken back a moment ago');
    await moveStage(tx, loaded.row, { state: decided.state });
    await markOpened(tx, loaded.submission.id, file.actor.id, at);
    await recordVisit(tx, file.actor.id, loaded.submission.id, at);
    return done(null, {
      kind: 'stage.read',
      caseId: fresh.case.id,
      subject: { stage, submission: loaded.submission.id },
      sentence: `opened the ${loaded.facts.noun}, version ${loaded.submission.number}`,
    });
  });
}

/** The lead takes a version back before anyone on the approver's side has opened it. */
export async function takeBackStage(actor: Actor, caseId: string, stage: string): Promise<Done<null> | Refused> {
  return stageCommand({ actor, caseId, stage, as: ['lead'] }, async (tx, file, loaded, at) => {
    if (!mayLead(file.roles)) return refused(403, 'Only the team lead can take a stage back');
    const decided = decide('stage', loaded.row.state, loaded.facts, { type: 'takeBack', by: actor.id, at });
    if (!decided.ok) return refused(422, ...decided.reasons);
    if (!(await moveStage(tx, loaded.row, { state: decided.state, turn_since_at: at, due_on: null }))) return changedMeanwhile();
    if (loaded.submission) await markWithdrawn(tx, loaded.submission.id, at);
    await tell(tx, at, holdersOf(file, 'sponsor'), {
      caseId,
      kind: 'information',
      about: 'stages',
      text: `${actor.name} took back the ${loaded.facts.noun}: ${file.case.title}`,
      link: `/cases/${caseId}`,
    }, actor.id);
    return done(null, { kind: 'stage.takeBack', caseId, subject: { stage }, sentence: `took back the ${loaded.facts.noun} before it was opened` });
  });
}
