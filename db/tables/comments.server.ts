import type { Reader, Writer } from '../database.server.ts';
import type { Changes, Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

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

/** Says what became of the words offered. False when somebody has said so already, or the comment is settled. */
export async function putOutcome(tx: Writer, id: Id, changes: Pick<Changes<'comments'>, 'outcome' | 'outcome_by' | 'outcome_at' | 'state' | 'reply' | 'replied_by' | 'replied_at'>): Promise<boolean> {
  const result = await tx.db.updateTable('comments').set(changes).where('id', '=', id).where('outcome', 'is', null).where('state', '!=', 'settled').executeTakeFirst();
  return tookEffect(result);
}

/** Remembers whom a comment mentions; who is mentioned already stays once. */
export async function insertMentions(tx: Writer, commentId: Id, people: readonly Id[], at: Instant): Promise<void> {
  if (people.length === 0) return;
  await tx.db.insertInto('comment_mentions').values(people.map((person_id) => ({ comment_id: commentId, person_id, at }))).onConflict((conflict) => conflict.doNothing()).execute();
}

export const mentionsOf = (reader: Reader, commentIds: readonly Id[]): Promise<Row<'comment_mentions'>[]> =>
  commentIds.length === 0 ? Promise.resolve([]) : reader.db.selectFrom('comment_mentions').selectAll().where('comment_id', 'in', commentIds).execute();

/** What one person has drafted on a stage, oldest first. */
export const draftsOf = (reader: Reader, caseId: Id, stage: string, personId: Id): Promise<Row<'comments'>[]> =>
  reader.db.selectFrom('comments').selectAll().where('case_id', '=', caseId).where('stage', '=', stage).where('by', '=', personId).where('sent_at', 'is', null).orderBy('at').orderBy('id').execute();

/** The changes one person asked for on one version, and sent, oldest first. */
export const mustChangesBy = (reader: Reader, submissionId: Id, personId: Id): Promise<Row<'comments'>[]> =>
  reader.db.selectFrom('comments').selectAll().where('submission_id', '=', submissionId).where('by', '=', personId).where('kind', '=', 'mustChange').where('sent_at', 'is not', null).orderBy('at').orderBy('id').execute();

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
