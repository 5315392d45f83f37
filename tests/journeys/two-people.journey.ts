import type { Page } from '@playwright/test';
import { startCase } from './hands/cases.ts';
import { expect, test } from './hands/cast.ts';
import { press } from './hands/forms.ts';
import { demo, fillSignIn, invite } from './hands/people.ts';
import { endSessionsOf } from './hands/served.ts';

const vision = (page: Page) => page.getByRole('textbox', { name: 'What would patients notice in 3 years?' });
const LATER = 'Save and come back later';

test.describe('two people', () => {
  test.use({ javaScriptEnabled: false });

  test('change one answer: both wordings are kept, one is chosen, the other stays in the history', async ({ cast }) => {
    const [lead, member] = [await cast('team-lead'), await cast('team-member')];
    const title = `Meadow podiatry ${Date.now()}`;
    const casePath = await startCase(lead, 'public-service-mutual', title);
    await invite(lead, casePath, title, member, 'team-member', 'member');
    const section = `${casePath}/stages/readiness/vision`;
    for (const page of [lead, member]) await page.goto(section);
    await vision(member).fill('They are seen in a week.');
    await press(member, LATER);
    await vision(lead).fill('They ring one number.');
    await press(lead, LATER);
    const choice = lead.getByRole('group', { name: 'Two versions of this answer' });
    await expect(choice).toContainText('They are seen in a week.');
    await expect(choice).toContainText('They ring one number.');
    await press(lead, 'Keep your version');
    await lead.goto(section);
    await expect(choice).toHaveCount(0);
    await expect(vision(lead)).toHaveValue('They ring one number.');
    await lead.goto(`${casePath}/answers/s0.vision`);
    await expect(lead.locator('main')).toContainText('They are seen in a week.');
  });
});

test('a save that comes after the session has ended is kept, and offered after signing in', async ({ cast, baseURL }) => {
  const page = await cast('adviser');
  const casePath = await startCase(page, 'right-to-provide', `Meadow audiology ${Date.now()}`);
  const section = `${casePath}/stages/readiness/vision`;
  await page.goto(section);
  endSessionsOf(baseURL!, demo('adviser'));
  await vision(page).fill('A hearing test at the weekend.');
  await press(page, LATER);
  await expect(page.locator('main')).toContainText('We kept your answer');
  await fillSignIn(page, demo('adviser'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We kept your answer');
  await press(page, 'Save my answer');
  await page.goto(section);
  await expect(vision(page)).toHaveValue('A hearing test at the weekend.');
});
