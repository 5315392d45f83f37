import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Reader, transaction } from '#db/database.server.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import { latestMail } from '#db/tables/outbox.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { useDatabase } from '#app/domain/database.server.ts';
import { mailHealth, startOutbox, stopOutbox, wakeOutbox } from '#app/domain/outbox/outbox-worker.server.ts';
import { enqueueMail, type Mail } from '#app/domain/outbox/send-mail.server.ts';
import { transportTo } from '#app/domain/outbox/transport.server.ts';
import { eachEngine, freshDatabase } from '../../setup/engines.ts';
import { openPostOffice } from './post-office.ts';

let database: OpenDatabase;
let office: Awaited<ReturnType<typeof openPostOffice>> | undefined;
const START = Date.parse('2026-06-01T09:00:00Z');
let passed = 0;
const after = (minutes: number) => (passed = minutes);
const FROM = 'slipway@slipway.test';
const ORIGIN = 'https://slipway.test';
const letter: Mail = { to: { name: 'Karen Hall', address: 'karen@nhs.test' }, subject: 'Decide by 5 June 2026', text: 'Dear Karen,\n\nDecide.\n', dedupe: 'one', at: new Date(START).toISOString() };

eachEngine((engine) => {
  beforeEach(async () => {
    database = await freshDatabase(engine);
    useDatabase(database);
    after(0);
    setClock(() => new Date(START + passed * 60_000));
  });
  afterEach(async () => {
    await stopOutbox();
    await office?.close();
    office = undefined;
    setClock(undefined);
    useDatabase(undefined);
    await database.close();
  });

  const queue = (changes: Partial<Mail> = {}) => transaction(database, (tx) => enqueueMail(tx, { ...letter, ...changes }));
  const rows = () => latestMail(new Reader(database.reader), 100);
  const row = async () => (await rows())[0];
  const begin = (url: string, keepDemo = false) => startOutbox(transportTo({ url, ca: office?.ca, from: FROM, origin: ORIGIN }), keepDemo);
  /** Waits for the round that is due. */
  const settled = (done: () => Promise<boolean> | boolean) => expect.poll(done, { timeout: 8000, interval: 20 }).toBe(true);
  const attempts = (n: number) => settled(async () => { const mail = await row(); return mail?.attempts === n && mail.leased_until_at === null; });

  describe('sending', () => {
    test('goes out after the commit, encrypted, as written, with the id of its row', async () => {
      office = await openPostOffice();
      begin(office.url);
      await queue();
      await settled(() => office?.delivered.length === 1);
      const [{ recipients, secure, mail }] = office.delivered as [(typeof office.delivered)[0]];
      expect({ recipients, secure }).toEqual({ recipients: ['karen@nhs.test'], secure: true });
      expect(mail).toMatchObject({ subject: letter.subject, messageId: `<${(await row())?.id}@slipway.test>` });
      expect(mail.text).toBe(letter.text);
      expect(mail.from?.value).toEqual([{ name: 'Slipway', address: FROM }]);
      await settled(async () => (await row())?.sent_at !== null);
    });

    test('sends nothing of a change that was undone', async () => {
      office = await openPostOffice();
      begin(office.url);
      await expect(transaction(database, async (tx) => { await enqueueMail(tx, letter); throw new Error('undone'); })).rejects.toThrow('undone');
      await queue({ dedupe: 'two', subject: 'The other' });
      await settled(() => office?.delivered.length === 1);
      expect(office.delivered[0]?.mail.subject).toBe('The other');
    });

    test('sends one letter for one word, however often it is queued', async () => {
      office = await openPostOffice();
      begin(office.url);
      for (let i = 0; i < 5; i++) await queue();
      await queue({ dedupe: 'last', subject: 'The last' });
      await settled(() => office?.delivered.some(({ mail }) => mail.subject === 'The last') ?? false);
      expect(office.delivered).toHaveLength(2);
    });

    test('keeps mail to example accounts here', async () => {
      office = await openPostOffice();
      begin(office.url, true);
      await queue({ dedupe: 'demo', to: { name: 'Priya Shah', address: 'priya@demo.slipway.test' } });
      await queue();
      await settled(async () => (await rows()).every((mail) => mail.sent_at !== null));
      expect(office.delivered.map(({ recipients }) => recipients)).toEqual([['karen@nhs.test']]);
    });
  });

  describe('trouble', () => {
    test('a server that is away is tried again, later each time, and given up after the eighth try', async () => {
      begin('smtp://localhost:1');
      await queue();
      await attempts(1);
      expect(await row()).toMatchObject({ sent_at: null, last_error: expect.stringContaining('ECONNREFUSED') });
      expect(mailHealth()).toBe('failing');
      wakeOutbox();
      const waits: number[] = [];
      for (let n = 2; n <= 8; n++) {
        const due = Date.parse((await row())?.due_at ?? '');
        waits.push((due - START) / 60_000 - passed);
        after((due - START) / 60_000);
        wakeOutbox();
        await attempts(n);
      }
      for (const [i, minutes] of [0.5, 2.5, 12.5, 62.5, 312.5, 480, 480].entries()) {
        expect(Math.abs((waits[i] ?? 0) / minutes - 1), `wait ${i + 1}`).toBeLessThanOrEqual(0.11);
      }
      expect(await row()).toMatchObject({ attempts: 8, sent_at: null, dead_at: expect.any(String) });
    }, 60_000);

    test('a server that comes back gets it once', async () => {
      begin('smtp://localhost:1');
      await queue();
      await attempts(1);
      await stopOutbox();
      office = await openPostOffice();
      after(5);
      begin(office.url);
      await settled(() => office?.delivered.length === 1);
      wakeOutbox();
      await settled(async () => (await row())?.sent_at !== null);
      after(600);
      wakeOutbox();
      await stopOutbox();
      expect(office.delivered).toHaveLength(1);
      expect(await row()).toMatchObject({ attempts: 2, last_error: null });
    });

    test.each([
      ['says something that is no greeting', (socket: Socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')],
      ['says nothing', () => undefined],
      ['hangs up at once', (socket: Socket) => socket.destroy()],
      ['greets and then talks nonsense', (socket: Socket) => { socket.write('220 here\r\n'); socket.on('data', () => socket.write('999 what\r\n\u0000\u0001\r\n')); }],
      ['cuts off in the middle of a mail', (socket: Socket) => speak(socket, () => socket.destroy())],
      ['takes a mail and never says so', (socket: Socket) => speak(socket, () => undefined)],
      ['answers one byte at a time, and never to the end', (socket: Socket) => { const drip = setInterval(() => socket.write('2'), 20); socket.on('close', () => clearInterval(drip)); }],
    ])('a server that %s is tried again later, and gets the mail once it is well', async (_, behave) => {
      const silly = createServer((socket) => { socket.on('error', () => undefined); behave(socket); });
      await new Promise<void>((listening) => silly.listen(0, '127.0.0.1', listening));
      const { port } = silly.address() as AddressInfo;
      startOutbox(transportTo({ url: `smtp://127.0.0.1:${port}`, from: FROM, origin: ORIGIN, patience: 300 }), false);
      await queue();
      await attempts(1);
      expect(await row()).toMatchObject({ sent_at: null, dead_at: null, last_error: expect.any(String) });
      expect(Date.parse((await row())!.due_at)).toBeGreaterThan(START + 20_000);
      expect(mailHealth()).toBe('failing');
      await new Promise((closed) => silly.close(closed));
      office = await openPostOffice({ port, hideSTARTTLS: true });
      after(5);
      wakeOutbox();
      await settled(async () => (await row())?.sent_at !== null);
      expect(office.delivered).toHaveLength(1);
    });

    test('a server that refuses once for now is asked again', async () => {
      let asked = 0;
      office = await openPostOffice({
        onRcptTo: (_address, _session, done) => (asked++ === 0 ? done(Object.assign(new Error('Greylisted'), { responseCode: 451 })) : done()),
      });
      begin(office.url);
      await queue();
      await attempts(1);
      expect((await row())?.last_error).toContain('451');
      after(5);
      wakeOutbox();
      await settled(async () => (await row())?.sent_at !== null);
      expect(office.delivered).toHaveLength(1);
    });

    test('a process that dies before it notes a mail as sent sends it again under the same id', async () => {
      office = await openPostOffice();
      begin(office.url);
      await queue();
      await settled(async () => (await row())?.sent_at !== null);
      await stopOutbox();
      const forgotten = { sent_at: null, leased_until_at: new Date(START + 60_000).toISOString() };
      await transaction(database, (tx) => tx.db.updateTable('outbox').set(forgotten).execute());
      begin(office.url);
      await stopOutbox();
      expect(office.delivered).toHaveLength(1); // another process may hold it still
      after(2);
      begin(office.url);
      await settled(() => office?.delivered.length === 2);
      const ids = office.delivered.map(({ mail }) => mail.messageId);
      expect(ids[0]).toBe(ids[1]);
    });

    test('stopping waits for the mail in hand, sends no other, and leaves none leased', async () => {
      office = await openPostOffice({ onMailFrom: (_address, _session, done) => void setTimeout(done, 200) });
      for (const n of [1, 2, 3]) await queue({ dedupe: String(n) });
      begin(office.url);
      await new Promise((later) => setTimeout(later, 100));
      await stopOutbox();
      expect(office.delivered).toHaveLength(1);
      expect((await rows()).filter((mail) => mail.leased_until_at)).toEqual([]);
    });

    test('a server that offers no encryption gets nothing, unless it is this machine', async () => {
      office = await openPostOffice({ hideSTARTTLS: true });
      begin(office.url.replace('localhost', '0.0.0.0')); // the same server, under a name that is not known to be this machine
      await queue();
      await attempts(1);
      expect(office.delivered).toEqual([]);
      await stopOutbox();
      after(5);
      begin(office.url);
      await settled(() => office?.delivered.length === 1);
      expect(office.delivered[0]?.secure).toBe(false);
    });

    test('a certificate nobody vouches for is not accepted', async () => {
      office = await openPostOffice();
      startOutbox(transportTo({ url: office.url, from: FROM, origin: ORIGIN }), false);
      await queue();
      await attempts(1);
      expect((await row())?.last_error).toMatch(/self-signed certificate/);
      expect(office.delivered).toEqual([]);
    });
  });

  describe('nobody but the one addressed', () => {
    test.each([
      'b@x.test\r\nRCPT TO:<evil@x.test>',
      'a@x.test, evil@x.test',
      'a@x.test;evil@x.test',
      'Ann <evil@x.test>',
      '"a@x.test"@evil.test',
      'a@x.test\u0000',
      'group: a@x.test, evil@x.test;',
    ])('an address that is more than one address is never queued: %j', async (address) => {
      await expect(queue({ to: { name: 'Ann', address } })).rejects.toThrow();
      expect(await rows()).toEqual([]);
    });
  });
});

/** Speaks as a mail server does, up to the first line of a mail. */
function speak(socket: Socket, then: () => void): void {
  socket.write('220 here\r\n');
  let isBody = false;
  socket.on('data', (sent) => {
    if (isBody) return then();
    isBody = /^DATA/.test(String(sent));
    socket.write(isBody ? '354 go on\r\n' : '250 fine\r\n');
  });
}
