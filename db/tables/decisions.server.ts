import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

/** Refused by the database when a live decision of that line is there, or `by` may not decide. */
export async function insertDecision(tx: Writer, row: NewRow<'decisions'>): Promise<void> {
  await tx.db.insertInto('decisions').values(row).execute();
}

/** Set aside ones too, oldest first. */
export const decisionsOf = (reader: Reader, caseId: Id): Promise<Row<'decisions'>[]> =>
  reader.db.selectFrom('decisions').selectAll().where('case_id', '=', caseId).orderBy('at').orderBy('id').execute();

/** Of several cases, oldest first. */
export const decisionsOfCases = (reader: Reader, caseIds: readonly Id[]): Promise<Row<'decisions'>[]> =>
  reader.db.selectFrom('decisions').selectAll().where('case_id', 'in', caseIds).orderBy('at').orderBy('id').execute();

export const decisionById = (reader: Reader, id: Id): Promise<Row<'decisions'> | undefined> =>
  reader.db.selectFrom('decisions').selectAll().where('id', '=', id).executeTakeFirst();

/** The one in force. */
export const liveDecision = (
  reader: Reader,
  submissionId: Id,
  line: Row<'decisions'>['line'],
): Promise<Row<'decisions'> | undefined> =>
  reader.db
    .selectFrom('decisions')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .where('line', '=', line)
    .where('voided_at', 'is', null)
    .executeTakeFirst();

/** False when it was set aside already. */
export async function voidDecision(tx: Writer, id: Id, at: Instant): Promise<boolean> {
  const result = await tx.db
    .updateTable('decisions')
    .set({ voided_at: at })
    .where('id', '=', id)
    .where('voided_at', 'is', null)
    .executeTakeFirst();
  return tookEffect(result);
}
