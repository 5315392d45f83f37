import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Reader } from '#db/database.server.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import { personByEmail } from '#db/tables/people.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { useDatabase } from '#app/domain/database.server.ts';
import { confirmAddress, ownerOfLink } from '#app/domain/people/confirm-address.server.ts';
import { askForReset, resetPassword } from '#app/domain/people/reset-password.server.ts';
import { readSession } from '#app/domain/people/sessions.server.ts';
import { signIn } from '#app/domain/people/sign-in.server.ts';
import { signUp } from '#app/domain/people/sign-up.server.ts';
import { eachEngine, freshDatabase } from '../../setup/engines.ts';
import { mailTo, PASSWORD, secretIn, signedIn, somebody, visit } from './cast.ts';

let database: OpenDatabase;
let newcomers = 0;
const newcomer = () => ({ name: 'Tom Reid', jobTitle: 'Physiotherapist', email: `new-${++newcomers}@nhs.test` });
const given = { name: 'Tom Reid', jobTitle: 'Lead physiotherapist', password: PASSWORD };

eachEngine((engine) => {
  beforeEach(async () => {
    database = await freshDatabase(engine);
    useDatabase(database);
  });
  afterEach(async () => {
    setClock(undefined);
    useDatabase(undefined);
    await database.close();
  });

  const personOf = (email: string) => personByEmail(new Reader(database.reader), email);
  const askedFor = async (who = newcomer()) => {
    await signUp(who, '192.0.2.9');
    const [mail] = await mailTo(database, who.email);
    return { who, mail, secret: secretIn(mail?.text ?? '', 'confirm') };
  };

  describe('opening an account', () => {
    test('goes by a mailed link to a password chosen there', async () => {
      const { who, secret } = await askedFor();
      expect(await personOf(who.email)).toMatchObject({ confirmed_at: null, password_hash: null });
      const opened = await confirmAddress(visit('/'), secret, given);
      if (!opened.ok) throw new Error(opened.reasons[0]?.message);
      expect((await readSession(visit('/', [opened.value])))?.person).toMatchObject({ email: who.email, job_title: 'Lead physiotherapist' });
      await expect(signedIn(who.email)).resolves.toContain('sid=');
    });

    test('looks at a link without using it up, and uses it once', async () => {
      const { secret } = await askedFor();
      expect(await ownerOfLink(secret, 'confirm')).toBeDefined();
      expect(await ownerOfLink(secret, 'confirm')).toBeDefined();
      expect(await ownerOfLink(secret, 'reset')).toBeUndefined();
      expect((await confirmAddress(visit('/'), secret, given)).ok).toBe(true);
      expect(await ownerOfLink(secret, 'confirm')).toBeUndefined();
      expect(await confirmAddress(visit('/'), secret, given)).toMatchObject({ ok: false, status: 422 });
    });

    test('uses a link once though it is pressed twice at the same time', async () => {
      const { secret } = await askedFor();
      const both = await Promise.all([confirmAddress(visit('/'), secret, given), confirmAddress(visit('/'), secret, given)]);
      expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    });

    test('refuses a link after a day, and an earlier link once a newer is sent', async () => {
      const { who, secret } = await askedFor();
      const second = await askedFor(who);
      expect(await ownerOfLink(secret, 'confirm')).toBeUndefined();
      expect(await ownerOfLink(second.secret, 'confirm')).toBeDefined();
      setClock(() => new Date(Date.now() + 25 * 3_600_000));
      expect(await ownerOfLink(second.secret, 'confirm')).toBeUndefined();
    });

    test('keeps the link when the password may not be chosen', async () => {
      const { secret } = await askedFor();
      expect(await confirmAddress(visit('/'), secret, { ...given, password: 'tomreid-tomreid' })).toMatchObject({ ok: false, reasons: [{ field: 'password' }] });
      expect((await confirmAddress(visit('/'), secret, given)).ok).toBe(true);
    });

    test('cannot be prepared for somebody else: whoever holds the mailbox chooses the password', async () => {
      const who = newcomer();
      await signUp(who, '203.0.113.66');
      expect(await signIn(visit('/'), '203.0.113.66', { email: who.email, password: PASSWORD })).toMatchObject({ ok: false });
      expect((await personOf(who.email))?.password_hash).toBeNull();
    });

    test('stores no secret that a mail carries', async () => {
      const { secret } = await askedFor();
      const rows = await database.reader.selectFrom('tokens').selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain(secret);
    });
  });

  describe('answers that tell nobody who has an account', () => {
    test('asking for an account: the same answer, another letter', async () => {
      const known = await somebody(database);
      const [answerKnown, answerNew] = [await signUp({ ...newcomer(), email: known.email }, '192.0.2.9'), await signUp(newcomer(), '192.0.2.9')];
      expect(answerKnown).toEqual(answerNew);
      expect((await mailTo(database, known.email))[0]).toMatchObject({ subject: 'You have a Slipway account already' });
      expect((await personOf(known.email))?.name).toBe(known.name);
    });

    test('asking for a new password: the same answer, and a letter only to an account', async () => {
      const known = await somebody(database);
      const answers = [await askForReset(known.email, '192.0.2.9'), await askForReset('nobody@nhs.test', '192.0.2.9')];
      expect(answers[0]).toEqual(answers[1]);
      expect(await mailTo(database, known.email)).toHaveLength(1);
      expect(await mailTo(database, 'nobody@nhs.test')).toHaveLength(0);
    });

    test('takes as long either way', async () => {
      const known = await somebody(database);
      const took = async (email: string) => {
        const began = performance.now();
        await askForReset(email, '192.0.2.9');
        return performance.now() - began;
      };
      const [long, short] = [await took(known.email), await took('nobody-else@nhs.test')];
      expect(Math.min(long, short)).toBeGreaterThanOrEqual(245);
      expect(Math.abs(long - short)).toBeLessThan(150);
    });

    test('writes at most four letters an hour to one address, and says nothing of it', async () => {
      const known = await somebody(database);
      const answers = await Promise.all(Array.from({ length: 7 }, () => askForReset(known.email, '192.0.2.9')));
      expect(answers.every((answer) => answer.ok)).toBe(true);
      expect(await mailTo(database, known.email)).toHaveLength(4);
    });

    test('writes nothing to a closed account', async () => {
      const closed = await somebody(database, { disabled: true });
      await askForReset(closed.email, '192.0.2.9');
      await signUp({ ...newcomer(), email: closed.email }, '192.0.2.9');
      expect(await mailTo(database, closed.email)).toHaveLength(0);
    });
  });

  describe('a new password', () => {
    const asked = async () => {
      const known = await somebody(database);
      await askForReset(known.email, '192.0.2.9');
      return { known, secret: secretIn((await mailTo(database, known.email))[0]?.text ?? '', 'reset') };
    };

    test('ends every session, works at once, and is told by mail', async () => {
      const { known, secret } = await asked();
      const cookie = await signedIn(known.email);
      expect((await resetPassword(secret, 'violet-anchor-mosaic')).ok).toBe(true);
      expect(await readSession(visit('/', [cookie]))).toBeNull();
      expect(await signIn(visit('/'), '192.0.2.1', { email: known.email, password: PASSWORD })).toMatchObject({ ok: false });
      expect(await signIn(visit('/'), '192.0.2.1', { email: known.email, password: 'violet-anchor-mosaic' })).toMatchObject({ ok: true });
      expect((await mailTo(database, known.email))[0]).toMatchObject({ subject: 'Your Slipway password was changed' });
    });

    test('is set by a link that works once, for an hour', async () => {
      const { secret } = await asked();
      setClock(() => new Date(Date.now() + 61 * 60_000));
      expect(await resetPassword(secret, 'violet-anchor-mosaic')).toMatchObject({ ok: false });
      setClock(undefined);
      expect((await resetPassword(secret, 'violet-anchor-mosaic')).ok).toBe(true);
      expect(await resetPassword(secret, 'violet-anchor-other')).toMatchObject({ ok: false });
    });
  });
});
