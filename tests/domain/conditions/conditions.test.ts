import { afterEach, expect, it } from 'vitest';
import { eventsOf } from '#db/tables/events.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { conditionPage, conditionsPage } from '#app/domain/conditions/conditions-page.server.ts';
import { moveCondition } from '#app/domain/conditions/move-condition.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { completeStage, smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { judge, pass, read, reviewAll, value } from '#tests/setup/walk.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  afterEach(async () => { setClock(undefined); await world?.close(); });

  /** Approved with two conditions, both the lead's. */
  async function conditioned() {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await completeStage(world, caseId, 'proposal');
    value(await submitStage(world.people.lead, caseId, 'proposal'));
    await read(world.people.sponsor, caseId, 'proposal');
    await reviewAll(world, caseId, 'proposal');
    const asked = (text: string, dueOn: string) => ({ text, evidence: 'Minutes', ownerId: world.people.lead.id, dueOn, blocks: 'nothing' as const });
    value(await judge(world, caseId, 'proposal', 'approvedWithConditions', { conditions: [asked('Second', '2030-06-01'), asked('First', '2030-03-01')] }));
  }
  const file = async (who: OnStage) => (await caseForActor(reader(), world.people[who], caseId))!;
  const list = async (who: OnStage = 'lead') => conditionsPage(reader(), await file(who));
  const page = async (who: OnStage, id: string) => conditionPage(reader(), await file(who), id);

  it('lists open ones by their date, says whose turn each is and how late', async () => {
    await conditioned();
    setClock(() => new Date('2030-03-05T10:00:00.000Z'));
    expect((await list()).open.map((c) => [c.text, c.whose, c.late])).toEqual([['First', 'you', 4], ['Second', 'you', 0]]);
    expect((await list('sponsor')).open.map((c) => c.whose)).toEqual(['owner', 'owner']);
  });

  it('offers each person only the moves that are theirs now, and keeps the history', async () => {
    await conditioned();
    const { lead, sponsor, member } = world.people;
    const { id } = (await list()).open[0]!;
    const moves = async (who: OnStage) => (await page(who, id))!.moves.map((m) => m.type);
    expect(await moves('lead')).toEqual(['sendEvidence']);
    expect(await moves('sponsor')).toEqual(['extend', 'waive', 'fail']);
    expect(await moves('member')).toEqual([]);
    expect(await moveCondition(member, caseId, id, { type: 'sendEvidence', note: 'Here' })).toMatchObject({ ok: false, status: 422 });
    expect(await moveCondition(lead, caseId, id, { type: 'sendEvidence', note: ' ' })).toMatchObject({ ok: false, status: 422 });
    value(await moveCondition(lead, caseId, id, { type: 'sendEvidence', note: 'Minutes of 4 May' }));
    expect(await moves('sponsor')).toEqual(['verify', 'sendBack', 'waive', 'fail']);
    expect(await moveCondition(sponsor, caseId, id, { type: 'sendBack', note: '' })).toMatchObject({ ok: false, status: 422 });
    value(await moveCondition(sponsor, caseId, id, { type: 'sendBack', note: 'Unsigned' }));
    value(await moveCondition(sponsor, caseId, id, { type: 'extend', note: 'For the signature', until: '2031-01-01' }));
    expect((await page('lead', id))!.history.map((h) => h.title)).toEqual(['More time given', 'Evidence sent back', 'Evidence sent']);
    expect((await page('lead', id))!.dueOn).toBe('2031-01-01');
    expect((await eventsOf(reader(), caseId, { limit: 50, kinds: ['condition.sendEvidence'] }))).toHaveLength(1);
  });

  it('does not exist for people outside, nor under another case', async () => {
    await conditioned();
    const { id } = (await list()).open[0]!;
    expect(await moveCondition(world.people.outsider, caseId, id, { type: 'verify', note: '' })).toMatchObject({ ok: false, status: 404 });
    const other = await smallCase(world);
    expect(await moveCondition(world.people.lead, other, id, { type: 'sendEvidence', note: 'Here' })).toMatchObject({ ok: false, status: 404 });
  });
});
