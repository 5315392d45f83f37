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

/** The newest warning of one sign in each case that has one. */
export const lastAlertsOf = (reader: Reader, caseIds: readonly Id[], sign: string): Promise<Row<'alerts'>[]> =>
  reader.db
    .selectFrom('alerts as a')
    .selectAll('a')
    .where('a.case_id', 'in', caseIds)
    .where('a.sign', '=', sign)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('alerts as later').select('later.id').whereRef('later.case_id', '=', 'a.case_id').whereRef('later.sign', '=', 'a.sign').whereRef('later.opened_at', '>', 'a.opened_at'))))
    .execute();
