import { newId } from '#db/codec.ts';
import { dissolveBoard as markDissolved, insertBoard } from '#db/tables/boards.server.ts';
import { dayInWords } from '#workflows/dates.ts';
import { changedMeanwhile, stageCommand } from '../cases/case-command.server.ts';
import { done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { refusalsOf } from './board-rules.server.ts';
import { mayConvene } from './boards.policy.ts';

export interface NewBoard {
  name: string;
  /** YYYY-MM-DD. */
  meetsOn: string;
  /** Views needed before the decision. */
  quorum: number;
  /** Of the version its chair looked at. */
  sha256: string;
}

/** Asks the board for its views on the version that is with the approver. From now on the decision waits for its quorum. */
export async function conveneBoard(actor: Actor, caseId: string, stage: string, { sha256, ...board }: NewBoard): Promise<Done<{ boardId: string }> | Refused> {
  return stageCommand({ actor, caseId, stage, as: ['sponsor'], saw: sha256 }, async (tx, file, loaded, at) => {
    if (!mayConvene(file.roles)) return refused(403, file.exclusion ?? 'Only the approver can convene a board');
    const reasons = refusalsOf(loaded, actor.id, { type: 'convene', quorum: board.quorum });
    if (reasons.length || !loaded.submission) return refused(loaded.facts.isStale ? 409 : 422, ...reasons);
    const boardId = newId();
    await insertBoard(tx, {
      id: boardId, case_id: caseId, stage: loaded.key, submission_id: loaded.submission.id, name: board.name, meets_on: board.meetsOn, quorum: board.quorum,
      by: actor.id, at, dissolved_by: null, dissolved_at: null, dissolved_reason: null,
    });
    await tell(tx, at, loaded.board.members.filter(({ shutOut }) => shutOut === null).map(({ id }) => id), {
      caseId, kind: 'needsYou', about: 'reviews', text: `Give your view by ${dayInWords(board.meetsOn)}: ${loaded.facts.noun}, ${file.case.title}`, link: `/cases/${caseId}/stages/${loaded.key}/review`,
      because: `${actor.name} has asked ${board.name}.`,
    }, actor.id);
    return done({ boardId }, {
      kind: 'board.convene', caseId, subject: { stage: loaded.key, submission: loaded.submission.id, board: boardId, quorum: board.quorum },
      sentence: `convened ${board.name} of ${dayInWords(board.meetsOn)} for the ${loaded.facts.noun}, version ${loaded.submission.number}: ${board.quorum} views needed`, seals: [['boards', boardId]],
    });
  });
}

/** Sends a board away while no view is in, with a reason; it stays on record. */
export async function dissolveBoard(actor: Actor, caseId: string, stage: string, reason: string): Promise<Done<null> | Refused> {
  return stageCommand({ actor, caseId, stage, as: ['sponsor'] }, async (tx, file, loaded, at) => {
    if (!mayConvene(file.roles) || file.exclusion !== null) return refused(403, file.exclusion ?? 'Only the approver can dissolve a board');
    const reasons = refusalsOf(loaded, actor.id, { type: 'dissolve', reason });
    const { row, members } = loaded.board;
    if (reasons.length || !row) return refused(422, ...reasons);
    if (!(await markDissolved(tx, row.id, actor.id, at, reason))) return changedMeanwhile();
    await tell(tx, at, members.map(({ id }) => id), { caseId, kind: 'information', about: 'reviews', text: `Your view is no longer asked for: ${loaded.facts.noun}, ${file.case.title}`, link: `/cases/${caseId}/stages/${loaded.key}/board`, because: reason }, actor.id);
    return done(null, { kind: 'board.dissolve', caseId, subject: { stage: loaded.key, submission: row.submission_id, board: row.id }, sentence: `dissolved ${row.name}, convened for the ${loaded.facts.noun}: ${reason}` });
  });
}
