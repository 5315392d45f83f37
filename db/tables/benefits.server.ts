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

/** Those not withdrawn that are reported on, of cases in these states: the benefit with what says when its results are due. */
export const reportedBenefits = (reader: Reader, caseStates: readonly string[]) =>
  reader.db
    .selectFrom('benefits as b')
    .innerJoin('cases as c', 'c.id', 'b.case_id')
    .select(['b.id', 'b.case_id', 'b.title', 'b.frequency', 'b.lag_days', 'b.target_on', 'b.treatment', 'b.withdrawn_at', 'b.recorder_id', 'b.provider_owner_id', 'c.state', 'c.live_on', 'c.title as case_title'])
    .where('c.state', 'in', caseStates)
    .where('c.live_on', 'is not', null)
    .where('b.withdrawn_at', 'is', null)
    .where('b.frequency', 'is not', null)
    .execute();

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
