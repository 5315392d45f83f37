import { sql } from 'kysely';
import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

/** A submission without its body, which is large. */
export type SubmissionHead = Omit<Row<'submissions'>, 'body_json'>;

const HEAD = [
  'id', 'case_id', 'stage', 'number', 'sha256', 'sent_by', 'sent_at', 'opened_at', 'opened_by', 'withdrawn_at',
] as const;

export async function insertSubmission(tx: Writer, row: NewRow<'submissions'>): Promise<void> {
  await tx.db.insertInto('submissions').values(row).execute();
}

export const submissionById = (reader: Reader, id: Id): Promise<Row<'submissions'> | undefined> =>
  reader.db.selectFrom('submissions').selectAll().where('id', '=', id).executeTakeFirst();

/** By stage and number; withdrawn ones too. */
export const submissionsOf = (reader: Reader, caseId: Id, stage?: string): Promise<SubmissionHead[]> =>
  reader.db
    .selectFrom('submissions')
    .select(HEAD)
    .where('case_id', '=', caseId)
    .$if(stage !== undefined, (query) => query.where('stage', '=', stage ?? ''))
    .orderBy('stage')
    .orderBy('number')
    .execute();

/** Of several cases, by case, stage and number. */
export const submissionsOfCases = (reader: Reader, caseIds: readonly Id[]): Promise<SubmissionHead[]> =>
  reader.db
    .selectFrom('submissions')
    .select(HEAD)
    .where('case_id', 'in', caseIds)
    .orderBy('case_id')
    .orderBy('stage')
    .orderBy('number')
    .execute();

/** The one with the highest number, withdrawn or not. */
export const latestSubmission = (reader: Reader, caseId: Id, stage: string): Promise<Row<'submissions'> | undefined> =>
  reader.db
    .selectFrom('submissions')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('stage', '=', stage)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

/** 1 for the first. */
export async function nextSubmissionNumber(tx: Writer, caseId: Id, stage: string): Promise<number> {
  const { last } = await tx.db
    .selectFrom('submissions')
    .select(sql<number | null>`max(number)`.as('last'))
    .where('case_id', '=', caseId)
    .where('stage', '=', stage)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** False when somebody had opened it already. */
export async function markOpened(tx: Writer, id: Id, by: Id, at: Instant): Promise<boolean> {
  const result = await tx.db
    .updateTable('submissions')
    .set({ opened_at: at, opened_by: by })
    .where('id', '=', id)
    .where('opened_at', 'is', null)
    .executeTakeFirst();
  return tookEffect(result);
}

/** False when it was withdrawn already. */
export async function markWithdrawn(tx: Writer, id: Id, at: Instant): Promise<boolean> {
  const result = await tx.db
    .updateTable('submissions')
    .set({ withdrawn_at: at })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return tookEffect(result);
}
