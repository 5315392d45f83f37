import { expect, type Page } from '@playwright/test';
import type { Role } from '../../../workflows/definition.ts';
import { press } from './forms.ts';

export const PASSWORD = 'harbour-lane-therapies';
/** The demo's own is known to everybody, so nobody else may take it. */
export const NEW_PASSWORD = 'otters-cross-quiet-rivers';
export const demo = (part: string): string => `${part}@demo.slipway.test`;

/** Signs in as one of the cast. */
export async function signIn(page: Page, part: string): Promise<void> {
  await page.goto('/sign-in');
  await fillSignIn(page, demo(part));
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Fills and sends the sign-in form that is on the page. */
export async function fillSignIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.locator('input[name="password"]').fill(PASSWORD);
  await press(page, 'Sign in');
}

export interface Newcomer {
  name: string;
  jobTitle: string;
  email: string;
}

/** Opens an account as somebody new would: the form, the letter, the link in it, a password. */
export async function signUp(page: Page, { name, jobTitle, email }: Newcomer): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('Full name').fill(name);
  await page.getByLabel('Job title').fill(jobTitle);
  await page.getByLabel('Email address').fill(email);
  await press(page, 'Send me the link');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your email');
  await openLetter(page, email, 'Confirm your email address');
  await page.locator('input[name="password"]').fill(NEW_PASSWORD);
  await press(page, 'Open my account');
  await expect(page.getByRole('link', { name, exact: true }).first()).toBeVisible();
}

/** Follows the link in the newest letter to this address whose subject has these words. */
export async function openLetter(page: Page, email: string, subject: string): Promise<void> {
  await page.goto('/demo/outbox');
  const letter = page.getByRole('article').filter({ hasText: `, ${email}.` }).filter({ has: page.getByRole('heading', { name: subject }) });
  await letter.first().getByRole('link').first().click(); // after it comes the way to the settings
}

/** Invites somebody to a role of a case by a letter. */
export async function sendInvitation(host: Page, casePath: string, { name, email }: Pick<Newcomer, 'name' | 'email'>, role: Role): Promise<void> {
  await host.goto(`${casePath}/people`);
  await host.getByRole('link', { name: 'Invite somebody' }).click();
  await host.getByLabel('Full name').fill(name);
  await host.getByLabel('Work email address').fill(email);
  await host.locator(`input[name="role"][value="${role}"]`).check();
  await press(host, 'Send the invitation');
  await expect(host.locator('main')).toContainText(email);
}

/** Joins from the letter as somebody who has no account yet. */
export async function joinAsNewcomer(guest: Page, title: string, { jobTitle, email }: Newcomer): Promise<void> {
  await openLetter(guest, email, `Join ${title}`);
  await guest.getByLabel('Job title').fill(jobTitle);
  await guest.locator('input[name="password"]').fill(NEW_PASSWORD);
  await press(guest, 'Join the case');
}

/** Invites one of the cast to a role of a case, who joins from their own letter. */
export async function invite(host: Page, casePath: string, title: string, guest: Page, part: string, role: Role): Promise<void> {
  await sendInvitation(host, casePath, { name: `Guest ${part}`, email: demo(part) }, role);
  await openLetter(guest, demo(part), `Join ${title}`);
  await press(guest, 'Join the case');
  await expect(guest.getByRole('heading', { level: 1 })).toContainText(title);
}
