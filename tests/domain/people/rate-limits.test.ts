import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OpenDatabase } from '#db/open.server.ts';
import { useDatabase } from '#app/domain/database.server.ts';
import { readSession } from '#app/domain/people/sessions.server.ts';
import { signIn } from '#app/domain/people/sign-in.server.ts';
import { mayAskForLetter, passwordRight, tryPassword } from '#app/domain/people/rate-limits.server.ts';
import { freshDatabase } from '../../setup/engines.ts';
import { mailTo, PASSWORD, signedIn, somebody, visit } from './cast.ts';

/* The real limits, in simulated time. Memory holds them, so one engine is enough. */
let database: OpenDatabase;
beforeEach(async () => {
  database = await freshDatabase('sqlite');
  useDatabase(database);
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: new Date('2026-06-01T09:00:00Z') });
});
afterEach(async () => {
  vi.useRealTimers();
  useDatabase(undefined);
  await database.close();
});

test('a thousand guesses at one account from fifty places in a day: at most a hundred are tried', async () => {
  const victim = await somebody(database);
  const home = await signedIn(victim.email, '192.0.2.1');
  let tried = 0;
  for (let guess = 0; guess < 1000; guess++) {
    vi.advanceTimersByTime((23 * 3_600_000) / 1000);
    const result = await tryPassword(victim.email, `203.0.113.${guess % 50}`);
    if (result.ok) tried += 1;
  }
  expect(tried).toBeLessThanOrEqual(100);
  const right = { email: victim.email, password: PASSWORD };
  expect(await signIn(visit('/'), '203.0.113.200', right)).toMatchObject({ ok: false, message: expect.stringContaining('too many tries') });
  expect(await mailTo(database, victim.email)).toMatchObject([{ subject: 'Somebody is trying to sign in as you' }]);
  // Their session has meanwhile lapsed by age, but from where they signed in before they can sign in again.
  expect(await readSession(visit('/', [home]))).toBeNull();
  expect(await signIn(visit('/'), '192.0.2.1', right)).toMatchObject({ ok: true });
});

test('the account is warned once a day, and an unknown one is answered alike', async () => {
  const victim = await somebody(database);
  const attack = async (email: string) => {
    for (let guess = 0; guess < 90; guess++) await tryPassword(email, `198.51.100.${guess}`);
    return [await signIn(visit('/'), '198.51.100.200', { email, password: 'x' }), await signIn(visit('/'), '198.51.100.201', { email, password: 'x' })];
  };
  const known = await attack(victim.email);
  expect(await attack('nobody-here@nhs.test')).toEqual(known);
  expect(await mailTo(database, victim.email)).toHaveLength(1);
  expect(await mailTo(database, 'nobody-here@nhs.test')).toHaveLength(0);
});

test('ten wrong tries from one place wait a quarter of an hour, others are not kept waiting', async () => {
  const [clumsy, colleague] = [await somebody(database), await somebody(database)];
  for (let guess = 0; guess < 10; guess++) expect((await tryPassword(clumsy.email, '192.0.2.50')).ok).toBe(true);
  expect(await tryPassword(clumsy.email, '192.0.2.50')).toMatchObject({ ok: false, account: false });
  expect((await tryPassword(colleague.email, '192.0.2.50')).ok).toBe(true);
  vi.advanceTimersByTime(15 * 60_000 + 1000);
  expect((await tryPassword(clumsy.email, '192.0.2.50')).ok).toBe(true);
});

test('three hundred colleagues behind one address sign in within ten minutes, each mistyping once: nobody is limited', async () => {
  for (let i = 0; i < 300; i++) {
    vi.advanceTimersByTime(2000);
    const email = `colleague-${i}@trust.nhs.test`;
    expect((await tryPassword(email, '192.0.2.77')).ok).toBe(true);
    expect((await tryPassword(email, '192.0.2.77')).ok).toBe(true);
    await passwordRight(email, '192.0.2.77');
  }
});

test('one IPv6 customer is one place, whatever the end of the address', async () => {
  const email = 'six@nhs.test';
  for (let guess = 0; guess < 10; guess++) expect((await tryPassword(email, `2001:db8:1:2::${guess.toString(16)}`)).ok).toBe(true);
  expect((await tryPassword(email, '2001:0db8:0001:0002:ffff:1:2:3')).ok).toBe(false);
  expect((await tryPassword(email, '2001:db8:1:3::1')).ok).toBe(true);
  expect((await tryPassword('four@nhs.test', '::ffff:192.0.2.4')).ok).toBe(true);
});

test('letters asked for from one address are counted', async () => {
  for (let i = 0; i < 600; i++) await mayAskForLetter('192.0.2.99');
  expect(await mayAskForLetter('192.0.2.99')).toMatchObject({ ok: false });
  expect(await mayAskForLetter('192.0.2.100')).toEqual({ ok: true });
});
