import type { Reader, Writer } from '../database.server.ts';
import type { Day, Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

export async function insertCover(tx: Writer, row: NewRow<'covers'>): Promise<void> {
  await tx.db.insertInto('covers').values(row).execute();
}

/** All, ended ones too, in the order of their first days. */
export const coversOf = (reader: Reader, caseId: Id): Promise<Row<'covers'>[]> =>
  reader.db.selectFrom('covers').selectAll().where('case_id', '=', caseId).orderBy('from_on').orderBy('id').execute();

/** The part it made, or the one that took its place. Refused for any but the live part of its deputy. */
export async function giveCoverPart(tx: Writer, id: Id, membershipId: Id): Promise<void> {
  await tx.db.updateTable('covers').set({ membership_id: membershipId }).where('id', '=', id).execute();
}

/** False when it had ended already. */
export async function endCover(tx: Writer, id: Id, at: Instant, by: Id | null): Promise<boolean> {
  const result = await tx.db.updateTable('covers').set({ ended_at: at, ended_by: by }).where('id', '=', id).where('ended_at', 'is', null).executeTakeFirst();
  return tookEffect(result);
}

/** Those whose first day has come and that have no part yet, and those whose last day has gone, in the order to settle them: ends before beginnings. */
export async function coversDue(reader: Reader, today: Day): Promise<Row<'covers'>[]> {
  const rows = await reader.db
    .selectFrom('covers')
    .selectAll()
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('until_on', '<', today), eb.and([eb('membership_id', 'is', null), eb('from_on', '<=', today)])]))
    .orderBy('until_on')
    .orderBy('id')
    .execute();
  return rows;
}
