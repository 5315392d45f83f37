import { afterEach, expect, it } from 'vitest';
import { eventsOf } from '#db/tables/events.server.ts';
import { decisionsOf } from '#db/tables/decisions.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { moveWholeCase } from '#app/domain/cases/move-case.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { moveCondition } from '#app/domain/conditions/move-condition.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { takeBackStage } from '#app/domain/stages/read-submission.server.ts';
import { reopenStage } from '#app/domain/stages/reopen-stage.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { completeStage, smallCase, smallWorld, type SmallWorld } from '#tests/setup/small-world.ts';
import { agreeAll, judge, pass, read, reviewAll, toItsApprover, value } from '#tests/setup/walk.ts';
import type { StageKey } from '#workflows/definition.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  afterEach(async () => { setClock(undefined); await world?.close(); });
  const state = async (caseId: string, stage: StageKey) => (await caseForActor(reader(), world.people.lead, caseId))!.stages.get(stage)!.state;
  const caseState = async (caseId: string) => (await caseForActor(reader(), world.people.lead, caseId))!.case.state;

  it('takes a case from first idea to live through every gate', async () => {
    world = await smallWorld(engine);
    const caseId = await smallCase(world);
    for (const stage of ['readiness', 'proposal', 'business-case', 'governance', 'workforce', 'failure-plan', 'contract', 'transfer'] as const) await pass(world, caseId, stage);
    expect(await caseState(caseId)).toBe('authorised');
    expect(await moveWholeCase(world.people.lead, caseId, 'goLive', '')).toMatchObject({ ok: false, reasons: [{ message: 'The transfer day has not come yet' }] });
  });

  it('opens what may open, and nothing before its gate', async () => {
    world = await smallWorld(engine);
    const caseId = await smallCase(world);
    expect(await state(caseId, 'proposal')).toBe('notOpen');
    await pass(world, caseId, 'readiness');
    expect(await state(caseId, 'proposal')).toBe('drafting');
    await pass(world, caseId, 'proposal');
    for (const stage of ['business-case', 'governance', 'workforce', 'failure-plan'] as const) expect(await state(caseId, stage)).toBe('drafting');
    expect(await state(caseId, 'contract')).toBe('notOpen');
    expect(await caseState(caseId)).toBe('developing');
  });

  it('refuses to send an unfinished stage, naming what is missing, and to send it twice', async () => {
    world = await smallWorld(engine);
    const caseId = await smallCase(world);
    expect(await submitStage(world.people.lead, caseId, 'readiness')).toMatchObject({ ok: false, status: 422, reasons: [{ message: '1 section is not completed: Everything' }] });
    await pass(world, caseId, 'readiness');
    await completeStage(world, caseId, 'proposal');
    const once = { key: 'k1', payload: { stage: 'proposal' } };
    const first = value(await submitStage(world.people.lead, caseId, 'proposal', once));
    expect(value(await submitStage(world.people.lead, caseId, 'proposal', once))).toEqual(first);
    expect(await submitStage(world.people.lead, caseId, 'proposal')).toMatchObject({ ok: false, status: 422 });
    expect((await eventsOf(reader(), caseId, { limit: 100 })).filter((e) => e.kind === 'stage.submit')).toHaveLength(1);
  });

  it('may be taken back unopened, and not after', async () => {
    world = await smallWorld(engine);
    const caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await completeStage(world, caseId, 'proposal');
    value(await submitStage(world.people.lead, caseId, 'proposal'));
    value(await takeBackStage(world.people.lead, caseId, 'proposal'));
    expect(await state(caseId, 'proposal')).toBe('drafting');
    value(await submitStage(world.people.lead, caseId, 'proposal'));
    await read(world.people.sponsor, caseId, 'proposal');
    expect(await takeBackStage(world.people.lead, caseId, 'proposal')).toMatchObject({ ok: false, status: 422 });
  });

  it('keeps the team, the mentor and outsiders from deciding', async () => {
    world = await smallWorld(engine);
    const caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await toItsApprover(world, caseId, 'proposal');
    for (const who of ['lead', 'member', 'mentor', 'finance', 'support'] as const) expect(await judge(world, caseId, 'proposal', 'approved', {}, who), who).toMatchObject({ ok: false, status: 403 });
    expect(await judge(world, caseId, 'proposal', 'approved', {}, 'outsider')).toMatchObject({ ok: false, status: 404 });
    expect(await decisionsOf(reader(), caseId)).toEqual([]);
  });

  it('holds the next stage until a condition that blocks it is met, by someone other than its owner', async () => {
    world = await smallWorld(engine);
    const { lead, sponsor, finance } = world.people;
    const caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await completeStage(world, caseId, 'proposal');
    value(await submitStage(lead, caseId, 'proposal'));
    await read(sponsor, caseId, 'proposal');
    await reviewAll(world, caseId, 'proposal');
    const condition = { text: 'The board signs the reserve policy', evidence: 'Minutes', ownerId: lead.id, dueOn: '2027-01-04', blocks: 'nextStage' as const };
    value(await judge(world, caseId, 'proposal', 'approvedWithConditions', { conditions: [condition] }));
    await agreeAll(world, caseId);
    expect(await state(caseId, 'business-case')).toBe('notOpen');
    const [row] = await conditionsOf(reader(), caseId);
    expect(await moveCondition(lead, caseId, row!.id, { type: 'verify', note: '' })).toMatchObject({ ok: false });
    expect(await moveCondition(finance, caseId, row!.id, { type: 'sendEvidence', note: 'Here' })).toMatchObject({ ok: false });
    value(await moveCondition(lead, caseId, row!.id, { type: 'sendEvidence', note: 'Minutes of 4 May, item 6' }));
    value(await moveCondition(sponsor, caseId, row!.id, { type: 'verify', note: '' }));
    expect(await state(caseId, 'proposal')).toBe('approved');
    expect(await state(caseId, 'business-case')).toBe('drafting');
  });

  it('approves nothing over a stage that is open again', async () => {
    world = await smallWorld(engine);
    const { lead, sponsor } = world.people;
    const caseId = await smallCase(world);
    for (const stage of ['readiness', 'proposal'] as const) await pass(world, caseId, stage);
    await completeStage(world, caseId, 'governance');
    value(await submitStage(lead, caseId, 'governance'));
    await read(sponsor, caseId, 'governance');
    await reviewAll(world, caseId, 'governance');
    value(await reopenStage(sponsor, caseId, 'proposal', 'The plan changed'));
    expect(await judge(world, caseId, 'governance', 'approved')).toMatchObject({ ok: false, status: 422, reasons: [{ message: 'Proposal must be approved again first' }] });
    value(await submitStage(lead, caseId, 'proposal'));
    await read(sponsor, caseId, 'proposal');
    await reviewAll(world, caseId, 'proposal');
    value(await judge(world, caseId, 'proposal', 'approved'));
    value(await judge(world, caseId, 'governance', 'approved'));
  });

  it('freezes for a legal challenge, so that nothing can be sent, and thaws where it stood', async () => {
    world = await smallWorld(engine);
    const caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await pass(world, caseId, 'proposal');
    value(await moveWholeCase(world.people.legal, caseId, 'freeze', 'Judicial review claim issued'));
    await expect(completeStage(world, caseId, 'governance')).rejects.toThrow(/frozen/);
    expect(await moveWholeCase(world.people.lead, caseId, 'unfreeze', 'It is over')).toMatchObject({ ok: false, status: 403 });
    value(await moveWholeCase(world.people.legal, caseId, 'unfreeze', 'Settled by consent'));
    expect(await caseState(caseId)).toBe('developing');
  });

  it('declines with reasons, and has a reasoned way back', async () => {
    world = await smallWorld(engine);
    const caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await toItsApprover(world, caseId, 'proposal');
    expect(await judge(world, caseId, 'proposal', 'declined')).toMatchObject({ ok: false, status: 422 });
    value(await judge(world, caseId, 'proposal', 'declined', { reasons: [{ code: 'not-viable', text: 'Costs exceed income' }], note: 'A plan that covers its costs' }));
    expect(await caseState(caseId)).toBe('declined');
    value(await moveWholeCase(world.people.lead, caseId, 'reopen', 'New funding'));
    value(await reopenStage(world.people.sponsor, caseId, 'proposal', 'The plan changed'));
    expect(await state(caseId, 'proposal')).toBe('drafting');
    expect((await decisionsOf(reader(), caseId)).every((d) => d.voided_at !== null)).toBe(true);
  });
});
