import { afterEach, expect, it } from 'vitest';
import { latestSubmission } from '#db/tables/submissions.server.ts';
import { decisionsOf } from '#db/tables/decisions.server.ts';
import { reviewsOf } from '#db/tables/reviews.server.ts';
import { addPart } from '#app/domain/cases/add-part.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { declareInterest } from '#app/domain/cases/memberships.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { assureStage } from '#app/domain/decisions/assure-stage.server.ts';
import { keepDecisionDraft } from '#app/domain/decisions/decision-drafts.server.ts';
import { signDecision } from '#app/domain/decisions/sign-decision.server.ts';
import { reviewStage } from '#app/domain/stages/review-stage.server.ts';
import { asksInterest } from '#app/domain/stages/reviews.policy.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { completeStage, ROLES_ON_STAGE, smallCase, smallWorld, type SmallWorld } from '#tests/setup/small-world.ts';
import { judge, pass, read, reviewAll, sha, value } from '#tests/setup/walk.ts';
import type { Role, StageKey } from '#workflows/definition.ts';

const FIRST = { ok: false, status: 422, reasons: [{ message: 'Say first whether you have an interest in the new organisation. Open the stage to be asked' }] };

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  afterEach(async () => world?.close());

  /** The stage is with its approver, and somebody new has this part and has said nothing of their interests. */
  async function newcomer(role: Role, stage: StageKey): Promise<void> {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    for (const before of ['readiness', 'proposal'] as const) if (before !== stage) await pass(world, caseId, before);
    await completeStage(world, caseId, stage);
    value(await submitStage(world.people.lead, caseId, stage));
    value(await addPart(world.people.support, caseId, { personId: world.people.outsider.id, role, organisationId: null, stages: [] }));
  }
  const says = async (kind: 'none' | 'director') => value(await declareInterest(world.people.outsider, caseId, { personId: world.people.outsider.id, kind, detail: '' }));
  const state = async (stage: StageKey) => (await caseForActor(reader(), world.people.lead, caseId))!.stages.get(stage)!.state;

  it('neither opens nor signs for an approver who has not said whether they have an interest', async () => {
    await newcomer('sponsor', 'proposal');
    await reviewAll(world, caseId, 'proposal');
    await read(world.people.outsider, caseId, 'proposal');
    expect(await state('proposal')).toBe('sent');
    await read(world.people.sponsor, caseId, 'proposal');
    expect(await judge(world, caseId, 'proposal', 'deferred', { note: 'Too soon', until: '2030-03-01' }, 'outsider')).toMatchObject(FIRST);
    value(await keepDecisionDraft(world.people.outsider, caseId, 'proposal', { outcome: 'declined', note: 'Costs', reasons: [{ code: 'not-viable', text: '' }] }));
    expect(await signDecision(world.people.outsider, caseId, 'proposal', { onBehalfOf: '', sha256: await sha(caseId, 'proposal'), key: 'k' })).toMatchObject({ ...FIRST, reasons: expect.arrayContaining(FIRST.reasons) as unknown });
    expect(await judge(world, caseId, 'proposal', 'approved', {}, 'outsider')).toMatchObject(FIRST);
    expect(await decisionsOf(reader(), caseId)).toEqual([]);
    await says('none');
    value(await judge(world, caseId, 'proposal', 'approved', {}, 'outsider'));
  });

  it('takes no review from a specialist who has not said so', async () => {
    await newcomer('legal', 'governance');
    const send = async () => reviewStage(world.people.outsider, caseId, 'governance', { role: 'legal', verdict: 'supported', comment: '', sha256: await sha(caseId, 'governance') });
    expect(await send()).toMatchObject(FIRST);
    expect(await reviewsOf(reader(), (await latestSubmission(reader(), caseId, 'governance'))!.id)).toEqual([]);
    await says('none');
    value(await send());
  });

  it('lets no second line assure that has not said so, nor one that is to be a director', async () => {
    await newcomer('secondLine', 'business-case');
    await read(world.people.sponsor, caseId, 'business-case');
    await reviewAll(world, caseId, 'business-case');
    value(await judge(world, caseId, 'business-case', 'approved'));
    const assure = async () => assureStage(world.people.outsider, caseId, 'business-case', { act: 'assure', reason: '', sha256: await sha(caseId, 'business-case') });
    expect(await assure()).toMatchObject(FIRST);
    await says('director');
    expect(await assure()).toMatchObject({ ok: false, status: 422, reasons: [{ message: expect.stringMatching(/prospective director/) as string }] });
    expect(await state('business-case')).toBe('inAssurance');
  });

  it('asks judges once, and nobody else', async () => {
    await newcomer('finance', 'proposal');
    const asked = async () => {
      const files = await Promise.all(ROLES_ON_STAGE.map(async (who) => (await caseForActor(reader(), world.people[who], caseId))!));
      return ROLES_ON_STAGE.filter((_, i) => asksInterest(files[i]!));
    };
    expect(await asked()).toEqual(['outsider']);
    await says('none');
    expect(await asked()).toEqual([]);
  });
});
