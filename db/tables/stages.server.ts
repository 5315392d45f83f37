import type { Reader, Writer } from '../database.server.ts';
import type { Changes, Day, Id, NewRow, Row } from '../schema.ts';
import { nextRevision, tookEffect } from '../sql.server.ts';

export async function insertStages(tx: Writer, rows: NewRow<'stages'>[]): Promise<void> {
  await tx.db.insertInto('stages').values(rows).execute();
}

/** In no order: the pathway has the order. */
export const stagesOf = (reader: Reader, caseId: Id): Promise<Row<'stages'>[]> =>
  reader.db.selectFrom('stages').selectAll().where('case_id', '=', caseId).execute();

export const stagesOfCases = (reader: Reader, caseIds: readonly Id[]): Promise<Row<'stages'>[]> =>
  reader.db.selectFrom('stages').selectAll().where('case_id', 'in', caseIds).execute();

/** Stages past their day in cases that move, longest late first: `states` are those that wait for somebody. */
export const lateStages = (
  reader: Reader,
  { today, states, caseStates, limit }: { today: Day; states: readonly string[]; caseStates: readonly string[]; limit: number },
): Promise<Row<'stages'>[]> =>
  reader.db
    .selectFrom('stages')
    .selectAll('stages')
    .innerJoin('cases', 'cases.id', 'stages.case_id')
    .where('stages.due_on', '<', today)
    .where('stages.state', 'in', states)
    .where('cases.state', 'in', caseStates)
    .orderBy('stages.due_on')
    .orderBy('stages.id')
    .limit(limit)
    .execute();

/** Stages in one of these states that are due since a day or later, in cases that move. */
export const stagesAwaited = (
  reader: Reader,
  { since, states, caseStates }: { since: Day; states: readonly string[]; caseStates: readonly string[] },
): Promise<Row<'stages'>[]> =>
  reader.db
    .selectFrom('stages')
    .selectAll('stages')
    .innerJoin('cases', 'cases.id', 'stages.case_id')
    .where('stages.due_on', '>=', since)
    .where('stages.state', 'in', states)
    .where('cases.state', 'in', caseStates)
    .orderBy('stages.due_on')
    .orderBy('stages.id')
    .execute();

export const stageOf = (reader: Reader, caseId: Id, stage: string): Promise<Row<'stages'> | undefined> =>
  reader.db
    .selectFrom('stages')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('stage', '=', stage)
    .executeTakeFirst();

/** Changes the state, and what changes with it. False when the stage has moved on from `revision`. */
export async function moveStage(
  tx: Writer,
  { id, revision }: { id: Id; revision: number },
  changes: Omit<Changes<'stages'>, 'id' | 'case_id' | 'stage' | 'revision'>,
): Promise<boolean> {
  const result = await tx.db
    .updateTable('stages')
    .set((eb) => ({ ...changes, revision: nextRevision(eb) }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return tookEffect(result);
}
