import type { Reader, Writer } from '../database.server.ts';
import type { Id, NewRow, Row } from '../schema.ts';
import { wasWritten } from '../sql.server.ts';

/** False when the person has a view of this name on this page already. */
export async function insertSavedView(tx: Writer, row: NewRow<'saved_views'>): Promise<boolean> {
  return wasWritten(await tx.db.insertInto('saved_views').values(row).onConflict((conflict) => conflict.columns(['person_id', 'page', 'name']).doNothing()).executeTakeFirst());
}

/** A person's views of one page, by name. */
export const savedViewsOf = (reader: Reader, personId: Id, page: Row<'saved_views'>['page']): Promise<Row<'saved_views'>[]> =>
  reader.db.selectFrom('saved_views').selectAll().where('person_id', '=', personId).where('page', '=', page).orderBy('name').execute();

export const savedViewById = (reader: Reader, id: Id): Promise<Row<'saved_views'> | undefined> => reader.db.selectFrom('saved_views').selectAll().where('id', '=', id).executeTakeFirst();

export async function deleteSavedView(tx: Writer, id: Id): Promise<boolean> {
  const result = await tx.db.deleteFrom('saved_views').where('id', '=', id).executeTakeFirst();
  return result.numDeletedRows > 0n;
}
