import type { Reader, Writer } from '../database.server.ts';
import type { Changes, Id, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

/** A second open change of one benefit is refused as a unique violation. */
export async function insertBenefitChange(tx: Writer, row: NewRow<'benefit_changes'>): Promise<void> {
  await tx.db.insertInto('benefit_changes').values(row).execute();
}

/** Newest first. */
export const benefitChangesOf = (reader: Reader, benefitId: Id): Promise<Row<'benefit_changes'>[]> =>
  reader.db.selectFrom('benefit_changes').selectAll().where('benefit_id', '=', benefitId).orderBy('at', 'desc').orderBy('id', 'desc').execute();

/** Changes that both sides agreed to, of several benefits, in the order agreed. */
export const agreedChangesOf = (reader: Reader, benefitIds: readonly Id[]): Promise<Row<'benefit_changes'>[]> =>
  reader.db.selectFrom('benefit_changes').selectAll().where('benefit_id', 'in', benefitIds).where('settled_as', '=', 'agreed').orderBy('settled_at').orderBy('id').execute();

/** The change that waits for the other side. */
export const openChangeOf = (reader: Reader, benefitId: Id): Promise<Row<'benefit_changes'> | undefined> =>
  reader.db.selectFrom('benefit_changes').selectAll().where('benefit_id', '=', benefitId).where('settled_at', 'is', null).executeTakeFirst();

/** Changes of several cases that wait for the other side, each with its benefit; oldest first. */
export type OpenChange = Pick<Row<'benefit_changes'>, 'id' | 'by' | 'at' | 'benefit_id'> & Pick<Row<'benefits'>, 'case_id' | 'number' | 'title' | 'provider_owner_id' | 'commissioner_owner_id'>;
export const openChangesOfCases = (reader: Reader, caseIds: readonly Id[]): Promise<OpenChange[]> =>
  reader.db
    .selectFrom('benefit_changes')
    .innerJoin('benefits', 'benefits.id', 'benefit_changes.benefit_id')
    .select(['benefit_changes.id', 'benefit_changes.by', 'benefit_changes.at', 'benefit_changes.benefit_id', 'benefits.case_id', 'benefits.number', 'benefits.title', 'benefits.provider_owner_id', 'benefits.commissioner_owner_id'])
    .where('benefits.case_id', 'in', caseIds)
    .where('benefit_changes.settled_at', 'is', null)
    .orderBy('benefit_changes.at')
    .execute();

/** False when it was settled already. */
export async function settleBenefitChange(tx: Writer, id: Id, settled: Pick<Changes<'benefit_changes'>, 'settled_as' | 'settled_by' | 'settled_at' | 'settled_note'>): Promise<boolean> {
  const result = await tx.db.updateTable('benefit_changes').set(settled).where('id', '=', id).where('settled_at', 'is', null).executeTakeFirst();
  return tookEffect(result);
}

/** A second step on the same day is refused as a unique violation. */
export async function insertBenefitStep(tx: Writer, row: NewRow<'benefit_steps'>): Promise<void> {
  await tx.db.insertInto('benefit_steps').values(row).execute();
}

/** Oldest first. */
export const benefitStepsOf = (reader: Reader, benefitIds: readonly Id[]): Promise<Row<'benefit_steps'>[]> =>
  reader.db.selectFrom('benefit_steps').selectAll().where('benefit_id', 'in', benefitIds).orderBy('benefit_id').orderBy('from_on').execute();
