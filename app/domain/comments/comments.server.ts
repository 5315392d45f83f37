import { newId } from '#db/codec.ts';
import type { Reader, Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { answerOf } from '#db/tables/answers.server.ts';
import { commentById, dropCommentDraft, insertComment, updateComment } from '#db/tables/comments.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { placeOf } from '#workflows/form.ts';
import { isText } from '../answers/text-questions.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { holdersOf, stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { APPROVING, inTeam, TEAM } from '../cases/cases.policy.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { loadStage } from '../stages/stage-facts.server.ts';
import { partOf, readerIn, readsStage, seesComment, stagesSent } from './comments-seen.server.ts';
import { AUDIENCES, type Audience, type CommentKind } from '#workflows/comments.ts';
import { audiencesFor, isJudging, mayComment, mayCommentIn, maySettle, READS_ONLY } from './comments.policy.ts';
import { mention, mentioned } from './mentions.server.ts';
import { asAnswerOf } from './suggested-words.ts';

export interface NewComment {
  stage: string;
  question: string;
  kind: CommentKind;
  text: string;
  /** A suggestion: the words offered. */
  proposed?: string;
  /** The usual one of its writer when it is not said. */
  audience?: Audience;
  /** People chosen, beside those the text names after an @. */
  mentions?: readonly string[];
}
const KINDS = { question: 'a question', suggestion: 'a suggestion', mustChange: 'a change to make' };
export const COMMENTERS = [...APPROVING, 'mentor', ...TEAM] as const;

/**
 * Comments on one answer. On the approver's side it stays a private draft until their review or decision is sent;
 * from anybody else its audience sees it at once. It never moves whose turn it is.
 */
export async function addComment(actor: Actor, caseId: string, comment: NewComment): Promise<Done<{ commentId: string }> | Refused> {
  return caseCommand(actor, caseId, COMMENTERS, async (tx, file, at) => {
    const stage = stageInFile(file, comment.stage);
    const place = placeOf(file.pathway, comment.question);
    if (!stage || place?.stage.key !== stage.key) return absent();
    if (!readsStage(readerIn(file), stage.key, (await stagesSent(tx, caseId)).has(stage.key))) return absent();
    if (!mayComment(file.roles)) return refused(403, 'Auditors read, and leave no comments');
    if (!mayCommentIn(file.roles, file.standings, stage.key)) return refused(403, READS_ONLY);
    const judging = isJudging(file.roles, file.exclusion !== null);
    if (comment.kind === 'mustChange' && !judging) return refused(403, 'Only people on the approver\'s side can ask for a change that must be made');
    const audience = comment.audience ?? audiencesFor(file.roles)[0];
    if (!audiencesFor(file.roles).includes(audience)) return refused(403, `You cannot choose who sees your comment this way: ${AUDIENCES[audience].title}`);
    const words = comment.kind === 'suggestion' ? (comment.proposed ?? '').trim() : '';
    const wrong = comment.kind === 'suggestion' && (words === '' && isText(place.question) ? 'Enter the words you suggest for the answer' : asAnswerOf(place.question, words));
    if (typeof wrong === 'string') return refused(422, { field: isText(place.question) ? 'proposed' : 'kind', message: wrong });
    const about = { id: newId(), case_id: caseId, stage: stage.key, question: comment.question, audience, by: actor.id };
    const people = await mentioned(tx, file, about, { text: comment.text, chosen: comment.mentions ?? [], field: 'text' });
    if ('ok' in people) return people;
    const offered = words ? await offering(tx, file, comment.question, words, at) : {};
    await insertComment(tx, { ...about, submission_id: (await loadStage(tx, file, stage.key)).submission?.id ?? null, kind: comment.kind, text: comment.text, state: 'open', at, sent_at: judging ? null : at, ...offered });
    await mention(tx, file, about, people, at, judging);
    if (!judging) await tell(tx, at, hearing(file, about).filter((id) => !people.includes(id)), news(file, `${actor.name} left ${KINDS[comment.kind]} on ${place.section.title}`, about), actor.id);
    return done({ commentId: about.id }, { ...deed(about, judging ? 'comment.draft' : 'comment.add'), sentence: judging ? 'drafted a comment' : `left ${KINDS[comment.kind]} on ${place.section.title}` });
  });
}

/** Words for an answer with who offers them, and the revision they were offered for. */
export async function offering(tx: Writer, file: CaseFile, question: string, words: string, at: string) {
  return { proposed: words, proposed_by: file.actor.id, proposed_at: at, proposed_on: (await answerOf(tx, file.case.id, question))?.revision ?? 0 };
}

/** Those in the team and beside it who hear of a comment at once. The approver's side hears of what mentions it. */
export function hearing(file: CaseFile, comment: Pick<Row<'comments'>, 'audience' | 'stage'>): string[] {
  const mentors = comment.audience === 'mentor' ? holdersOf(file, 'mentor').filter((id) => readsStage(partOf(file, id), comment.stage as StageKey, false)) : [];
  return [...holdersOf(file, ...TEAM), ...mentors];
}

/** The person who opened a comment, or the approver, settles it. */
export async function settleComment(actor: Actor, caseId: string, commentId: string): Promise<Done<Row<'comments'>> | Refused> {
  return caseCommand(actor, caseId, COMMENTERS, async (tx, file, at) => {
    const comment = await commentFor(tx, file, commentId);
    if (!comment) return absent();
    if (comment.sent_at === null) return refused(422, 'This comment is a draft. Delete it if you no longer want it');
    if (comment.state === 'settled') return refused(409, 'This comment is settled already');
    if (!maySettle(file.roles, comment.by === actor.id, writerLeft(file, comment))) return refused(403, 'Only the person who wrote this comment, or the approver, can settle it');
    await updateComment(tx, commentId, { state: 'settled', settled_by: actor.id, settled_at: at });
    return done(comment, { ...deed(comment, 'comment.settle'), sentence: 'settled a comment' });
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

/** A comment of this case on a stage the person reads, if it is theirs to see. */
export async function commentFor(reader: Reader, file: CaseFile, commentId: string): Promise<Row<'comments'> | undefined> {
  const row = await commentById(reader, commentId);
  if (row?.case_id !== file.case.id) return undefined;
  const reads = readsStage(readerIn(file), row.stage as StageKey, (await stagesSent(reader, file.case.id)).has(row.stage));
  return reads && seesComment(readerIn(file), row) ? row : undefined;
}

export const fromTeam = (file: CaseFile, { by }: Pick<Row<'comments'>, 'by'>): boolean => inTeam(partOf(file, by).roles);
export const writerLeft = (file: CaseFile, { by }: Pick<Row<'comments'>, 'by'>): boolean => !file.memberships.some((m) => m.person_id === by && m.until_at === null);

/** What the record says a comment is about, and for whom it is. */
export const deed = (comment: Pick<Row<'comments'>, 'id' | 'case_id' | 'stage' | 'question' | 'audience'>, kind: string) =>
  ({ kind, caseId: comment.case_id, subject: { comment: comment.id, stage: comment.stage, question: comment.question, audience: comment.audience } });

export const news = (file: CaseFile, text: string, comment: { id: string }) => ({
  caseId: file.case.id,
  kind: 'information' as const,
  about: 'comments' as const,
  text: `${text}: ${file.case.title}`,
  link: `/cases/${file.case.id}/comments/${comment.id}`,
});
