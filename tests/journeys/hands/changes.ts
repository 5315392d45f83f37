import { expect, type Locator, type Page } from '@playwright/test';
import { press } from './forms.ts';
import { judge, sign } from './verdicts.ts';

/** A change that an approver asks for on one answer, and what the team makes of it. */
export interface Change {
  question: string;
  asked: string;
  /** The line on what was changed. */
  changed: string;
  /** The answer as it is then. */
  answer: string;
}

/** An answer of a version that is read, with what is said of it. */
export const answerTo = (page: Page, question: string): Locator => page.getByRole('article').filter({ has: page.getByRole('heading', { name: question }) });

/** Marks each answer that must change, from the page of what was sent, and asks for those changes alone. */
export async function askForChanges(page: Page, changes: readonly Change[]): Promise<void> {
  for (const { question, asked } of changes) {
    const answer = answerTo(page, question);
    await answer.getByText('Add a comment').click();
    await answer.getByLabel('Must change').check();
    await answer.getByLabel('Your comment').fill(asked);
    await press(page, 'Add comment');
    await expect(page.locator('main')).toContainText('Your comment is added');
  }
  await judge(page, 'Request changes');
  for (const { question, asked } of changes) await expect(page.locator('main')).toContainText(`${question}: ${asked}`);
  await press(page, 'Continue');
  await sign(page, /^Request changes/);
  await expect(page.locator('main')).toContainText('Changes requested');
}

/** The team says on each what it changed, and changes it, from the page where it checks before it sends again. */
export async function answerChanges(page: Page, stagePath: string, changes: readonly Change[]): Promise<void> {
  for (const { question, asked, changed, answer } of changes) {
    await page.goto(`${stagePath}/check`);
    await expect(page.locator('main')).toContainText('Say what you changed');
    await page.getByRole('link', { name: 'Say what you changed' }).first().click();
    await expect(page.locator('main')).toContainText(asked);
    await page.getByLabel('What have you changed?').fill(changed);
    await press(page, 'Send your answer');
    await page.getByRole('link', { name: 'Change the answer' }).click();
    await page.getByRole('textbox', { name: question }).fill(answer);
    await page.getByLabel("Yes, I've completed this section").check();
    await press(page, 'Save and continue');
  }
}

/** Settles every change that the team answered, one after the other. */
export async function settleChanges(page: Page, stagePath: string, changes: readonly Change[]): Promise<void> {
  for (const { question } of changes) {
    await page.goto(`${stagePath}/review`);
    await expect(answerTo(page, question)).toContainText('Answered');
    await press(page, /^Settle this change/);
    await expect(page.locator('main')).toContainText('Settled by');
  }
}
