import { newId } from '../codec.ts';
import type { Reader, Writer } from '../database.server.ts';
import type { Id, NewRow, Row } from '../schema.ts';
import { tookEffect, wasWritten } from '../sql.server.ts';

/** Current answers of a case, in no order; with `questions`, only to those. */
export const answersOf = (reader: Reader, caseId: Id, questions?: readonly string[]): Promise<Row<'answers'>[]> =>
  reader.db
    .selectFrom('answers')
    .selectAll()
    .where('case_id', '=', caseId)
    .$if(questions !== undefined, (query) => query.where('question', 'in', questions ?? []))
    .execute();

/** What the oldest invented case that anyone may look round answers to these, with its title; in no order. */
export const exampleAnswers = (reader: Reader, questions: readonly string[]): Promise<(Row<'answers'> & { team: string })[]> =>
  reader.db
    .selectFrom('answers')
    .innerJoin('cases', 'cases.id', 'answers.case_id')
    .selectAll('answers')
    .select('cases.title as team')
    .where('answers.case_id', '=', (eb) => eb.selectFrom('cases as example').select('example.id').where('example.shown_as', '=', 'example').orderBy('example.created_at').limit(1))
    .where('answers.question', 'in', questions)
    .where('answers.state', '=', 'answered')
    .execute();

export const answersOfCases = (reader: Reader, caseIds: readonly Id[], questions: readonly string[]): Promise<Row<'answers'>[]> =>
  reader.db.selectFrom('answers').selectAll().where('case_id', 'in', caseIds).where('question', 'in', questions).execute();

/** To one question, of every case that answered it. */
export const answersOfQuestion = (reader: Reader, question: string): Promise<Pick<Row<'answers'>, 'case_id' | 'value_json'>[]> =>
  reader.db.selectFrom('answers').select(['case_id', 'value_json']).where('question', '=', question).where('value_json', 'is not', null).execute();

export const answerOf = (reader: Reader, caseId: Id, question: string): Promise<Row<'answers'> | undefined> =>
  reader.db
    .selectFrom('answers')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('question', '=', question)
    .executeTakeFirst();

export type NewAnswer = Omit<NewRow<'answers'>, 'revision'>;

/**
 * Writes an answer that was begun from `baseRevision` (0: there was none), and keeps its wording as a version, with the
 * suggestion it was taken from, if any. False, with nothing written, when the answer has changed since: keep the wording
 * by `insertCollision`.
 */
export async function putAnswer(tx: Writer, answer: NewAnswer, baseRevision: number, commentId: Id | null = null): Promise<boolean> {
  const row = { ...answer, revision: baseRevision + 1 };
  const written = baseRevision === 0 ? await add(tx, row) : await replace(tx, row, baseRevision);
  if (written) await tx.db.insertInto('answer_versions').values({ ...row, id: newId(), comment_id: commentId }).execute();
  return written;
}

async function add(tx: Writer, row: NewRow<'answers'>): Promise<boolean> {
  const result = await tx.db
    .insertInto('answers')
    .values(row)
    .onConflict((conflict) => conflict.columns(['case_id', 'question']).doNothing())
    .executeTakeFirst();
  return wasWritten(result);
}

async function replace(tx: Writer, { case_id, question, ...answer }: NewRow<'answers'>, baseRevision: number): Promise<boolean> {
  const nothing = { value_json: null, raw_json: null, known_by_on: null, reason: null };
  const result = await tx.db
    .updateTable('answers')
    .set({ ...nothing, ...answer })
    .where('case_id', '=', case_id)
    .where('question', '=', question)
    .where('revision', '=', baseRevision)
    .executeTakeFirst();
  return tookEffect(result);
}
