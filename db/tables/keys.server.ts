import type { Reader, Writer } from '../database.server.ts';
import type { Instant, NewRow, Row } from '../schema.ts';
import { wasWritten } from '../sql.server.ts';

/** Keeps the answer given to a form's key. False when one was kept already: give that one. */
export async function insertKey(tx: Writer, row: NewRow<'idempotency_keys'>): Promise<boolean> {
  const result = await tx.db
    .insertInto('idempotency_keys')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst();
  return wasWritten(result);
}

/** Whose key it is, the caller checks by `person_id`. */
export const keyOf = (reader: Reader, key: string): Promise<Row<'idempotency_keys'> | undefined> =>
  reader.db.selectFrom('idempotency_keys').selectAll().where('key', '=', key).executeTakeFirst();

export async function deleteKeysBefore(tx: Writer, at: Instant): Promise<void> {
  await tx.db.deleteFrom('idempotency_keys').where('at', '<', at).execute();
}
