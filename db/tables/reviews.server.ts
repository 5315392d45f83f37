import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect, wasWritten } from '../sql.server.ts';

/**
 * Keeps one draft for a submission, role and person: the first keeps its id, later ones replace its words.
 * False when theirs was sent already.
 */
export async function putReviewDraft(tx: Writer, row: Omit<NewRow<'reviews'>, 'sent_at'>): Promise<boolean> {
  const result = await tx.db
    .insertInto('reviews')
    .values({ ...row, sent_at: null })
    .onConflict((conflict) =>
      conflict
        .columns(['submission_id', 'role', 'by'])
        .doUpdateSet({ verdict: row.verdict ?? null, comment: row.comment, saved_at: row.saved_at, criteria_json: row.criteria_json ?? null })
        .where('reviews.sent_at', 'is', null),
    )
    .executeTakeFirst();
  return wasWritten(result);
}

/** False when it was sent already, or has no verdict. */
export async function sendReview(tx: Writer, id: Id, at: Instant): Promise<boolean> {
  const result = await tx.db
    .updateTable('reviews')
    .set({ sent_at: at })
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('verdict', 'is not', null)
    .executeTakeFirst();
  return tookEffect(result);
}

/** Drafts too, in the order begun: a draft is for its author only. */
export const reviewsOf = (reader: Reader, submissionId: Id): Promise<Row<'reviews'>[]> =>
  reader.db.selectFrom('reviews').selectAll().where('submission_id', '=', submissionId).orderBy('id').execute();

/** Of every submission of the case, drafts too. */
export const reviewsOfCase = (reader: Reader, caseId: Id): Promise<Row<'reviews'>[]> =>
  reader.db.selectFrom('reviews').selectAll().where('case_id', '=', caseId).orderBy('id').execute();

/** Which reviews of several cases are in: the submission and the role. */
export const sentReviewsOfCases = (reader: Reader, caseIds: readonly Id[]): Promise<Pick<Row<'reviews'>, 'submission_id' | 'role'>[]> =>
  reader.db.selectFrom('reviews').select(['submission_id', 'role']).where('case_id', 'in', caseIds).where('sent_at', 'is not', null).execute();
