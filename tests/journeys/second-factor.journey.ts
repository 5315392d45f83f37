import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { expect, test } from './hands/cast.ts';
import { faultsOf } from './hands/faults.ts';
import { press, pressed } from './hands/forms.ts';
import { NEW_PASSWORD, signUp } from './hands/people.ts';

test.use({ viewport: { width: 1280, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

const code = (page: Page) => page.getByLabel('Code from your app');

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? 'with script' : 'with no script', () => {
    test.use({ javaScriptEnabled });

    test('somebody sets up codes from an app, signs in with one, loses the phone and turns them off', async ({ page }) => {
      const person = { name: 'Jonah Ellis', jobTitle: 'Nurse', email: `jonah.${Date.now()}@northbridge.example` };
      const looksRight = async () => expect(javaScriptEnabled ? await faultsOf(page) : []).toEqual([]); // axe is a script too
      await signUp(page, person);
      await page.goto('/account');
      await page.getByRole('link', { name: 'Change whether a code from an app is asked for' }).click();
      await page.locator('input[name="password"]').fill(NEW_PASSWORD);
      await press(page, 'Set it up');
      await expect(page.getByRole('img', { name: 'Picture for your app' })).toBeVisible();
      await looksRight();
      const key = await page.locator('main strong').last().innerText();
      const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) });
      await code(page).fill('12 34');
      expect(await pressed(page, 'Turn it on')).toContain('Code is incorrect');
      await code(page).fill(app.generate());
      await press(page, 'Turn it on');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keep your recovery codes');
      await looksRight();
      const kept = await page.locator('main code').allInnerTexts();
      expect(kept).toHaveLength(10);
      await page.getByRole('link', { name: 'I have kept them' }).click();
      await expect(page.locator('main')).toContainText('From now on we ask for a code from your app.');

      await page.context().clearCookies();
      await page.goto('/account/second-factor');
      await page.getByLabel('Email address').fill(person.email);
      await page.locator('input[name="password"]').fill(NEW_PASSWORD);
      await press(page, 'Sign in');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enter a code');
      await looksRight();
      await code(page).fill('000000');
      expect(await pressed(page, 'Sign in')).toContain('Code is incorrect');
      await code(page).fill(app.generate({ timestamp: Date.now() + 30_000 })); // the one of now turned it on
      await press(page, 'Sign in');
      await expect(page.locator('main')).toContainText('You have 10 recovery codes left');
      await looksRight();

      await code(page).fill(kept[3]!.toLowerCase());
      await press(page, 'Turn it off');
      await expect(page.locator('main')).toContainText('We no longer ask for a code.');
    });
  });
}
