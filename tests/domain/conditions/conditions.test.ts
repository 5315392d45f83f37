import { afterEach, expect, it } from 'vitest';
import { eventsOf } from '#db/tables/events.server.ts';
import { notificationsOf } from '#db/tables/notifications.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { homePage } from '#app/domain/cases/home-page.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { conditionPage, conditionsPage } from '#app/domain/conditions/conditions-page.server.ts';
import { moveCondition } from '#app/domain/conditions/move-condition.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { assureStage } from '#app/domain/decisions/assure-stage.server.ts';
import type { ConditionAsked } from '#app/domain/decisions/decisions.schema.ts';
import { reopenStage } from '#app/domain/stages/reopen-stage.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { agreeAll, judge, pass, read, reviewAll, sha, toItsApprover, value } from '#tests/setup/walk.ts';
import type { StageKey } from '#workflows/definition.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  afterEach(async () => { setClock(undefined); await world?.close(); });

  /** Approved with two conditions, both the lead's. */
  async function conditioned(blocks: ConditionAsked['blocks'] = 'nothing', agreed = true) {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await begun('proposal');
    value(await judge(world, caseId, 'proposal', 'approvedWithConditions', { conditions: [asked('Second', '2030-06-01', blocks), asked('First', '2030-03-01', blocks)] }));
    if (agreed) await agreeAll(world, caseId);
  }
  const asked = (text: string, dueOn: string, blocks: ConditionAsked['blocks'] = 'nothing') => ({ text, evidence: 'Minutes', ownerId: world.people.lead.id, dueOn, blocks });
  async function begun(stage: StageKey) {
    await toItsApprover(world, caseId, stage);
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
    expect(await moveCondition(member, caseId, id, { type: 'sendEvidence', note: 'Here' })).toMatchObject({ ok: false, status: 403, reasons: [{ message: 'Only the owner of this condition can send evidence for it' }] });
    expect(await moveCondition(lead, caseId, id, { type: 'waive', note: 'Not needed' })).toMatchObject({ ok: false, status: 403, reasons: [{ message: 'Only the person named to check this condition can do this' }] });
    expect(await moveCondition(sponsor, caseId, id, { type: 'verify', note: '' })).toMatchObject({ ok: false, status: 422 });
    expect(await moveCondition(lead, caseId, id, { type: 'sendEvidence', note: ' ' })).toMatchObject({ ok: false, status: 422 });
    value(await moveCondition(lead, caseId, id, { type: 'sendEvidence', note: 'Minutes of 4 May' }));
    expect(await moves('sponsor')).toEqual(['verify', 'sendBack', 'waive', 'fail']);
    expect(await moveCondition(sponsor, caseId, id, { type: 'sendBack', note: '' })).toMatchObject({ ok: false, status: 422 });
    value(await moveCondition(sponsor, caseId, id, { type: 'sendBack', note: 'Unsigned' }));
    value(await moveCondition(sponsor, caseId, id, { type: 'extend', note: 'For the signature', until: '2031-01-01' }));
    expect((await page('lead', id))!.history.map((h) => h.title)).toEqual(['More time given', 'Evidence sent back', 'Evidence sent', 'Words agreed']);
    expect((await page('lead', id))!.dueOn).toBe('2031-01-01');
    expect((await eventsOf(reader(), caseId, { limit: 50, kinds: ['condition.sendEvidence'] }))).toHaveLength(1);
  });

  it('binds in words both sides have agreed, and silence is no consent', async () => {
    await conditioned('nextStage', false);
    const { lead, member, sponsor } = world.people;
    const { id } = (await list()).open[0]!;
    expect((await list()).open.map((c) => c.whose)).toEqual(['you', 'you']);
    expect((await homePage(reader(), lead)).tasks.map((t) => t.title)).toContain('Agree the words of condition 2');
    expect((await homePage(reader(), member)).tasks.map((t) => t.title)).not.toContain('Agree the words of condition 2');
    expect(await moveCondition(lead, caseId, id, { type: 'sendEvidence', note: 'Minutes' })).toMatchObject({ ok: false, status: 422 });
    expect(await moveCondition(member, caseId, id, { type: 'agree', note: '' })).toMatchObject({ ok: false, status: 403 });
    expect(await moveCondition(lead, caseId, id, { type: 'askWords', note: 'We meet in June', words: ' ' })).toMatchObject({ ok: false, status: 422, reasons: [{ message: 'Enter the words you would agree to' }] });
    value(await moveCondition(lead, caseId, id, { type: 'askWords', note: 'We meet in June', words: 'First, at the June meeting' }));
    expect((await homePage(reader(), sponsor)).tasks.map((t) => t.title)).toContain('Answer about the words of condition 2');
    value(await moveCondition(sponsor, caseId, id, { type: 'keepWords', note: 'March is needed' }));
    expect(await page('lead', id)).toMatchObject({ text: 'First', offered: null, whose: 'you' });
    value(await moveCondition(lead, caseId, id, { type: 'askWords', note: 'April, then', words: 'First, by April' }));
    value(await moveCondition(sponsor, caseId, id, { type: 'takeWords', note: '' }));
    expect(await page('lead', id)).toMatchObject({ text: 'First, by April', original: 'First', offered: null, state: { title: 'Open' } });
    value(await moveCondition(lead, caseId, id, { type: 'sendEvidence', note: 'Minutes of April' }));
    value(await moveCondition(sponsor, caseId, id, { type: 'verify', note: '' }));
    expect((await file('lead')).stages.get('business-case')!.state, 'the other one holds it up, agreed or not').toBe('notOpen');
    const said = (await eventsOf(reader(), caseId, { limit: 50, kinds: ['condition.askWords', 'condition.takeWords'] })).map((e) => (JSON.parse(e.subject_json) as { words: string }).words);
    expect(said).toEqual(['First, by April', 'First, by April', 'First, at the June meeting']);
  });

  it('does not exist for people outside, nor under another case', async () => {
    await conditioned();
    const { id } = (await list()).open[0]!;
    expect(await moveCondition(world.people.outsider, caseId, id, { type: 'verify', note: '' })).toMatchObject({ ok: false, status: 404 });
    const other = await smallCase(world);
    expect(await moveCondition(world.people.lead, other, id, { type: 'sendEvidence', note: 'Here' })).toMatchObject({ ok: false, status: 404 });
  });

  it('lapse when the decision that set them is set aside: open ones close and block nothing, met ones stay met', async () => {
    await conditioned('nextStage');
    const { lead, sponsor } = world.people;
    const [first, second] = (await list()).open;
    value(await moveCondition(lead, caseId, first!.id, { type: 'sendEvidence', note: 'Minutes of 4 May' }));
    value(await moveCondition(sponsor, caseId, first!.id, { type: 'verify', note: '' }));
    value(await reopenStage(sponsor, caseId, 'proposal', 'The plan changed'));
    expect((await list()).open).toEqual([]);
    expect((await list()).settled.map((c) => [c.text, c.state.title])).toEqual(expect.arrayContaining([['First', 'Met'], ['Second', 'No longer in force']]));
    expect((await page('lead', second!.id))!.history.map((h) => h.title)).toEqual(['Closed, because the decision no longer stands', 'Words agreed']);
    for (const { id } of [first!, second!]) expect((await page('sponsor', id))!.moves, 'nothing is asked for again').toEqual([]);
    expect(await moveCondition(sponsor, caseId, first!.id, { type: 'reopen', note: 'Once more' })).toMatchObject({ ok: false, status: 422, reasons: [{ message: 'The decision that set this condition no longer stands' }] });
    expect(await moveCondition(lead, caseId, second!.id, { type: 'sendEvidence', note: 'Late' })).toMatchObject({ ok: false, status: 422 });
    expect(await eventsOf(reader(), caseId, { limit: 50, kinds: ['condition.lapse'] })).toMatchObject([{ sentence: `closed condition ${second!.number} of the proposal, because the decision that set it no longer stands` }]);
    expect((await notificationsOf(reader(), lead.id, { limit: 50 })).map((n) => n.text)).toContain(`No longer asked for: condition ${second!.number} of the proposal, Riverside therapies`);
    value(await submitStage(lead, caseId, 'proposal'));
    await read(sponsor, caseId, 'proposal');
    await reviewAll(world, caseId, 'proposal');
    value(await judge(world, caseId, 'proposal', 'approved'));
    expect((await file('lead')).stages.get('business-case')!.state).toBe('drafting');
  });

  it('hold up the second line too, when one is opened again while it looks', async () => {
    await conditioned('nextStage');
    const { lead, sponsor, secondLine } = world.people;
    for (const { id } of (await list()).open) {
      value(await moveCondition(lead, caseId, id, { type: 'sendEvidence', note: 'Minutes' }));
      value(await moveCondition(sponsor, caseId, id, { type: 'verify', note: '' }));
    }
    await begun('business-case');
    value(await judge(world, caseId, 'business-case', 'approved'));
    const again = (await list()).settled[0]!;
    value(await moveCondition(sponsor, caseId, again.id, { type: 'reopen', note: 'The minutes were of another board' }));
    const assure = async () => assureStage(secondLine, caseId, 'business-case', { act: 'assure', reason: '', sha256: await sha(caseId, 'business-case') });
    expect(await assure()).toMatchObject({ ok: false, status: 422, reasons: [{ message: `These conditions must be met first: ${again.text}` }] });
    value(await moveCondition(sponsor, caseId, again.id, { type: 'waive', note: 'Met otherwise' }));
    value(await assure());
  });

  it('lapse when the second line sends the approval back', async () => {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    for (const stage of ['readiness', 'proposal'] as const) await pass(world, caseId, stage);
    await begun('business-case');
    value(await judge(world, caseId, 'business-case', 'approvedWithConditions', { conditions: [asked('A bank letter', '2030-06-01')] }));
    value(await assureStage(world.people.secondLine, caseId, 'business-case', { act: 'query', reason: 'Which bank?', sha256: await sha(caseId, 'business-case') }));
    expect((await list()).open).toEqual([]);
    value(await judge(world, caseId, 'business-case', 'approvedWithConditions', { conditions: [asked('A letter of the named bank', '2030-06-01')] }));
    expect((await list()).open.map((c) => c.text)).toEqual(['A letter of the named bank']);
  });
});
