import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenDatabase } from '#db/open.server.ts';
import { now, setClock } from '#app/domain/clock.server.ts';
import { reader, useDatabase } from '#app/domain/database.server.ts';
import { changePassword, proveAgain } from '#app/domain/people/account.server.ts';
import { actorOf, type Actor } from '#app/domain/people/actor.server.ts';
import { removeSecondFactor, renewRecoveryCodes, secondFactorPage, setUpSecondFactor, turnOffSecondFactor, turnOnSecondFactor } from '#app/domain/people/second-factor.server.ts';
import { seal, unseal } from '#app/domain/people/sealing.server.ts';
import { readSession } from '#app/domain/people/sessions.server.ts';
import { finishSignIn, signIn } from '#app/domain/people/sign-in.server.ts';
import { eachEngine, freshDatabase } from '../../setup/engines.ts';
import { value } from '../../setup/walk.ts';
import { context, mailTo, PASSWORD, signedIn, somebody, visit } from './cast.ts';

let database: OpenDatabase;
const START = Date.parse('2026-06-01T09:00:00Z');
/** Puts the clock forward by so many seconds since the start. */
const at = (seconds: number) => setClock(() => new Date(START + seconds * 1000));

/** RFC 6238, worked out by other code than the one under test; `later`: steps of 30 seconds from now. */
function codeOf(key: string, later = 0): string {
  const bits = [...key.replace(/ /g, '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now().getTime() / 30_000) + later));
  const mac = createHmac('sha1', secret).update(counter).digest();
  return String((mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

test('the other code gives the codes that RFC 6238 lists', () => {
  for (const [seconds, code] of [[59, '287082'], [1_111_111_109, '081804'], [1_234_567_890, '005924']] as const) {
    setClock(() => new Date(seconds * 1000));
    expect(codeOf('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')).toBe(code);
  }
  setClock(undefined);
});

test('what is sealed opens for what it belongs to alone, and not when a byte of it was changed', () => {
  const sealed = seal('a secret', 'ada');
  expect(sealed).not.toContain('secret');
  expect(unseal(sealed, 'ada')).toBe('a secret');
  expect(() => unseal(sealed, 'bob')).toThrow();
  const bytes = Buffer.from(sealed, 'base64url');
  for (const i of bytes.keys()) {
    const changed = Buffer.from(bytes);
    changed[i]! ^= 1;
    expect(() => unseal(changed.toString('base64url'), 'ada')).toThrow();
  }
});

eachEngine((engine) => {
  beforeEach(async () => {
    database = await freshDatabase(engine);
    useDatabase(database);
    at(0);
  });
  afterEach(async () => {
    setClock(undefined);
    useDatabase(undefined);
    await database.close();
  });

  const ADDRESS = '192.0.2.1';
  /** Somebody who has set it up: their app's key, their recovery codes. */
  async function withFactor() {
    const known = await somebody(database);
    const actor = (await actorOf(visit('/', [await signedIn(known.email)]), context())) as Actor;
    value(await setUpSecondFactor(actor, ADDRESS, PASSWORD));
    const page = await secondFactorPage(reader(), actor);
    if (page.state !== 'begun') throw new Error(page.state);
    const codes = value(await turnOnSecondFactor(actor, codeOf(page.key)));
    return { actor, key: page.key, codes };
  }
  const half = async ({ email }: { email: string }) => {
    const signed = await signIn(visit('/'), ADDRESS, { email, password: PASSWORD });
    if (!signed.ok) throw new Error(signed.message);
    return signed;
  };

  test('the password alone signs in until a first code was right, and then only with a code', async () => {
    const known = await somebody(database);
    const actor = (await actorOf(visit('/', [await signedIn(known.email)]), context())) as Actor;
    expect(await setUpSecondFactor(actor, ADDRESS, 'not-the-right-words')).toMatchObject({ ok: false, reasons: [{ field: 'password' }] });
    value(await setUpSecondFactor(actor, ADDRESS, PASSWORD));
    expect((await half(actor)).asksCode).toBe(false);
    const page = await secondFactorPage(reader(), actor);
    if (page.state !== 'begun') throw new Error(page.state);
    expect(page.picture.path).toMatch(/^(M\d+ \d+h1v1h-1z){200,}$/);
    at(16 * 60);
    expect(await secondFactorPage(reader(), actor), 'a key is not shown for ever').toEqual({ state: 'off' });
    at(0);
    expect(await turnOnSecondFactor(actor, '000000')).toMatchObject({ ok: false, reasons: [{ field: 'code' }] });
    expect(value(await turnOnSecondFactor(actor, `${codeOf(page.key).slice(0, 3)} ${codeOf(page.key).slice(3)}`))).toHaveLength(10);
    expect((await mailTo(database, actor.email)).map(({ subject }) => subject)).toContain('Slipway now asks you for a code');

    at(60);
    const { asksCode, cookie } = await half(actor);
    expect(asksCode).toBe(true);
    expect(await readSession(visit('/', [cookie]))).toBeNull();
    expect(await finishSignIn(visit('/', [cookie]), '000000')).toMatchObject({ ok: false });
    const [session] = value((await finishSignIn(visit('/', [cookie]), codeOf(page.key)))!);
    expect((await readSession(visit('/', [session!])))?.person.id).toBe(actor.id);
    expect(await finishSignIn(visit('/', [cookie]), codeOf(page.key, 1)), 'half a sign-in is finished once').toBeUndefined();
  });

  test('a code is taken once, a step early or late, and no further off', async () => {
    const { actor, key } = await withFactor();
    const tried = async (seconds: number, later: number) => {
      at(seconds);
      const { cookie } = await half(actor);
      return (await finishSignIn(visit('/', [cookie]), codeOf(key, later)))!.ok;
    };
    expect(await tried(0, 0), 'the code that turned it on').toBe(false);
    expect(await tried(90, -2)).toBe(false);
    expect(await tried(90, 2)).toBe(false);
    expect(await tried(90, -1)).toBe(true);
    expect(await tried(90, 1)).toBe(true);
    expect(await tried(90, 0), 'older than one that was used').toBe(false);
    expect(await tried(120, 0), 'the one used early').toBe(false);
    expect(await tried(150, 0)).toBe(true);
  });

  test('a recovery code works once; new ones take the place of all of them', async () => {
    const { actor, key, codes } = await withFactor();
    const finish = async (code: string) => (await finishSignIn(visit('/', [(await half(actor)).cookie]), code))!.ok;
    expect([await finish(codes[0]!.toLowerCase()), await finish(codes[0]!)]).toEqual([true, false]);
    expect(await secondFactorPage(reader(), actor)).toMatchObject({ state: 'on', left: 9 });
    at(60);
    const fresh = value(await renewRecoveryCodes(actor, codeOf(key)));
    expect(await secondFactorPage(reader(), actor)).toMatchObject({ left: 10 });
    expect([await finish(codes[1]!), await finish(fresh[1]!)]).toEqual([false, true]);
    value(await turnOffSecondFactor(actor, fresh[2]!));
    expect(await secondFactorPage(reader(), actor)).toEqual({ state: 'off' });
    expect((await half(actor)).asksCode).toBe(false);
    expect((await mailTo(database, actor.email)).map(({ subject }) => subject)).toContain('Slipway no longer asks you for a code');
  });

  test('five wrong codes and no more, whoever asks from wherever; the owner hears of it once', async () => {
    const { actor, key } = await withFactor();
    at(60);
    for (let i = 0; i < 5; i++) expect(await finishSignIn(visit('/', [(await half(actor)).cookie]), '000000')).toMatchObject({ reasons: [{ message: expect.stringContaining('incorrect') as string }] });
    for (let i = 0; i < 2; i++) expect(await finishSignIn(visit('/', [(await half(actor)).cookie]), codeOf(key))).toMatchObject({ ok: false, reasons: [{ message: expect.stringContaining('too many wrong codes') as string }] });
    expect((await mailTo(database, actor.email)).filter(({ subject }) => subject.startsWith('Somebody who knows your password'))).toHaveLength(1);
  });

  test('half a sign-in ends after ten minutes, and with the password it began with', async () => {
    const { actor, key } = await withFactor();
    const { cookie } = await half(actor);
    at(601);
    expect(await finishSignIn(visit('/', [cookie]), codeOf(key))).toBeUndefined();
    const again = await half(actor);
    value(await changePassword(actor, visit('/'), ADDRESS, { currentPassword: PASSWORD, password: 'violet-anchor-mosaic' }));
    expect(await finishSignIn(visit('/', [again.cookie]), codeOf(key))).toBeUndefined();
  });

  test('who lost both phone and codes is let in again by hand, and told so', async () => {
    const { actor } = await withFactor();
    expect(await removeSecondFactor(actor.email)).toMatchObject({ value: { removed: true } });
    expect((await half(actor)).asksCode).toBe(false);
    expect(await removeSecondFactor(actor.email)).toMatchObject({ value: { removed: false } });
    expect(await removeSecondFactor('nobody@nhs.test')).toMatchObject({ ok: false, status: 404 });
    expect((await mailTo(database, actor.email)).map(({ subject }) => subject)).toContain('Slipway no longer asks you for a code');
  });

  test('before a signature the code is asked for with the password', async () => {
    const { actor, key } = await withFactor();
    at(60);
    const prove = (password: string, code: string) => proveAgain(actor, visit('/'), ADDRESS, { password, code });
    expect(await prove(PASSWORD, '')).toMatchObject({ ok: false, reasons: [{ field: 'code' }] });
    expect(await prove('not-the-right-words', codeOf(key))).toMatchObject({ ok: false, reasons: [{ field: 'password' }] });
    value(await prove(PASSWORD, codeOf(key)));
  });
});
