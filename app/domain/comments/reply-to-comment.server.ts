import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { insertCommentReply, repliesTo } from '#db/tables/comment-replies.server.ts';
import { updateComment } from '#db/tables/comments.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { APPROVING, inTeam, TEAM } from '../cases/cases.policy.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { mayAnswer, mayComment, mayCommentIn, READS_ONLY } from './comments.policy.ts';
import { commentFor, deed, fromTeam, hearing, news } from './comments.server.ts';
import { mention, mentioned, peopleAround } from './mentions.server.ts';

/**
 * One more reply in the thread of a comment, for those who see the comment. From the team, or whomever it asked, it is the
 * answer; on a must-change, the line that says what was changed. From who opened the comment it asks again: no answer stands.
 */
export async function replyToComment(actor: Actor, caseId: string, commentId: string, reply: string): Promise<Done<Row<'comments'>> | Refused> {
  return caseCommand(actor, caseId, [...TEAM, 'mentor', 'support', ...APPROVING], async (tx, file, at) => {
    const comment = await commentFor(tx, file, commentId);
    if (!comment || comment.sent_at === null) return absent();
    const again = comment.by === actor.id;
    const refusal = whyNot(file, comment, again);
    if (refusal) return refused(403, refusal);
    const text = reply.trim();
    if (text === '') return refused(422, { field: 'reply', message: again ? 'Enter what you want to add' : comment.kind === 'mustChange' ? 'Enter what you changed, in one line' : 'Enter your answer' });
    if (comment.state === 'settled') return refused(409, 'This comment is settled already');
    if (again && comment.outcome !== null) return refused(409, 'The words offered here are dealt with. Write a new comment');
    const people = await mentioned(tx, file, comment, { text, chosen: [], field: 'reply' });
    if ('ok' in people) return people;
    const writers = await threadOf(tx, file, comment);
    await insertCommentReply(tx, { id: newId(), comment_id: commentId, text, by: actor.id, at });
    await updateComment(tx, commentId, again ? { reply: null, replied_by: null, replied_at: null, state: 'open' } : { reply: text, replied_by: actor.id, replied_at: at, state: 'answered' });
    await mention(tx, file, comment, people, at, false);
    await tell(tx, at, writers.filter((id) => !people.includes(id) && id !== comment.by), news(file, `${actor.name} ${again ? 'wrote again under a comment you answered' : 'answered a comment after you'}`, comment), actor.id);
    if (!again) await tell(tx, at, [comment.by].filter((id) => !people.includes(id)), news(file, `${actor.name} answered your comment`, comment), actor.id);
    if (again && writers.length === 0) await tell(tx, at, hearing(file, comment).filter((id) => !people.includes(id)), news(file, `${actor.name} added to a comment`, comment), actor.id);
    return done(comment, { ...deed(comment, 'comment.reply'), sentence: again ? 'wrote again under a comment' : 'answered a comment' });
  });
}

function whyNot(file: CaseFile, comment: Row<'comments'>, again: boolean): string | null {
  if (!again && !mayAnswer(file.roles, { ...comment, fromTeam: fromTeam(file, comment) })) return comment.kind === 'mustChange' ? 'Only the team can say what it changed' : 'Only the team, or somebody the team asked, can answer this comment';
  if (again && !mayComment(file.roles)) return 'You no longer comment in this case';
  return inTeam(file.roles) && !mayCommentIn(file.roles, file.standings, comment.stage as StageKey) ? READS_ONLY : null;
}

/** Who has written in the thread so far beside its opener, and sees it still. */
async function threadOf(tx: Writer, file: CaseFile, comment: Row<'comments'>): Promise<string[]> {
  const wrote = new Set((await repliesTo(tx, comment.id)).map((row) => row.by));
  if (wrote.size === 0) return [];
  return (await peopleAround(tx, file, comment)).filter((p) => p.sees && p.id !== comment.by && wrote.has(p.id)).map((p) => p.id);
}
