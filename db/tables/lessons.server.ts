import { sql, type ExpressionBuilder } from 'kysely';
import type { Reader, Writer } from '../database.server.ts';
import type { Changes, Database, Id, NewRow, Row } from '../schema.ts';
import { anywhere, countAll, nextRevision, tookEffect } from '../sql.server.ts';

/** A lesson with what its readers are told of the team that gives it. */
export type LessonOfTeam = Row<'lessons'> & Pick<Row<'cases'>, 'shown_as'> & {
  team: string;
  /** Of its public statement, when one stands. */
  statement: string | null;
};
export interface LessonFilter {
  stage?: string | undefined;
  topic?: string | undefined;
  /** Each of them somewhere in its words. */
  terms?: readonly string[];
  /** Those for people who are signed in as well. */
  signedIn: boolean;
}

export async function insertLesson(tx: Writer, row: NewRow<'lessons'>): Promise<void> {
  await tx.db.insertInto('lessons').values(row).execute();
}

/** False when somebody changed it first. */
export async function changeLesson(tx: Writer, { id, revision }: Pick<Row<'lessons'>, 'id' | 'revision'>, changes: Omit<Changes<'lessons'>, 'id' | 'case_id' | 'revision'>): Promise<boolean> {
  const result = await tx.db
    .updateTable('lessons')
    .set((eb) => ({ ...changes, revision: nextRevision(eb) }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return tookEffect(result);
}

/** Withdrawn ones too, in the order given. */
export const lessonsOfCase = (reader: Reader, caseId: Id): Promise<Row<'lessons'>[]> =>
  reader.db.selectFrom('lessons').selectAll().where('case_id', '=', caseId).orderBy('at').orderBy('id').execute();

/** Withdrawn or not. */
export const lessonOfTeam = (reader: Reader, id: Id): Promise<LessonOfTeam | undefined> =>
  ofTeams(reader).where('lessons.id', '=', id).executeTakeFirst();

/** Those that stand and fit, newest first. */
export const lessonsFound = (reader: Reader, filter: LessonFilter, { limit, offset }: { limit: number; offset: number }): Promise<LessonOfTeam[]> =>
  ofTeams(reader).where((eb) => eb.and(fits(eb, filter))).orderBy('lessons.at', 'desc').orderBy('lessons.id', 'desc').limit(limit).offset(offset).execute();

export async function countLessons(reader: Reader, filter: LessonFilter): Promise<number> {
  const found = await reader.db.selectFrom('lessons').innerJoin('cases', 'cases.id', 'lessons.case_id').select(countAll().as('count')).where((eb) => eb.and(fits(eb, filter))).executeTakeFirst();
  return found?.count ?? 0;
}

/** Lessons of other cases about one of these topics, or about the stage where there are none; the stage's own first, then the newest. */
export const lessonsBeside = (reader: Reader, { caseId, stage, topics, limit }: { caseId: Id; stage: string; topics: readonly string[]; limit: number }): Promise<LessonOfTeam[]> =>
  ofTeams(reader)
    .where('lessons.withdrawn_at', 'is', null)
    .where('lessons.case_id', '!=', caseId)
    .where((eb) => (topics.length ? eb('lessons.topic', 'in', topics) : eb('lessons.stage', '=', stage)))
    .orderBy((eb) => eb.case().when('lessons.stage', '=', stage).then(0).else(1).end())
    .orderBy('lessons.at', 'desc')
    .limit(limit)
    .execute();

const ofTeams = (reader: Reader) =>
  reader.db
    .selectFrom('lessons')
    .innerJoin('cases', 'cases.id', 'lessons.case_id')
    .selectAll('lessons')
    .select(['cases.title as team', 'cases.shown_as'])
    .select((eb) => eb.selectFrom('statements').select('statements.address').whereRef('statements.case_id', '=', 'lessons.case_id').where('statements.withdrawn_at', 'is', null).orderBy('statements.number', 'desc').limit(1).as('statement'));

function fits(eb: ExpressionBuilder<Pick<Database, 'lessons' | 'cases'>, 'lessons' | 'cases'>, { stage, topic, terms = [], signedIn }: LessonFilter) {
  const holds = (term: string) => eb.or((['lessons.title', 'lessons.happened', 'lessons.differently', 'cases.title'] as const).map((column) => sql<boolean>`lower(${sql.ref(column)}) like ${anywhere(term)} escape '\\'`));
  return [
    eb('lessons.withdrawn_at', 'is', null),
    ...(signedIn ? [] : [eb('lessons.readers', '=', 'everyone')]),
    ...(stage ? [eb('lessons.stage', '=', stage)] : []),
    ...(topic ? [eb('lessons.topic', '=', topic)] : []),
    ...terms.map(holds),
  ];
}
