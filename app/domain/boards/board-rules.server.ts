import { hasTag } from '#workflows/decide.ts';
import { boardRefusals, type BoardAct } from '#workflows/boards.ts';
import type { StageLoaded } from '../stages/stage-facts.server.ts';

/** Why the law does not let this person do this with the board of a version now; none when it does. */
export function refusalsOf({ row, entry, submission, board, facts }: StageLoaded, me: string, act: BoardAct): string[] {
  return boardRefusals({
    noun: facts.noun,
    withApprover: submission !== undefined && hasTag('stage', row.state, 'approver'),
    convened: board.row !== undefined,
    isStale: facts.isStale,
    exclusion: facts.exclusion,
    interestSaid: facts.interestSaid,
    able: board.members.filter(({ shutOut }) => shutOut === null).length,
    least: entry.signOff.board?.required ? entry.signOff.board.quorum : 1,
    views: board.views.length,
    gaveView: board.views.some(({ by }) => by === me),
  }, act);
}
