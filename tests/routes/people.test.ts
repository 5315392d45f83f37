import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ActionFunctionArgs } from '@remix-run/node';
import type { OpenDatabase } from '#db/open.server.ts';
import { useDatabase } from '#app/domain/database.server.ts';
import { askForReset } from '#app/domain/people/reset-password.server.ts';
import { setEnv } from '#app/env.server.ts';
import { action as changeDetails } from '#app/routes/account/details.tsx';
import { loader as people } from '#app/routes/demo/people.tsx';
import { loader as outbox } from '#app/routes/demo/outbox.tsx';
import { action as confirm, loader as confirmPage } from '#app/routes/people/confirm.tsx';
import { action as newPassword, loader as newPasswordPage } from '#app/routes/people/new-password.tsx';
import { action as signIn, loader as signInPage } from '#app/routes/people/sign-in.tsx';
import { action as signOut } from '#app/routes/people/sign-out.ts';
import { action as signUp } from '#app/routes/people/sign-up.tsx';
import { freshDatabase } from '../setup/engines.ts';
import { context, mailTo, PASSWORD, secretIn, signedIn, somebody, thrown, visit } from '../domain/people/cast.ts';

let database: OpenDatabase;
beforeEach(async () => {
  database = await freshDatabase('sqlite');
  useDatabase(database);
});
afterEach(async () => {
  setEnv(undefined);
  useDatabase(undefined);
  await database.close();
});

const args = (request: Request, params: Record<string, string> = {}): ActionFunctionArgs => ({ request, params, context: context() });
/** What a door answers: a redirect, or the status and body of the page shown again. */
const answer = (given: unknown) =>
  given instanceof Response
    ? { status: given.status, to: given.headers.get('Location'), cookie: given.headers.get('Set-Cookie') }
    : { status: (given as { init: ResponseInit | null }).init?.status ?? 200, ...(given as { data: object }).data };

describe('signing in', () => {
  test('goes where the person wanted to go, but never to another site', async () => {
    const { email } = await somebody(database);
    const posted = async (to: string) => answer(await signIn(args(visit('/sign-in', [], { email, password: PASSWORD, to }))));
    expect(await posted('/cases/7')).toMatchObject({ status: 302, to: '/cases/7', cookie: expect.stringContaining('sid=') });
    expect(await posted('//evil.test')).toMatchObject({ to: '/' });
    expect(await posted('https://evil.test/')).toMatchObject({ to: '/' });
  });

  test('shows the form again with the address and never the password', async () => {
    const given = answer(await signIn(args(visit('/sign-in', [], { email: 'Ann@NHS.test ', password: 'not-the-right-words', to: '/' }))));
    expect(given).toMatchObject({ status: 422, errors: [{ id: 'email', message: 'Email or password is incorrect' }], values: { email: 'Ann@NHS.test ' } });
    expect(JSON.stringify(given)).not.toContain('not-the-right-words');
  });

  test('is not offered to somebody signed in', async () => {
    const cookie = await signedIn((await somebody(database)).email);
    const response = await thrown(async () => signInPage(args(visit('/sign-in?to=/cases', [cookie]))));
    expect(response.headers.get('Location')).toBe('/cases');
  });

  test('ends at sign-out, also when nobody was signed in', async () => {
    const cookie = await signedIn((await somebody(database)).email);
    for (const cookies of [[cookie], []]) {
      const response = await signOut(args(visit('/sign-out', cookies, {})));
      expect(answer(response)).toMatchObject({ to: '/sign-in?done=out', cookie: expect.stringContaining('Max-Age=0') });
      expect(response.headers.get('Clear-Site-Data')).toBe('"storage"');
    }
  });
});

describe('opening an account', () => {
  const form = { name: 'Tom  Reid', jobTitle: 'Physiotherapist', email: 'Tom.Reid@NHS.test' };

  test('from the form to the mailed link to the first page', async () => {
    expect(answer(await signUp(args(visit('/sign-up', [], form))))).toMatchObject({ to: '/sign-up?sent' });
    const token = secretIn((await mailTo(database, 'tom.reid@nhs.test'))[0]?.text ?? '', 'confirm');
    expect(answer(await confirmPage(args(visit(`/confirm/${token}`), { token })))).toMatchObject({ owner: { name: 'Tom Reid', email: 'tom.reid@nhs.test' } });
    const opened = await confirm(args(visit(`/confirm/${token}`, [], { name: 'Tom Reid', jobTitle: 'Lead', password: PASSWORD }), { token }));
    expect(answer(opened)).toMatchObject({ status: 302, to: '/how-it-works', cookie: expect.stringContaining('sid=') });
    expect(answer(await confirmPage(args(visit(`/confirm/${token}`), { token })))).toMatchObject({ status: 410, owner: null });
  });

  test.each([
    [{ ...form, name: ' ' }, 'name', 'Enter your full name'],
    [{ ...form, name: '<b>Tom</b>' }, 'name', 'Full name must not contain < > " or \\'],
    [{ ...form, jobTitle: 'x'.repeat(101) }, 'jobTitle', 'Job title must be 100 characters or fewer'],
    [{ ...form, email: '' }, 'email', 'Enter an email address'],
    [{ ...form, email: 'tom@nhs.test, evil@x.test' }, 'email', 'Enter an email address in the right format, like name@example.nhs.uk'],
    [{ ...form, posts: 'admin' }, 'main', 'This form has changed since you opened it. Reload the page and try again'],
  ])('refuses %j', async (fields, id, message) => {
    expect(answer(await signUp(args(visit('/sign-up', [], fields))))).toMatchObject({ status: 422, errors: [{ id, message }] });
    expect(await database.reader.selectFrom('people').selectAll().execute()).toEqual([]);
  });
});

test('links in mail survive a scanner that opens each of them twenty times: a page with a button, and nothing done', async () => {
  await signUp(args(visit('/sign-up', [], { name: 'Tom Reid', jobTitle: 'Physiotherapist', email: 'tom.reid@nhs.test' })));
  const { email } = await somebody(database);
  await askForReset(email, '192.0.2.1');
  const [confirming, resetting] = [secretIn((await mailTo(database, 'tom.reid@nhs.test'))[0]?.text ?? '', 'confirm'), secretIn((await mailTo(database, email))[0]?.text ?? '', 'reset')];
  const stored = async () => [await database.reader.selectFrom('people').selectAll().orderBy('id').execute(), await database.reader.selectFrom('tokens').selectAll().orderBy('token_hash').execute(), await database.reader.selectFrom('sessions').selectAll().execute()];
  const before = await stored();
  for (let n = 0; n < 20; n++) {
    expect(answer(await confirmPage(args(visit(`/confirm/${confirming}`), { token: confirming })))).toMatchObject({ status: 200 });
    expect(answer(await newPasswordPage(args(visit(`/reset/${resetting}`), { token: resetting })))).toMatchObject({ status: 200 });
  }
  expect(await stored()).toEqual(before);
  expect(answer(await newPassword(args(visit(`/reset/${resetting}`, [], { password: 'ladder-quartz-tulip-sea' }), { token: resetting })))).toMatchObject({ status: 302 });
});

test('the account is asked for by its owner alone', async () => {
  const form = { name: 'Tom Reid', jobTitle: 'Lead' };
  expect((await thrown(() => changeDetails(args(visit('/account/details', [], form))))).headers.get('Location')).toBe('/sign-in');
  const cookie = await signedIn((await somebody(database)).email);
  expect(answer(await changeDetails(args(visit('/account/details', [cookie], form))))).toMatchObject({ to: '/account?done=details' });
  expect(answer(await changeDetails(args(visit('/account/details', [cookie], { ...form, name: '' }))))).toMatchObject({ status: 422, values: { jobTitle: 'Lead' } });
});

test('the pages of the demonstration exist in the demonstration alone', async () => {
  for (const loader of [people, outbox]) expect((await thrown(async () => loader())).status).toBe(404);
  setEnv({ demo: true });
  const example = await somebody(database, { email: 'karen@demo.slipway.test', name: 'Karen Hall' });
  await somebody(database);
  expect(await people()).toMatchObject({ people: [{ name: 'Karen Hall', email: example.email }] });
  expect(await outbox()).toMatchObject({ letters: [] });
});
