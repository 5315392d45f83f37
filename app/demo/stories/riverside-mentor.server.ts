import { addDays } from '#workflows/dates.ts';
import { shareStages } from '../../domain/cases/share-stages.server.ts';
import { finishAction, logSession } from '../../domain/meetings/log-session.server.ts';
import { chooseSlot } from '../../domain/meetings/change-meeting.server.ts';
import { meetingsPage } from '../../domain/meetings/meetings-page.server.ts';
import { writeNote } from '../../domain/meetings/mentor-note.server.ts';
import { offerMeeting } from '../../domain/meetings/offer-meeting.server.ts';
import { reader } from '../../domain/database.server.ts';
import type { Scene } from '../scene.server.ts';
import { fileOf, must, onDay } from '../story.server.ts';

/** What the mentor was shown at first has ended; the team shares the stage it is working on. */
export async function shareWorkforce({ caseId, players: { lead, mentor } }: Scene, today: string): Promise<void> {
  onDay(addDays(today, -33), '17:10');
  const part = (await fileOf(lead, caseId)).memberships.find((m) => m.person_id === mentor!.id)!;
  must(await shareStages(lead, caseId, part.id, ['workforce'], addDays(today, 24)), 'share the workforce plan');
}

/** Two meetings held and written down, and times offered for one more. */
export async function meetMentor({ caseId, players: { lead, member, mentor } }: Scene, today: string): Promise<void> {
  const at = (days: number, time: string) => `${addDays(today, days)}T${time}:00.000Z`;
  const slots = (...times: string[]) => times.map((time, i) => ({ n: i + 1, at: time }));
  const meet = { mentor: mentor!.id, minutes: 60 };
  onDay(addDays(today, -30), '09:10');
  const first = must(await offerMeeting(lead, caseId, { ...meet, topic: 'tupe-hr', place: 'By video', slots: slots(at(-27, '14:00'), at(-26, '10:00')) }), 'offer times');
  onDay(addDays(today, -29), '12:30');
  must(await chooseSlot(mentor!, caseId, first.meetingId, at(-27, '14:00')), 'choose a time');
  onDay(addDays(today, -27), '16:20');
  must(await logSession(mentor!, caseId, {
    ...meet, meetingId: first.meetingId, metOn: addDays(today, -27), topic: 'tupe-hr', privateNote: 'Priya carries this beside a full clinic. Ask next time who covers her.',
    advice: 'Name one person whom staff can ring about their terms, and say who stands in at weekends. We wrote every question and its answer on one page that everybody could see; it saved us a month.',
    actions: [
      { text: 'Put the questions of staff and our answers on one page', ownerId: member!.id, dueOn: addDays(today, -14) },
      { text: 'Ask the pension scheme what it needs from us, and by when', ownerId: lead.id, dueOn: addDays(today, 6) },
    ],
  }), 'write down a session');
  onDay(addDays(today, -16), '09:05');
  const page = (await meetingsPage(reader(), await fileOf(member!, caseId)))!;
  must(await finishAction(member!, caseId, page.actions[0]!.id), 'tick an action');
  onDay(addDays(today, -9), '17:40');
  must(await logSession(lead, caseId, {
    ...meet, meetingId: null, metOn: addDays(today, -9), minutes: 45, topic: 'union-relations', privateNote: '', actions: [],
    advice: 'Agree the words of the ballot with staff side before the date is set. A second meeting with the night staff in person was worth more than any letter.',
  }), 'write down a session');
  onDay(addDays(today, -4), '18:15');
  must(await writeNote(mentor!, caseId, 'workforce', 'I have read this plan twice while it was being written. The team has met every member of staff with no fixed base in person, which we did not, and paid for. What I would look at is cover: the lead runs this beside a full clinic.'), 'write a note');
  onDay(addDays(today, -1), '15:00');
  must(await offerMeeting(mentor!, caseId, { ...meet, minutes: 45, topic: 'pensions', place: 'By phone', slots: slots(at(5, '11:00'), at(6, '15:30'), at(8, '12:00')) }), 'offer times');
}
