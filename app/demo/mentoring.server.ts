import { mentoringsOfCase } from '#db/tables/mentorings.server.ts';
import { reader } from '../domain/database.server.ts';
import { acceptRequest } from '../domain/mentoring/answer-request.server.ts';
import { chooseAdvisers, sayNeed } from '../domain/mentoring/choose-advisers.server.ts';
import type { NewNeed } from '../domain/mentoring/mentoring.schema.ts';
import { makeMove } from '../domain/mentoring/move-mentoring.server.ts';
import type { Actor } from '../domain/people/actor.server.ts';
import type { Adviser } from './mentors.server.ts';
import { must, onDay } from './story.server.ts';

/** The team says what it needs and asks these advisers in turn, each with a week to reply. */
export async function askMentors(lead: Actor, caseId: string, advisers: readonly Adviser[], need: Omit<NewNeed, 'revision'>): Promise<void> {
  must(await sayNeed(lead, caseId, { ...need, revision: 0 }), 'say what the team needs');
  const chosen = advisers.map(({ adviserId }) => ({ field: `choice.${adviserId}`, adviserId }));
  must(await chooseAdvisers(lead, caseId, { chosen, replyDays: 7 }), 'ask for a mentor');
}

/** The adviser who was asked says yes, and the first meetings begin. */
export async function startMentoring(mentor: Adviser, caseId: string, acceptedOn: string, begunOn: string): Promise<void> {
  const { id } = (await mentoringsOfCase(reader(), caseId)).find((row) => row.adviser_id === mentor.adviserId)!;
  onDay(acceptedOn, '09:30');
  must(await acceptRequest(mentor, id), 'say yes');
  onDay(begunOn, '16:00');
  must(await makeMove(mentor, id, 'begin', { words: '' }), 'start the first meetings');
}
