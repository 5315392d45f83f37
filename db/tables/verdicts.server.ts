import type { Reader, Writer } from '../database.server.ts';
import type { Id, NewRow, Row } from '../schema.ts';

/** The second to replace the same verdict is refused as a unique violation; who recorded or owns the benefit, by a trigger. */
export async function insertVerdict(tx: Writer, row: NewRow<'verdicts'>): Promise<void> {
  await tx.db.insertInto('verdicts').values(row).execute();
}

/** By benefit and review, then in the order given; replaced ones too. */
export const verdictsOf = (reader: Reader, benefitIds: readonly Id[]): Promise<Row<'verdicts'>[]> =>
  reader.db.selectFrom('verdicts').selectAll().where('benefit_id', 'in', benefitIds).orderBy('benefit_id').orderBy('review_on').orderBy('at').orderBy('id').execute();

export const verdictById = (reader: Reader, id: Id): Promise<Row<'verdicts'> | undefined> =>
  reader.db.selectFrom('verdicts').selectAll().where('id', '=', id).executeTakeFirst();

/** Whether somebody has ever judged a benefit. */
export async function hasJudged(reader: Reader, benefitId: Id, personId: Id): Promise<boolean> {
  return (await reader.db.selectFrom('verdicts').select('id').where('benefit_id', '=', benefitId).where('by', '=', personId).limit(1).executeTakeFirst()) !== undefined;
}
