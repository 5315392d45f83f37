import type { Page } from '@playwright/test';
import { addDays, dayInWords } from '../../workflows/dates.ts';
import { findCase } from './hands/cases.ts';
import { expect, test, type Cast } from './hands/cast.ts';
import { MENTORING, mentoringDay, mentoringTitle, RUNS, TODAY, USER_LED, userLedTitle, type Run } from './hands/facts.ts';
import { press, pressed, typedDay } from './hands/forms.ts';

const main = (page: Page) => page.locator('main');
const { lead: LEAD, mentor: MENTOR } = MENTORING;
const UNTIL = addDays(TODAY, 40);

/** Opens the page on which the lead says what the mentor may read. */
async function openSharing(lead: Page, casePath: string, mentor: string = MENTOR.name): Promise<void> {
  await lead.goto(`${casePath}/people`);
  await lead.getByRole('link', { name: `Share stages with ${mentor}` }).click();
}

async function share(lead: Page, casePath: string, mentor?: string): Promise<void> {
  await openSharing(lead, casePath, mentor);
  await lead.getByLabel('Readiness check').check();
  expect(await pressed(lead, 'Save')).toContain('Enter the last day they can read it');
  await expect(lead.getByLabel('Readiness check')).toBeChecked(); // what was chosen is kept
  for (const [name, text] of [['day', UNTIL.slice(8)], ['month', UNTIL.slice(5, 7)], ['year', UNTIL.slice(0, 4)]]) await lead.locator(`input[name="until.${name}"]`).fill(text!);
  await press(lead, 'Save');
  await expect(main(lead)).toContainText(`Can read: Readiness check, until ${dayInWords(UNTIL)}`);
}

/** The first section of the shared stage, as its address. */
async function readShared(mentor: Page, casePath: string): Promise<string> {
  await mentor.goto(`${casePath}/stages/readiness`);
  await main(mentor).locator('li a[href*="/stages/readiness/"]').first().click();
  await mentor.waitForURL(/readiness\/./);
  return new URL(mentor.url()).pathname;
}

const statusOf = async (page: Page, path: string) => (await page.goto(path))!.status();

/** One side offers two times, one of them badly typed at first; the other chooses. */
async function meet(run: Run, { offers, chooses, casePath }: { offers: Page; chooses: Page; casePath: string }, days: number): Promise<void> {
  await offers.goto(`${casePath}/meetings/new`);
  await offers.getByLabel('What it is about').selectOption({ label: 'Pensions' });
  await offers.getByLabel('How or where you meet').fill('By video');
  await offers.locator('input[name="slots.1.day"]').fill(typedDay(mentoringDay(run, days)));
  await offers.locator('input[name="slots.1.time"]').fill('half past two');
  await offers.locator('input[name="slots.2.day"]').fill(typedDay(mentoringDay(run, days)));
  await offers.locator('input[name="slots.2.time"]').fill('4:30pm');
  expect(await pressed(offers, 'Offer these times')).toContain('Enter the clock time of time 1');
  await expect(offers.locator('input[name="slots.2.time"]')).toHaveValue('4:30pm');
  await offers.locator('input[name="slots.1.time"]').fill('2:30pm');
  await press(offers, 'Offer these times');
  await expect(main(offers)).toContainText('Your times are offered');
  await chooses.goto(new URL(offers.url()).pathname);
  await chooses.getByLabel(/2:30pm to 3:30pm/).check();
  await press(chooses, 'Agree this time');
  await expect(main(chooses)).toContainText(`${dayInWords(mentoringDay(run, days))} at 2:30pm`);
}

/** The mentor writes down the first meeting that waits for it. */
async function writeDown(mentor: Page, casePath: string, { advice, note, action }: { advice: string; note: string; action?: string }): Promise<void> {
  await mentor.goto(`${casePath}/meetings`);
  await mentor.getByRole('link', { name: 'Write it down' }).first().click();
  await mentor.getByLabel('What was advised').fill(advice);
  await mentor.getByLabel(/^Your private note/).fill(note);
  if (action) {
    await mentor.locator('input[name="actions.1.text"]').fill(action);
    await mentor.locator('select[name="actions.1.owner"]').selectOption({ label: LEAD.name });
    await mentor.locator('input[name="actions.1.due"]').fill(typedDay(addDays(TODAY, 7)));
  }
  await press(mentor, 'Save the session');
  await expect(main(mentor)).toContainText(advice);
}

async function throughAMentoring(run: Run, cast: Cast): Promise<void> {
  const [lead, mentor] = [await cast(LEAD.part), await cast(MENTOR.part)];
  const casePath = await findCase(lead, mentoringTitle(run));
  const action = `Ask the scheme what it needs, ${run}`;
  const section = await test.step('the lead shares one stage until a day, and the mentor reads that and nothing else', async () => {
    await mentor.goto(casePath);
    expect(await statusOf(mentor, `${casePath}/stages/readiness/print`)).toBe(404);
    await share(lead, casePath);
    const path = await readShared(mentor, casePath);
    for (const unshared of ['stages/proposal/print', 'stages/business-case/print']) expect(await statusOf(mentor, `${casePath}/${unshared}`)).toBe(404);
    await lead.goto(`${casePath}/activity`);
    await expect(main(lead)).toContainText(`${MENTOR.name} read the readiness check`);
    return path;
  });
  await test.step('three times are offered and chosen, by either side', async () => {
    for (const [i, days] of [10, 14, 18].entries()) await meet(run, i === 1 ? { offers: mentor, chooses: lead, casePath } : { offers: lead, chooses: mentor, casePath }, days);
  });
  await test.step('three meetings are written down, and a private note stays private', async () => {
    await writeDown(mentor, casePath, { advice: 'Start with the vision', note: 'Private words one' });
    await writeDown(mentor, casePath, { advice: 'Ask staff before you draw anything', note: 'Private words two' });
    await writeDown(mentor, casePath, { advice: 'Ask the pension scheme early', note: 'Private words three', action });
    await expect(main(mentor)).toContainText('Private words two');
    await lead.goto(`${casePath}/meetings`);
    await expect(main(lead)).toContainText(`${MENTOR.name}: 3 meetings held, 3 hours in all.`);
    await expect(main(lead)).toContainText('Ask staff before you draw anything');
    await expect(lead.locator('body')).not.toContainText('Private words');
  });
  await test.step('the action waits on the first page of who does it, until it is ticked', async () => {
    await lead.goto('/?show=all');
    await lead.getByRole('link', { name: action }).click();
    await press(lead, /^Mark as done/);
    await expect(main(lead)).toContainText('The action is marked as done');
    await lead.goto('/?show=all');
    await expect(lead.getByRole('link', { name: action })).toHaveCount(0);
  });
  await test.step('the lead takes it back, and for the mentor the stage is not there', async () => {
    expect(await statusOf(mentor, section)).toBe(200);
    await openSharing(lead, casePath);
    await lead.getByLabel('Readiness check').uncheck();
    await press(lead, 'Save');
    await expect(main(lead)).toContainText('Can read: Nothing now');
    expect(await statusOf(mentor, section)).toBe(404);
    expect(await statusOf(mentor, `${casePath}/stages/readiness/print`)).toBe(404);
  });
}

/** Opens the mentoring itself, from the page where the team or the adviser has all of theirs. */
async function openMentoring(page: Page, casePath: string, side: 'team' | 'mentor', run: Run): Promise<void> {
  await page.goto(side === 'team' ? `${casePath}/mentoring` : '/mentoring');
  await main(page).getByRole('link', { name: side === 'team' ? `Open the mentoring by ${USER_LED.mentor.name}` : userLedTitle(run) }).first().click();
}

/** Makes one move of a mentoring that is open, with the words it asks for. */
async function move(page: Page, title: string, outcome?: string): Promise<void> {
  await page.getByRole('link', { name: title }).click();
  if (outcome) await page.getByLabel(outcome).check();
  await press(page, title);
}

async function fromNoMentorToAnOutcome(run: Run, cast: Cast): Promise<void> {
  const { name } = USER_LED.mentor;
  const [lead, mentor] = [await cast(USER_LED.lead.part), await cast(USER_LED.mentor.part)];
  const casePath = await findCase(lead, userLedTitle(run));
  await test.step('the group says what it needs, sees why each adviser fits or not, and asks one', async () => {
    await lead.goto(`${casePath}/mentoring`);
    await lead.getByRole('link', { name: 'Say what you need help with' }).click();
    expect(await pressed(lead, 'Save and see who could help')).toContain('There is a problem');
    await lead.getByLabel('Involving patients and the public').check();
    await lead.getByLabel('What are you stuck on?').fill('Every form asks for things a group of six does not have');
    await lead.getByLabel('Every 2 weeks').check();
    await lead.getByLabel('How many staff are you?').selectOption({ label: 'Under 15 staff' });
    await lead.getByLabel('Region').selectOption({ label: 'North East and Yorkshire' });
    await press(lead, 'Save and see who could help');
    for (const words of ['About your size: under 15 staff', 'In your region: North East and Yorkshire', 'You have not chosen a legal form yet']) await expect(main(lead)).toContainText(words);
    expect(await pressed(lead, 'Send the request')).toContain('There is a problem');
    await lead.getByLabel(`Your choice for ${name}`).selectOption({ label: 'First choice' });
    await press(lead, 'Send the request');
    await expect(main(lead)).toContainText(name);
  });
  await test.step('the adviser says yes, and sees nothing of the case until one stage is shared', async () => {
    await openMentoring(mentor, casePath, 'mentor', run);
    await press(mentor, 'Yes, I will mentor them');
    expect(await statusOf(mentor, `${casePath}/stages/readiness/print`)).toBe(404);
    await share(lead, casePath, name);
    await readShared(mentor, casePath);
    expect(await statusOf(mentor, `${casePath}/stages/proposal/print`)).toBe(404);
  });
  await test.step('three meetings are held, and both say that they want to go on', async () => {
    await openMentoring(mentor, casePath, 'mentor', run);
    await move(mentor, 'Start the first meetings');
    for (const advice of ['Begin with what only you can offer', 'Ask the council for one contact', 'Leave the table of risks for later']) {
      await mentor.goto(`${casePath}/sessions/new`);
      await mentor.getByLabel('Day you met').fill(typedDay(TODAY));
      await mentor.getByLabel('What it was about').selectOption({ label: 'Involving patients and the public' });
      await mentor.getByLabel('How long it took').fill('40');
      await mentor.getByLabel('What was advised').fill(advice);
      await press(mentor, 'Save the session');
    }
    await lead.goto(`${casePath}/meetings`);
    await expect(main(lead)).toContainText(`${name}: 3 meetings held, 2 hours in all.`);
    for (const [page, side] of [[mentor, 'mentor'], [lead, 'team']] as const) {
      await openMentoring(page, casePath, side, run);
      await move(page, 'Say that you want to go on');
    }
  });
  await test.step('the group ends it kindly, with an outcome, and both say how it went', async () => {
    await openMentoring(lead, casePath, 'team', run);
    await move(lead, 'End it', 'It did what we wanted');
    expect(await statusOf(mentor, `${casePath}/stages/readiness/print`)).toBe(404);
    for (const [page, side] of [[lead, 'team'], [mentor, 'mentor']] as const) {
      await openMentoring(page, casePath, side, run);
      await page.getByRole('link', { name: 'Say how it went' }).click();
      await page.getByLabel('A lot').check();
      await press(page, 'Send it');
    }
    await lead.goto(`${casePath}/mentoring`);
    await expect(main(lead)).toContainText('It did what we wanted');
  });
}

for (const run of RUNS) {
  test.describe(run, () => {
    test.use({ javaScriptEnabled: run === 'with script' });
    test('a mentor reads what is shared, meets the team three times, and reads no longer what is taken back', ({ cast }) => throughAMentoring(run, cast));
    test('a user-led group of six finds a mentor, shares one stage, meets three times and ends with an outcome', ({ cast }) => fromNoMentorToAnOutcome(run, cast));
  });
}
