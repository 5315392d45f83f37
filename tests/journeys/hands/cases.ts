import { expect, type Page } from '@playwright/test';
import type { PathwayKey } from '../../../workflows/definition.ts';
import { press } from './forms.ts';

/** Starts a case of two organisations that are not in the list, and answers with its address. */
export async function startCase(lead: Page, pathway: PathwayKey, title: string): Promise<string> {
  await lead.goto('/cases/new');
  await lead.locator(`input[name="pathway"][value="${pathway}"]`).check();
  await lead.getByLabel('Name of your team or service').fill(title);
  await lead.getByLabel('What the service does, in one line').fill('Hand therapy for people in Riverside');
  await lead.locator('input[name="parentName"]').fill('Northbridge Community Trust');
  await lead.locator('input[name="commissionerName"]').fill('Northbridge Health Board');
  await press(lead, 'Start the case');
  await expect(lead.getByRole('heading', { level: 1 })).toContainText(title);
  return new URL(lead.url()).pathname;
}

/** The address of a case that this person has a part in. */
export async function findCase(page: Page, title: string): Promise<string> {
  await page.goto(`/cases?text=${encodeURIComponent(title)}`);
  return (await page.locator('main').getByRole('link', { name: title, exact: true }).getAttribute('href'))!;
}
