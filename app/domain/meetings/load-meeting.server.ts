import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { agreedMeetingsOf, liveSlotsOf, meetingById } from '#db/tables/meetings.server.ts';
import { sessionOfMeeting } from '#db/tables/mentor-sessions.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { spanOf, type MeetingFacts, type Span } from '#workflows/meetings.ts';
import { inTeam } from '../cases/cases.policy.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { instant } from '../clock.server.ts';
import { maySeeMeetings, seesMentor } from './meetings.policy.ts';

export interface MeetingLoaded {
  row: Row<'meetings'>;
  facts: MeetingFacts;
  /** The other person, for a reader on one side. */
  otherId: string;
}

/** A meeting of the case as one person may reach it; undefined when it is not theirs to see. */
export async function loadMeeting(reader: Reader, file: CaseFile, meetingId: string): Promise<MeetingLoaded | undefined> {
  const row = await meetingById(reader, meetingId);
  if (row?.case_id !== file.case.id || !maySeeMeetings(file.roles) || !seesMentor(file.roles, file.actor.id, row.mentor_id)) return undefined;
  const me = file.actor.id;
  const otherId = me === row.mentor_id ? row.with_id : row.mentor_id;
  const [slots, mine, theirs, held, [other]] = await Promise.all([
    liveSlotsOf(reader, [row.id]), busyTimes(reader, me, row.id), busyTimes(reader, otherId, row.id), sessionOfMeeting(reader, row.id), peopleByIds(reader, [otherId]),
  ]);
  const facts: MeetingFacts = {
    state: row.state, now: instant(), held: held !== undefined, offeredIt: offeredBySide(file, row),
    slots: slots.map((slot) => spanOf(slot.starts_at, row.minutes)), mine, theirs: { name: other?.name ?? 'The other person', busy: theirs },
  };
  return { row, facts, otherId };
}

/** The agreed meetings still to come of a person, in whatever case; one may be left out. */
export async function busyTimes(reader: Reader, personId: string, except: string | null): Promise<Span[]> {
  const rows = await agreedMeetingsOf(reader, personId, instant());
  return rows.filter(({ id }) => id !== except).map((row) => ({ from: row.starts_at!, until: row.ends_at! }));
}

/** The times on offer are the mentor's, or the team's whoever of it offered them. */
function offeredBySide(file: CaseFile, row: Row<'meetings'>): boolean {
  const byMentor = row.offered_by === row.mentor_id;
  return file.actor.id === row.mentor_id ? byMentor : !byMentor && inTeam(file.roles);
}
