import type { Reader, Writer } from '../database.server.ts';
import type { Id, NewRow, Row } from '../schema.ts';

/** A correction names what it replaces; the second to correct the same one is refused as a unique violation. */
export async function insertReading(tx: Writer, row: NewRow<'readings'>): Promise<void> {
  await tx.db.insertInto('readings').values(row).execute();
}

/** By benefit and period, then in the order given; replaced ones too. */
export const readingsOf = (reader: Reader, benefitIds: readonly Id[]): Promise<Row<'readings'>[]> =>
  reader.db
    .selectFrom('readings')
    .selectAll()
    .where('benefit_id', 'in', benefitIds)
    .orderBy('benefit_id')
    .orderBy('period_on')
    .orderBy('at')
    .execute();
