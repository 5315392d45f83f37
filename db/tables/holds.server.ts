import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

export async function insertHold(tx: Writer, row: NewRow<'holds'>): Promise<void> {
  await tx.db.insertInto('holds').values(row).execute();
}

/** False when it had ended already. */
export async function endHold(
  tx: Writer,
  id: Id,
  { at, by, reason }: { at: Instant; by: Id; reason: string },
): Promise<boolean> {
  const result = await tx.db
    .updateTable('holds')
    .set({ until_at: at, ended_by: by, end_reason: reason })
    .where('id', '=', id)
    .where('until_at', 'is', null)
    .executeTakeFirst();
  return tookEffect(result);
}

/** All, ended ones too, in the order they began. */
export const holdsOf = (reader: Reader, caseId: Id): Promise<Row<'holds'>[]> =>
  reader.db.selectFrom('holds').selectAll().where('case_id', '=', caseId).orderBy('from_at').orderBy('id').execute();

/** Of several cases, in the order they began. */
export const holdsOfCases = (reader: Reader, caseIds: readonly Id[]): Promise<Row<'holds'>[]> =>
  reader.db.selectFrom('holds').selectAll().where('case_id', 'in', caseIds).orderBy('from_at').orderBy('id').execute();
