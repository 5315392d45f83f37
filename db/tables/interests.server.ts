import type { Reader, Writer } from '../database.server.ts';
import type { Id, NewRow, Row } from '../schema.ts';

export async function insertInterest(tx: Writer, row: NewRow<'interests'>): Promise<void> {
  await tx.db.insertInto('interests').values(row).execute();
}

/** In the order declared. */
export const interestsOf = (reader: Reader, caseId: Id): Promise<Row<'interests'>[]> =>
  reader.db
    .selectFrom('interests')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('declared_at')
    .orderBy('id')
    .execute();
