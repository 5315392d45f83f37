import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';

/** `id` is the hash of what the browser holds. */
export async function insertSession(tx: Writer, row: NewRow<'sessions'>): Promise<void> {
  await tx.db.insertInto('sessions').values(row).execute();
}

export const sessionById = (reader: Reader, id: string): Promise<Row<'sessions'> | undefined> =>
  reader.db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst();

/** In the order begun. */
export const sessionsOf = (reader: Reader, personId: Id): Promise<Row<'sessions'>[]> =>
  reader.db.selectFrom('sessions').selectAll().where('user_id', '=', personId).orderBy('created_at').execute();

export async function extendSession(tx: Writer, id: string, expiresAt: Instant): Promise<void> {
  await tx.db.updateTable('sessions').set({ expires_at: expiresAt }).where('id', '=', id).execute();
}

/** The password was given again at `at`. */
export async function proveSession(tx: Writer, id: string, at: Instant): Promise<void> {
  await tx.db.updateTable('sessions').set({ proved_at: at }).where('id', '=', id).execute();
}

export async function deleteSession(tx: Writer, id: string): Promise<void> {
  await tx.db.deleteFrom('sessions').where('id', '=', id).execute();
}

/** All of the person's sessions, but for `exceptId`. */
export async function deleteSessionsOf(tx: Writer, personId: Id, exceptId?: string): Promise<void> {
  await tx.db
    .deleteFrom('sessions')
    .where('user_id', '=', personId)
    .$if(exceptId !== undefined, (query) => query.where('id', '!=', exceptId ?? ''))
    .execute();
}

export async function deleteExpiredSessions(tx: Writer, at: Instant): Promise<void> {
  await tx.db.deleteFrom('sessions').where('expires_at', '<=', at).execute();
}
