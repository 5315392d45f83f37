import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

export async function insertStory(tx: Writer, row: NewRow<'benefit_stories'>): Promise<void> {
  await tx.db.insertInto('benefit_stories').values(row).execute();
}

/** By benefit, newest first; those whose consent was withdrawn too. */
export const storiesOf = (reader: Reader, benefitIds: readonly Id[]): Promise<Row<'benefit_stories'>[]> =>
  reader.db.selectFrom('benefit_stories').selectAll().where('benefit_id', 'in', benefitIds).orderBy('benefit_id').orderBy('at', 'desc').orderBy('id', 'desc').execute();

export const storiesByIds = (reader: Reader, ids: readonly Id[]): Promise<Row<'benefit_stories'>[]> =>
  reader.db.selectFrom('benefit_stories').selectAll().where('id', 'in', ids).execute();

/** False when consent was withdrawn already. */
export async function withdrawStory(tx: Writer, id: Id, at: Instant): Promise<boolean> {
  const result = await tx.db.updateTable('benefit_stories').set({ withdrawn_at: at }).where('id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst();
  return tookEffect(result);
}
