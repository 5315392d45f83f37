import type { Reader, Writer } from '../database.server.ts';
import type { NewRow, Row } from '../schema.ts';

export async function insertPathwayVersion(tx: Writer, row: NewRow<'pathway_versions'>): Promise<void> {
  await tx.db.insertInto('pathway_versions').values(row).execute();
}

export const pathwayVersion = (reader: Reader, key: string, version: number): Promise<Row<'pathway_versions'> | undefined> =>
  reader.db
    .selectFrom('pathway_versions')
    .selectAll()
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst();

export const latestPathwayVersion = (reader: Reader, key: string): Promise<Row<'pathway_versions'> | undefined> =>
  reader.db
    .selectFrom('pathway_versions')
    .selectAll()
    .where('key', '=', key)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
