import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';

/** A person's addresses that still work. */
export const liveFeedsOf = (reader: Reader, personId: Id): Promise<Row<'calendar_feeds'>[]> =>
  reader.db.selectFrom('calendar_feeds').selectAll().where('person_id', '=', personId).where('revoked_at', 'is', null).orderBy('at').execute();

/** The feed of a secret address; undefined when it is unknown or was taken back. */
export const feedByHash = (reader: Reader, secretHash: string): Promise<Row<'calendar_feeds'> | undefined> =>
  reader.db.selectFrom('calendar_feeds').selectAll().where('secret_hash', '=', secretHash).where('revoked_at', 'is', null).executeTakeFirst();

export async function insertFeed(tx: Writer, row: NewRow<'calendar_feeds'>): Promise<void> {
  await tx.db.insertInto('calendar_feeds').values(row).execute();
}

/** Takes back a person's address for one case, or for all their cases. */
export async function revokeFeeds(tx: Writer, personId: Id, caseId: Id | null, at: Instant): Promise<void> {
  await tx.db
    .updateTable('calendar_feeds')
    .set({ revoked_at: at })
    .where('person_id', '=', personId)
    .where('case_id', caseId === null ? 'is' : '=', caseId)
    .where('revoked_at', 'is', null)
    .execute();
}
