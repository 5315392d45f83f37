import type { Browser, Page } from '@playwright/test';
import { TALES } from '../../app/demo/answers.ts';
import { reviewAnswers } from '../../app/demo/answers/review.ts';
import type { PathwayKey, Role, StageKey } from '../../workflows/definition.ts';
import { addDays, addMonths } from '../../workflows/dates.ts';
import { pathways } from '../../workflows/index.ts';
import { measure, promise, settle, WAITS } from './hands/benefits.ts';
import { startCase } from './hands/cases.ts';
import { expect, test, type Cast } from './hands/cast.ts';
import { early, firstDays, small, TODAY } from './hands/facts.ts';
import { press } from './hands/forms.ts';
import { judgeMissed, publish, query, restate } from './hands/judging.ts';
import { invite, signUp } from './hands/people.ts';
import { writeStage } from './hands/sections.ts';
import { liveSince, PORTS } from './hands/served.ts';
import { send } from './hands/stages.ts';
import { approve, assure, review } from './hands/verdicts.ts';

/** Who of the cast plays which part, in the order they are invited: the lead invites some, the approver the others. */
const GUESTS: readonly [part: string, role: Role, host: 'lead' | 'sponsor'][] = [
  ['team-member', 'member', 'lead'], ['sponsor', 'sponsor', 'lead'], ['staff-side', 'staffSide', 'lead'],
  ['finance', 'finance', 'sponsor'], ['hr', 'hr', 'sponsor'], ['quality', 'quality', 'sponsor'], ['legal', 'legal', 'sponsor'], ['second-line', 'secondLine', 'sponsor'],
];
const PART_OF: Partial<Record<Role, string>> = { support: 'support', ...Object.fromEntries(GUESTS.map(([part, role]) => [role, part])) };

interface Going {
  pathway: PathwayKey;
  lead: Page;
  cast: Cast;
  casePath: string;
}

/** One case of a small team on this pathway, from an account to the first review of what was promised. */
async function firstIdeaToReview(pathway: PathwayKey, lead: Page, cast: Cast): Promise<{ casePath: string; benefit: string }> {
  const title = `Riverside hand therapy ${Date.now()}`;
  await signUp(lead, { name: 'Rosa Quill', jobTitle: 'Hand therapist', email: `rosa.${Date.now()}@northbridge.example` });
  const going: Going = { pathway, lead, cast, casePath: await startCase(lead, pathway, title) };
  await pass(going, 'readiness');
  for (const [part, role, host] of GUESTS) await invite(host === 'lead' ? lead : await cast('sponsor'), going.casePath, title, await cast(part), part, role);
  const benefit = await promise(lead, going.casePath, WAITS);
  for (const stage of ['proposal', 'business-case', 'governance', 'workforce', 'failure-plan'] as const) await pass(going, stage);
  await settle(lead, benefit, WAITS);
  for (const stage of ['contract', 'transfer'] as const) await pass(going, stage);
  await goLive(going);
  await measure(lead, benefit, TODAY, '35');
  await pass(going, 'review');
  await lead.goto(going.casePath);
  await expect(lead.locator('main')).toContainText('Live');
  return { casePath: going.casePath, benefit };
}

/** A year on: what the same promise came to, from a result that was queried to a verdict anybody may read. */
async function yearOn(lead: Page, cast: Cast, { casePath, benefit }: { casePath: string; benefit: string }, browser: Browser, origin: string): Promise<void> {
  liveSince(origin, casePath, addMonths(TODAY, -13));
  const sponsor = await cast('sponsor');
  for (const [day, value] of [[-300, '41'], [-200, '38'], [-95, '36']] as const) await measure(lead, benefit, addDays(TODAY, day), value);
  await query(lead, sponsor, benefit);
  await restate(lead, sponsor, benefit, '28');
  await judgeMissed(sponsor, benefit, WAITS);
  const statement = await publish(lead, casePath);
  const anybody = await (await browser.newContext({ baseURL: origin })).newPage();
  await anybody.goto(statement);
  for (const words of [WAITS.title, 'Missed', WAITS.consequence, 'Before, it was: 21 days', 'Then: 28 days', 'A second clinic each week']) await expect(anybody.locator('main')).toContainText(words);
  await anybody.context().close();
}

/** Takes a stage from its first answer to a decision that stands. */
async function pass({ pathway, lead, cast, casePath }: Going, stage: StageKey): Promise<void> {
  const stagePath = `${casePath}/stages/${stage}`;
  const { signOff } = pathways[pathway].stages.find((entry) => entry.stage.key === stage)!;
  await test.step(`${stage}: written and sent`, async () => {
    await writeStage(lead, stagePath, pathways[pathway], answersFor(pathway, stage));
    await send(lead, stagePath);
  });
  if (signOff.signer === 'none') return;
  await test.step(`${stage}: reviewed and decided`, async () => {
    for (const role of signOff.reviewers) await review(await cast(PART_OF[role]!), stagePath);
    await approve(await cast('sponsor'), stagePath);
    if (signOff.secondLine === 'assures') await assure(await cast('second-line'), stagePath);
  });
}

function answersFor(pathway: PathwayKey, stage: StageKey) {
  const facts = small(pathway);
  if (stage === 'proposal') return { ...TALES.proposal(facts), 'eoi.plan': WAITS.sentence };
  if (stage === 'transfer') return TALES.transfer(early(facts));
  if (stage !== 'review') return TALES[stage](facts);
  return { ...reviewAnswers(early(facts), [{ benefit: WAITS.title, value: 35, unit: WAITS.unit, n: 212 }]), ...firstDays };
}

async function goLive({ lead, casePath }: Going): Promise<void> {
  await lead.goto(casePath);
  await expect(lead.locator('main')).toContainText('authorised');
  await lead.getByRole('link', { name: 'Confirm go-live' }).click();
  await press(lead, 'Confirm go-live');
  await expect(lead.locator('main')).toContainText('Live');
}

/*
 * Each pathway once: with script, without, and without on PostgreSQL, whose clock no test puts forward. WALKS=all takes every
 * pathway with script and without: the forms are the same, and each walk costs four minutes.
 */
const ALL = process.env.WALKS === 'all';
for (const [pathway, title, withScript, without] of [
  ['right-to-request', 'the right to request', ALL, true],
  ['right-to-provide', 'the right to provide', true, ALL],
  ['public-service-mutual', 'the mutual route', ALL, true],
] as const) {
  const walk = `a small team takes ${title} from first idea to its first review`;
  const toVerdict = () =>
    test(`${walk}, and a promise to its verdict`, async ({ page, cast, browser, baseURL }) => {
      await yearOn(page, cast, await firstIdeaToReview(pathway, page, cast), browser, baseURL!);
    });
  if (withScript) toVerdict();
  if (!without) continue;
  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });
    if (pathway !== 'public-service-mutual') return toVerdict();
    test.describe('on PostgreSQL', () => {
      test.use({ baseURL: `http://localhost:${PORTS.postgres}` });
      test(walk, async ({ page, cast }) => void (await firstIdeaToReview(pathway, page, cast)));
    });
  });
}
