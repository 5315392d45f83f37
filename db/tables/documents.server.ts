import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

export async function insertDocument(tx: Writer, row: NewRow<'documents'>): Promise<void> {
  await tx.db.insertInto('documents').values(row).execute();
}

/** Current ones: neither replaced nor withdrawn, oldest first. */
export const documentsOf = (reader: Reader, caseId: Id): Promise<Row<'documents'>[]> =>
  reader.db
    .selectFrom('documents')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('replaced_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();

/** Every version, replaced and withdrawn ones too, oldest first. */
export const documentVersionsOf = (reader: Reader, caseId: Id): Promise<Row<'documents'>[]> =>
  reader.db.selectFrom('documents').selectAll().where('case_id', '=', caseId).orderBy('at').orderBy('id').execute();

export const documentById = (reader: Reader, id: Id): Promise<Row<'documents'> | undefined> =>
  reader.db.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst();

/** Puts `row` in the place of the current document `id`, as its next version. False when `id` is not current. */
export async function replaceDocument(
  tx: Writer,
  id: Id,
  row: Omit<NewRow<'documents'>, 'version' | 'replaces_id'>,
): Promise<boolean> {
  const replaced = await tx.db
    .updateTable('documents')
    .set({ replaced_at: row.at })
    .where('id', '=', id)
    .where('replaced_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('version')
    .executeTakeFirst();
  if (!replaced) return false;
  await insertDocument(tx, { ...row, version: replaced.version + 1, replaces_id: id });
  return true;
}

/** False when it is not current. */
export async function withdrawDocument(tx: Writer, id: Id, at: Instant): Promise<boolean> {
  const result = await tx.db
    .updateTable('documents')
    .set({ withdrawn_at: at })
    .where('id', '=', id)
    .where('replaced_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return tookEffect(result);
}

/** What was sent of a case and not taken back: the frozen bodies, in which its documents are named. */
export const sentBodiesOf = (reader: Reader, caseId: Id): Promise<Pick<Row<'submissions'>, 'stage' | 'body_json'>[]> =>
  reader.db.selectFrom('submissions').select(['stage', 'body_json']).where('case_id', '=', caseId).where('withdrawn_at', 'is', null).execute();
