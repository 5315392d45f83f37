import { conditionsOf } from '#db/tables/conditions.server.ts';
import { latestSubmission } from '#db/tables/submissions.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { moveCondition } from '#app/domain/conditions/move-condition.server.ts';
import type { Done, Refused } from '#app/domain/command.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { assureStage } from '#app/domain/decisions/assure-stage.server.ts';
import type { DecisionDraft, Outcome } from '#app/domain/decisions/decisions.schema.ts';
import { decideStage } from '#app/domain/decisions/decide-stage.server.ts';
import type { Actor } from '#app/domain/people/actor.server.ts';
import { openSubmission } from '#app/domain/stages/read-submission.server.ts';
import { reviewStage } from '#app/domain/stages/review-stage.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { stageOf } from '#workflows/form.ts';
import { conditionTurn } from '#workflows/turn.ts';
import { completeStage, type OnStage, type SmallWorld } from './small-world.ts';

/** The steps a stage goes through, by the real commands, for tests that need a case further on. */
export const sha = async (caseId: string, stage: StageKey): Promise<string> => (await latestSubmission(reader(), caseId, stage))?.sha256 ?? '';

export function value<T>(outcome: Done<T> | Refused): T {
  if (!outcome.ok) throw new Error(`${outcome.status}: ${outcome.reasons.map((r) => r.message).join('; ')}`);
  return outcome.value;
}

export const read = async (who: Actor, caseId: string, stage: StageKey): Promise<void> => openSubmission((await caseForActor(reader(), who, caseId))!, stage);

/** Every review the matrix asks for, supported. */
export async function reviewAll(world: SmallWorld, caseId: string, stage: StageKey): Promise<void> {
  const file = (await caseForActor(reader(), world.people.sponsor, caseId))!;
  for (const role of stageOf(file.pathway, stage).signOff.reviewers) {
    const verdict = role === 'staffSide' ? ('statement' as const) : ('supported' as const);
    value(await reviewStage(world.people[role], caseId, stage, { role, verdict, comment: 'Read and agreed', sha256: await sha(caseId, stage) }));
  }
}

export async function judge(world: SmallWorld, caseId: string, stage: StageKey, outcome: Outcome, more: Partial<DecisionDraft> = {}, by: OnStage = 'sponsor') {
  const file = (await caseForActor(reader(), world.people.sponsor, caseId))!;
  const criteria = stageOf(file.pathway, stage).stage.criteria.map((c) => ({ criterion: c.key, verdict: 'met' as const, note: '' }));
  return decideStage(world.people[by], caseId, stage, { outcome, criteria, conditions: [], reasons: [], note: '', onBehalfOf: '', minutes: '', ...more, sha256: await sha(caseId, stage) });
}

/** The team lead agrees the words of every condition that waits for that. */
export async function agreeAll(world: SmallWorld, caseId: string): Promise<void> {
  for (const row of await conditionsOf(reader(), caseId)) if (conditionTurn(row.state) === 'lead') value(await moveCondition(world.people.lead, caseId, row.id, { type: 'agree', note: '' }));
}

/** Completes and sends a stage; its approver has opened it and, unless told otherwise, every review is in. */
export async function toItsApprover(world: SmallWorld, caseId: string, stage: StageKey, reviewed = true): Promise<void> {
  await completeStage(world, caseId, stage);
  value(await submitStage(world.people.lead, caseId, stage));
  await read(world.people.sponsor, caseId, stage);
  if (reviewed) await reviewAll(world, caseId, stage);
}

/** Completes, sends, reads, reviews, approves and, where it must be, assures a stage. */
export async function pass(world: SmallWorld, caseId: string, stage: StageKey): Promise<void> {
  await completeStage(world, caseId, stage);
  value(await submitStage(world.people.lead, caseId, stage));
  if (stage === 'readiness') return;
  await read(world.people.sponsor, caseId, stage);
  await reviewAll(world, caseId, stage);
  value(await judge(world, caseId, stage, 'approved'));
  const file = (await caseForActor(reader(), world.people.secondLine, caseId))!;
  if (file.stages.get(stage)?.state === 'inAssurance') value(await assureStage(world.people.secondLine, caseId, stage, { act: 'assure', reason: '', sha256: await sha(caseId, stage) }));
}
