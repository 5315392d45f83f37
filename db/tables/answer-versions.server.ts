import { newId } from '../codec.ts';
import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';
import type { NewAnswer } from './answers.server.ts';

/** Keeps a wording that came too late, beside the answer, until somebody chooses. Answers with its id. */
export async function insertCollision(tx: Writer, answer: NewAnswer, baseRevision: number): Promise<Id> {
  const id = newId();
  const row = { ...answer, id, revision: baseRevision, collided_at: answer.at };
  await tx.db.insertInto('answer_versions').values(row).execute();
  return id;
}

/** Wordings of the case that wait for a choice, oldest first. */
export const openCollisions = (reader: Reader, caseId: Id): Promise<Row<'answer_versions'>[]> =>
  reader.db
    .selectFrom('answer_versions')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('collided_at', 'is not', null)
    .where('settled_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();

/** False when somebody has settled it already. */
export async function settleCollision(tx: Writer, id: Id, by: Id, at: Instant): Promise<boolean> {
  const result = await tx.db
    .updateTable('answer_versions')
    .set({ settled_at: at, settled_by: by })
    .where('id', '=', id)
    .where('collided_at', 'is not', null)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return tookEffect(result);
}

/** Every wording of one answer, collided ones too, newest first. */
export const versionsOf = (reader: Reader, caseId: Id, question: string): Promise<Row<'answer_versions'>[]> =>
  reader.db
    .selectFrom('answer_versions')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('question', '=', question)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
