import { expect, type Page } from '@playwright/test';
import { addDays, dayInWords } from '../../../workflows/dates.ts';
import type { Promised } from './benefits.ts';
import { TODAY } from './facts.ts';
import { press, typedDay } from './forms.ts';

/** The other side queries the newest result, the team answers, and the other side confirms it. */
export async function query(team: Page, commissioner: Page, benefitPath: string): Promise<void> {
  await commissioner.goto(`${benefitPath}/results`);
  await commissioner.locator('main a[href$="/check"]').first().click();
  await say(commissioner, 'queried', 'Does this leave out people who did not come?');
  await team.goto(`${benefitPath}/results`);
  await team.getByRole('link', { name: /^Answer/ }).click();
  await team.locator('[name="note"]').fill('It counts everybody who was offered a first visit.');
  await press(team, 'Send the answer');
  await commissioner.goto(`${benefitPath}/results`);
  await commissioner.getByRole('link', { name: /^Check/ }).first().click();
  await expect(commissioner.locator('main')).toContainText('It counts everybody who was offered a first visit.');
  await say(commissioner, 'confirmed', '');
  await expect(commissioner.locator('main')).toContainText('Confirmed');
}

async function say(page: Page, kind: 'queried' | 'confirmed', note: string): Promise<void> {
  await page.locator(`input[name="kind"][value="${kind}"]`).check();
  await page.locator('[name="note"]').fill(note);
  await press(page, 'Record this');
}

/** One side asks for another target, the other agrees; both stay on record. */
export async function restate(team: Page, commissioner: Page, benefitPath: string, target: string): Promise<void> {
  await team.goto(`${benefitPath}/changes/new?kind=target`);
  await team.locator('[name="target"]').fill(target);
  await team.locator('[name="reason"]').fill('Referrals rose by half in the first year, and both sides expect it to last.');
  await press(team, 'Ask the other side');
  await commissioner.goto(benefitPath);
  await commissioner.getByRole('link', { name: 'Answer it' }).click();
  await commissioner.locator('input[name="answer"][value="agreed"]').check();
  await press(commissioner, 'Record your answer');
  await expect(commissioner.locator('main')).toContainText(target);
}

/** The approver's side judges at the review that is on: missed, with what is done about it and what was agreed to follow. */
export async function judgeMissed(commissioner: Page, benefitPath: string, { consequence, milestone, unit }: Promised): Promise<void> {
  await commissioner.goto(`${benefitPath}/verdicts/new`);
  await expect(commissioner.locator('main')).toContainText(`Both sides agreed what follows: ${consequence}`);
  await expect(commissioner.locator('main')).toContainText(`The step of ${milestone.value} ${unit} by ${dayInWords(milestone.on)} was not reached.`);
  await commissioner.locator('input[name="verdict"][value="missed"]').check();
  await commissioner.locator('[name="reasons"]').fill('The milestone was not reached, and a year of results shows no way to the target in time.');
  await commissioner.locator('[name="action"]').fill('A second clinic each week until the wait is below 30 days.');
  await commissioner.locator('[name="actionOwner"]').selectOption({ index: 1 });
  await commissioner.locator('[name="actionDueOn"]').fill(typedDay(addDays(TODAY, 60)));
  await press(commissioner, 'Give the verdict');
  await expect(commissioner.locator('main')).toContainText(`Agreed to follow${consequence}`);
}

/** Publishes the statement and answers with its address, which anybody may read. */
export async function publish(team: Page, casePath: string): Promise<string> {
  await team.goto(`${casePath}/statement`);
  await team.locator('[name="words"]').fill('We promised shorter waits and did not get there in the first year. This is what we found and what we do now.');
  await press(team, 'Preview the statement');
  await press(team, 'Publish it');
  await expect(team).toHaveURL(/\/statements\/[^/]+$/);
  return new URL(team.url()).pathname;
}
