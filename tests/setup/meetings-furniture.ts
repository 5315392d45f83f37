import { actionsOfCase } from '#db/tables/mentor-sessions.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { makeFeed } from '#app/domain/calendars/feeds.server.ts';
import { logSession } from '#app/domain/meetings/log-session.server.ts';
import { offerMeeting } from '#app/domain/meetings/offer-meeting.server.ts';
import { today } from '#app/domain/clock.server.ts';
import { addDays } from '#workflows/dates.ts';
import type { SmallWorld } from './small-world.ts';
import { value } from './walk.ts';

/** Times the lead offers the mentor, and a session with a private note and an action of the member; answers with their ids. */
export async function furnishMeetings({ lead, member, mentor }: SmallWorld['people'], caseId: string): Promise<Record<string, string>> {
  const times = [8, 9].map((days, i) => ({ n: i + 1, at: `${addDays(today(), days)}T14:00:00.000Z` }));
  const { meetingId } = value(await offerMeeting(lead, caseId, { mentor: mentor.id, topic: 'pensions', minutes: 60, place: 'By phone', slots: times }));
  const actions = [{ text: 'Write to the scheme', ownerId: member.id, dueOn: addDays(today(), 14) }];
  value(await logSession(mentor, caseId, { mentor: mentor.id, meetingId: null, metOn: today(), topic: 'pensions', minutes: 60, advice: 'Ask the scheme early', privateNote: 'canarymentornote beside the heron', actions }));
  const { address } = value(await makeFeed(mentor, 'all'));
  return { feedSecret: /calendar\/(.+)\.ics$/.exec(address)![1]!, meeting: meetingId, firstTime: times[0]!.at, action: (await actionsOfCase(reader(), caseId))[0]!.id, mentorId: mentor.id };
}
