import type { Locator, Page } from '@playwright/test';
import { addDays } from '../../workflows/dates.ts';
import { expect, test } from './hands/cast.ts';
import { HALF_WRITTEN, TODAY } from './hands/facts.ts';
import { choose, follow, lands, tabTo, tick, typeInto } from './hands/keys.ts';
import { demo, PASSWORD } from './hands/people.ts';
import { review } from './hands/verdicts.ts';

const button = (page: Page, name: string | RegExp) => page.locator('main').getByRole('button', { name }).first();
const link = (page: Page, name: string | RegExp) => page.locator('main').getByRole('link', { name }).first();
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const problem = (page: Page) => page.locator('#error-summary');
const success = (page: Page) => page.locator('#banner[data-kind="success"]');

test('with the keyboard alone a person skips the navigation and signs in', async ({ page }) => {
  await page.goto('/sign-in');
  await page.keyboard.press('Tab');
  await lands(page.getByRole('link', { name: 'Skip to main content' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await lands(page.getByLabel('Email address'));
  await page.keyboard.type(demo('hr'));
  await typeInto(page, page.locator('input[name="password"]'), PASSWORD);
  await follow(page, button(page, 'Sign in'));
  await expect(title(page)).toHaveText('Your work');
});

test('with the keyboard alone a stage is completed, sent and decided', async ({ cast }) => {
  const [member, lead, support, sponsor] = [await cast('team-member'), await cast('team-lead'), await cast('support'), await cast('sponsor')];
  await test.step('the member answers what is missing', () => answer(member));
  const stagePath = new URL(member.url()).pathname;
  await test.step('the lead sends it', () => sendIt(lead, stagePath));
  await review(support, stagePath);
  await test.step('the approver decides', () => decide(sponsor));
});

/** From the list of cases to the stage and its first open section: says nothing of it being complete, is told so, and mends it. */
async function answer(page: Page): Promise<void> {
  await page.goto('/cases');
  await follow(page, link(page, HALF_WRITTEN.title));
  await follow(page, link(page, 'Proposal'));
  await follow(page, link(page, 'Next: Fit with local plans'));
  await typeInto(page, page.getByRole('textbox', { name: /^How does this fit what/ }), 'The local plan for this year asks for shorter waits for therapy, on page 12.');
  await typeInto(page, page.getByRole('textbox', { name: /^What legal or buying questions/ }), 'How the contract could be awarded, and who keeps the lease.');
  await refusedThenMended(page, button(page, 'Save and continue'), page.getByLabel("Yes, I've completed this section"));
  await follow(page, button(page, 'Save and continue'));
  await lands(success(page));
  await page.keyboard.press('Tab');
  await lands(link(page, 'Next: Staff and unions'));
  await page.keyboard.press('Enter');
  await expect(title(page)).toContainText('Staff and unions');
  await expect(title(page)).toBeFocused(); // the page changed without loading: it begins at its title, as a loaded one would
  await typeInto(page, page.getByRole('textbox', { name: 'How many staff have been told?' }), '11');
  await choose(page, 'eoi.staff_support', 'most-for');
  await choose(page, 'complete', 'yes');
  await follow(page, button(page, 'Save and continue'));
  await lands(success(page));
}

/** Sends a form that lacks one choice: the focus goes to what is wrong, from there to the control, and it is chosen. */
async function refusedThenMended(page: Page, send: Locator, first: Locator): Promise<void> {
  await tabTo(page, send);
  await page.keyboard.press('Enter');
  await lands(problem(page));
  await expect(page).toHaveTitle(/^Error: /);
  await page.keyboard.press('Tab');
  await lands(problem(page).getByRole('link'));
  await page.keyboard.press('Enter');
  await lands(first);
  await page.keyboard.press('Space');
  await expect(first).toBeChecked();
}

async function sendIt(page: Page, stagePath: string): Promise<void> {
  await page.goto(stagePath);
  await follow(page, link(page, /^Check and send/));
  await expect(title(page)).toHaveText(/^Check your answers before sending/);
  await follow(page, button(page, /^Send /));
  await expect(title(page)).toHaveText(/sent$/);
}

/** From their first page to the signature: interest, reading, outcome, criteria, a condition, check. */
async function decide(page: Page): Promise<void> {
  await page.goto('/');
  const task = page.locator('main li').filter({ hasText: HALF_WRITTEN.title });
  await follow(page, task.getByRole('link', { name: /^Read and decide/ }).first());
  await choose(page, 'kind', 'none');
  await follow(page, button(page, 'Continue'));
  await expect(title(page)).toContainText(HALF_WRITTEN.title);
  await follow(page, link(page, 'Decide on this stage'));
  await refusedThenMended(page, button(page, 'Continue'), page.getByLabel('Approve', { exact: true }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('Approve with conditions')).toBeChecked();
  await follow(page, button(page, 'Continue'));
  await expect(title(page)).toContainText('Criteria');
  for (const group of await page.locator('main input[value="met"]').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).name))) await choose(page, group, 'met');
  await follow(page, button(page, 'Continue'));
  await setCondition(page);
  await follow(page, link(page, 'Continue'));
  await sign(page);
}

/** Starts from a standard condition, whose words are there ready-made. */
async function setCondition(page: Page): Promise<void> {
  await expect(title(page)).toContainText('Conditions');
  await follow(page, link(page, 'A reserves policy is agreed by the board'));
  const owner = page.getByLabel('Who must meet it');
  await tabTo(page, owner);
  await page.keyboard.press('ArrowDown');
  await expect(owner).not.toHaveValue('');
  const [year, month, day] = addDays(TODAY, 60).split('-').map(Number);
  for (const [part, text] of Object.entries({ day, month, year })) await typeInto(page, page.locator(`input[name="dueOn.${part}"]`), String(text));
  await choose(page, 'blocks', 'contract');
  await follow(page, button(page, 'Add this condition'));
  await lands(success(page));
}

async function sign(page: Page): Promise<void> {
  await expect(title(page)).toHaveText('Check your decision');
  await refusedThenMended(page, button(page, 'Approve with 1 condition'), page.getByLabel('I have read the summary and the criteria'));
  await tick(page, page.getByLabel(/^I am allowed to make this decision/));
  await follow(page, button(page, 'Approve with 1 condition'));
  await expect(title(page)).toContainText('approved with conditions');
  await expect(page.locator('main')).toContainText('The team and its mentor have been told');
}
