import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';
import { countAll, tookEffect } from '../sql.server.ts';

/** A session as others than its mentor may read it. */
export type SharedSession = Omit<Row<'mentor_sessions'>, 'private_note'>;

export async function insertSession(tx: Writer, row: NewRow<'mentor_sessions'>): Promise<void> {
  await tx.db.insertInto('mentor_sessions').values(row).execute();
}

/** Newest first, without anybody's private notes. */
export const sessionsOfCase = (reader: Reader, caseId: Id): Promise<SharedSession[]> =>
  reader.db
    .selectFrom('mentor_sessions')
    .select(['id', 'case_id', 'mentor_id', 'meeting_id', 'met_on', 'topic', 'minutes', 'advice', 'by', 'at'])
    .where('case_id', '=', caseId)
    .orderBy('met_on', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** A mentor's own private notes in a case, by session. */
export async function privateNotesOf(reader: Reader, caseId: Id, mentorId: Id): Promise<Map<Id, string>> {
  const rows = await reader.db
    .selectFrom('mentor_sessions')
    .select(['id', 'private_note'])
    .where('case_id', '=', caseId)
    .where('mentor_id', '=', mentorId)
    .where('by', '=', mentorId)
    .where('private_note', '<>', '')
    .execute();
  return new Map(rows.map((row) => [row.id, row.private_note]));
}

/** How many meetings of a mentor with the team of a case were written down. */
export async function meetingsHeld(reader: Reader, caseId: Id, mentorId: Id): Promise<number> {
  const row = await reader.db
    .selectFrom('mentor_sessions')
    .select(countAll().as('held'))
    .where('case_id', '=', caseId)
    .where('mentor_id', '=', mentorId)
    .executeTakeFirstOrThrow();
  return row.held;
}

/** Minutes of sessions that were written down, by case: of one case, or of every case. */
export async function minutesMet(reader: Reader, caseId?: Id): Promise<Map<Id, number>> {
  const rows = await reader.db
    .selectFrom('mentor_sessions')
    .select((eb) => ['case_id', eb.fn.sum<number>('minutes').as('minutes')])
    .$if(caseId !== undefined, (query) => query.where('case_id', '=', caseId ?? ''))
    .groupBy('case_id')
    .execute();
  return new Map(rows.map((row) => [row.case_id, Number(row.minutes)]));
}

export const sessionOfMeeting = (reader: Reader, meetingId: Id): Promise<Pick<Row<'mentor_sessions'>, 'id'> | undefined> =>
  reader.db.selectFrom('mentor_sessions').select('id').where('meeting_id', '=', meetingId).executeTakeFirst();

export async function insertAction(tx: Writer, row: NewRow<'mentor_actions'>): Promise<void> {
  await tx.db.insertInto('mentor_actions').values(row).execute();
}

/** Done ones too, soonest first. */
export const actionsOfCase = (reader: Reader, caseId: Id): Promise<Row<'mentor_actions'>[]> =>
  reader.db.selectFrom('mentor_actions').selectAll().where('case_id', '=', caseId).orderBy('due_on').orderBy('id').execute();

/** What a person has still to do in these cases, soonest first. */
export const openActionsOf = (reader: Reader, personId: Id, caseIds: readonly Id[]): Promise<Row<'mentor_actions'>[]> =>
  reader.db
    .selectFrom('mentor_actions')
    .selectAll()
    .where('owner_id', '=', personId)
    .where('done_at', 'is', null)
    .where('case_id', 'in', caseIds)
    .orderBy('due_on')
    .orderBy('id')
    .execute();

/** False when it was done already. */
export async function markActionDone(tx: Writer, id: Id, by: Id, at: Instant): Promise<boolean> {
  const result = await tx.db.updateTable('mentor_actions').set({ done_by: by, done_at: at }).where('id', '=', id).where('done_at', 'is', null).executeTakeFirst();
  return tookEffect(result);
}
