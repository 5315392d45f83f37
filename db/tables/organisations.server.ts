import type { Reader, Writer } from '../database.server.ts';
import type { Changes, Id, NewRow, Row } from '../schema.ts';

export async function insertOrganisation(tx: Writer, row: NewRow<'organisations'>): Promise<void> {
  await tx.db.insertInto('organisations').values(row).execute();
}

export const organisationById = (reader: Reader, id: Id): Promise<Row<'organisations'> | undefined> =>
  reader.db.selectFrom('organisations').selectAll().where('id', '=', id).executeTakeFirst();

/** In no order. */
export const organisationsByIds = (reader: Reader, ids: readonly Id[]): Promise<Row<'organisations'>[]> =>
  reader.db.selectFrom('organisations').selectAll().where('id', 'in', ids).execute();

const byName = new Intl.Collator('en-GB', { numeric: true });

/** By name, as people sort; the engines would each sort in their own way. */
export async function allOrganisations(reader: Reader): Promise<Row<'organisations'>[]> {
  const rows = await reader.db.selectFrom('organisations').selectAll().execute();
  return rows.sort((a, b) => byName.compare(a.name, b.name));
}

export async function updateOrganisation(tx: Writer, id: Id, changes: Omit<Changes<'organisations'>, 'id'>): Promise<void> {
  await tx.db.updateTable('organisations').set(changes).where('id', '=', id).execute();
}
