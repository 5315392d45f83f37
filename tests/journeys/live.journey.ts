import type { Page } from '@playwright/test';
import { startCase } from './hands/cases.ts';
import { expect, test } from './hands/cast.ts';
import { press } from './hands/forms.ts';
import { invite } from './hands/people.ts';

const vision = (page: Page) => page.getByRole('textbox', { name: 'What would patients notice in 3 years?' });
const people = (page: Page) => page.locator('[name="s0.team_size"]');
const fullTime = (page: Page) => page.locator('[name="s0.team_wte"]');
const saved = (page: Page) => page.getByText(/^Saved at/);

test('two people write in one section at once: each sees where the other is, takes in what they change and loses nothing', async ({ cast }) => {
  const [lead, member] = [await cast('team-lead'), await cast('team-member')];
  const title = `Meadow nutrition ${Date.now()}`;
  const casePath = await startCase(lead, 'public-service-mutual', title);
  await invite(lead, casePath, title, member, 'team-member', 'member');
  const section = `${casePath}/stages/readiness/team-size`;
  for (const page of [lead, member]) await page.goto(section);

  await people(member).pressSequentially('12');
  await expect(lead.locator('main')).toContainText(/is editing this now, since \d/);
  await expect(saved(member)).toBeVisible();
  await expect(people(lead)).toHaveValue('12');

  // Each at a place of their own, and back: nobody collides with themselves.
  await fullTime(member).fill('9.5');
  await expect(fullTime(lead)).toHaveValue('9.5');
  await people(member).fill('13');
  await expect(people(lead)).toHaveValue('13');
  await expect(member.getByRole('group', { name: 'Two versions of this answer' })).toHaveCount(0);

  // At the same place: what the lead is writing stays, and both are kept.
  await fullTime(lead).focus();
  await fullTime(member).fill('10.5');
  await expect(lead.locator('main')).toContainText(/changed this answer at .+, while you were writing/);
  await fullTime(lead).fill('11');
  await press(lead, 'Save and come back later');
  await lead.goto(section);
  const choice = lead.getByRole('group', { name: 'Two versions of this answer' });
  await expect(choice).toContainText('10.5');
  await expect(choice).toContainText('11');
});

test('a page that is only read says that something happened, and shows it when asked', async ({ cast }) => {
  const [lead, member] = [await cast('team-lead'), await cast('team-member')];
  const title = `Meadow orthotics ${Date.now()}`;
  const casePath = await startCase(lead, 'public-service-mutual', title);
  await invite(lead, casePath, title, member, 'team-member', 'member');
  await member.goto(`${casePath}/stages/readiness`);
  await lead.goto(`${casePath}/stages/readiness/vision`);
  await vision(lead).fill('They are seen in a week.');
  await press(lead, 'Save and come back later');
  const line = member.getByRole('status');
  await expect(line).toContainText('changed 1 answer');
  await line.getByRole('link', { name: 'Show the page as it is now' }).click();
  await expect(line).toBeEmpty();
  await expect(member.locator('main')).toContainText('In progress');
});

test('what is typed before the script of a page has come stays, and is saved', async ({ cast }) => {
  const lead = await cast('team-lead');
  const section = `${await startCase(lead, 'public-service-mutual', `Meadow audiology ${Date.now()}`)}/stages/readiness/vision`;
  await lead.goto(section);
  await vision(lead).fill('They are seen in a week.');
  await press(lead, 'Save and come back later');

  let come = () => {};
  const slow = new Promise<void>((resolve) => (come = resolve));
  await lead.route(/\.js$/, async (route) => (await slow, route.continue()));
  await lead.goto(section, { waitUntil: 'commit' });
  await vision(lead).fill('They are seen in two days.');
  come();
  await expect(saved(lead)).toBeVisible();
  await expect(lead.getByText(/You have \d+ words left/).first()).toBeVisible();
  await expect(vision(lead)).toHaveValue('They are seen in two days.');
  await lead.goto(section);
  await expect(vision(lead)).toHaveValue('They are seen in two days.');
});

test('an answer that asks for another question brings it while one looks at the page', async ({ cast }) => {
  const lead = await cast('team-lead');
  await lead.goto(`${await startCase(lead, 'public-service-mutual', `Meadow dental ${Date.now()}`)}/stages/readiness/reasons`);
  const other = lead.getByRole('textbox', { name: 'What is the other reason?' });
  await expect(other).toHaveCount(0);
  await lead.getByLabel('Another reason').check();
  await other.fill('Two of us retire next year.');
  await lead.getByLabel('Another reason').uncheck();
  await expect(other).toHaveCount(0);
});
