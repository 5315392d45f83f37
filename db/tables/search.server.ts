import type { Reader, Writer } from '../database.server.ts';
import type { NewRow, Row } from '../schema.ts';

/** What has changed since it was put into words, at most so many. */
export const staleSources = (reader: Reader, limit: number): Promise<Row<'search_stale'>[]> =>
  reader.db.selectFrom('search_stale').selectAll().orderBy('source').orderBy('source_id').limit(limit).execute();

/** Puts `entries` in the place of all that this source had. */
export async function replaceEntries(tx: Writer, { source, source_id }: Row<'search_stale'>, entries: readonly NewRow<'search_entries'>[]): Promise<void> {
  await tx.db.deleteFrom('search_entries').where('source', '=', source).where('source_id', '=', source_id).execute();
  if (entries.length) await tx.db.insertInto('search_entries').values([...entries]).execute();
  await tx.db.deleteFrom('search_stale').where('source', '=', source).where('source_id', '=', source_id).execute();
}
