import type { Reader, Writer } from '../database.server.ts';
import type { Changes, Id, NewRow, Row } from '../schema.ts';
import { nextRevision, tookEffect } from '../sql.server.ts';

export async function insertCondition(tx: Writer, row: NewRow<'conditions'>): Promise<void> {
  await tx.db.insertInto('conditions').values(row).execute();
}

/** In the order made. */
export const conditionsOf = (reader: Reader, caseId: Id): Promise<Row<'conditions'>[]> =>
  reader.db.selectFrom('conditions').selectAll().where('case_id', '=', caseId).orderBy('at').orderBy('number').execute();

export const conditionsOfCases = (reader: Reader, caseIds: readonly Id[]): Promise<Row<'conditions'>[]> =>
  reader.db.selectFrom('conditions').selectAll().where('case_id', 'in', caseIds).orderBy('at').orderBy('number').execute();

export const conditionById = (reader: Reader, id: Id): Promise<Row<'conditions'> | undefined> =>
  reader.db.selectFrom('conditions').selectAll().where('id', '=', id).executeTakeFirst();

/** Changes the state, and what changes with it. False when the condition has moved on from `revision`. */
export async function moveCondition(
  tx: Writer,
  { id, revision }: { id: Id; revision: number },
  changes: Omit<Changes<'conditions'>, 'id' | 'case_id' | 'decision_id' | 'revision'>,
): Promise<boolean> {
  const result = await tx.db
    .updateTable('conditions')
    .set((eb) => ({ ...changes, revision: nextRevision(eb) }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return tookEffect(result);
}

/** Those in one of these states, in cases in one of those, with the title of the case. */
export const conditionsAwaited = (reader: Reader, states: readonly string[], caseStates: readonly string[]): Promise<(Row<'conditions'> & { case_title: string })[]> =>
  reader.db
    .selectFrom('conditions as c')
    .innerJoin('cases as k', 'k.id', 'c.case_id')
    .selectAll('c')
    .select('k.title as case_title')
    .where('c.state', 'in', states)
    .where('k.state', 'in', caseStates)
    .orderBy('c.due_on')
    .orderBy('c.id')
    .execute();
