import type { Reader, Writer } from '../database.server.ts';
import type { Id, NewRow, Row } from '../schema.ts';

/** The second to replace the same verdict is refused as a unique violation; who recorded or owns the benefit, by a trigger. */
export async function insertVerdict(tx: Writer, row: NewRow<'verdicts'>): Promise<void> {
  await tx.db.insertInto('verdicts').values(row).execute();
}

/** By benefit and review, then in the order given; replaced ones too. */
export const verdictsOf = (reader: Reader, benefitIds: readonly Id[]): Promise<Row<'verdicts'>[]> =>
  reader.db.selectFrom('verdicts').selectAll().where('benefit_id', 'in', benefitIds).orderBy('benefit_id').orderBy('review_on').orderBy('at').orderBy('id').execute();

/** Which of these benefits somebody has ever judged. */
export async function judgedBy(reader: Reader, personId: Id, benefitIds: readonly Id[]): Promise<Id[]> {
  const rows = await reader.db.selectFrom('verdicts').select('benefit_id').distinct().where('by', '=', personId).where('benefit_id', 'in', benefitIds).execute();
  return rows.map((row) => row.benefit_id);
}
