import { expect, type Page } from '@playwright/test';
import { press } from './forms.ts';

/** Checks the answers of a stage and sends it, or finishes it where nobody decides. */
export async function send(page: Page, stagePath: string): Promise<void> {
  await page.goto(stagePath);
  await page.getByRole('link', { name: /^(Check and send|Finish the)/ }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Check your answers before/);
  await press(page, /^(Send|Finish) /);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/(sent|finished)/);
}
