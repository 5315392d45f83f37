import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';
import { countAll } from '../sql.server.ts';

export async function insertNotification(tx: Writer, row: NewRow<'notifications'>): Promise<void> {
  await tx.db.insertInto('notifications').values(row).execute();
}

/** Newest first. */
export const notificationsOf = (reader: Reader, personId: Id, { limit }: { limit: number }): Promise<Row<'notifications'>[]> =>
  reader.db
    .selectFrom('notifications')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

export async function unreadCount(reader: Reader, personId: Id): Promise<number> {
  const { unread } = await reader.db
    .selectFrom('notifications')
    .select(countAll().as('unread'))
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return unread;
}

/** Marks the person's own as read: those with these ids, or all that lead to this link. */
export async function markRead(tx: Writer, personId: Id, which: readonly Id[] | string, at: Instant): Promise<void> {
  const unread = tx.db
    .updateTable('notifications')
    .set({ read_at: at })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null);
  await (typeof which === 'string' ? unread.where('link', '=', which) : unread.where('id', 'in', which)).execute();
}

/** The people with notices before `before` that wait for the summary of a day. */
export async function peopleAwaitingSummary(reader: Reader, before: Instant): Promise<Id[]> {
  const rows = await awaitingSummary(reader, before).select('person_id').distinct().orderBy('person_id').execute();
  return rows.map((row) => row.person_id);
}

/** A person's notices before `before` that wait for the summary, read ones too, oldest first. */
export const noticesAwaitingSummary = (reader: Reader, personId: Id, before: Instant): Promise<Row<'notifications'>[]> =>
  awaitingSummary(reader, before).selectAll().where('person_id', '=', personId).orderBy('at').orderBy('id').execute();

const awaitingSummary = (reader: Reader, before: Instant) =>
  reader.db.selectFrom('notifications').where('pace', '=', 'daily').where('summed_at', 'is', null).where('at', '<', before);

/** No summary takes these up again. */
export async function markSummed(tx: Writer, ids: readonly Id[], at: Instant): Promise<void> {
  await tx.db.updateTable('notifications').set({ summed_at: at }).where('id', 'in', ids).execute();
}
