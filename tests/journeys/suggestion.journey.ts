import type { Page } from '@playwright/test';
import { startCase } from './hands/cases.ts';
import { expect, test } from './hands/cast.ts';
import { press, pressed } from './hands/forms.ts';
import { invite } from './hands/people.ts';

const vision = (page: Page) => page.getByRole('textbox', { name: 'What would patients notice in 3 years?' });
const OURS = 'They ring one number.';
const OFFERED = 'They ring one number, day or night.';

for (const javaScriptEnabled of [false, true]) {
  test.describe(`a comment, with ${javaScriptEnabled ? 'script' : 'no script'}`, () => {
    test.use({ javaScriptEnabled });

    test('becomes a suggestion, is taken with one press, and is settled by who asked', async ({ cast }) => {
      const [lead, member] = [await cast('team-lead'), await cast('team-member')];
      const title = `Meadow dietetics ${javaScriptEnabled ? 'A' : 'B'} ${Date.now()}`;
      const casePath = await startCase(lead, 'public-service-mutual', title);
      await invite(lead, casePath, title, member, 'team-member', 'member');
      const section = `${casePath}/stages/readiness/vision`;
      await lead.goto(section);
      await vision(lead).fill(OURS);
      await press(lead, 'Save and come back later');

      await member.goto(section);
      await press(member, /^Ask or suggest something/);
      await expect(member.getByRole('heading', { level: 1 })).toContainText('Add a comment');
      await member.getByRole('textbox', { name: 'Your comment' }).fill('At any hour?');
      await press(member, 'Add comment');
      const comment = member.url().split('?')[0]!;
      await member.getByText('Suggest words for the answer').click();
      const words = member.getByRole('textbox', { name: 'Words for the answer' });
      await words.fill(' ');
      expect(await pressed(member, 'Offer these words')).toContain('Enter the words you suggest for the answer');
      await words.fill(OFFERED);
      await press(member, 'Offer these words');
      await expect(member.locator('main')).toContainText('Your words are offered');

      await lead.goto(section);
      await press(lead, 'Use this wording');
      await expect(lead).toHaveURL(/readiness\/vision/);
      await expect(vision(lead)).toHaveValue(OFFERED);
      await lead.goto(`${casePath}/answers/s0.vision`);
      await expect(lead.locator('main')).toContainText(/Words offered by .+, taken by .+/);
      await expect(lead.locator('main')).toContainText(OURS);

      await member.goto(comment);
      await expect(member.locator('main')).toContainText('took these words');
      await press(member, 'Settle this comment');
      await member.goto(`${casePath}/comments?state=settled`);
      await expect(member.getByRole('heading', { name: '1 comment' })).toBeVisible();
    });
  });
}
