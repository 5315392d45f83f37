import type { Reader, Writer } from '../database.server.ts';
import type { Changes, Id, Instant, NewRow, Row } from '../schema.ts';
import { nextRevision, tookEffect } from '../sql.server.ts';

export async function insertMeeting(tx: Writer, row: NewRow<'meetings'>): Promise<void> {
  await tx.db.insertInto('meetings').values(row).execute();
}

/** The times of one round, in the order offered. */
export async function insertSlots(tx: Writer, meetingId: Id, round: number, starts: readonly Instant[]): Promise<void> {
  await tx.db.insertInto('meeting_slots').values(starts.map((starts_at, number) => ({ meeting_id: meetingId, round, number, starts_at }))).execute();
}

/** False when somebody changed it first. Refused by the database when it would book a person twice. */
export async function changeMeeting(tx: Writer, { id, revision }: Pick<Row<'meetings'>, 'id' | 'revision'>, changes: Omit<Changes<'meetings'>, 'id' | 'revision'>): Promise<boolean> {
  const result = await tx.db
    .updateTable('meetings')
    .set((eb) => ({ ...changes, revision: nextRevision(eb) }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return tookEffect(result);
}

/** Cancels what is still to come of a mentor in a case. */
export async function cancelMeetingsOf(tx: Writer, caseId: Id, mentorId: Id, at: Instant, reason: string): Promise<void> {
  await tx.db
    .updateTable('meetings')
    .set((eb) => ({ state: 'cancelled' as const, reason, changed_at: at, revision: nextRevision(eb) }))
    .where('case_id', '=', caseId)
    .where('mentor_id', '=', mentorId)
    .where('state', 'in', ['offered', 'agreed'])
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
    .execute();
}

export const meetingById = (reader: Reader, id: Id): Promise<Row<'meetings'> | undefined> =>
  reader.db.selectFrom('meetings').selectAll().where('id', '=', id).executeTakeFirst();

/** Cancelled ones too, in the order first offered. */
export const meetingsOfCase = (reader: Reader, caseId: Id): Promise<Row<'meetings'>[]> =>
  reader.db.selectFrom('meetings').selectAll().where('case_id', '=', caseId).orderBy('at').orderBy('id').execute();

/** The times on offer now of several meetings, in the order offered. */
export const liveSlotsOf = (reader: Reader, meetingIds: readonly Id[]): Promise<Row<'meeting_slots'>[]> =>
  reader.db
    .selectFrom('meeting_slots as s')
    .innerJoin('meetings as m', (join) => join.onRef('m.id', '=', 's.meeting_id').onRef('m.round', '=', 's.round'))
    .selectAll('s')
    .where('s.meeting_id', 'in', meetingIds)
    .orderBy('s.starts_at')
    .execute();

/** The agreed meetings of a person in any case that end after a moment. */
export const agreedMeetingsOf = (reader: Reader, personId: Id, after: Instant): Promise<Row<'meetings'>[]> =>
  reader.db
    .selectFrom('meetings')
    .selectAll()
    .where('state', '=', 'agreed')
    .where('ends_at', '>', after)
    .where((eb) => eb.or([eb('mentor_id', '=', personId), eb('with_id', '=', personId)]))
    .orderBy('starts_at')
    .execute();

/** Meetings in these cases whose time this person is to choose, and those of a mentor that took place and are not written down. */
export const meetingsAwaiting = (reader: Reader, personId: Id, caseIds: readonly Id[], now: Instant): Promise<Row<'meetings'>[]> =>
  reader.db
    .selectFrom('meetings')
    .selectAll()
    .where('case_id', 'in', caseIds)
    .where((eb) => eb.or([
      eb.and([eb('state', '=', 'offered'), eb('awaits_id', '=', personId)]),
      eb.and([
        eb('state', '=', 'agreed'), eb('mentor_id', '=', personId), eb('ends_at', '<', now),
        eb.not(eb.exists(eb.selectFrom('mentor_sessions').select('mentor_sessions.id').whereRef('mentor_sessions.meeting_id', '=', 'meetings.id'))),
      ]),
    ]))
    .orderBy('at')
    .execute();
