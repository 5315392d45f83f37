import { sql } from 'kysely';
import type { Reader, Writer } from '../database.server.ts';
import type { Changes, Id, NewRow, Row } from '../schema.ts';
import { nextRevision, tookEffect } from '../sql.server.ts';

export async function insertCase(tx: Writer, row: NewRow<'cases'>): Promise<void> {
  await tx.db.insertInto('cases').values(row).execute();
}

export const caseById = (reader: Reader, id: Id): Promise<Row<'cases'> | undefined> =>
  reader.db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst();

/** In no order. */
export const casesByIds = (reader: Reader, ids: readonly Id[]): Promise<Row<'cases'>[]> =>
  reader.db.selectFrom('cases').selectAll().where('id', 'in', ids).execute();

/** The reference a new case is to have: "SW-0001", "SW-0002", … "SW-10000". */
export async function nextCaseReference(tx: Writer): Promise<string> {
  const { last } = await tx.db
    .selectFrom('cases')
    .select(sql<number | null>`max(cast(substr(reference, 4) as integer))`.as('last'))
    .where('reference', 'like', 'SW-%')
    .executeTakeFirstOrThrow();
  return `SW-${String((last ?? 0) + 1).padStart(4, '0')}`;
}

/** Changes the state, and what changes with it. False when the case has moved on from `revision`. */
export async function moveCase(
  tx: Writer,
  { id, revision }: { id: Id; revision: number },
  changes: Omit<Changes<'cases'>, 'id' | 'reference' | 'revision'>,
): Promise<boolean> {
  const result = await tx.db
    .updateTable('cases')
    .set((eb) => ({ ...changes, revision: nextRevision(eb) }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return tookEffect(result);
}

/** Changes what the law does not watch: title, summary, days. The revision stays. */
export async function updateCase(
  tx: Writer,
  id: Id,
  changes: Omit<Changes<'cases'>, 'id' | 'reference' | 'state' | 'revision'>,
): Promise<void> {
  await tx.db.updateTable('cases').set(changes).where('id', '=', id).execute();
}
