import { afterAll, beforeAll, expect, it } from 'vitest';
import { Secret, TOTP } from 'otpauth';
import { transaction } from '#db/database.server.ts';
import { liveDecision } from '#db/tables/decisions.server.ts';
import { proveSession, sessionsOf } from '#db/tables/sessions.server.ts';
import { latestSubmission } from '#db/tables/submissions.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { keepDecisionDraft } from '#app/domain/decisions/decision-drafts.server.ts';
import { secondFactorPage, setUpSecondFactor, turnOnSecondFactor } from '#app/domain/people/second-factor.server.ts';
import { stageOf } from '#workflows/form.ts';
import { SITE_PASSWORD, siteWorld, type SiteWorld } from '#tests/setup/site-world.ts';
import { openSite, type Site } from '#tests/setup/site.ts';
import { smallPathway } from '#tests/setup/small-world.ts';
import { reviewAll, sha, value } from '#tests/setup/walk.ts';

let site: Site;
let world: SiteWorld;
beforeAll(async () => {
  site = await openSite();
  world = await siteWorld(site);
}, 120_000);
afterAll(() => site?.close());

it('who has set up an app signs a decision with password and code, once five minutes are over, and stays signed in when the law says no', async () => {
  const { sponsor } = world.people;
  const caseId = world.words.case!;
  value(await setUpSecondFactor(sponsor, '192.0.2.9', SITE_PASSWORD));
  const page = await secondFactorPage(reader(), sponsor);
  const app = new TOTP({ secret: Secret.fromBase32(page.state === 'begun' ? page.key.replaceAll(' ', '') : '') });
  value(await turnOnSecondFactor(sponsor, app.generate()));
  const criteria = stageOf(smallPathway(), 'failure-plan').stage.criteria.map(({ key }) => ({ criterion: key, verdict: 'met' as const, note: '' }));
  value(await keepDecisionDraft(sponsor, caseId, 'failure-plan', { outcome: 'approved', criteria }));

  const at = `/cases/${caseId}/stages/failure-plan/decision`;
  const asks = async () => /name="code"/.test(await (await site.ask('sponsor', 'GET', `${at}/check`)).text());
  expect(await asks()).toBe(false);
  await transaction(database(), async (tx) => {
    for (const { id } of await sessionsOf(tx, sponsor.id)) await proveSession(tx, id, new Date(Date.now() - 6 * 60_000).toISOString());
  });
  expect(await asks()).toBe(true);

  const sign = async (more: Record<string, string>) => site.ask('sponsor', 'POST', `${at}/signature`, { read: 'yes', allowed: 'yes', onBehalfOf: 'A board', minutes: '', sha256: await sha(caseId, 'failure-plan'), key: 'a-key-of-this-page', ...more });
  const without = await sign({ password: SITE_PASSWORD });
  expect(without.status).toBe(422);
  const shown = await without.text();
  expect(shown).toContain('Enter the code from your app');
  expect(shown).toContain('value="A board"');
  expect((await sign({ password: SITE_PASSWORD, code: '000000' })).status).toBe(422);
  const submission = (await latestSubmission(reader(), caseId, 'failure-plan'))!;
  expect(await liveDecision(reader(), submission.id, 'first')).toBeUndefined();
  const early = await sign({ password: SITE_PASSWORD, code: app.generate({ timestamp: Date.now() + 30_000 }) }); // the one of now turned it on
  expect(await early.text()).toContain('Wait for these reviews');
  site.holdCookies('sponsor', early);
  await reviewAll(world, caseId, 'failure-plan');
  const signed = await sign({});
  expect([signed.status, signed.headers.get('Location')]).toEqual([302, `${at}/done`]);
  expect(await liveDecision(reader(), submission.id, 'first')).toMatchObject({ outcome: 'approved', by: sponsor.id });
});
