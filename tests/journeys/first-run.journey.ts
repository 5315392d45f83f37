import { startCase } from './hands/cases.ts';
import { expect, test } from './hands/cast.ts';
import { press } from './hands/forms.ts';
import { joinAsNewcomer, sendInvitation } from './hands/people.ts';

const OURS = 'They ring one number, and somebody who knows them answers.';

for (const javaScriptEnabled of [false, true]) {
  test.describe(`somebody new, with ${javaScriptEnabled ? 'script' : 'no script'}`, () => {
    test.use({ javaScriptEnabled });

    test('is invited by letter, sees how this works once, reads an example answer, and saves a first one', async ({ cast, page }) => {
      const lead = await cast('team-lead');
      const title = `Orchard speech ${javaScriptEnabled ? 'A' : 'B'} ${Date.now()}`;
      const newcomer = { name: 'Ines Farrow', jobTitle: 'Speech therapist', email: `ines.${Date.now()}@northbridge.example` };
      const casePath = await startCase(lead, 'public-service-mutual', title);
      await sendInvitation(lead, casePath, newcomer, 'member');

      await joinAsNewcomer(page, title, newcomer);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('How this works');
      await expect(page.getByRole('link', { name: 'Look round a finished example: Harbour Lane Therapies' })).toBeVisible();
      await page.getByRole('link', { name: `Go to your case: ${title}` }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(title);

      await page.goto(`${casePath}/stages/readiness/vision`);
      const answer = page.getByRole('textbox', { name: 'What would patients notice in 3 years?' });
      const example = page.locator('details').filter({ hasText: 'See how Harbour Lane Therapies answered this: What would patients notice in 3 years?' });
      await expect(example.getByText('Example, not advice')).toBeHidden();
      await example.locator('summary').click();
      await expect(example.getByText('Example, not advice')).toBeVisible();
      await expect(example).toContainText('People in Saltmere would wait weeks less');
      await answer.fill(OURS);
      await press(page, 'Save and come back later');
      await page.goto(`${casePath}/stages/readiness/vision`);
      await expect(answer).toHaveValue(OURS);

      // A second case of theirs: they know how this works by now.
      const other = `${title} too`;
      const otherPath = await startCase(lead, 'public-service-mutual', other);
      await sendInvitation(lead, otherPath, newcomer, 'member');
      await page.goto('/demo/outbox');
      await page.getByRole('article').filter({ has: page.getByRole('heading', { name: `Join ${other}` }) }).getByRole('link').first().click();
      await press(page, 'Join the case');
      await expect(page).toHaveURL(new RegExp(`${otherPath}$`));
      await page.goto('/help');
      await page.getByRole('link', { name: 'how this works' }).click();
      await expect(page.getByRole('link', { name: 'Go to your work' })).toBeVisible();
    });
  });
}
