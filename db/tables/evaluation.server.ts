import type { Reader } from '../database.server.ts';
import type { Id, Row } from '../schema.ts';

/** Every verdict on these benefits, replaced ones too, by review. */
export const verdictsOnBenefits = (reader: Reader, benefitIds: readonly Id[]): Promise<Row<'verdicts'>[]> =>
  reader.db.selectFrom('verdicts').selectAll().where('benefit_id', 'in', benefitIds).orderBy('benefit_id').orderBy('review_on').orderBy('at').orderBy('id').execute();

/** Every change asked for of these benefits, in the order asked. */
export const changesOfBenefits = (reader: Reader, benefitIds: readonly Id[]): Promise<Row<'benefit_changes'>[]> =>
  reader.db.selectFrom('benefit_changes').selectAll().where('benefit_id', 'in', benefitIds).orderBy('benefit_id').orderBy('at').orderBy('id').execute();
