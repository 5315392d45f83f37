import type { Reader, Writer } from '../database.server.ts';
import type { Day, Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect, wasWritten } from '../sql.server.ts';

const TEAM = ['lead', 'member', 'adviser', 'mentor'];

export async function insertMembership(tx: Writer, row: NewRow<'memberships'>): Promise<void> {
  await tx.db.insertInto('memberships').values(row).execute();
}

/** False when it had ended already. */
export async function endMembership(tx: Writer, id: Id, at: Instant): Promise<boolean> {
  const result = await tx.db
    .updateTable('memberships')
    .set({ until_at: at })
    .where('id', '=', id)
    .where('until_at', 'is', null)
    .executeTakeFirst();
  return tookEffect(result);
}

/** What a mentor may see: a JSON list of stages, and the last day on which they may. */
export async function shareStages(tx: Writer, id: Id, stagesJson: string, untilOn: Day | null): Promise<void> {
  await tx.db.updateTable('memberships').set({ stages_json: stagesJson, shared_until_on: untilOn }).where('id', '=', id).execute();
}

/** Live ones whose last day of sharing is on or before a day, with the titles of their cases. */
export const sharingUntilBy = (reader: Reader, day: Day) =>
  reader.db
    .selectFrom('memberships')
    .innerJoin('cases', 'cases.id', 'memberships.case_id')
    .selectAll('memberships')
    .select('cases.title as case_title')
    .where('shared_until_on', '<=', day)
    .where('until_at', 'is', null)
    .orderBy('memberships.id')
    .execute();

/** False when the stage was read that day before. */
export async function insertSharedReading(tx: Writer, row: NewRow<'shared_readings'>): Promise<boolean> {
  return wasWritten(await tx.db.insertInto('shared_readings').values(row).onConflict((conflict) => conflict.doNothing()).executeTakeFirst());
}

export async function wasReadOn(reader: Reader, membershipId: Id, stage: string, day: Day): Promise<boolean> {
  const found = await reader.db
    .selectFrom('shared_readings')
    .select('stage')
    .where('membership_id', '=', membershipId)
    .where('stage', '=', stage)
    .where('read_on', '=', day)
    .executeTakeFirst();
  return found !== undefined;
}

export const membershipById = (reader: Reader, id: Id): Promise<Row<'memberships'> | undefined> =>
  reader.db.selectFrom('memberships').selectAll().where('id', '=', id).executeTakeFirst();

/** Where somebody of the team may do less than edit; null: nowhere. */
export async function limitAccess(tx: Writer, id: Id, accessJson: string | null): Promise<void> {
  await tx.db.updateTable('memberships').set({ access_json: accessJson }).where('id', '=', id).execute();
}

/** All, ended ones too, in the order they began. */
export const membershipsOfCase = (reader: Reader, caseId: Id): Promise<Row<'memberships'>[]> =>
  reader.db.selectFrom('memberships').selectAll().where('case_id', '=', caseId).orderBy('from_at').orderBy('id').execute();

/** Live ones of several cases, in the order they began. */
export const liveMembershipsOfCases = (reader: Reader, caseIds: readonly Id[]): Promise<Row<'memberships'>[]> =>
  reader.db
    .selectFrom('memberships')
    .selectAll()
    .where('case_id', 'in', caseIds)
    .where('until_at', 'is', null)
    .orderBy('from_at')
    .orderBy('id')
    .execute();

/** The person's live ones, in the order they began. */
export const membershipsOf = (reader: Reader, personId: Id): Promise<Row<'memberships'>[]> =>
  reader.db
    .selectFrom('memberships')
    .selectAll()
    .where('person_id', '=', personId)
    .where('until_at', 'is', null)
    .orderBy('from_at')
    .orderBy('id')
    .execute();

/** Whether the person is or ever was the lead, a member, an adviser or a mentor of the case. */
export async function everInTeam(reader: Reader, caseId: Id, personId: Id): Promise<boolean> {
  const row = await reader.db
    .selectFrom('memberships')
    .select('id')
    .where('case_id', '=', caseId)
    .where('person_id', '=', personId)
    .where('role', 'in', TEAM)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
