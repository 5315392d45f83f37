import type { Page } from '@playwright/test';
import { press } from './forms.ts';

/** Attaches a small document for each kind the stage still needs. */
export async function attachAll(page: Page, stagePath: string): Promise<void> {
  const [, casePath = '', stage = ''] = /^(.*)\/stages\/(.*)$/.exec(stagePath) ?? [];
  const list = `${casePath}/documents?stage=${stage}`;
  const needed = page.getByRole('link', { name: /^Add: / });
  for (await page.goto(list); await needed.count(); await page.goto(list)) {
    await needed.first().click();
    await page.getByLabel('Name of the document').fill('Agreed paper');
    await page.locator('input[name="seenBy"][value="reviewers"]').check();
    await page.locator('input[name="personalData"][value="no"]').check();
    await page.locator('input[type=file]').setInputFiles({ name: 'agreed.txt', mimeType: 'text/plain', buffer: Buffer.from('Agreed by the team and its sponsor.') });
    await press(page, 'Add the document');
  }
}
