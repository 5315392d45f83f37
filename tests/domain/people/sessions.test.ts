import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { transaction } from '#db/database.server.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import { updatePerson } from '#db/tables/people.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { useDatabase } from '#app/domain/database.server.ts';
import { changePassword, endSessionsElsewhere, proveAgain } from '#app/domain/people/account.server.ts';
import { actorOf } from '#app/domain/people/actor.server.ts';
import { readSession } from '#app/domain/people/sessions.server.ts';
import { signIn, signOut } from '#app/domain/people/sign-in.server.ts';
import { setEnv } from '#app/env.server.ts';
import { sweep } from '#app/domain/sweeps.server.ts';
import { eachEngine, freshDatabase } from '../../setup/engines.ts';
import { context, mailTo, PASSWORD, signedIn, somebody, visit } from './cast.ts';

let database: OpenDatabase;
const START = Date.parse('2026-06-01T09:00:00Z');
const HOUR = 3_600_000;
const at = (hours: number) => setClock(() => new Date(START + hours * HOUR));
const live = async (cookie: string) => (await readSession(visit('/', [cookie]))) !== null;
const wrong = (email: string, address: string) => signIn(visit('/'), address, { email, password: 'not-the-right-words' });

eachEngine((engine) => {
  beforeEach(async () => {
    database = await freshDatabase(engine);
    useDatabase(database);
  });
  afterEach(async () => {
    vi.useRealTimers();
    setClock(undefined);
    setEnv(undefined);
    useDatabase(undefined);
    await database.close();
  });

  const actorWith = async (cookie: string) => {
    const actor = await actorOf(visit('/', [cookie]), context());
    if (!actor) throw new Error('Nobody is signed in');
    return actor;
  };
  const storedSessions = () => database.reader.selectFrom('sessions').selectAll().execute();

  describe('signing in', () => {
    test('gives a session to the right password of an open account, and the same words to everything else', async () => {
      const [known, closed, unconfirmed] = [await somebody(database), await somebody(database, { disabled: true }), await somebody(database, { confirmed: false })];
      expect(await live(await signedIn(known.email))).toBe(true);
      const refusals = [
        await wrong(known.email, '192.0.2.1'),
        await wrong('nobody@nhs.test', '192.0.2.1'),
        await signIn(visit('/'), '192.0.2.1', { email: closed.email, password: PASSWORD }),
        await signIn(visit('/'), '192.0.2.1', { email: unconfirmed.email, password: PASSWORD }),
      ];
      expect(refusals).toEqual(Array(4).fill({ ok: false, message: 'Email or password is incorrect' }));
    });

    test('ignores a planted cookie and never goes on with the session it came with', async () => {
      const known = await somebody(database);
      const planted = 'sid=abcdefghijklmnopqrstuvwxyz234567abcdefgh';
      const first = await signedIn(known.email, '192.0.2.1', [planted]);
      expect(first).not.toContain('abcdefghijklmnop');
      const second = await signedIn(known.email, '192.0.2.1', [first]);
      expect([await live(planted), await live(first), await live(second)]).toEqual([false, false, true]);
    });

    test('sets a cookie scripts cannot read, bound to this host when it is secure', async () => {
      const known = await somebody(database);
      expect(await signedIn(known.email)).toMatch(/^sid=[a-z2-7]{40}; Path=\/; HttpOnly; SameSite=Lax$/);
      setEnv({ secure: true });
      expect(await signedIn(known.email)).toMatch(/^__Host-sid=[a-z2-7]{40}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    });

    test('stores nothing that could be used if the database were stolen', async () => {
      const cookie = await signedIn((await somebody(database)).email);
      const [row] = await storedSessions();
      expect(row?.id).toMatch(/^[0-9a-f]{64}$/);
      expect(cookie).not.toContain(row?.id);
      expect(await live(`sid=${row?.id ?? ''}`)).toBe(false);
    });

    test('is on the record', async () => {
      const known = await somebody(database);
      const cookie = await signedIn(known.email);
      await signOut(visit('/sign-out', [cookie]), known);
      const events = await database.reader.selectFrom('events').select(['kind', 'actor_id']).orderBy('id').execute();
      expect(events).toEqual([{ kind: 'session.begin', actor_id: known.id }, { kind: 'session.end', actor_id: known.id }]);
    });
  });

  describe('a session ends', () => {
    test('after eight hours without use', async () => {
      const known = await somebody(database);
      at(0);
      const cookie = await signedIn(known.email);
      at(7.9);
      expect(await live(cookie)).toBe(true);
      at(20);
      expect(await live(cookie)).toBe(false);
    });

    test('after twelve hours whatever the use, and not before', async () => {
      const known = await somebody(database);
      at(0);
      const cookie = await signedIn(known.email);
      const uses = [];
      for (const hours of [3, 6, 9, 11.9, 12.1]) {
        at(hours);
        uses.push(await live(cookie));
      }
      expect(uses).toEqual([true, true, true, true, false]);
    });

    test('and is not made longer by a clock set back', async () => {
      const known = await somebody(database);
      at(0);
      const cookie = await signedIn(known.email);
      at(-2);
      expect(await live(cookie)).toBe(true);
      at(12.1);
      expect(await live(cookie)).toBe(false);
    });

    test('at sign-out', async () => {
      const known = await somebody(database);
      const cookie = await signedIn(known.email);
      expect(await signOut(visit('/sign-out', [cookie]), known)).toMatch(/^sid=; .*Max-Age=0/);
      expect(await live(cookie)).toBe(false);
    });

    test('when the account is closed', async () => {
      const known = await somebody(database);
      const cookie = await signedIn(known.email);
      await transaction(database, (tx) => updatePerson(tx, known.id, { disabled_at: '2026-11-24T09:00:00.000Z' }));
      expect(await live(cookie)).toBe(false);
    });

    test('when its owner ends the others, or changes the password', async () => {
      const known = await somebody(database);
      const [desk, phone] = [await signedIn(known.email), await signedIn(known.email)];
      await endSessionsElsewhere(await actorWith(desk), visit('/', [desk]));
      expect([await live(desk), await live(phone)]).toEqual([true, false]);
      const again = await signedIn(known.email);
      const change = { currentPassword: PASSWORD, password: 'violet-anchor-mosaic' };
      const changed = await changePassword(await actorWith(desk), visit('/', [desk]), '192.0.2.1', change);
      if (!changed.ok) throw new Error(changed.reasons[0]?.message);
      expect([await live(desk), await live(again), await live(changed.value)]).toEqual([false, false, true]);
      expect(await mailTo(database, known.email)).toMatchObject([{ subject: 'Your Slipway password was changed' }]);
    });

    test('and is forgotten a day later', async () => {
      const known = await somebody(database);
      at(0);
      await signedIn(known.email);
      at(9);
      await sweep();
      expect(await storedSessions()).toHaveLength(1);
      at(33);
      await sweep();
      expect(await storedSessions()).toHaveLength(0);
    });
  });

  test('the password is asked for again before signing, and renews the session', async () => {
    const known = await somebody(database);
    at(0);
    const cookie = await signedIn(known.email);
    at(1);
    const actor = await actorWith(cookie);
    expect(await proveAgain(actor, visit('/', [cookie]), '192.0.2.1', { password: 'not-the-right-words', code: '' })).toMatchObject({ ok: false, reasons: [{ field: 'password' }] });
    const proved = await proveAgain(actor, visit('/', [cookie]), '192.0.2.1', { password: PASSWORD, code: '' });
    if (!proved.ok) throw new Error(proved.reasons[0]?.message);
    expect(await live(cookie)).toBe(false);
    expect((await actorWith(proved.value)).sessionProvedAt).toBe(new Date(START + HOUR).toISOString());
  });

  test('changing the password asks for the current one', async () => {
    const known = await somebody(database);
    const cookie = await signedIn(known.email);
    const change = { currentPassword: 'not-the-right-words', password: 'violet-anchor-mosaic' };
    expect(await changePassword(await actorWith(cookie), visit('/', [cookie]), '192.0.2.1', change)).toMatchObject({ ok: false, reasons: [{ field: 'currentPassword' }] });
    expect(await live(await signedIn(known.email))).toBe(true);
  });
});
