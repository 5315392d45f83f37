import { newId } from '#db/codec.ts';
import type { StageKey } from '#workflows/definition.ts';
import { makeTask } from '../domain/comments/comment-tasks.server.ts';
import { addComment, settleComment, type NewComment } from '../domain/comments/comments.server.ts';
import { replyToComment } from '../domain/comments/reply-to-comment.server.ts';
import { conditionsPage } from '../domain/conditions/conditions-page.server.ts';
import { moveCondition, type ConditionMove } from '../domain/conditions/move-condition.server.ts';
import { reader } from '../domain/database.server.ts';
import { giveLesson } from '../domain/lessons/give-lesson.server.ts';
import type { NewLesson } from '../domain/lessons/lessons.schema.ts';
import type { Actor } from '../domain/people/actor.server.ts';
import { assignSection } from '../domain/sections/assign-section.server.ts';
import type { Scene } from './scene.server.ts';
import { fileOf, must, onDay } from './story.server.ts';

/** Comments on one answer; the id is for whoever answers. */
export async function say({ caseId }: Scene, who: Actor, stage: StageKey, question: string, kind: NewComment['kind'], text: string, proposed?: string): Promise<string> {
  return must(await addComment(who, caseId, { stage, question, kind, text, ...(proposed && { proposed }) }), `comment on ${question}`).commentId;
}

export async function reply({ caseId }: Scene, who: Actor, commentId: string, text: string): Promise<void> {
  must(await replyToComment(who, caseId, commentId, text), 'answer a comment');
}

export async function close({ caseId }: Scene, who: Actor, commentId: string): Promise<void> {
  must(await settleComment(who, caseId, commentId), 'settle a comment');
}

/** The lead gives a lesson to other teams. */
export async function tellOthers({ caseId, players: { lead } }: Scene, on: string, lesson: Omit<NewLesson, 'key'>): Promise<void> {
  onDay(on, '15:30');
  must(await giveLesson(lead, caseId, { key: newId(), ...lesson }), `give the lesson: ${lesson.title}`);
}

/** A comment becomes a task of somebody. */
export async function task({ caseId }: Scene, who: Actor, commentId: string, owner: Actor, text: string, dueOn: string): Promise<void> {
  must(await makeTask(who, caseId, commentId, { text, ownerId: owner.id, dueOn }), 'make a task');
}

/** The lead says who writes a section, and by when. */
export async function give({ caseId, players: { lead } }: Scene, stage: StageKey, section: string, to: Actor, dueOn: string): Promise<void> {
  must(await assignSection(lead, caseId, { stage, section }, { personId: to.id, dueOn }), `give the section ${section}`);
}

/** Moves one condition of a stage by its number. */
export async function moveNumber({ caseId, players: { sponsor } }: Scene, who: Actor, stage: StageKey, number: number, type: ConditionMove['type'], note: string): Promise<void> {
  const { open, settled } = await conditionsPage(reader(), await fileOf(sponsor, caseId));
  const found = [...open, ...settled].find((c) => c.stage.key === stage && c.number === number);
  if (!found) throw new Error(`The ${stage} has no condition ${number}`);
  must(await moveCondition(who, caseId, found.id, { type, note }), `${type} condition ${number}`);
}

/** The owner shows that a condition is met and the approver agrees. */
export async function meet(scene: Scene, owner: Actor, stage: StageKey, number: number, note: string): Promise<void> {
  await moveNumber(scene, owner, stage, number, 'sendEvidence', note);
  await moveNumber(scene, scene.players.sponsor, stage, number, 'verify', 'Read. It is met.');
}
