import type { StageKey } from '#workflows/definition.ts';
import { addComment, replyToComment, settleComment, type NewComment } from '../domain/comments/comments.server.ts';
import { conditionsPage } from '../domain/conditions/conditions-page.server.ts';
import { moveCondition, type ConditionMove } from '../domain/conditions/move-condition.server.ts';
import { reader } from '../domain/database.server.ts';
import type { Actor } from '../domain/people/actor.server.ts';
import type { Scene } from './scene.server.ts';
import { fileOf, must } from './story.server.ts';

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
