import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

export async function insertCommentTask(tx: Writer, row: NewRow<'comment_tasks'>): Promise<void> {
  await tx.db.insertInto('comment_tasks').values(row).execute();
}

/** False when it was ticked off already. */
export async function tickCommentTask(tx: Writer, id: Id, by: Id, at: Instant): Promise<boolean> {
  const result = await tx.db.updateTable('comment_tasks').set({ done_at: at, done_by: by }).where('id', '=', id).where('done_at', 'is', null).executeTakeFirst();
  return tookEffect(result);
}

/** Oldest first, done ones too. */
export const tasksOfComment = (reader: Reader, commentId: Id): Promise<Row<'comment_tasks'>[]> =>
  reader.db.selectFrom('comment_tasks').selectAll().where('comment_id', '=', commentId).orderBy('at').orderBy('id').execute();

export type OpenTask = Row<'comment_tasks'> & Pick<Row<'comments'>, 'stage' | 'question' | 'audience'> & { writer: Id };

/** What somebody has still to do in these cases, with what their comments are about. */
export const openTasksOf = (reader: Reader, ownerId: Id, caseIds: readonly Id[]): Promise<OpenTask[]> =>
  reader.db
    .selectFrom('comment_tasks')
    .innerJoin('comments', 'comments.id', 'comment_tasks.comment_id')
    .selectAll('comment_tasks')
    .select(['comments.stage', 'comments.question', 'comments.audience', 'comments.by as writer'])
    .where('owner_id', '=', ownerId)
    .where('comment_tasks.case_id', 'in', caseIds)
    .where('done_at', 'is', null)
    .orderBy('due_on')
    .orderBy('comment_tasks.id')
    .execute();
