import type { Page } from '@playwright/test';
import { expect, test } from './hands/cast.ts';
import { follow, typeInto } from './hands/keys.ts';
import { demo, PASSWORD } from './hands/people.ts';

const button = (page: Page, name: string | RegExp) => page.locator('main').getByRole('button', { name }).first();

test('with the keyboard alone a person skips the navigation and signs in', async ({ page }) => {
  await page.goto('/sign-in');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Email address')).toBeFocused();
  await page.keyboard.type(demo('hr'));
  await typeInto(page, page.locator('input[name="password"]'), PASSWORD);
  await follow(page, button(page, 'Sign in'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your work');
});
