import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { moveCase, updateCase } from '#db/tables/cases.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { endHold, insertHold } from '#db/tables/holds.server.ts';
import { decide } from '#workflows/decide.ts';
import type { CaseEvent } from '#workflows/machines/case.ts';
import { caseForm } from '../answers/case-form.server.ts';
import { dayOf } from '../clock.server.ts';
import { done, refused, type Deed, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { advance } from '../stages/advance.server.ts';
import { caseFacts } from '../stages/stage-facts.server.ts';
import { caseCommand, changedMeanwhile } from './case-command.server.ts';
import type { CaseFile } from './case-file.server.ts';
import { whyNotMove, type CaseMove } from './case-moves.policy.ts';

const SENTENCES: Record<CaseMove, string> = {
  pause: 'paused the case', resume: 'resumed the case', freeze: 'froze the case because of a legal challenge',
  unfreeze: 'ended the freeze', withdraw: 'withdrew the case', reopen: 'reopened the case', goLive: 'confirmed that the enterprise is live',
  close: 'closed the case', windUp: 'recorded that the enterprise was wound up', bringBack: 'recorded that the service was brought back', merge: 'recorded that the enterprise merged',
};

/** Pauses, resumes, freezes, withdraws, reopens, goes live or ends a case, with the reason on record. */
export async function moveWholeCase(actor: Actor, caseId: string, move: CaseMove, reason: string): Promise<Done<{ state: string }> | Refused> {
  return caseCommand(actor, caseId, ['lead', 'legal', 'secondLine', 'sponsor'], async (tx, file, at) => {
    const no = whyNotMove(file.roles, move);
    if (no) return refused(403, no);
    const moved = await step(tx, file, { type: move, by: actor.id, at, reason });
    if (!moved.ok) return moved;
    await keepHolds(tx, file, move, reason, at);
    if (move === 'goLive') await updateCase(tx, caseId, { live_on: dayOf(at) });
    await tell(tx, at, file.memberships.filter((m) => m.until_at === null).map((m) => m.person_id), { caseId, kind: 'information', about: 'cases', text: `${actor.name} ${SENTENCES[move]}: ${file.case.title}`, link: `/cases/${caseId}` }, actor.id);
    const resumes = move === 'resume' || move === 'unfreeze' || move === 'reopen' || move === 'goLive';
    return done({ state: moved.value }, { kind: `case.${move}`, caseId, subject: { reason }, sentence: SENTENCES[move] }, ...(resumes ? await advance(tx, file, at) : []));
  });
}

async function step(tx: Writer, file: CaseFile, event: CaseEvent): Promise<Done<string> | Refused> {
  const form = await caseForm(tx, file);
  const decided = decide('case', file.case.state, caseFacts(file, form, await conditionsOf(tx, file.case.id)), event);
  if (!decided.ok) return refused(422, ...decided.reasons);
  return (await moveCase(tx, file.case, { state: decided.state })) ? done(decided.state) : changedMeanwhile();
}

async function keepHolds(tx: Writer, file: CaseFile, move: CaseMove, reason: string, at: string): Promise<void> {
  const open = file.holds.filter((hold) => hold.until_at === null);
  if (move === 'pause' || move === 'freeze') {
    const kind: Row<'holds'>['kind'] = move === 'pause' ? 'paused' : 'frozen';
    await insertHold(tx, { id: newId(), case_id: file.case.id, kind, reason, from_at: at, by: file.actor.id, until_at: null, ended_by: null, end_reason: null });
    return;
  }
  for (const hold of open) await endHold(tx, hold.id, { at, by: file.actor.id, reason });
}

/** A declined stage declines the case. */
export async function declineCase(tx: Writer, file: CaseFile, reason: string, at: string): Promise<Deed[]> {
  const moved = await step(tx, file, { type: 'decline', by: null, at, reason });
  return moved.ok ? [{ kind: 'case.decline', caseId: file.case.id, subject: { by: 'Slipway' }, sentence: 'ended the case, because it was declined' }] : [];
}
