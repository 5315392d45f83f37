import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { boardViewsOf, liveBoard } from '#db/tables/boards.server.ts';
import { boardFacts, noBoard } from '#workflows/boards.ts';
import { dayInWords } from '#workflows/dates.ts';
import type { PathwayStage } from '#workflows/definition.ts';
import type { BoardFacts } from '#workflows/facts.ts';
import { exclusionIn, holdersOf, type CaseFile } from '../cases/case-file.server.ts';

/** The board that stands for one version: its row, its members, their views, and what the law may know of it. */
export interface BoardLoaded {
  row: Row<'boards'> | undefined;
  views: Row<'board_views'>[];
  /** Who sits on it today, and who gave a view and has left since. `shutOut`: why they can never judge, as said to them; null when they can. */
  members: { id: string; shutOut: string | null }[];
  facts: BoardFacts;
}

/** One read more where no board is convened. */
export async function loadBoard(reader: Reader, file: Pick<CaseFile, 'memberships' | 'interests'>, { signOff }: PathwayStage, submissionId: string | undefined): Promise<BoardLoaded> {
  const row = submissionId ? await liveBoard(reader, submissionId) : undefined;
  const views = row ? await boardViewsOf(reader, row.id) : [];
  const ids = [...new Set([...holdersOf(file, 'boardMember'), ...views.map((view) => view.by)])];
  const members = ids.map((id) => ({ id, shutOut: exclusionIn(file.memberships, file.interests, id) }));
  const required = signOff.board?.required ?? false;
  return { row, views, members, facts: row ? boardFacts({ quorum: row.quorum, required }, members.map(({ id, shutOut }) => ({ id, shutOut: shutOut !== null })), views) : noBoard(required) };
}

/** A board as the pages beside it tell of it. */
export interface BoardInBrief extends Omit<BoardFacts, 'required' | 'convened'> {
  name: string;
  meetsOn: string;
  /** For whom its chair records the decision: "the board of 6 May 2026". */
  onBehalfOf: string;
}

export function boardInBrief({ row, facts: { quorum, given, members, unable, majority } }: BoardLoaded): BoardInBrief | null {
  return row ? { name: row.name, meetsOn: row.meets_on, onBehalfOf: `the board of ${dayInWords(row.meets_on)}`, quorum, given, members, unable, majority } : null;
}
