import type { Reader, Writer } from '../database.server.ts';
import type { Changes, Id, NewRow, Row } from '../schema.ts';

export async function insertPerson(tx: Writer, row: NewRow<'people'>): Promise<void> {
  await tx.db.insertInto('people').values(row).execute();
}

export const personById = (reader: Reader, id: Id): Promise<Row<'people'> | undefined> =>
  reader.db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();

/** `email` in lower case, as it is kept. */
export const personByEmail = (reader: Reader, email: string): Promise<Row<'people'> | undefined> =>
  reader.db.selectFrom('people').selectAll().where('email', '=', email).executeTakeFirst();

/** In no order; an id that is nobody's is left out. */
export const peopleByIds = (reader: Reader, ids: readonly Id[]): Promise<Row<'people'>[]> =>
  reader.db.selectFrom('people').selectAll().where('id', 'in', ids).execute();

export async function updatePerson(tx: Writer, id: Id, changes: Omit<Changes<'people'>, 'id'>): Promise<void> {
  await tx.db.updateTable('people').set(changes).where('id', '=', id).execute();
}

/** People whose address ends so, by name as the engine sorts: the example accounts. `ending` holds no % or _. */
export const peopleWithAddress = (reader: Reader, ending: string): Promise<Row<'people'>[]> =>
  reader.db.selectFrom('people').selectAll().where('email', 'like', `%${ending}`).orderBy('name').orderBy('id').execute();
