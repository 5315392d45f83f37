import { expect, type Page } from '@playwright/test';
import { addDays } from '../../../workflows/dates.ts';
import { TODAY, today } from './facts.ts';
import { press } from './forms.ts';
import { demo } from './people.ts';

/** Counts the pages that this person's browser opens from now on. */
export function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('framenavigated', (frame) => void (frame === page.mainFrame() && loads++));
  return () => loads;
}

/** Types a day (YYYY-MM-DD) in the three boxes of that name. */
async function fillDay(page: Page, name: string, on: string): Promise<void> {
  const [year, month, day] = on.split('-').map(Number);
  for (const [part, number] of Object.entries({ day, month, year })) await page.locator(`input[name="${name}.${part}"]`).fill(String(number));
}

export interface Asked {
  text: string;
  evidence: string;
  /** The name of who must meet it, as the choice begins. */
  owner: string;
}

/** Adds one condition of a decision, due in 60 days, for which the contract waits. */
export async function setCondition(page: Page, { text, evidence, owner }: Asked): Promise<void> {
  await page.getByLabel('What must be true').fill(text);
  await page.getByLabel('Evidence that will show it').fill(evidence);
  const owners = page.getByLabel('Who must meet it');
  await owners.selectOption(await owners.getByRole('option', { name: owner, includeHidden: true }).getAttribute('value'));
  await fillDay(page, 'dueOn', addDays(TODAY, 60));
  await page.getByLabel('The contract is approved').check();
  await press(page, 'Add this condition');
  await expect(page.locator('main')).toContainText(text);
}

/** Does one thing with a condition, found by its words in the list. `what`: what is chosen where there is a choice. */
export async function moveCondition(page: Page, casePath: string, words: string, what: string | null, note: string, button: string): Promise<void> {
  await page.goto(`${casePath}/conditions`);
  await page.getByRole('link', { name: words }).click();
  await expect(page.locator('main')).toContainText('Your turn.');
  if (what) await page.getByLabel(what, { exact: true }).check();
  await page.locator('[name="note"]').fill(note);
  await press(page, button);
  await expect(page.locator('#banner')).toContainText('Saved');
}

/** Asks everybody who sits on the board for a view, from the page of what was sent. */
export async function convene(page: Page, stagePath: string, name: string, quorum: number): Promise<void> {
  await page.goto(`${stagePath}/board`);
  await page.getByLabel('Name of the board').fill(name);
  await fillDay(page, 'meetsOn', addDays(TODAY, 9));
  await page.getByLabel('How many views are needed').fill(String(quorum));
  await press(page, 'Convene the board');
  await expect(page.locator('main')).toContainText('The board is convened, and its members are told');
}

/** An approver names somebody who has an account to stand in for them from today. */
export async function standIn(page: Page, casePath: string, part: string, lastDay: string): Promise<void> {
  await page.goto(`${casePath}/people`);
  await page.getByRole('link', { name: /^Name a deputy for/ }).click();
  await page.getByLabel("What is the deputy's email address?").fill(demo(part));
  await fillDay(page, 'from', today());
  await fillDay(page, 'until', lastDay);
  await page.getByLabel('Why is cover needed?').fill('Annual leave');
  await press(page, 'Name the deputy');
}

export interface View {
  /** As it is chosen. */
  view: string;
  reasons?: string;
  /** What keeps this member from taking part. */
  interest?: string;
}

/** A board member opens what was sent, says whether they have an interest in it, and gives their view. */
export async function giveView(page: Page, stagePath: string, { view, reasons = '', interest }: View): Promise<void> {
  await page.goto(`${stagePath}/review`);
  await page.getByLabel(interest ? 'I have another interest' : 'I have none').check();
  if (interest) await page.getByLabel('What the interest is').fill(interest);
  await press(page, 'Continue');
  await page.getByRole('link', { name: 'Give your view' }).first().click();
  await page.getByLabel(view, { exact: true }).check();
  if (interest) await page.getByLabel('What the interest is').fill(interest);
  if (interest) await page.getByLabel('I leave the room when it is discussed').check();
  await page.getByLabel('Your reasons').fill(reasons);
  await press(page, 'Send your view');
  await expect(page.locator('main')).toContainText('Your view is sent');
}

/** The support unit says that a new body took over from another today. */
export async function succeed(page: Page, old: string, next: string): Promise<void> {
  await page.goto('/organisations');
  await page.getByRole('link', { name: `Name a successor of ${old}` }).click();
  await page.getByLabel('Name of a new body').fill(next);
  await page.getByLabel('Kind of the new body').selectOption({ label: 'Integrated care board' });
  await fillDay(page, 'on', today());
  await page.getByLabel('Why?').fill('The Health and Care Act 2022');
  await press(page, 'Name the successor');
  await expect(page.getByRole('row').filter({ hasText: old }).first()).toContainText(next);
}
