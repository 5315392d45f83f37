import { newId } from '#db/codec.ts';
import { insertBoardView } from '#db/tables/boards.server.ts';
import { insertInterest } from '#db/tables/interests.server.ts';
import { recordVisit } from '#db/tables/visits.server.ts';
import type { BoardAction, BoardView } from '#workflows/boards.ts';
import { stageCommand } from '../cases/case-command.server.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import { done, refused, type Deed, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { refusalsOf } from './board-rules.server.ts';
import { sitsOnBoard } from './boards.policy.ts';

export interface ViewGiven {
  view: BoardView;
  /** Reasons; for who cannot take part, what the interest is. */
  words: string;
  action: BoardAction | null;
  sha256: string;
}

/**
 * One member's view of the version sent: once, and never changed. It is advice. To say that one cannot take part
 * declares the interest too.
 */
export async function giveView(actor: Actor, caseId: string, stage: string, { view, words, action, sha256 }: ViewGiven): Promise<Done<{ viewId: string }> | Refused> {
  return stageCommand({ actor, caseId, stage, as: ['boardMember'], saw: sha256 }, async (tx, file, loaded, at) => {
    if (!sitsOnBoard(file.roles)) return refused(403, 'Only members of the board give a view');
    const reasons = refusalsOf(loaded, actor.id, { type: 'give', view, words, action });
    const { submission, board, facts } = loaded;
    if (reasons.length || !submission || !board.row) return refused(facts.isStale || board.views.some((v) => v.by === actor.id) ? 409 : 422, ...reasons);
    const part = file.memberships.find((m) => m.person_id === actor.id && m.role === 'boardMember' && m.until_at === null);
    const viewId = newId();
    await insertBoardView(tx, { id: viewId, board_id: board.row.id, case_id: caseId, submission_id: submission.id, sha256: submission.sha256, view, words, action, by: actor.id, organisation_id: part?.organisation_id ?? null, at });
    const unable = view === 'cannotTakePart';
    const interestId = newId();
    if (unable) await insertInterest(tx, { id: interestId, case_id: caseId, person_id: actor.id, kind: 'other', detail: words, declared_at: at });
    await recordVisit(tx, actor.id, submission.id, at);
    await tell(tx, at, holdersOf(file, 'sponsor'), {
      caseId, kind: 'information', about: 'reviews', text: `${unable ? 'A board member cannot take part' : 'A board member gave a view'}: ${facts.noun}, ${file.case.title}`, link: `/cases/${caseId}/stages/${loaded.key}/board`,
    }, actor.id);
    const declared: Deed[] = unable ? [{ kind: 'interest.declare', caseId, subject: { person: actor.id, kind: 'other' }, sentence: 'declared an interest in the case', seals: [['interests', interestId]] }] : [];
    const what = unable ? 'said that they cannot take part in the views on' : 'gave the board their view of';
    return done({ viewId }, ...declared, { kind: 'board.view', caseId, subject: { stage: loaded.key, submission: submission.id, board: board.row.id, view }, sentence: `${what} the ${facts.noun}, version ${submission.number}`, seals: [['board_views', viewId]] });
  });
}
