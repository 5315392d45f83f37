import type { Reader, Writer } from '../database.server.ts';
import type { Changes, Id, NewRow, Row } from '../schema.ts';
import { nextRevision, tookEffect } from '../sql.server.ts';

/** A second open warning of one sign is refused as a unique violation. */
export async function insertAlert(tx: Writer, row: NewRow<'alerts'>): Promise<void> {
  await tx.db.insertInto('alerts').values(row).execute();
}

/** Newest first. */
export const alertsOf = (reader: Reader, caseId: Id): Promise<Row<'alerts'>[]> =>
  reader.db.selectFrom('alerts').selectAll().where('case_id', '=', caseId).orderBy('opened_at', 'desc').orderBy('id', 'desc').execute();

export const openAlertsOf = (reader: Reader, caseId: Id): Promise<Row<'alerts'>[]> =>
  reader.db.selectFrom('alerts').selectAll().where('case_id', '=', caseId).where('closed_at', 'is', null).orderBy('opened_at').execute();

/** False when it has changed since `revision`. */
export async function updateAlert(tx: Writer, { id, revision }: { id: Id; revision: number }, changes: Omit<Changes<'alerts'>, 'id' | 'case_id' | 'revision'>): Promise<boolean> {
  const result = await tx.db.updateTable('alerts').set((eb) => ({ ...changes, revision: nextRevision(eb) })).where('id', '=', id).where('revision', '=', revision).executeTakeFirst();
  return tookEffect(result);
}
