import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import { updateCase } from '#db/tables/cases.server.ts';
import { unsettledMustChanges } from '#db/tables/comments.server.ts';
import { moveStage } from '#db/tables/stages.server.ts';
import { insertSubmission, nextSubmissionNumber } from '#db/tables/submissions.server.ts';
import { decide } from '#workflows/decide.ts';
import { dueOn } from '#workflows/deadlines.ts';
import { dayInWords } from '#workflows/dates.ts';
import { landmarksOf } from '#workflows/landmarks.ts';
import { changedMeanwhile, stageCommand } from '../cases/case-command.server.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { mayLead } from '../cases/cases.policy.ts';
import { dayOf } from '../clock.server.ts';
import { done, refused, type Done, type Once, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { advance } from './advance.server.ts';
import { heardOfSending } from './heard-of-sending.server.ts';
import { heldDays } from './held-days.server.ts';
import type { StageLoaded } from './stage-facts.server.ts';
import { freeze, seal } from './submissions.server.ts';

export interface Sent {
  submissionId: string;
  number: number;
  dueOn: string;
}

/**
 * Sends a stage: freezes it as a numbered submission and gives the turn to the approver. Refused with each reason
 * while something is missing. The readiness check, which nobody decides, is finished instead.
 */
export async function submitStage(actor: Actor, caseId: string, stage: string, once?: Once): Promise<Done<Sent | null> | Refused> {
  return stageCommand<Sent | null>({ actor, caseId, stage, as: ['lead'] }, async (tx, file, loaded, at) => {
    if (!mayLead(file.roles)) return refused(403, 'Only the team lead can send a stage. Ask them to send it');
    const type = loaded.facts.isDecided ? 'submit' : 'finish';
    const decided = decide('stage', loaded.row.state, loaded.facts, { type, by: actor.id, at });
    if (!decided.ok) return refused(422, ...decided.reasons);
    return type === 'submit' ? submit(tx, file, loaded, decided.state, at) : finish(tx, file, loaded, decided.state, at);
  }, once);
}

async function finish(tx: Writer, file: CaseFile, loaded: StageLoaded, state: string, at: string): Promise<Done<null> | Refused> {
  if (!(await moveStage(tx, loaded.row, { state, turn_since_at: null, due_on: null }))) return changedMeanwhile();
  const follows = await advance(tx, file, at);
  return done(null, { kind: 'stage.finish', caseId: file.case.id, subject: { stage: loaded.key }, sentence: `finished the ${loaded.facts.noun}` }, ...follows);
}

async function submit(tx: Writer, file: CaseFile, loaded: StageLoaded, state: string, at: string): Promise<Done<Sent> | Refused> {
  const number = await nextSubmissionNumber(tx, file.case.id, loaded.key);
  const changes = (await unsettledMustChanges(tx, file.case.id, loaded.key)).map((c) => ({ question: c.question, asked: c.text, changed: c.reply ?? '' }));
  const { json, sha256 } = seal(freeze(file, loaded.key, loaded.form, { number, at, changes }));
  const due = dueOn(dayOf(at), loaded.entry.clock.decide, heldDays(file.holds));
  if (!(await moveStage(tx, loaded.row, { state, turn_since_at: at, due_on: due }))) return changedMeanwhile();
  const id = newId();
  await insertSubmission(tx, {
    id, case_id: file.case.id, stage: loaded.key, number, body_json: json, sha256,
    sent_by: file.actor.id, sent_at: at, opened_at: null, opened_by: null, withdrawn_at: null,
  });
  const { transferOn } = landmarksOf(loaded.form);
  if (transferOn && transferOn !== file.case.transfer_on) await updateCase(tx, file.case.id, { transfer_on: transferOn });
  await tellReaders(tx, file, loaded, number, due, at);
  return done({ submissionId: id, number, dueOn: due }, {
    kind: 'stage.submit',
    caseId: file.case.id,
    subject: { stage: loaded.key, submission: id, number, sha256 },
    sentence: `sent the ${loaded.facts.noun}, version ${number}`,
    seals: [['submissions', id]],
  });
}

async function tellReaders(tx: Writer, file: CaseFile, loaded: StageLoaded, number: number, due: string, at: string): Promise<void> {
  const link = `/cases/${file.case.id}/stages/${loaded.key}/review`;
  const about = `${file.case.title}, ${loaded.facts.noun}`;
  const version = number > 1 ? `, version ${number}` : '';
  const { signers, reviewers, others } = heardOfSending(file, loaded.entry);
  await tell(tx, at, signers.people, {
    ...signers, caseId: file.case.id, text: `Decide by ${dayInWords(due)}: ${about}${version}`, link,
    because: `${file.actor.name} has sent it to you. If you need longer, set a new date on the decision page.`,
  }, file.actor.id);
  await tell(tx, at, reviewers.people, {
    ...reviewers, caseId: file.case.id, text: `Review by ${dayInWords(due)}: ${about}${version}`, link,
    because: 'Your review must be in before the approver can decide.',
  }, file.actor.id);
  await tell(tx, at, others.people, {
    ...others, caseId: file.case.id, text: `${file.actor.name} sent the ${loaded.facts.noun}${version}: ${file.case.title}`,
    link: `/cases/${file.case.id}/stages/${loaded.key}`,
  }, file.actor.id);
}
