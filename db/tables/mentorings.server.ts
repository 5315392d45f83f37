import type { Reader, Writer } from '../database.server.ts';
import type { Changes, Day, Id, NewRow, Row } from '../schema.ts';
import { nextRevision, tookEffect } from '../sql.server.ts';

/** What a team asks for; the one before is replaced when its revision is the one named. False when somebody saved it meanwhile. */
export async function saveMentorNeed(tx: Writer, row: Omit<NewRow<'mentor_needs'>, 'revision'>, revision: number): Promise<boolean> {
  if (revision === 0) {
    await tx.db.insertInto('mentor_needs').values({ ...row, revision: 1 }).execute();
    return true;
  }
  const { case_id, ...changes } = row;
  const result = await tx.db.updateTable('mentor_needs').set((eb) => ({ ...changes, revision: nextRevision(eb) })).where('case_id', '=', case_id).where('revision', '=', revision).executeTakeFirst();
  return tookEffect(result);
}

export const mentorNeedOf = (reader: Reader, caseId: Id): Promise<Row<'mentor_needs'> | undefined> =>
  reader.db.selectFrom('mentor_needs').selectAll().where('case_id', '=', caseId).executeTakeFirst();

/** Of every case, the longest said first. */
export const allMentorNeeds = (reader: Reader): Promise<Row<'mentor_needs'>[]> => reader.db.selectFrom('mentor_needs').selectAll().orderBy('at').orderBy('case_id').execute();

/** Refused by the database when the adviser is chosen for the case already. */
export async function insertMentoring(tx: Writer, row: NewRow<'mentorings'>): Promise<void> {
  await tx.db.insertInto('mentorings').values(row).execute();
}

/** False when it was moved on after `revision`. */
export async function moveMentoring(tx: Writer, id: Id, revision: number, changes: Omit<Changes<'mentorings'>, 'id' | 'revision'>): Promise<boolean> {
  const result = await tx.db.updateTable('mentorings').set((eb) => ({ ...changes, revision: nextRevision(eb) })).where('id', '=', id).where('revision', '=', revision).executeTakeFirst();
  return tookEffect(result);
}

export const mentoringById = (reader: Reader, id: Id): Promise<Row<'mentorings'> | undefined> =>
  reader.db.selectFrom('mentorings').selectAll().where('id', '=', id).executeTakeFirst();

/** Of one case, over and not, in the order chosen and ranked. */
export const mentoringsOfCase = (reader: Reader, caseId: Id): Promise<Row<'mentorings'>[]> =>
  reader.db.selectFrom('mentorings').selectAll().where('case_id', '=', caseId).orderBy('chosen_at').orderBy('rank').orderBy('id').execute();

/** Of one adviser, over and not, newest first. */
export const mentoringsOfAdviser = (reader: Reader, adviserId: Id): Promise<Row<'mentorings'>[]> =>
  reader.db.selectFrom('mentorings').selectAll().where('adviser_id', '=', adviserId).orderBy('chosen_at', 'desc').orderBy('id', 'desc').execute();

/** All that are not over, in the order chosen. */
export const openMentorings = (reader: Reader): Promise<Row<'mentorings'>[]> =>
  reader.db.selectFrom('mentorings').selectAll().where('over_at', 'is', null).orderBy('chosen_at').orderBy('rank').execute();

/** Requests not answered whose day to reply by is before `day`. */
export const requestsUnanswered = (reader: Reader, day: Day): Promise<Row<'mentorings'>[]> =>
  reader.db.selectFrom('mentorings').selectAll().where('reply_by_on', '<', day).where('replied_at', 'is', null).where('over_at', 'is', null).orderBy('reply_by_on').orderBy('id').execute();

/** Requests a person has still to answer, the first to answer first. */
export const requestsTo = (reader: Reader, personId: Id): Promise<Row<'mentorings'>[]> =>
  reader.db
    .selectFrom('mentorings as m').innerJoin('advisers as a', 'a.id', 'm.adviser_id').selectAll('m')
    .where('a.person_id', '=', personId).where('m.asked_at', 'is not', null).where('m.replied_at', 'is', null).where('m.over_at', 'is', null)
    .orderBy('m.reply_by_on').orderBy('m.id').execute();

/** Refused by the database when that side gave it already. */
export async function insertMentoringFeedback(tx: Writer, row: NewRow<'mentoring_feedback'>): Promise<void> {
  await tx.db.insertInto('mentoring_feedback').values(row).execute();
}

/** Of several mentorings, in the order given. */
export const feedbackOf = (reader: Reader, mentoringIds: readonly Id[]): Promise<Row<'mentoring_feedback'>[]> =>
  reader.db.selectFrom('mentoring_feedback').selectAll().where('mentoring_id', 'in', mentoringIds).orderBy('at').orderBy('id').execute();
