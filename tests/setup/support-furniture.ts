import { addComment, settleComment } from '#app/domain/comments/comments.server.ts';
import { replyToComment } from '#app/domain/comments/reply-to-comment.server.ts';
import { proposeGuidance } from '#app/domain/guidance/propose-guidance.server.ts';
import { givePackage, recordHelp } from '#app/domain/support/give-support.server.ts';
import { today } from '#app/domain/clock.server.ts';
import { savedViewsOf } from '#db/tables/saved-views.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { saveView } from '#app/domain/views/saved-views.server.ts';
import type { SmallWorld } from './small-world.ts';
import { value } from './walk.ts';

/** A settled question of the lead that the mentor answered. */
async function answered({ lead, mentor }: SmallWorld['people'], caseId: string, text: string): Promise<string> {
  const { commentId } = value(await addComment(lead, caseId, { stage: 'proposal', question: 'small.proposal', kind: 'question', text, audience: 'mentor' }));
  value(await replyToComment(mentor, caseId, commentId, 'We asked each town for a letter'));
  value(await settleComment(lead, caseId, commentId));
  return commentId;
}

/** Two answers of the mentor: one proposed as guidance by the support unit, one that nobody has proposed. */
export async function furnishGuidance(people: SmallWorld['people'], caseId: string): Promise<Record<string, string>> {
  const [first, second] = [await answered(people, caseId, 'How do we show that towns agree?'), await answered(people, caseId, 'Who signs for a town?')];
  const { sharedId } = value(await proposeGuidance(people.support, caseId, first, { title: 'How to show that towns agree', text: 'Ask each of them for a letter.', topic: 'proposal' }));
  return { shared: sharedId, answeredComment: second };
}

/** Filters that the lead keeps under a name. */
export async function furnishViews({ lead }: SmallWorld['people']): Promise<Record<string, string>> {
  value(await saveView(lead, { page: 'cases', search: 'state=open', name: 'Open now' }));
  return { view: (await savedViewsOf(reader(), lead.id, 'cases'))[0]!.id };
}

/** A package given to the case, and help that was bought for it. */
export async function furnishSupport({ support }: SmallWorld['people'], caseId: string): Promise<Record<string, string>> {
  value(await givePackage(support, caseId, { kind: 'light', reason: 'One question on pensions' }));
  const help = { what: 'A day with a lawyer', supplier: 'Marsh and Co', boughtOn: today(), minutes: 450, pence: 120_000, fund: 'grant' as const };
  return { help: value(await recordHelp(support, caseId, help)).helpId };
}
