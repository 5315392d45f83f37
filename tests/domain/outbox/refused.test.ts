import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '#db/codec.ts';
import { Reader, transaction } from '#db/database.server.ts';
import { insertAppointment } from '#db/tables/appointments.server.ts';
import { latestMail } from '#db/tables/outbox.server.ts';
import { refusedAddresses } from '#db/tables/refused-addresses.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { tellOfRefusals } from '#app/domain/notifications/tell-of-refusals.server.ts';
import { mailPage, refusalOf } from '#app/domain/outbox/mail-page.server.ts';
import { liftRefusal, tryMailAgain } from '#app/domain/outbox/mend-mail.server.ts';
import { mailHealth, startOutbox, stopOutbox, wakeOutbox } from '#app/domain/outbox/outbox-worker.server.ts';
import { refusedForGood } from '#app/domain/outbox/refused-for-good.ts';
import { enqueueMail } from '#app/domain/outbox/send-mail.server.ts';
import { transportTo } from '#app/domain/outbox/transport.server.ts';
import { peoplePage } from '#app/domain/people/people-page.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { newsOf } from '#tests/setup/news.ts';
import { smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';
import { openPostOffice } from './post-office.ts';

it.each([
  ['550 5.1.1 No such user', 550, 'RCPT TO', true], ['551 User not local', 551, 'RCPT TO', true], ['553 Bad mailbox', 553, 'RCPT TO', true],
  ['450 4.2.0 Try later', 450, 'RCPT TO', false], ['452 4.2.2 Full', 452, 'RCPT TO', false], ['552 5.2.2 Mailbox full', 552, 'RCPT TO', false], ['550 5.2.2 Over quota', 550, 'RCPT TO', false],
  ['550 5.7.1 Relaying denied', 550, 'RCPT TO', false], ['535 Authentication failed', 535, 'AUTH PLAIN', false], ['554 Message refused', 554, 'DATA', false], ['550 Sender rejected', 550, 'MAIL FROM', false],
])('"%s" counts against the address only when it is about the address, and for good', (response, responseCode, command, counts) => {
  expect(refusedForGood(Object.assign(new Error(response), { response, responseCode, command }))).toBe(counts ? response : undefined);
});

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  let office: Awaited<ReturnType<typeof openPostOffice>>;
  let refuses: Set<string>;
  const START = Date.parse('2026-06-01T09:00:00Z');
  beforeEach(async () => {
    setClock(() => new Date(START));
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    await transaction(world.open, async (tx) => {
      await tx.db.deleteFrom('outbox').execute();
      await insertAppointment(tx, { id: newId(), person_id: world.people.support.id, post: 'support', from_at: new Date(START).toISOString(), until_at: null });
    });
    refuses = new Set([world.people.member.email]);
    office = await openPostOffice({
      onRcptTo: ({ address }, _session, done) => (refuses.has(address) ? done(Object.assign(new Error('No such user here'), { responseCode: 550 })) : done()),
    });
    startOutbox(transportTo({ url: office.url, ca: office.ca, from: 'slipway@slipway.test', origin: 'https://slipway.test' }), false);
  });
  afterEach(async () => {
    await stopOutbox();
    await office.close();
    setClock(undefined);
    await world.close();
  });

  const queue = (who: OnStage, dedupe: string) =>
    transaction(world.open, (tx) => enqueueMail(tx, { to: { name: world.people[who].name, address: world.people[who].email }, subject: dedupe, text: 'Dear you,', dedupe, at: new Date(START).toISOString() }));
  const rows = () => latestMail(new Reader(world.open.reader), 100);
  const settled = () => expect.poll(async () => (await rows()).every((mail) => mail.sent_at ?? mail.dead_at), { timeout: 8000, interval: 20 }).toBe(true);
  const unreached = async (as: OnStage) => (await peoplePage(reader(), (await caseForActor(reader(), world.people[as], caseId))!)).groups.flatMap(({ parts }) => parts).filter((part) => part.unreached).map((part) => part.name);

  it('a refusal for good ends the mail, stops later ones, is shown to those who can mend it, and is told once', async () => {
    await queue('member', 'first');
    await queue('lead', 'other');
    await settled();
    await queue('member', 'second');
    await settled();
    const byWord = new Map((await rows()).map((mail) => [mail.dedupe, mail]));
    expect(byWord.get('first')).toMatchObject({ attempts: 1, sent_at: null, last_error: expect.stringContaining('550 No such user here') });
    expect(byWord.get('second')?.last_error).toBe(`Not sent: ${world.people.member.email} was refused before. 550 No such user here`);
    expect(office.delivered.map(({ recipients }) => recipients)).toEqual([[world.people.lead.email]]);
    expect(mailHealth()).toBe('ok');
    expect((await refusedAddresses(reader())).map(({ address }) => address)).toEqual([world.people.member.email]);
    expect(await refusalOf(world.people.member)).toMatchObject({ said: '550 No such user here' });
    expect([await unreached('lead'), await unreached('support'), await unreached('sponsor'), await unreached('member')]).toEqual([['Member Person'], ['Member Person'], [], []]);
    for (let n = 0; n < 3; n++) await tellOfRefusals();
    expect((await newsOf(world.people.lead)).filter((text) => text.startsWith('Email does not reach'))).toEqual(['Email does not reach Member Person: Riverside therapies']);
    expect((await newsOf(world.people.support)).filter((text) => text.startsWith('Email does not reach'))).toEqual(['Email does not reach Member Person']);
  });

  it('is lifted by its owner or by those who look after the mail, and by nobody else; then mail goes again', async () => {
    await queue('member', 'first');
    await settled();
    const { id } = (await refusalOf(world.people.member))!;
    expect([await liftRefusal(world.people.lead, id), await liftRefusal(world.people.member, newId())]).toMatchObject([{ status: 404 }, { status: 404 }]);
    refuses.clear();
    value(await liftRefusal(world.people.member, id));
    expect(await refusalOf(world.people.member)).toBeNull();
    expect(await tryMailAgain(world.people.lead)).toMatchObject({ status: 404 });
    expect(value(await tryMailAgain(world.people.support))).toBe(1);
    await settled();
    expect(office.delivered.map(({ mail }) => mail.subject)).toEqual(['first']);
  });

  it('the queue says what waits, since when, and why', async () => {
    await stopOutbox();
    await queue('lead', 'first');
    await queue('hr', 'second');
    expect(await mailPage()).toMatchObject({ health: 'off', waiting: 2, failed: 0, oldest: '1 June 2026 at 10am', lastError: null });
    startOutbox(transportTo({ url: 'smtp://localhost:1', from: 'slipway@slipway.test', origin: 'https://slipway.test' }), false);
    wakeOutbox();
    await expect.poll(async () => (await mailPage()).failed, { timeout: 8000, interval: 20 }).toBe(2);
    expect(await mailPage()).toMatchObject({ health: 'failing', waiting: 2, lastError: expect.stringContaining('ECONNREFUSED') });
  });
});
