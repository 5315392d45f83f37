import type { Reader, Writer } from '../database.server.ts';
import type { Changes, Id, Instant, NewRow, Row } from '../schema.ts';

export async function insertComment(tx: Writer, row: NewRow<'comments'>): Promise<void> {
  await tx.db.insertInto('comments').values(row).execute();
}

export async function updateComment(
  tx: Writer,
  id: Id,
  changes: Omit<Changes<'comments'>, 'id' | 'case_id' | 'by' | 'at'>,
): Promise<void> {
  await tx.db.updateTable('comments').set(changes).where('id', '=', id).execute();
}

/** A draft its author has thought better of. Sent ones stay. */
export async function dropCommentDraft(tx: Writer, id: Id, authorId: Id): Promise<void> {
  await tx.db.deleteFrom('comments').where('id', '=', id).where('by', '=', authorId).where('sent_at', 'is', null).execute();
}

export const commentById = (reader: Reader, id: Id): Promise<Row<'comments'> | undefined> =>
  reader.db.selectFrom('comments').selectAll().where('id', '=', id).executeTakeFirst();

/** Oldest first, drafts too: a draft is for its author only. */
export const commentsOf = (reader: Reader, caseId: Id, stage: string): Promise<Row<'comments'>[]> =>
  reader.db
    .selectFrom('comments')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('stage', '=', stage)
    .orderBy('at')
    .orderBy('id')
    .execute();

/** Sent and not settled: those the team has answered too, since their author has yet to agree. Oldest first. */
export const unsettledMustChanges = (reader: Reader, caseId: Id, stage: string): Promise<Row<'comments'>[]> =>
  reader.db
    .selectFrom('comments')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('stage', '=', stage)
    .where('kind', '=', 'mustChange')
    .where('state', '!=', 'settled')
    .where('sent_at', 'is not', null)
    .orderBy('at')
    .orderBy('id')
    .execute();

/** Must-changes of several cases that their teams have still to answer: case, stage and who asked. */
export const unansweredMustChanges = (reader: Reader, caseIds: readonly Id[]): Promise<Pick<Row<'comments'>, 'case_id' | 'stage' | 'by'>[]> =>
  reader.db
    .selectFrom('comments')
    .select(['case_id', 'stage', 'by'])
    .where('case_id', 'in', caseIds)
    .where('kind', '=', 'mustChange')
    .where('state', '=', 'open')
    .where('sent_at', 'is not', null)
    .execute();

/** Sends what the author has drafted on a submission. Answers with how many. */
export async function sendDrafts(tx: Writer, submissionId: Id, authorId: Id, at: Instant): Promise<number> {
  const result = await tx.db
    .updateTable('comments')
    .set({ sent_at: at })
    .where('submission_id', '=', submissionId)
    .where('by', '=', authorId)
    .where('sent_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
