import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { addDays, dayInWords } from '../../workflows/dates.ts';
import { findCase } from './hands/cases.ts';
import { expect, test } from './hands/cast.ts';
import { SIGNING, signingTitle, TODAY, type Run } from './hands/facts.ts';
import { press, pressed, typedDay } from './hands/forms.ts';
import { demo, openLetter } from './hands/people.ts';
import { votingOver } from './hands/served.ts';

const main = (page: Page) => page.locator('main');

/** Fills the form badly at first: what was typed is kept, and the lines to mend are named. */
async function setUp(lead: Page, casePath: string, electors: string[]): Promise<void> {
  await lead.goto(casePath);
  await lead.getByRole('link', { name: 'Ask staff in a secret ballot' }).click();
  await lead.getByRole('link', { name: 'Set up a ballot' }).click();
  await lead.getByLabel('What is the question?').fill('Should we leave the trust?');
  await lead.locator('input[name="method"][value="ballot"]').check();
  await lead.getByLabel('When does it open?').fill(typedDay(TODAY));
  await lead.getByLabel('What is the last day of voting?').fill(typedDay(addDays(TODAY, 5)));
  await lead.getByLabel('Who runs it?').selectOption('joint');
  await lead.getByLabel('Their name').fill('Ada Brook');
  const list = lead.getByLabel('Who may vote?');
  await list.fill([...electors, 'somebody on nights', electors[0]!].join('\n'));
  const reasons = await pressed(lead, 'Set up the ballot');
  expect(reasons).toContain('Line 4 is not one email address: somebody on nights');
  expect(reasons).toContain('Line 5 repeats line 1');
  await expect(list).toHaveValue(new RegExp('somebody on nights'));
  await list.fill(electors.join('\n'));
  await press(lead, 'Set up the ballot');
  await expect(main(lead)).toContainText('The ballot is set up');
  await expect(main(lead)).not.toContainText('Turnout');
}

/** Somebody without an account votes from their letter. */
async function vote(browser: Browser, email: string, choice: 'for' | 'against', looks: boolean): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await openLetter(page, email, 'Vote by');
  await page.waitForURL(/\/vote\//);
  if (looks) expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]); // axe is a script itself
  expect(await pressed(page, 'Send my vote')).toContain('Select for, against or a blank paper');
  await page.locator(`input[name="vote"][value="${choice}"]`).check();
  await press(page, 'Send my vote');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Your vote is in');
  return page;
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(`a secret ballot, with ${javaScriptEnabled ? 'script' : 'no script'}`, () => {
    test.use({ javaScriptEnabled });

    test('is set up by the lead, voted in from the mail, closed by the clock and used in the answer', async ({ cast, browser, baseURL }) => {
      const run: Run = javaScriptEnabled ? 'with script' : 'without script';
      const lead = await cast(SIGNING.lead.part);
      const casePath = await findCase(lead, signingTitle('ballot', run));
      const electors = [1, 2, 3].map((n) => demo(`voter${n}-${run.replace(' ', '-')}`));
      await setUp(lead, casePath, electors);
      const voters = [await vote(browser, electors[0]!, 'for', javaScriptEnabled), await vote(browser, electors[1]!, 'for', false)];
      await openLetter(voters[0]!, electors[0]!, 'Vote by');
      await expect(main(voters[0]!)).toContainText('A link votes once');
      await lead.goto(`${casePath}/ballot`);
      await expect(main(lead)).toContainText('It closes and is counted by itself');
      await expect(main(lead)).not.toContainText('Turnout');

      const yesterday = addDays(TODAY, -1);
      votingOver(baseURL!, casePath, yesterday);
      const late = await (await browser.newContext()).newPage();
      await openLetter(late, electors[2]!, 'Vote by');
      await expect(main(late)).toContainText(`The last day of voting was ${dayInWords(yesterday)}`);
      await lead.goto(`${casePath}/ballot`);
      await expect(main(lead)).toContainText('Threshold reached');
      await expect(main(lead)).toContainText('2 of 3, 66.7%');
      await expect(main(lead)).toContainText('Fewer than 10 people voted');
      await expect(main(lead)).not.toContainText('Against');
      await press(lead, 'Use these figures in the answer');
      await expect(lead).toHaveURL(/workforce\/vote$/);
      await expect(main(lead)).toContainText(`These figures were worked out from the secret ballot that closed on ${dayInWords(yesterday)}`);
      await expect(lead.getByRole('textbox', { name: 'What was the question?' })).toHaveValue('Should we leave the trust?');
      await lead.goto(`${casePath}/stages/workforce/vote-counts`);
      await expect(lead.getByRole('textbox', { name: 'How many papers came back?' })).toHaveValue('2');
      await expect(lead.locator('[name="hr.support_for.reason"]')).toHaveValue('Fewer than 10 people voted, so the counts are not shown. 51% was needed, and it was reached');
      await lead.goto(`${casePath}/ballot`);
      await expect(main(lead)).toContainText('The answer still says the same');
      for (const page of [...voters, late]) await page.context().close();
    });
  });
}
