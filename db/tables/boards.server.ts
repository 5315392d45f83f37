import type { Reader, Writer } from '../database.server.ts';
import type { Day, Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

/** Refused by the database when a board stands for that version, it is decided on, or `by` may not convene. */
export async function insertBoard(tx: Writer, row: NewRow<'boards'>): Promise<void> {
  await tx.db.insertInto('boards').values(row).execute();
}

/** False when it was dissolved already. */
export async function dissolveBoard(tx: Writer, id: Id, by: Id, at: Instant, reason: string): Promise<boolean> {
  const result = await tx.db
    .updateTable('boards')
    .set({ dissolved_by: by, dissolved_at: at, dissolved_reason: reason })
    .where('id', '=', id)
    .where('dissolved_at', 'is', null)
    .executeTakeFirst();
  return tookEffect(result);
}

/** The board that stands for a version. */
export const liveBoard = (reader: Reader, submissionId: Id): Promise<Row<'boards'> | undefined> =>
  reader.db.selectFrom('boards').selectAll().where('submission_id', '=', submissionId).where('dissolved_at', 'is', null).executeTakeFirst();

/** Those that stand in several cases, in the order convened. */
export const liveBoardsOfCases = (reader: Reader, caseIds: readonly Id[]): Promise<Row<'boards'>[]> =>
  reader.db.selectFrom('boards').selectAll().where('case_id', 'in', caseIds).where('dissolved_at', 'is', null).orderBy('at').orderBy('id').execute();

/** Those that stand and meet since a day or later, in cases that move. */
export const boardsAwaited = (reader: Reader, { since, caseStates }: { since: Day; caseStates: readonly string[] }): Promise<Row<'boards'>[]> =>
  reader.db
    .selectFrom('boards')
    .selectAll('boards')
    .innerJoin('cases', 'cases.id', 'boards.case_id')
    .where('boards.dissolved_at', 'is', null)
    .where('boards.meets_on', '>=', since)
    .where('cases.state', 'in', caseStates)
    .orderBy('boards.meets_on')
    .orderBy('boards.id')
    .execute();

/** Dissolved ones too, in the order convened. */
export const boardsOfStage = (reader: Reader, caseId: Id, stage: string): Promise<Row<'boards'>[]> =>
  reader.db.selectFrom('boards').selectAll().where('case_id', '=', caseId).where('stage', '=', stage).orderBy('at').orderBy('id').execute();

/** Refused by the database when `by` may not give a view, gave one on that version, or comes too late. */
export async function insertBoardView(tx: Writer, row: NewRow<'board_views'>): Promise<void> {
  await tx.db.insertInto('board_views').values(row).execute();
}

/** In the order given. */
export const boardViewsOf = (reader: Reader, boardId: Id): Promise<Row<'board_views'>[]> =>
  reader.db.selectFrom('board_views').selectAll().where('board_id', '=', boardId).orderBy('at').orderBy('id').execute();

/** The boards among these on which the person gave their view. */
export async function boardsAnsweredBy(reader: Reader, personId: Id, boardIds: readonly Id[]): Promise<Set<Id>> {
  const rows = await reader.db.selectFrom('board_views').select('board_id').where('by', '=', personId).where('board_id', 'in', boardIds).execute();
  return new Set(rows.map((row) => row.board_id));
}
