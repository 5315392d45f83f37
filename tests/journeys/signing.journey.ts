import type { Page } from '@playwright/test';
import { addDays, dayInWords, spanInWords } from '../../workflows/dates.ts';
import { findCase } from './hands/cases.ts';
import { expect, test, type Cast } from './hands/cast.ts';
import { answerChanges, answerTo, askForChanges, settleChanges, type Change } from './hands/changes.ts';
import { bodies, RUNS, SIGNING, signingTitle, TODAY, type Run } from './hands/facts.ts';
import { press } from './hands/forms.ts';
import { demo, openLetter } from './hands/people.ts';
import { convene, countLoads, giveView, moveCondition, setCondition, standIn, succeed } from './hands/signing.ts';
import { send } from './hands/stages.ts';
import { approve, judge, openReview, review, sign } from './hands/verdicts.ts';

const main = (page: Page) => page.locator('main');
const APPROVER = SIGNING.approver.name;
const MOST_LOADS = 9;

/** From the letter to the signature in few pages, then the condition from its words to the letter that it is settled. */
async function onAPhone(run: Run, cast: Cast): Promise<void> {
  const [lead, sponsor, support] = [await cast(SIGNING.lead.part), await cast(SIGNING.approver.part), await cast('support')];
  const title = signingTitle('phone', run);
  const casePath = await findCase(lead, title);
  const stagePath = `${casePath}/stages/proposal`;
  await send(lead, stagePath);
  await review(support, stagePath);
  const condition = { text: 'The two practices that share the clinic know of the plan', evidence: 'A letter from each practice', owner: SIGNING.lead.name };
  await test.step('the approver signs', async () => {
    const loads = countLoads(sponsor); // the letter is the first
    await openLetter(sponsor, demo(SIGNING.approver.part), `: ${title}, proposal`);
    await sponsor.getByLabel('I have none').check();
    await press(sponsor, 'Continue');
    await judge(sponsor, 'Approve with conditions');
    await setCondition(sponsor, condition);
    await sponsor.getByRole('link', { name: 'Continue', exact: true }).click();
    await sign(sponsor, /^Approve with 1 condition/);
    await expect(main(sponsor)).toContainText('Approved with conditions');
    expect(loads()).toBeLessThanOrEqual(MOST_LOADS);
  });
  await test.step('the condition is agreed, met and settled', async () => {
    await moveCondition(lead, casePath, condition.text, 'Agree these words', '', 'Continue');
    await moveCondition(lead, casePath, condition.text, null, 'Both letters came on Monday.', `Send evidence to ${APPROVER}`);
    await moveCondition(sponsor, casePath, condition.text, 'It is met', 'I have read both letters.', 'Continue');
    await lead.goto(`${casePath}/conditions`);
    await lead.getByRole('link', { name: /^Letter: all conditions of .* are settled/ }).click();
    for (const words of [`${APPROVER} approved the proposal of ${title}`, condition.text, 'I have read both letters.', 'The approval is complete.']) await expect(main(lead)).toContainText(words);
  });
}

/** Five people give advice, but for one with an interest in it; who stands in for the approver signs. */
async function byABoard(run: Run, cast: Cast): Promise<void> {
  const [sponsor, deputy] = [await cast(SIGNING.approver.part), await cast('finance')];
  const casePath = await findCase(sponsor, signingTitle('board', run));
  const stagePath = `${casePath}/stages/proposal`;
  const lastDay = addDays(TODAY, 6);
  const interest = 'My brother works for the service';
  await test.step('the approver convenes the board and names a deputy', async () => {
    await openReview(sponsor, stagePath);
    await convene(sponsor, stagePath, 'the board of Northbridge Community Trust', 3);
    await standIn(sponsor, casePath, 'finance', lastDay);
    await expect(main(sponsor)).toContainText('Gareth Pugh');
  });
  await test.step('the board gives its views', async () => {
    await giveView(await cast('quality'), stagePath, { view: 'Cannot take part: interest declared', interest });
    await giveView(await cast('board-member'), stagePath, { view: 'Support' });
    await giveView(await cast('hr'), stagePath, { view: 'Support with conditions', reasons: 'Tell the night staff in person first.' });
    await openReview(deputy, stagePath);
    await deputy.getByRole('link', { name: 'See the board' }).first().click();
    await expect(main(deputy)).toContainText('3 of 5 board members must give a view before the decision is recorded. 2 have');
    await giveView(await cast('legal'), stagePath, { view: 'Support' });
  });
  await test.step('the deputy signs', async () => {
    await approve(deputy, stagePath, 'Minute 7 of the May meeting');
    await deputy.getByRole('link', { name: 'See and print the decision record' }).click();
    const signer = `Gareth Pugh, deputy for ${APPROVER} (${spanInWords(TODAY, lastDay)})`;
    for (const words of [signer, 'Minute 7 of the May meeting', 'Views of the board', '3 views were needed']) await expect(main(deputy)).toContainText(words);
    for (const [name, ...said] of [
      ['Adaeze Nwosu', 'Support'], ['Shanice Browne', 'Support with conditions', 'Tell the night staff in person first.'], ['Katherine Doyle', 'Support'],
      ['Neil Farrow', 'Cannot take part', 'Leaves the room', interest], ['Fiona Grant', 'No view'],
    ]) for (const words of said) await expect(deputy.getByRole('row').filter({ hasText: name! })).toContainText(words);
  });
}

const CHANGES: readonly Change[] = [
  {
    question: 'What will change, and why is that better?', asked: 'Say who runs the evening sessions.', changed: 'Named the nurses who run the evening sessions.',
    answer: 'A clinician looks at every request on the day it arrives. Two falls nurses run the evening sessions.',
  },
  {
    question: 'What legal or buying questions do you know of?', asked: 'Say when the answer is due.', changed: 'Added the day on which counsel answers.',
    answer: 'The contract would be the first one to the new organisation. Counsel answers by the end of the month.',
  },
];

/** Two answers come back changed, and the second reading is of those alone. */
async function askedForChanges(run: Run, cast: Cast): Promise<void> {
  const [lead, sponsor, support] = [await cast(SIGNING.lead.part), await cast(SIGNING.approver.part), await cast('support')];
  const stagePath = `${await findCase(lead, signingTitle('changes', run))}/stages/proposal`;
  const unchanged = sponsor.getByRole('heading', { name: 'How many staff have been told?' });
  await test.step('the approver asks for two changes', async () => {
    await openReview(sponsor, stagePath);
    await expect(unchanged).toBeVisible();
    await askForChanges(sponsor, CHANGES);
  });
  await test.step('the team makes them and sends it again', async () => {
    await answerChanges(lead, stagePath, CHANGES);
    await send(lead, stagePath);
    await review(support, stagePath);
  });
  await test.step('the approver reads what changed, settles it and approves', async () => {
    await sponsor.goto(`${stagePath}/review`);
    await expect(main(sponsor)).toContainText('What changed since version 1');
    await expect(main(sponsor)).toContainText('2 answers changed, 0 added, 0 removed');
    await expect(unchanged).toHaveCount(0);
    const [plan, legal] = CHANGES.map(({ question }) => answerTo(sponsor, question));
    for (const words of [/Removed:[^:]*Savings from that would stay in the service/, /Added:[^:]*Two falls nurses run the evening sessions/, `What the team changed: ${CHANGES[0]!.changed}`]) await expect(plan!).toContainText(words);
    await expect(legal!).toContainText(/Added:[^:]*Counsel answers/);
    await settleChanges(sponsor, stagePath, CHANGES);
    await approve(sponsor, stagePath);
  });
}

/** The body that buys the service is replaced between two decisions: each keeps the name of its day. */
async function overASuccession(run: Run, cast: Cast): Promise<void> {
  const [lead, sponsor, support] = [await cast(SIGNING.lead.part), await cast(SIGNING.approver.part), await cast('support')];
  const { old, next } = bodies(run);
  const casePath = await findCase(lead, signingTitle('successor', run));
  await test.step('the support unit names the successor', async () => {
    await succeed(support, old, next);
    await lead.goto(casePath);
    await expect(main(lead)).toContainText(`${next}, formerly ${old} (until ${dayInWords(addDays(TODAY, -1))})`);
  });
  await test.step('the approver decides for the new body, and the old decision keeps the old name', async () => {
    await approve(sponsor, `${casePath}/stages/governance`);
    for (const [stage, body, other] of [['governance', next, old], ['proposal', old, next]]) {
      await sponsor.goto(`${casePath}/stages/${stage}/decision/done`);
      await sponsor.getByRole('link', { name: 'See and print the decision record' }).click();
      await expect(main(sponsor)).toContainText(`${APPROVER}, ${SIGNING.approver.jobTitle}, ${body}`);
      await expect(main(sponsor)).not.toContainText(other!);
    }
  });
}

for (const run of RUNS) {
  test.describe(run, () => {
    test.use({ javaScriptEnabled: run === 'with script' });
    test.describe('on a phone', () => {
      test.use({ viewport: { width: 360, height: 780 } });
      test('an approver signs with a condition in few pages, and the condition is settled', ({ cast }) => onAPhone(run, cast));
    });
    test('a board of five advises, one of them with an interest, and a deputy signs', ({ cast }) => byABoard(run, cast));
    test('two answers are changed as an approver asked, and only they are read again', ({ cast }) => askedForChanges(run, cast));
    test('a commissioner is replaced between two decisions', ({ cast }) => overASuccession(run, cast));
  });
}
