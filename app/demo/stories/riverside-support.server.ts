import { addDays } from '#workflows/dates.ts';
import { addComment, settleComment } from '../../domain/comments/comments.server.ts';
import { replyToComment } from '../../domain/comments/reply-to-comment.server.ts';
import { consentToGuidance } from '../../domain/guidance/consent-guidance.server.ts';
import { proposeGuidance } from '../../domain/guidance/propose-guidance.server.ts';
import { givePackage, recordHelp } from '../../domain/support/give-support.server.ts';
import { writeWeek } from '../../domain/weeks/weeks.server.ts';
import type { Scene } from '../scene.server.ts';
import { must, onDay } from '../story.server.ts';

/** A package of hours, a lawyer paid from it, and the mentor's notes of two weeks; this week's is still to come. */
export async function supportRiverside({ caseId, players: { mentor, support } }: Scene, today: string): Promise<void> {
  const day = (ago: number) => addDays(today, -ago);
  onDay(day(32), '10:00');
  must(await givePackage(support!, caseId, { kind: 'light', reason: 'The mentor helps with staff and terms. Anything more is for the lawyer.' }), 'give a package');
  onDay(day(18), '11:30');
  must(await recordHelp(support!, caseId, { boughtOn: day(19), what: 'Advice on the lease of the Mill Street clinic', supplier: 'Marsh and Coote Solicitors', minutes: 240, pence: 76_800, fund: 'programme' }), 'record help');
  onDay(day(17), '18:05');
  must(await writeWeek(mentor!, caseId, { moved: 'Staff with no fixed base have all been met in person.', stuck: 'Nobody can say yet what the pension scheme needs, and by when.', next: 'The lead rings the scheme. We agree the words of the ballot with staff side.' }), 'write a week');
  onDay(day(8), '18:20');
  must(await writeWeek(mentor!, caseId, { moved: 'The words of the ballot are agreed.', stuck: 'The lead runs this beside a full clinic, and is tired.', next: 'Find cover for two days a week before the vote.' }), 'write a week');
}

type Answered = readonly [question: string, asked: string, answered: string, title: string, text: string];
const ANSWERS: readonly Answered[] = [
  [
    'hr.leadership_actions', 'How did you reach staff who are never in the office?', 'We went to them: Mill Street at seven, and the depots after five.',
    'How do we reach staff who are never in the office?', 'Go to where they are, at the hour they are there: before a round begins, or when the vans come back. Write down every question, and put the answers on one page that everybody can see. People who were met in person voted in larger numbers than people who were written to.',
  ],
  [
    'hr.leadership_actions', 'Who told new starters, when the vote was near?', 'Their own manager did, on the first day.',
    'Who tells people who join just before a vote?', 'Their own manager, on the first day, with the same page that everybody else has. Say whether they may vote, and from which day.',
  ],
];

/** Two answers of the mentor: one that everybody reads by now, and one that waits for consent. */
export async function shareAnswers({ caseId, players: { lead, mentor, support } }: Scene, today: string): Promise<void> {
  for (const [n, [question, asked, answered, title, text]] of ANSWERS.entries()) {
    onDay(addDays(today, -30 + n), '17:40');
    const { commentId } = must(await addComment(lead, caseId, { stage: 'workforce', question, kind: 'question', text: asked, audience: 'mentor' }), 'ask the mentor');
    onDay(addDays(today, -29 + n), '18:45');
    must(await replyToComment(mentor!, caseId, commentId, answered), 'answer the team');
    must(await settleComment(lead, caseId, commentId), 'settle a question');
    onDay(addDays(today, -25 + n), '12:00');
    const { sharedId } = must(await proposeGuidance(support!, caseId, commentId, { title, text, topic: 'workforce' }), 'propose guidance');
    if (n > 0) continue;
    onDay(addDays(today, -24), '09:20');
    must(await consentToGuidance(mentor!, sharedId, true), 'agree');
    must(await consentToGuidance(lead, sharedId, true), 'agree');
  }
}
