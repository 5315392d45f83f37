import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

/** Notes that an address was refused; nothing when that is known already. */
export async function insertRefusedAddress(tx: Writer, row: NewRow<'refused_addresses'>): Promise<void> {
  await tx.db
    .insertInto('refused_addresses')
    .values(row)
    .onConflict((conflict) => conflict.column('address').where('lifted_at', 'is', null).doNothing())
    .execute();
}

const standing = (reader: Reader) => reader.db.selectFrom('refused_addresses').selectAll().where('lifted_at', 'is', null);

/** Those of these addresses that are refused now. */
export const refusedAmong = (reader: Reader, addresses: readonly string[]): Promise<Row<'refused_addresses'>[]> =>
  standing(reader).where('address', 'in', addresses).execute();

export const refusedAddress = (reader: Reader, id: Id): Promise<Row<'refused_addresses'> | undefined> =>
  standing(reader).where('id', '=', id).executeTakeFirst();

/** All that are refused now, or since an instant, the newest first. */
export const refusedAddresses = (reader: Reader, since: Instant = ''): Promise<Row<'refused_addresses'>[]> =>
  standing(reader).where('at', '>=', since).orderBy('at', 'desc').orderBy('id', 'desc').execute();

/** False when it was lifted already. */
export async function liftRefusedAddress(tx: Writer, id: Id, by: Id, at: Instant): Promise<boolean> {
  const result = await tx.db
    .updateTable('refused_addresses')
    .set({ lifted_at: at, lifted_by: by })
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .executeTakeFirst();
  return tookEffect(result);
}
