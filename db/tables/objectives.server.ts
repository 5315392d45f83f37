import { sql } from 'kysely';
import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

export async function insertObjective(tx: Writer, row: NewRow<'objectives'>): Promise<void> {
  await tx.db.insertInto('objectives').values(row).execute();
}

/** 1 for the first. */
export async function nextObjectiveNumber(tx: Writer): Promise<number> {
  const { last } = await tx.db.selectFrom('objectives').select(sql<number | null>`max(number)`.as('last')).executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** By number, retired ones too. */
export const allObjectives = (reader: Reader): Promise<Row<'objectives'>[]> =>
  reader.db.selectFrom('objectives').selectAll().orderBy('number').execute();

/** False when it was retired already. */
export async function retireObjective(tx: Writer, id: Id, at: Instant, reason: string): Promise<boolean> {
  const result = await tx.db.updateTable('objectives').set({ retired_at: at, retired_reason: reason }).where('id', '=', id).where('retired_at', 'is', null).executeTakeFirst();
  return tookEffect(result);
}

/** Which objectives each of these cases is tagged with. */
export const objectivesOfCases = (reader: Reader, caseIds: readonly Id[]): Promise<Row<'case_objectives'>[]> =>
  reader.db.selectFrom('case_objectives').selectAll().where('case_id', 'in', caseIds).execute();

export async function tagCase(tx: Writer, row: NewRow<'case_objectives'>): Promise<void> {
  await tx.db.insertInto('case_objectives').values(row).execute();
}

export async function untagCase(tx: Writer, caseId: Id, objectiveId: Id): Promise<void> {
  await tx.db.deleteFrom('case_objectives').where('case_id', '=', caseId).where('objective_id', '=', objectiveId).execute();
}
