import { expect, type Page } from '@playwright/test';
import { press, tap } from './forms.ts';
import { PASSWORD } from './people.ts';

/** Opens what was sent; the first time, a judge says first that they have no interest. */
export async function openReview(page: Page, stagePath: string): Promise<void> {
  await page.goto(`${stagePath}/review`);
  if (!page.url().includes('/interest')) return;
  await page.getByLabel('I have none').check();
  await press(page, 'Continue');
}

/** Gives the review that is asked of this person. */
export async function review(page: Page, stagePath: string): Promise<void> {
  await openReview(page, stagePath);
  const own = page.locator('#your-review');
  const supported = own.locator('input[name="verdict"][value="supported"][type="radio"]');
  if (await supported.count()) await supported.check(); // staff side gives a statement instead
  await own.locator('textarea[name="comment"]').fill('Read in full. The figures agree with what we hold.');
  await press(page, /^Send your /);
  await expect(page.locator('#banner')).toContainText('Your review is sent');
}

/** Approves a stage as its signer: outcome, criteria, check, signature. */
export async function approve(page: Page, stagePath: string, minutes?: string): Promise<void> {
  await openReview(page, stagePath);
  await judge(page, 'Approve');
  await sign(page, /^(Sign|Approve)/, minutes);
  await expect(page.locator('main')).toContainText('Approved');
}

/** From what was sent to an outcome with every criterion met. */
export async function judge(page: Page, outcome: string): Promise<void> {
  await page.getByRole('link', { name: 'Decide on this stage' }).first().click();
  await page.getByLabel(outcome, { exact: true }).check();
  await press(page, 'Continue');
  for (const met of await page.locator('input[type="radio"][value="met"]').all()) await tap(met);
  await press(page, 'Continue');
}

/** Declares and signs what is to be checked. `minutes`: asked for when a board gave its views. */
export async function sign(page: Page, button: RegExp, minutes?: string): Promise<void> {
  if (minutes) await page.getByLabel('Reference of the board minutes').fill(minutes);
  for (const box of await page.locator('main input[type="checkbox"]').all()) await tap(box);
  const password = page.locator('input[name="password"]');
  if (await password.count()) await password.fill(PASSWORD); // asked of those who gave it some time ago
  await press(page, button);
}

/** Lets a decision stand, as the second line. */
export async function assure(page: Page, stagePath: string): Promise<void> {
  await openReview(page, stagePath);
  await page.locator('input[name="act"][value="assure"]').check();
  await press(page, 'Record your decision');
  await expect(page.locator('#banner')).toContainText('Your decision is recorded');
}
