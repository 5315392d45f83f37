import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

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

/** What a mentor may see: a JSON list of stages, or null for all their role sees. */
export async function shareStages(tx: Writer, id: Id, stagesJson: string | null): Promise<void> {
  await tx.db.updateTable('memberships').set({ stages_json: stagesJson }).where('id', '=', id).execute();
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
