import { expect } from 'vitest';
import { newId } from '#db/codec.ts';
import { coversOf } from '#db/tables/covers.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { declareInterest } from '#app/domain/cases/memberships.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { assureStage } from '#app/domain/decisions/assure-stage.server.ts';
import { decideStage, type Decision } from '#app/domain/decisions/decide-stage.server.ts';
import type { Actor } from '#app/domain/people/actor.server.ts';
import { reopenStage } from '#app/domain/stages/reopen-stage.server.ts';
import { openSubmission, takeBackStage } from '#app/domain/stages/read-submission.server.ts';
import { reviewStage } from '#app/domain/stages/review-stage.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { completeStage } from '#tests/setup/small-world.ts';
import { sha } from '#tests/setup/walk.ts';
import type { Role } from '#workflows/definition.ts';
import { stageOf } from '#workflows/form.ts';
import { smallPathway } from '#tests/setup/small-world.ts';
import { day } from './starts.ts';
import { actorFor, attempt, named, person, type Act, type Outcome, type Step, type Walk } from './walk.ts';

const { stages } = smallPathway();
const BLOCKS = ['nextStage', 'contract', 'goLive'] as const;

async function decision(walk: Walk, outcome: Decision['outcome'], n: number): Promise<Decision> {
  const criteria = stages.find((s) => s.stage.key === walk.stage)!.stage.criteria.map((c) => ({ criterion: c.key, verdict: 'met' as const, note: '' }));
  return {
    outcome, criteria, note: 'Said', onBehalfOf: '', minutes: 'Minutes 12', sha256: await sha(walk.caseId, walk.stage), until: day(9), reasons: [{ code: 'other', text: 'Said' }],
    conditions: outcome === 'approvedWithConditions' ? [{ text: 'Skills', evidence: 'A table', ownerId: walk.world.people.lead.id, dueOn: '2027-01-04', blocks: BLOCKS[n % 3]! }] : [],
  };
}
const decides = (outcome: Decision['outcome']): Act => async (walk, step) => [await decideStage(await actorFor(walk, step, 'sponsor'), walk.caseId, walk.stage, await decision(walk, outcome, step.n))];

const assures = (act: 'assure' | 'query' | 'stop'): Act => async (walk, step) => [await assured(walk, await actorFor(walk, step, 'secondLine'), act)];
const assured = async (walk: Walk, actor: Actor, act: 'assure' | 'query' | 'stop'): Promise<Outcome> => assureStage(actor, walk.caseId, walk.stage, { act, reason: 'Said', sha256: await sha(walk.caseId, walk.stage) });

/** Every review that is asked for, each by somebody in that role. */
async function review(walk: Walk, step: Step, verdict: 'supported' | 'notSupported'): Promise<Outcome[]> {
  const answers: Outcome[] = [];
  for (const role of stageOf(smallPathway(), walk.stage).signOff.reviewers) {
    const actor = role === 'support' ? named(walk, 'support') : await actorFor(walk, step, role as Role);
    answers.push(await reviewStage(actor, walk.caseId, walk.stage, { role, verdict: role === 'staffSide' ? 'statement' : verdict, comment: 'Read', sha256: await sha(walk.caseId, walk.stage) }));
  }
  return answers;
}

/** Whoever stands in today says they have no interest, and signs in the line they stand in for. */
const deputySigns: Act = async (walk) => {
  const cover = (await coversOf(reader(), walk.caseId)).findLast((c) => c.membership_id !== null && c.ended_at === null);
  if (!cover) return [];
  const deputy = person(walk, cover.deputy_id);
  await declareInterest(deputy, walk.caseId, { personId: deputy.id, kind: 'none', detail: '' });
  return [cover.role === 'sponsor' ? await decideStage(deputy, walk.caseId, walk.stage, await decision(walk, 'approved', 0)) : await assured(walk, deputy, 'assure')];
};

/** The same press twice: the second answers as the first and does nothing. */
const pressTwice: Act = async (walk, step) => {
  const [actor, choice, key] = [await actorFor(walk, step, 'sponsor'), await decision(walk, 'approved', 0), newId()];
  const press = () => decideStage(actor, walk.caseId, walk.stage, choice, { key, payload: choice });
  const first = await press();
  const second = await press();
  if (first.ok) expect(second, 'the second press').toEqual({ ok: true, value: first.value, events: [] });
  else expect(second.ok, 'the second press of what was refused').toBe(false);
  return [first];
};

/** What is done to a stage. */
export const signOff = {
  complete: async (walk) => [await attempt(() => completeStage(walk.world, walk.caseId, walk.stage))],
  submit: async (walk, step) => [await submitStage(await actorFor(walk, step, 'lead'), walk.caseId, walk.stage)],
  takeBack: async (walk, step) => [await takeBackStage(await actorFor(walk, step, 'lead'), walk.caseId, walk.stage)],
  read: async (walk, step) => {
    const file = await caseForActor(reader(), await actorFor(walk, step, 'sponsor'), walk.caseId);
    if (file) await openSubmission(file, walk.stage);
    return [];
  },
  review: (walk, step) => review(walk, step, 'supported'),
  object: (walk, step) => review(walk, step, 'notSupported'),
  approve: decides('approved'),
  approveWithConditions: decides('approvedWithConditions'),
  requestChanges: decides('changesRequested'),
  decline: decides('declined'),
  defer: decides('deferred'),
  deputySigns,
  pressTwice,
  assure: assures('assure'),
  query: assures('query'),
  stop: assures('stop'),
  reopen: async (walk, step) => [await reopenStage(await actorFor(walk, step, walk.stage === 'readiness' ? 'lead' : 'sponsor'), walk.caseId, walk.stage, 'The plan changed')],
} satisfies Record<string, Act>;
