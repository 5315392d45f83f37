import type { Reader, Writer } from '../database.server.ts';
import type { Id, NewRow, Row } from '../schema.ts';

export async function insertCommentReply(tx: Writer, row: NewRow<'comment_replies'>): Promise<void> {
  await tx.db.insertInto('comment_replies').values(row).execute();
}

/** The thread under a comment, in the order written. */
export const repliesTo = (reader: Reader, commentId: Id): Promise<Row<'comment_replies'>[]> =>
  reader.db.selectFrom('comment_replies').selectAll().where('comment_id', '=', commentId).orderBy('at').orderBy('id').execute();
