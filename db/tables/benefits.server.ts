import { sql } from 'kysely';
import type { Reader, Writer } from '../database.server.ts';
import type { Changes, Id, NewRow, Row } from '../schema.ts';
import { nextRevision, tookEffect } from '../sql.server.ts';

export async function insertBenefit(tx: Writer, row: NewRow<'benefits'>): Promise<void> {
  await tx.db.insertInto('benefits').values(row).execute();
}

/** 1 for the first of the case. */
export async function nextBenefitNumber(tx: Writer, caseId: Id): Promise<number> {
  const { last } = await tx.db
    .selectFrom('benefits')
    .select(sql<number | null>`max(number)`.as('last'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** By number, withdrawn ones too. */
export const benefitsOf = (reader: Reader, caseId: Id): Promise<Row<'benefits'>[]> =>
  reader.db.selectFrom('benefits').selectAll().where('case_id', '=', caseId).orderBy('number').execute();

export const benefitsOfCases = (reader: Reader, caseIds: readonly Id[]): Promise<Row<'benefits'>[]> =>
  reader.db.selectFrom('benefits').selectAll().where('case_id', 'in', caseIds).orderBy('case_id').orderBy('number').execute();

export const benefitById = (reader: Reader, id: Id): Promise<Row<'benefits'> | undefined> =>
  reader.db.selectFrom('benefits').selectAll().where('id', '=', id).executeTakeFirst();

/** False when the benefit has changed since `revision`. */
export async function updateBenefit(
  tx: Writer,
  { id, revision }: { id: Id; revision: number },
  changes: Omit<Changes<'benefits'>, 'id' | 'case_id' | 'number' | 'revision'>,
): Promise<boolean> {
  const result = await tx.db
    .updateTable('benefits')
    .set((eb) => ({ ...changes, revision: nextRevision(eb) }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return tookEffect(result);
}
