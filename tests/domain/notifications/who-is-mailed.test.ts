import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { latestMail } from '#db/tables/outbox.server.ts';
import { insertRefusedAddress } from '#db/tables/refused-addresses.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { instant } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { decisionDesk, keepDecisionDraft } from '#app/domain/decisions/decision-drafts.server.ts';
import { chooseNotices } from '#app/domain/notifications/choices.server.ts';
import { choiceName, NOTICES } from '#app/domain/notifications/kinds.ts';
import { checkPage } from '#app/domain/stages/check-page.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { completeStage, smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { judge, pass, read, reviewAll, value } from '#tests/setup/walk.ts';

let world: SmallWorld;
let caseId: string;
beforeEach(async () => {
  world = await smallWorld('sqlite');
  caseId = await smallCase(world);
  await pass(world, caseId, 'readiness');
  await pass(world, caseId, 'proposal');
  await completeStage(world, caseId, 'governance');
});
afterEach(() => world.close());

const fileOf = async (who: OnStage) => (await caseForActor(reader(), world.people[who], caseId))!;
const choose = async (who: OnStage, name: string, pace: 'once' | 'daily' | 'off') =>
  value(await chooseNotices(world.people[who], { ...Object.fromEntries(NOTICES.map((line) => [choiceName(line), line.kind === 'needsYou' ? 'once' : 'daily'] as const)), [name]: pace }));
/** Who was mailed by what this does. */
async function mailedBy(act: () => Promise<unknown>): Promise<string[]> {
  const before = new Set((await latestMail(reader(), 500)).map(({ id }) => id));
  await act();
  return (await latestMail(reader(), 500)).filter(({ id }) => !before.has(id)).map(({ to_name }) => to_name).sort();
}

it('the page that sends names exactly those who are mailed, and those who wait for the summary', async () => {
  await choose('member', 'information-stages', 'once');
  await choose('legal', 'needsYou-reviews', 'daily');
  await transaction(world.open, (tx) => insertRefusedAddress(tx, { id: newId(), address: world.people.member.email, said: '550 No such user', at: instant() }));
  const { mailed } = (await checkPage(reader(), await fileOf('lead'), 'governance'))!;
  expect(mailed).toEqual({ once: ['Sponsor Person'], daily: ['Legal Person'], off: ['Member Person'] });
  expect(await mailedBy(async () => value(await submitStage(world.people.lead, caseId, 'governance')))).toEqual(['Member Person', 'Sponsor Person']); // the first is queued, and ends there
});

it('the page that signs names exactly those who are mailed of that outcome', async () => {
  value(await submitStage(world.people.lead, caseId, 'governance'));
  await read(world.people.sponsor, caseId, 'governance');
  await reviewAll(world, caseId, 'governance');
  await choose('mentor', 'information-stages', 'off');
  await choose('lead', 'information-stages', 'once');
  value(await keepDecisionDraft(world.people.sponsor, caseId, 'governance', { outcome: 'approved' }));
  const desk = await decisionDesk(reader(), await fileOf('sponsor'), 'governance');
  if (!desk.ok) throw new Error('no desk');
  expect(desk.desk.mailed).toMatchObject({ daily: ['Member Person'], off: ['Mentor Person'] });
  expect(desk.desk.mailed.once).toContain('Lead Person');
  expect(await mailedBy(async () => value(await judge(world, caseId, 'governance', 'approved')))).toEqual([...desk.desk.mailed.once].sort());
});
