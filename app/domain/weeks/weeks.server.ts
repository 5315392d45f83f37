import { newId } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import { insertMentorWeek, mentorWeeksOf } from '#db/tables/mentor-weeks.server.ts';
import { addDays, mondayOf, spanInWords } from '#workflows/dates.ts';
import { moment } from '../../lib/dates.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { today } from '../clock.server.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { maySeeMeetings, seesMentor } from '../meetings/meetings.policy.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import type { WeekWritten } from './weeks.schema.ts';

export const weekInWords = (monday: string): string => spanInWords(monday, addDays(monday, 6));
const TWICE = 'You have written your note of this week. The next one is for next week';
export const ONLY_MENTOR = 'Only a mentor of the case writes a note of the week.';

/** A mentor writes down one week with a team, once. The team and the support unit read it. */
export const writeWeek = (actor: Actor, caseId: string, week: WeekWritten): Promise<Done<null> | Refused> =>
  caseCommand(actor, caseId, ['mentor', 'lead', 'member', 'adviser', 'support'], async (tx, file, at) => {
    if (!maySeeMeetings(file.roles)) return absent();
    if (!holdersOf(file, 'mentor').includes(actor.id)) return refused(403, ONLY_MENTOR);
    const monday = mondayOf(today());
    if (!(await insertMentorWeek(tx, { id: newId(), case_id: caseId, mentor_id: actor.id, week_on: monday, ...week, at }))) return refused(409, TWICE);
    const news = { caseId, kind: 'information' as const, about: 'mentoring' as const, text: `${actor.name} wrote down the week of ${weekInWords(monday)}: ${file.case.title}`, link: `/cases/${caseId}/mentoring/weeks` };
    await tell(tx, at, holdersOf(file, 'lead'), news, actor.id);
    return done(null, { kind: 'week.note', caseId, subject: {}, sentence: `wrote down the week of ${weekInWords(monday)}` });
  });

export interface WeeksPage {
  case: CaseHead;
  weeks: { id: string; title: string; by: string; at: string; moved: string; stuck: string; next: string }[];
  /** The week that this mentor can still write of; null for others, and once it is written. */
  open: string | null;
  writes: boolean;
}

/** The weeks written down, newest first; undefined for those who see none of it. Of several mentors each reads their own. */
export async function weeksPage(reader: Reader, file: CaseFile): Promise<WeeksPage | undefined> {
  if (!maySeeMeetings(file.roles)) return undefined;
  const me = file.actor.id;
  const rows = (await mentorWeeksOf(reader, file.case.id)).filter((row) => seesMentor(file.roles, me, row.mentor_id));
  const name = await namesOf(reader, rows.map((row) => row.mentor_id));
  const [monday, writes] = [mondayOf(today()), holdersOf(file, 'mentor').includes(me)];
  return {
    case: headOf(file), writes, open: writes && !rows.some((row) => row.mentor_id === me && row.week_on === monday) ? weekInWords(monday) : null,
    weeks: rows.map((row) => ({ id: row.id, title: weekInWords(row.week_on), by: name(row.mentor_id), at: moment(row.at), moved: row.moved, stuck: row.stuck, next: row.next })),
  };
}
