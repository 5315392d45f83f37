import { expect, type Page } from '@playwright/test';
import { addDays } from '../../../workflows/dates.ts';
import { TODAY } from './facts.ts';
import { press, typedDay } from './forms.ts';

/** One promise as a team makes it. Days are YYYY-MM-DD. */
export interface Promised {
  title: string;
  beneficiary: string;
  /** Part of an answer of the proposal. */
  sentence: string;
  category: string;
  measure: string;
  unit: string;
  baseline: string;
  baselineOn: string;
  target: string;
  targetOn: string;
  /** A step on the way. */
  milestone: { value: string; on: string };
  consequence: string;
}

export const WAITS: Promised = {
  title: 'Shorter waits for hand therapy', beneficiary: 'People referred by their GP', sentence: 'People referred by their GP are seen in 21 days instead of 42.',
  category: 'access', measure: 'Days from referral to first visit, median of the month', unit: 'days', baseline: '42', baselineOn: addDays(TODAY, -430), target: '21', targetOn: addDays(TODAY, 300),
  milestone: { value: '30', on: addDays(TODAY, -100) }, consequence: 'A service improvement action with a date',
};

/** Writes the sentence into the proposal and records under it what it promises; then says how it is measured. Answers with the benefit's address. */
export async function promise(page: Page, casePath: string, benefit: Promised): Promise<string> {
  await page.goto(`${casePath}/stages/proposal/plan`);
  await page.locator('[name="eoi.plan"]').fill(benefit.sentence);
  const add = 'button[value="add-benefit:eoi.plan"]';
  const catcher = page.locator('details', { has: page.locator(add) });
  await catcher.locator('summary').click();
  await catcher.getByLabel('What will get better?').fill(benefit.title);
  await catcher.getByLabel('For whom?').fill(benefit.beneficiary);
  await press(page, { css: add });
  await page.getByRole('link', { name: benefit.title, exact: true }).click();
  await page.waitForURL(/\/benefits\/[0-9a-f-]+$/);
  await expect(page.locator('main')).toContainText(benefit.sentence);
  const path = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Add a measure' }).click();
  await page.getByLabel('Kind of benefit').selectOption(benefit.category);
  await page.getByLabel('Unit', { exact: true }).selectOption(benefit.unit);
  await page.locator('input[name="direction"][value="down"]').check();
  const boxes = { measure: benefit.measure, baseline: benefit.baseline, baselineSource: 'Monthly extract', baselineOn: typedDay(benefit.baselineOn), target: benefit.target, targetOn: typedDay(benefit.targetOn), milestone1: benefit.milestone.value, milestone1On: typedDay(benefit.milestone.on) };
  await page.locator('#milestones summary').click();
  for (const [name, text] of Object.entries(boxes)) await page.locator(`[name="${name}"]`).fill(text);
  await press(page, 'Save');
  await expect(page.locator('#banner')).toContainText('How it is measured is saved');
  await page.goto(`${casePath}/benefits`);
  await expect(page.locator('main')).toContainText('1 measurable');
  return path;
}

/** Puts it in the contract. */
export async function settle(page: Page, benefitPath: string, { consequence }: Promised): Promise<void> {
  await page.goto(benefitPath);
  await page.getByRole('link', { name: 'Decide if it is in the contract' }).first().click();
  await page.locator('input[name="treatment"][value="contracted"]').check();
  await page.getByLabel('Clause or schedule').fill('Schedule 4, measure 1');
  await page.getByLabel('How often it is reported').selectOption('quarterly');
  await page.getByLabel('What follows if it is missed').selectOption(consequence);
  await press(page, 'Record this');
  await expect(page.locator('main')).toContainText('In the contract, Schedule 4, measure 1');
}

/** Adds the result of the 13 weeks that end on this day. */
export async function measure(page: Page, benefitPath: string, on: string, value: string): Promise<void> {
  await page.goto(benefitPath);
  await page.getByRole('link', { name: 'Add a result' }).first().click();
  await page.getByLabel('First day of the period').fill(typedDay(addDays(on, -90)));
  await page.getByLabel('Last day of the period').fill(typedDay(on));
  await page.locator('[name="value"]').fill(value);
  await page.locator('[name="n"]').fill('212');
  await page.locator('input[name="quality"][value="B"]').check();
  await press(page, 'Add the result');
  await expect(page.locator('main')).toContainText('212');
}
