import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

/** The hours last set for each package. */
export const latestPackageHours = (reader: Reader): Promise<Row<'package_hours'> | undefined> =>
  reader.db.selectFrom('package_hours').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();

export async function insertPackageHours(tx: Writer, row: NewRow<'package_hours'>): Promise<void> {
  await tx.db.insertInto('package_hours').values(row).execute();
}

export async function insertSupportPackage(tx: Writer, row: NewRow<'support_packages'>): Promise<void> {
  await tx.db.insertInto('support_packages').values(row).execute();
}

/** Of one case, or of every case; the one that stands last. */
export const supportPackages = (reader: Reader, caseId?: Id): Promise<Row<'support_packages'>[]> =>
  reader.db.selectFrom('support_packages').selectAll().$if(caseId !== undefined, (query) => query.where('case_id', '=', caseId ?? '')).orderBy('at').orderBy('id').execute();

export async function insertHelpBought(tx: Writer, row: NewRow<'help_bought'>): Promise<void> {
  await tx.db.insertInto('help_bought').values(row).execute();
}

/** False when it is not of this case, or is taken back already. */
export async function withdrawHelpBought(tx: Writer, caseId: Id, id: Id, by: Id, at: Instant): Promise<boolean> {
  const result = await tx.db.updateTable('help_bought').set({ withdrawn_by: by, withdrawn_at: at }).where('id', '=', id).where('case_id', '=', caseId).where('withdrawn_at', 'is', null).executeTakeFirst();
  return tookEffect(result);
}

export const helpBoughtById = (reader: Reader, id: Id): Promise<Row<'help_bought'> | undefined> =>
  reader.db.selectFrom('help_bought').selectAll().where('id', '=', id).executeTakeFirst();

/** What stands, of one case or of every case, newest first. */
export const helpBought = (reader: Reader, caseId?: Id): Promise<Row<'help_bought'>[]> =>
  reader.db.selectFrom('help_bought').selectAll().where('withdrawn_at', 'is', null).$if(caseId !== undefined, (query) => query.where('case_id', '=', caseId ?? '')).orderBy('bought_on', 'desc').orderBy('id', 'desc').execute();
