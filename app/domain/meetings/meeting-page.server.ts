import type { Reader } from '#db/database.server.ts';
import { ROLES } from '#workflows/definition.ts';
import { whyNot } from '#workflows/meetings.ts';
import { topicTitle } from '#workflows/mentor-topics.ts';
import { moment, time, weekday, dayOf } from '../../lib/dates.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { TEAM } from '../cases/cases.policy.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { loadMeeting } from './load-meeting.server.ts';
import { lengthInWords } from './meetings-page.server.ts';
import { mayMeet, maySeeMeetings, seesMentor } from './meetings.policy.ts';

export interface MeetingPage {
  case: CaseHead;
  id: string;
  /** The other person, or both for who looks on. */
  who: string;
  state: 'offered' | 'agreed' | 'cancelled';
  topic: string;
  topicKey: string;
  place: string;
  length: string;
  minutes: number;
  mentorId: string;
  /** Agreed: when. */
  when: string | null;
  day: string | null;
  reason: string;
  /** Offered: by whom, who is to choose, and what. A time that cannot be chosen says why. */
  offeredBy: string;
  awaits: string;
  slots: { value: string; label: string; hint?: string }[];
  may: { choose: boolean; change: boolean; write: boolean };
}

/** One meeting for one reader; undefined when it is not theirs to see. */
export async function meetingPage(reader: Reader, file: CaseFile, meetingId: string): Promise<MeetingPage | undefined> {
  const loaded = await loadMeeting(reader, file, meetingId);
  if (!loaded) return undefined;
  const { row, facts, otherId } = loaded;
  const name = await namesOf(reader, [row.mentor_id, row.with_id, row.offered_by, row.awaits_id]);
  const side = mayMeet(file.roles);
  const open = side && whyNot(facts, { type: 'cancel', reason: '-' }) === null;
  return {
    case: headOf(file), id: row.id, who: side ? name(otherId) : `${name(row.mentor_id)} and ${name(row.with_id)}`, state: row.state,
    topic: topicTitle(row.topic), topicKey: row.topic, place: row.place, length: lengthInWords(row.minutes), minutes: row.minutes, mentorId: row.mentor_id,
    when: row.state === 'agreed' && row.starts_at ? moment(row.starts_at) : null, day: row.starts_at && dayOf(row.starts_at), reason: row.reason,
    offeredBy: name(row.offered_by), awaits: row.awaits_id === file.actor.id ? 'you' : name(row.awaits_id),
    slots: row.state === 'offered' ? facts.slots.map((slot) => {
      const fault = facts.offeredIt ? null : whyNot(facts, { type: 'choose', from: slot.from });
      return { value: slot.from, label: `${weekday(dayOf(slot.from))}, ${time(slot.from)} to ${time(slot.until)}`, ...(side && fault && { hint: fault.split('.')[0]! }) };
    }) : [],
    may: { choose: open && row.state === 'offered' && !facts.offeredIt, change: open, write: open && row.state === 'agreed' && row.starts_at! <= facts.now },
  };
}

interface Option {
  value: string;
  label: string;
}
/** Who can be met, and who can be given something to do: what the forms offer. */
export interface MeetingForms {
  case: CaseHead;
  mentors: Option[];
  owners: Option[];
  /** The reader is the mentor, and may keep a private note. */
  own: boolean;
}

/** What the forms offer this person: undefined when meetings are not theirs to see, no mentors when they may not arrange any. */
export async function meetingForms(reader: Reader, file: CaseFile): Promise<MeetingForms | undefined> {
  if (!maySeeMeetings(file.roles)) return undefined;
  const me = file.actor.id;
  const mentors = mayMeet(file.roles) ? holdersOf(file, 'mentor').filter((id) => seesMentor(file.roles, me, id)) : [];
  const people = [...new Set([...mentors, ...holdersOf(file, ...ROLES.filter((role) => TEAM.includes(role)))])];
  const name = await namesOf(reader, people);
  const options = (ids: readonly string[]) => ids.map((id) => ({ value: id, label: id === me ? `${name(id)} (you)` : name(id) }));
  return { case: headOf(file), mentors: options(mentors), owners: options(people), own: mentors.includes(me) };
}
