import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { boardViewsOf, liveBoard } from '#db/tables/boards.server.ts';
import { exclusionIn, type CaseFile } from '../cases/case-file.server.ts';
import { membersShown, type MemberShown } from './board-members.server.ts';

/** A board as it stood when the decision was recorded. */
export interface BoardOnRecord {
  name: string;
  meetsOn: string;
  quorum: number;
  members: MemberShown[];
}

/** Its members, their views and who could not take part, on the day of the decision: what came later does not change the record. */
export async function boardOnRecord(reader: Reader, file: Pick<CaseFile, 'memberships' | 'interests'>, decision: Row<'decisions'>): Promise<BoardOnRecord | null> {
  const board = await liveBoard(reader, decision.submission_id);
  if (!board || board.at > decision.at) return null;
  const views = (await boardViewsOf(reader, board.id)).filter((v) => v.at <= decision.at);
  const then = { memberships: file.memberships.filter((m) => m.from_at <= decision.at), interests: file.interests.filter((i) => i.declared_at <= decision.at) };
  const seated = then.memberships.filter((m) => m.role === 'boardMember' && (m.until_at === null || m.until_at > decision.at)).map((m) => m.person_id);
  const ids = [...new Set([...seated, ...views.map((v) => v.by)])];
  return {
    name: board.name, meetsOn: board.meets_on, quorum: board.quorum,
    members: await membersShown(reader, then, ids.map((id) => ({ id, shutOut: exclusionIn(then.memberships, then.interests, id) })), views),
  };
}
