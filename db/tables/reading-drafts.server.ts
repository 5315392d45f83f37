import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';

export async function insertReadingDraft(tx: Writer, row: NewRow<'reading_drafts'>): Promise<void> {
  await tx.db.insertInto('reading_drafts').values(row).execute();
}

export const readingDraftById = (reader: Reader, id: Id): Promise<Row<'reading_drafts'> | undefined> =>
  reader.db.selectFrom('reading_drafts').selectAll().where('id', '=', id).executeTakeFirst();

export async function deleteReadingDraft(tx: Writer, id: Id): Promise<void> {
  await tx.db.deleteFrom('reading_drafts').where('id', '=', id).execute();
}

export async function deleteReadingDraftsBefore(tx: Writer, at: Instant): Promise<void> {
  await tx.db.deleteFrom('reading_drafts').where('at', '<', at).execute();
}
