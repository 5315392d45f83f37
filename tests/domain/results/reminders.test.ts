import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { insertAppointment } from '#db/tables/appointments.server.ts';
import { endMembership, membershipsOfCase } from '#db/tables/memberships.server.ts';
import { notificationsOf } from '#db/tables/notifications.server.ts';
import { latestMail } from '#db/tables/outbox.server.ts';
import { addReading, correctReading } from '#app/domain/benefits/record-reading.server.ts';
import { withdrawBenefit } from '#app/domain/benefits/withdraw-benefit.server.ts';
import { instant, setClock } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { readingsOf } from '#db/tables/readings.server.ts';
import { remindRecorders } from '#app/domain/results/remind-recorders.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { contracted, liveCase, result, setBenefit, setCase } from '#tests/setup/live-case.ts';
import { smallWorld, ROLES_ON_STAGE, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  let benefitId: string;
  const at = (moment: string) => setClock(() => new Date(moment));
  /** The member records February's result, due on 14 March 2027. */
  beforeEach(async () => {
    at('2027-02-01T09:00:00Z');
    world = await smallWorld(engine);
    caseId = await liveCase(world, '2027-02-01');
    benefitId = await contracted(world, caseId);
    await setBenefit(world, benefitId, { recorder_id: world.people.member.id });
    await transaction(world.open, (tx) => insertAppointment(tx, { id: newId(), person_id: world.people.support.id, post: 'support', from_at: instant(), until_at: null }));
  });
  afterEach(async () => { setClock(undefined); await world.close(); });

  const sweepAt = async (moment: string) => (at(moment), remindRecorders());
  const mails = async () => (await latestMail(reader(), 100)).filter((mail) => mail.dedupe.startsWith('result:')).map((mail) => `${mail.to_address.split('-')[0]} ${mail.subject}`).reverse();
  const told = async (who: OnStage) => (await notificationsOf(reader(), world.people[who].id, { limit: 50 })).filter((n) => n.link.endsWith('/results')).map((n) => `${n.kind}: ${n.text}`);
  const BY = 'member Record a result by 14 March 2027: Shorter waits, Riverside therapies';
  const WAS = 'member A result was due on 14 March 2027: Shorter waits, Riverside therapies';

  it('goes at half time, two days before and one day after, once each, to the recorder and nobody else', async () => {
    const counts: number[] = [];
    for (let day = 1; day <= 31; day++) {
      for (const hour of ['00:10', '09:00', '23:50']) await sweepAt(`2027-03-${String(day).padStart(2, '0')}T${hour}:00Z`);
      counts.push((await mails()).length);
    }
    expect(counts).toEqual([...Array<number>(6).fill(0), ...Array<number>(5).fill(1), ...Array<number>(3).fill(2), ...Array<number>(17).fill(3)]);
    expect(await mails()).toEqual([BY, BY, WAS]);
    expect(await told('member')).toHaveLength(3);
    for (const who of ROLES_ON_STAGE) if (who !== 'member' && who !== 'support') expect([who, await told(who)]).toEqual([who, []]);
    expect(await told('support')).toEqual(['information: No result came after the last reminder: Shorter waits, Riverside therapies, due on 14 March 2027']);
  });

  it('stops when the result is there, also when it was corrected into another period', async () => {
    await sweepAt('2027-03-07T09:00:00Z');
    value(await addReading(world.people.member, caseId, benefitId, result('2027-02-01', '2027-02-28')));
    await sweepAt('2027-03-12T09:00:00Z');
    await sweepAt('2027-03-15T09:00:00Z');
    expect(await mails()).toEqual([BY]);
    const [reading] = await readingsOf(reader(), [benefitId]);
    value(await correctReading(world.people.member, caseId, benefitId, reading!.id, result('2027-03-01', '2027-03-14', { note: 'It was for March' })));
    await sweepAt('2027-03-15T10:00:00Z');
    expect(await mails()).toEqual([BY, WAS]);
  });

  it('goes to the owner for the provider when nobody is named, else to the lead; never to somebody who has left', async () => {
    await setBenefit(world, benefitId, { recorder_id: null, provider_owner_id: world.people.hr.id });
    await sweepAt('2027-03-07T09:00:00Z');
    await setBenefit(world, benefitId, { recorder_id: world.people.member.id, provider_owner_id: null });
    const part = (await membershipsOfCase(reader(), caseId)).find((m) => m.role === 'member')!;
    await transaction(world.open, (tx) => endMembership(tx, part.id, instant()));
    await sweepAt('2027-03-12T09:00:00Z');
    expect((await mails()).map((mail) => mail.split(' ')[0])).toEqual(['hr', 'lead']);
  });

  it('leaves alone what is withdrawn, not in the contract, or of a case that stands still or has ended', async () => {
    await setBenefit(world, benefitId, { treatment: 'notContracted' });
    await sweepAt('2027-03-07T09:00:00Z');
    await setBenefit(world, benefitId, { treatment: 'contracted' });
    for (const state of ['paused', 'frozen', 'closed', 'woundUp', 'authorised']) {
      await setCase(world, caseId, { state });
      await sweepAt('2027-03-07T09:00:00Z');
    }
    await setCase(world, caseId, { state: 'live' });
    value(await withdrawBenefit(world.people.lead, caseId, benefitId, 'Counted twice'));
    await sweepAt('2027-03-07T09:00:00Z');
    expect(await mails()).toEqual([]);
  });

  it('lets go what is more than a week old, and sends only the newest after days without a sweep', async () => {
    await sweepAt('2027-03-15T09:00:00Z');
    expect(await mails()).toEqual([WAS]);
    await sweepAt('2027-06-09T09:00:00Z');
    expect((await mails()).slice(1)).toEqual(['member Record a result by 14 June 2027: Shorter waits, Riverside therapies']);
  });

  it.each([
    ['forward on 28 March, at midnight in Greenwich', '2027-02-01', 27, '2027-03-27T23:59:59Z', '2027-03-28T00:00:00Z', '2027-03-28T23:30:00Z'],
    ['back on 31 October, when midnight in London is an hour before', '2027-09-01', 30, '2027-10-30T22:59:59Z', '2027-10-30T23:00:00Z', '2027-10-31T23:30:00Z'],
  ])('goes by the day in London on the night the clocks go %s', async (_, liveOn, lag, before, after, evening) => {
    await setCase(world, caseId, { live_on: liveOn });
    await setBenefit(world, benefitId, { lag_days: lag });
    const counts: number[] = [];
    for (const moment of [before.replace(/T.*/, 'T12:00:00Z'), before, after, evening]) {
      await sweepAt(moment);
      counts.push((await mails()).length);
    }
    expect(counts).toEqual([1, 1, 2, 2]);
    expect((await mails())[1]).toMatch(/^member A result was due on/);
  });
});
