import { newId } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { commentById, dropCommentDraft, insertComment, updateComment } from '#db/tables/comments.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { placeOf } from '#workflows/form.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { holdersOf, stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { APPROVING, inTeam, maySeeDraft, maySeeSubmission, TEAM } from '../cases/cases.policy.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { loadStage } from '../stages/stage-facts.server.ts';
import { seesComment } from './comments-seen.server.ts';
import { mayComment } from './comments.policy.ts';

export interface NewComment {
  stage: string;
  question: string;
  kind: 'question' | 'suggestion' | 'mustChange';
  text: string;
  proposed?: string;
}
const KINDS = { question: 'a question', suggestion: 'a suggestion', mustChange: 'a change to make' };

/**
 * Comments on one answer. On the approver's side it stays a private draft until their review or decision is sent;
 * from the team or its mentor it is seen at once. It never moves whose turn it is.
 */
export async function addComment(actor: Actor, caseId: string, comment: NewComment): Promise<Done<{ commentId: string }> | Refused> {
  return caseCommand(actor, caseId, [...APPROVING, 'mentor', ...TEAM], async (tx, file, at) => {
    const stage = stageInFile(file, comment.stage);
    const place = placeOf(file.pathway, comment.question);
    if (!stage || place?.stage.key !== stage.key) return absent();
    if (!readsStage(file, stage.key)) return absent();
    if (!mayComment(file.roles)) return refused(403, 'Auditors read, and leave no comments');
    const approving = file.roles.some((role) => APPROVING.includes(role)) && file.exclusion === null;
    if (comment.kind === 'mustChange' && !approving) return refused(403, 'Only people on the approver\'s side can ask for a change that must be made');
    const { submission } = await loadStage(tx, file, stage.key);
    const id = newId();
    await insertComment(tx, {
      id, case_id: caseId, stage: stage.key, question: comment.question, submission_id: submission?.id ?? null, kind: comment.kind,
      text: comment.text, proposed: comment.proposed || null, audience: 'team', state: 'open', reply: null, replied_by: null, replied_at: null,
      settled_by: null, settled_at: null, by: actor.id, at, sent_at: approving ? null : at,
    });
    if (!approving) await tell(tx, at, holdersOf(file, ...TEAM), news(file, `${actor.name} left ${KINDS[comment.kind]} on ${place.section.title}`, { id }), actor.id);
    return done({ commentId: id }, { kind: approving ? 'comment.draft' : 'comment.add', caseId, subject: { comment: id, stage: stage.key, question: comment.question }, sentence: approving ? 'drafted a comment' : `left ${KINDS[comment.kind]} on ${place.section.title}` });
  });
}

/** The team answers a comment; for a must-change this is the line that says what was changed. */
export async function replyToComment(actor: Actor, caseId: string, commentId: string, reply: string): Promise<Done<Row<'comments'>> | Refused> {
  return caseCommand(actor, caseId, TEAM, async (tx, file, at) => {
    const comment = await commentFor(tx, file, commentId);
    if (!comment || comment.sent_at === null) return absent();
    if (!inTeam(file.roles)) return refused(403, 'Only the team can answer a comment');
    if (reply.trim() === '') return refused(422, { field: 'reply', message: comment.kind === 'mustChange' ? 'Enter what you changed, in one line' : 'Enter your answer' });
    if (comment.state === 'settled') return refused(409, 'This comment is settled already');
    await updateComment(tx, commentId, { reply: reply.trim(), replied_by: actor.id, replied_at: at, state: 'answered' });
    await tell(tx, at, [comment.by], news(file, `${actor.name} answered your comment`, comment), actor.id);
    return done(comment, { kind: 'comment.reply', caseId, subject: { comment: commentId }, sentence: 'answered a comment' });
  });
}

/** The person who opened a comment, or the approver, settles it. */
export async function settleComment(actor: Actor, caseId: string, commentId: string): Promise<Done<Row<'comments'>> | Refused> {
  return caseCommand(actor, caseId, [...APPROVING, 'mentor', ...TEAM], async (tx, file, at) => {
    const comment = await commentFor(tx, file, commentId);
    if (!comment) return absent();
    if (comment.sent_at === null) return refused(422, 'This comment is a draft. Delete it if you no longer want it');
    if (comment.state === 'settled') return refused(409, 'This comment is settled already');
    if (comment.by !== actor.id && !file.roles.includes('sponsor')) return refused(403, 'Only the person who wrote this comment, or the approver, can settle it');
    await updateComment(tx, commentId, { state: 'settled', settled_by: actor.id, settled_at: at });
    return done(comment, { kind: 'comment.settle', caseId, subject: { comment: commentId }, sentence: 'settled a comment' });
  });
}

/** Its author thinks better of a draft. Nobody else has seen it, so nothing of it is kept. */
export async function discardComment(actor: Actor, caseId: string, commentId: string): Promise<Done<Row<'comments'>> | Refused> {
  return caseCommand(actor, caseId, APPROVING, async (tx) => {
    const comment = await commentById(tx, commentId);
    if (comment?.case_id !== caseId || comment.by !== actor.id) return absent();
    if (comment.sent_at !== null) return refused(422, 'This comment was sent, so it stays. Settle it instead');
    await dropCommentDraft(tx, commentId, actor.id);
    return done(comment, { kind: 'comment.discard', caseId, subject: { comment: commentId }, sentence: 'deleted a draft comment' });
  });
}

const readsStage = (file: CaseFile, stage: StageKey) => maySeeDraft(file.roles, file.standings, stage) || maySeeSubmission(file.roles, file.standings, stage);

/** A comment of this case on a stage the person reads, if it is theirs to see. */
async function commentFor(reader: Reader, file: CaseFile, commentId: string): Promise<Row<'comments'> | undefined> {
  const row = await commentById(reader, commentId);
  return row?.case_id === file.case.id && readsStage(file, row.stage as StageKey) && seesComment(file, row) ? row : undefined;
}

const news = (file: CaseFile, text: string, comment: { id: string }) => ({
  caseId: file.case.id,
  kind: 'information' as const,
  text: `${text}: ${file.case.title}`,
  link: `/cases/${file.case.id}/comments/${comment.id}`,
});
