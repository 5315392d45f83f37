import { newId, toJson } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { answerOf, putAnswer } from '#db/tables/answers.server.ts';
import { insertCommentReply } from '#db/tables/comment-replies.server.ts';
import { putOutcome, updateComment } from '#db/tables/comments.server.ts';
import { hasTag } from '#workflows/decide.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords, placeOf } from '#workflows/form.ts';
import { sameAnswer } from '../answers/read-controls.ts';
import { caseCommand, changedMeanwhile } from '../cases/case-command.server.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { mayEdit, TEAM } from '../cases/cases.policy.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { standsStill } from '../stages/stage-facts.server.ts';
import { commentFor, COMMENTERS, deed, news, offering } from './comments.server.ts';
import { mayComment, mayCommentIn, READS_ONLY } from './comments.policy.ts';
import { asAnswerOf } from './suggested-words.ts';

/** A question becomes a suggestion: somebody who sees it offers words for the answer, or better ones than were offered. */
export async function suggestWords(actor: Actor, caseId: string, commentId: string, words: string): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, COMMENTERS, async (tx, file, at) => {
    const comment = await commentFor(tx, file, commentId);
    const place = comment && placeOf(file.pathway, comment.question);
    if (!comment || comment.sent_at === null || !place) return absent();
    if (!mayComment(file.roles)) return refused(403, 'Auditors read, and offer no words');
    if (!mayCommentIn(file.roles, file.standings, comment.stage as StageKey)) return refused(403, READS_ONLY);
    if (comment.kind === 'mustChange') return refused(422, 'The team says what it changes here. Offer words in a comment of your own');
    if (comment.state === 'settled' || comment.outcome !== null) return refused(409, 'This comment is dealt with. Offer words in a new one');
    if (words.trim() === '') return refused(422, { field: 'proposed', message: 'Enter the words you suggest for the answer' });
    const answer = asAnswerOf(place.question, words.trim());
    if (typeof answer === 'string') return refused(422, { field: 'proposed', message: answer });
    await updateComment(tx, commentId, { kind: 'suggestion', ...(await offering(tx, file, comment.question, words.trim(), at)) });
    await tell(tx, at, [comment.by], news(file, `${actor.name} offered words for the answer you asked about`, comment), actor.id);
    return done(null, { ...deed(comment, 'comment.suggest'), sentence: `offered words for an answer in ${inWords(place.section.title, file.pathway)}` });
  });
}

/**
 * The answer becomes the words offered, in one step. `revision`: of the answer that whoever presses saw. When the answer has
 * changed since, nothing is done, and the page asks with the differences shown.
 */
export async function takeSuggestion(actor: Actor, caseId: string, commentId: string, revision: number): Promise<Done<{ stage: string; question: string }> | Refused> {
  return caseCommand(actor, caseId, TEAM, async (tx, file, at) => {
    const comment = await offered(tx, file, commentId);
    if ('ok' in comment) return comment;
    const place = placeOf(file.pathway, comment.question)!;
    const stage = stageInFile(file, comment.stage)!;
    const stands = standsStill(file.case.state);
    if (stands) return refused(422, `The case is ${stands}, so answers cannot be changed until that ends`);
    if (!hasTag('stage', stage.row.state, 'editable')) return refused(422, `The ${inWords(stage.entry.stage.noun, file.pathway)} is not with the team now, so its answers cannot be changed`);
    const answer = asAnswerOf(place.question, comment.proposed!);
    if (typeof answer === 'string') return refused(422, answer);
    const current = await answerOf(tx, caseId, comment.question);
    if ((current?.revision ?? 0) !== revision) return refused(409, await changedSince(tx, current, comment));
    if (!(await putOutcome(tx, commentId, { outcome: 'taken', outcome_by: actor.id, outcome_at: at, state: 'answered' }))) return changedMeanwhile();
    const row = { case_id: caseId, question: comment.question, state: answer.state, value_json: answer.value === null ? null : toJson(answer.value), raw_json: null, known_by_on: null, reason: null, by: actor.id, at };
    if (!sameAnswer(current, answer) && !(await putAnswer(tx, row, revision, comment.id))) return changedMeanwhile();
    await tell(tx, at, writersOf(comment), news(file, `${actor.name} took the words offered for an answer`, comment), actor.id);
    return done({ stage: comment.stage, question: comment.question }, { ...deed(comment, 'comment.take'), sentence: `took the words offered for an answer in ${inWords(place.section.title, file.pathway)}` });
  });
}

/** The team keeps its own words and says why. */
export async function declineSuggestion(actor: Actor, caseId: string, commentId: string, reason: string): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, TEAM, async (tx, file, at) => {
    const comment = await offered(tx, file, commentId);
    if ('ok' in comment) return comment;
    if (reason.trim() === '') return refused(422, { field: 'reason', message: 'Enter why you keep your own words' });
    const said = { outcome: 'declined' as const, outcome_by: actor.id, outcome_at: at, state: 'answered' as const, reply: reason.trim(), replied_by: actor.id, replied_at: at };
    if (!(await putOutcome(tx, commentId, said))) return changedMeanwhile();
    await insertCommentReply(tx, { id: newId(), comment_id: commentId, text: reason.trim(), by: actor.id, at });
    await tell(tx, at, writersOf(comment), news(file, `${actor.name} kept the team's own words`, comment), actor.id);
    return done(null, { ...deed(comment, 'comment.decline'), sentence: 'kept its own words for an answer' });
  });
}

/** A suggestion with words that nobody has dealt with, for somebody who may change the answer. */
async function offered(tx: Writer, file: CaseFile, commentId: string): Promise<Row<'comments'> | Refused> {
  const comment = await commentFor(tx, file, commentId);
  if (!comment || comment.sent_at === null) return absent();
  if (!mayEdit(file.roles, file.standings, comment.stage as StageKey)) return refused(403, 'Only the team can take or decline words offered for its answers');
  if (comment.kind !== 'suggestion' || comment.proposed === null) return refused(422, 'This comment offers no words for the answer');
  if (comment.outcome !== null) return refused(409, comment.outcome === 'taken' ? 'These words were taken already' : 'These words were declined already');
  return comment.state === 'settled' ? refused(409, 'This comment is settled already') : comment;
}

const writersOf = ({ by, proposed_by }: Row<'comments'>): string[] => [by, ...(proposed_by ? [proposed_by] : [])];

async function changedSince(tx: Writer, current: Row<'answers'> | undefined, comment: Row<'comments'>): Promise<string> {
  const name = await namesOf(tx, [current?.by ?? null, comment.proposed_by]);
  return `${current ? name(current.by) : 'Somebody'} changed this answer after ${name(comment.proposed_by ?? comment.by)} offered these words. Look at both, then choose`;
}
