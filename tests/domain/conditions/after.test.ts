import { afterEach, expect, it } from 'vitest';
import { notificationsOf } from '#db/tables/notifications.server.ts';
import { latestMail } from '#db/tables/outbox.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { moveWholeCase } from '#app/domain/cases/move-case.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { conditionsPage } from '#app/domain/conditions/conditions-page.server.ts';
import { dischargePage } from '#app/domain/conditions/discharge-page.server.ts';
import { moveCondition } from '#app/domain/conditions/move-condition.server.ts';
import { remindConditions } from '#app/domain/conditions/remind-conditions.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { agreeAll, judge, pass, toItsApprover, value } from '#tests/setup/walk.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  afterEach(async () => { setClock(undefined); await world?.close(); });

  /** Approved with one condition of the lead's, due on 1 March 2030. */
  async function conditioned() {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await toItsApprover(world, caseId, 'proposal');
    value(await judge(world, caseId, 'proposal', 'approvedWithConditions', { conditions: [{ text: 'Board skills are shown', evidence: 'A table', ownerId: world.people.lead.id, dueOn: '2030-03-01', blocks: 'nothing' }] }));
  }
  const on = async (day: string) => {
    setClock(() => new Date(`${day}T09:00:00.000Z`));
    await remindConditions();
    await remindConditions(); // as often as it likes
  };
  const heard = async (who: OnStage) => (await notificationsOf(reader(), world.people[who].id, { limit: 100 })).map((n) => n.text).filter((text) => text.includes('condition 1'));

  it('are reminded of once before and once after their date, and then others hear of it too', async () => {
    await conditioned();
    await on('2030-02-20');
    expect(await heard('lead')).toEqual([]);
    await on('2030-02-27');
    expect(await heard('lead')).toEqual(['Agree the words by 1 March 2030: condition 1 of the proposal, Riverside therapies']);
    await agreeAll(world, caseId);
    await on('2030-02-28');
    await on('2030-03-02');
    await on('2030-03-20');
    expect((await heard('lead')).filter((text) => text.startsWith('Late since'))).toEqual(['Late since 1 March 2030: condition 1 of the proposal, Riverside therapies']);
    expect((await heard('sponsor')).filter((text) => text.startsWith('Not met'))).toEqual(['Not met by 1 March 2030: condition 1 of the proposal, Riverside therapies']);
    const mails = (await latestMail(reader(), 200)).filter((mail) => mail.dedupe.startsWith('condition:'));
    expect(mails.map((mail) => mail.to_address)).toEqual([world.people.lead.email, world.people.lead.email]);
  });

  it('begin anew with a new date, and are left alone while the case stands still', async () => {
    await conditioned();
    await agreeAll(world, caseId);
    const [row] = await conditionsOf(reader(), caseId);
    await on('2030-03-02');
    value(await moveCondition(world.people.sponsor, caseId, row!.id, { type: 'extend', note: 'For the signature', until: '2030-04-01' }));
    value(await moveWholeCase(world.people.lead, caseId, 'pause', 'Summer'));
    await on('2030-04-02');
    expect((await heard('lead')).filter((text) => text.includes('1 April'))).toEqual([]);
    value(await moveWholeCase(world.people.lead, caseId, 'resume', 'Back'));
    await on('2030-04-03');
    expect((await heard('lead')).filter((text) => text.includes('Late since 1 April'))).toHaveLength(1);
  });

  it('end in a letter once none is open, for those who may see the stage', async () => {
    await conditioned();
    await agreeAll(world, caseId);
    const letter = async (who: OnStage) => dischargePage(reader(), (await caseForActor(reader(), world.people[who], caseId))!, 'proposal');
    expect(await letter('lead')).toBeUndefined();
    const [row] = await conditionsOf(reader(), caseId);
    value(await moveCondition(world.people.lead, caseId, row!.id, { type: 'sendEvidence', note: 'The table' }));
    value(await moveCondition(world.people.sponsor, caseId, row!.id, { type: 'verify', note: 'All eight skills' }));
    expect(await letter('lead')).toMatchObject({ decision: { by: 'Sponsor Person' }, conditions: [{ text: 'Board skills are shown', how: 'Met', note: 'All eight skills', by: 'Sponsor Person' }] });
    expect(await letter('mentor')).toBeDefined(); // the proposal is shared with them
    expect(await letter('staffSide')).toBeUndefined();
    const list = await conditionsPage(reader(), (await caseForActor(reader(), world.people.lead, caseId))!);
    expect(list.discharged.map((stage) => stage.key)).toEqual(['proposal']);
  });
});
