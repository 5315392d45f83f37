import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { liveSlotsOf, meetingsOfCase } from '#db/tables/meetings.server.ts';
import { actionsOfCase, privateNotesOf, sessionsOfCase, type SharedSession } from '#db/tables/mentor-sessions.server.ts';
import { topicTitle } from '#workflows/mentor-topics.ts';
import { day, moment } from '../../lib/dates.ts';
import { counted } from '../../lib/money.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { instant, today } from '../clock.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { mayMeet, maySeeMeetings, mayTick, seesMentor } from './meetings.policy.ts';

/** A meeting as the list shows it. */
export interface MeetingView {
  id: string;
  /** "Fiona Grant and Priya Nair". */
  who: string;
  topic: string;
  place: string;
  /** When, or what is on offer and whose turn it is. */
  when: string;
  state: 'offered' | 'agreed' | 'over' | 'cancelled';
  /** It is this reader's turn to choose, or to write it down. */
  yours: 'choose' | 'write' | null;
}
export interface ActionView {
  id: string;
  text: string;
  owner: string;
  due: string;
  late: boolean;
  done: string | null;
  mayTick: boolean;
}
export interface SessionView {
  id: string;
  on: string;
  mentor: string;
  topic: string;
  minutes: string;
  advice: string;
  /** The mentor's own, for them alone. */
  privateNote: string | null;
  by: string;
  actions: ActionView[];
}
export interface MeetingsPage {
  case: CaseHead;
  /** Each mentor with what they gave so far, in words. */
  given: { name: string; words: string }[];
  meetings: MeetingView[];
  past: MeetingView[];
  actions: ActionView[];
  sessions: SessionView[];
  may: boolean;
}

/** "1 hour 30 minutes". */
export const lengthInWords = (minutes: number): string =>
  [...(minutes >= 60 ? [counted(Math.floor(minutes / 60), 'hour')] : []), ...(minutes % 60 || minutes === 0 ? [counted(minutes % 60, 'minute')] : [])].join(' ');

/** Meetings, sessions and what is to be done; undefined for those who see none of it. */
export async function meetingsPage(reader: Reader, file: CaseFile): Promise<MeetingsPage | undefined> {
  if (!maySeeMeetings(file.roles)) return undefined;
  const me = file.actor.id;
  const seen = <T extends { mentor_id: string }>(rows: readonly T[]) => rows.filter((row) => seesMentor(file.roles, me, row.mentor_id));
  const [meetings, sessions, allActions, notes] = await Promise.all([
    meetingsOfCase(reader, file.case.id).then(seen), sessionsOfCase(reader, file.case.id).then(seen), actionsOfCase(reader, file.case.id), privateNotesOf(reader, file.case.id, me),
  ]);
  const actions = allActions.filter((action) => sessions.some(({ id }) => id === action.session_id));
  const mentors = [...new Set([...holdersOf(file, 'mentor').filter((id) => seesMentor(file.roles, me, id)), ...sessions.map((s) => s.mentor_id)])];
  const [name, slots] = await Promise.all([
    namesOf(reader, [...mentors, ...meetings.flatMap((m) => [m.mentor_id, m.with_id, m.awaits_id]), ...sessions.map((s) => s.by), ...actions.flatMap((a) => [a.owner_id, a.done_by])]),
    meetings.length ? liveSlotsOf(reader, meetings.map(({ id }) => id)) : [],
  ]);
  const views = meetings.map((row) => meetingView(row, { me, name, slots: slots.filter((s) => s.meeting_id === row.id), held: sessions.some((s) => s.meeting_id === row.id) }));
  const action = (row: Row<'mentor_actions'>): ActionView => ({
    id: row.id, text: row.text, owner: row.owner_id === me ? 'You' : name(row.owner_id), due: day(row.due_on), late: row.done_at === null && row.due_on < today(),
    done: row.done_at ? `${row.done_by === me ? 'you' : name(row.done_by)}, ${moment(row.done_at)}` : null, mayTick: row.done_at === null && mayTick(file.roles, me, row.owner_id),
  });
  return {
    case: headOf(file), may: mayMeet(file.roles) && holdersOf(file, 'mentor').length > 0,
    given: mentors.map((id) => ({ name: name(id), words: givenInWords(sessions.filter((s) => s.mentor_id === id)) })),
    meetings: views.filter((m) => m.state === 'offered' || m.state === 'agreed' || m.yours === 'write'),
    past: views.filter((m) => m.state === 'cancelled' || (m.state === 'over' && m.yours === null)).reverse(),
    actions: actions.filter((row) => row.done_at === null).map(action),
    sessions: sessions.map((row) => ({
      id: row.id, on: day(row.met_on), mentor: name(row.mentor_id), topic: topicTitle(row.topic), minutes: lengthInWords(row.minutes), advice: row.advice,
      privateNote: notes.get(row.id) ?? null, by: name(row.by), actions: actions.filter((a) => a.session_id === row.id).map(action),
    })),
  };
}

const givenInWords = (sessions: readonly SharedSession[]) =>
  sessions.length === 0 ? 'No meeting held yet' : `${counted(sessions.length, 'meeting')} held, ${lengthInWords(sessions.reduce((sum, s) => sum + s.minutes, 0))} in all`;

interface Beside {
  me: string;
  name: (id: string | null) => string;
  slots: readonly Row<'meeting_slots'>[];
  held: boolean;
}

function meetingView(row: Row<'meetings'>, { me, name, slots, held }: Beside): MeetingView {
  const over = row.state === 'agreed' && row.ends_at! < instant();
  const when = {
    offered: `${counted(slots.length, 'time')} offered. ${row.awaits_id === me ? 'Your turn to choose' : `With ${name(row.awaits_id)} to choose`}`,
    agreed: row.starts_at ? `${moment(row.starts_at)}, ${lengthInWords(row.minutes)}` : '',
    cancelled: `Cancelled: ${row.reason}`,
  }[row.state];
  return {
    id: row.id, who: `${name(row.mentor_id)} and ${name(row.with_id)}`, topic: topicTitle(row.topic), place: row.place, when, state: over ? 'over' : row.state,
    yours: row.state === 'offered' && row.awaits_id === me ? 'choose' : over && !held && (me === row.mentor_id || me === row.with_id) ? 'write' : null,
  };
}
