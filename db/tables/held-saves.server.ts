import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';

export async function insertHeldSave(tx: Writer, row: NewRow<'held_saves'>): Promise<void> {
  await tx.db.insertInto('held_saves').values(row).execute();
}

/** Hands a held save over, once, to the person it was held for; undefined for anybody else. */
export const takeHeldSave = (tx: Writer, tokenHash: string, personId: Id): Promise<Row<'held_saves'> | undefined> =>
  tx.db
    .deleteFrom('held_saves')
    .where('token_hash', '=', tokenHash)
    .where('person_id', '=', personId)
    .returningAll()
    .executeTakeFirst();

export async function deleteHeldSavesBefore(tx: Writer, at: Instant): Promise<void> {
  await tx.db.deleteFrom('held_saves').where('held_at', '<', at).execute();
}

/** What is held under this token, left where it is. */
export const heldSave = (reader: Reader, tokenHash: string): Promise<Row<'held_saves'> | undefined> =>
  reader.db.selectFrom('held_saves').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
