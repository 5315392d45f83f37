import { afterEach, beforeEach, expect, it } from 'vitest';
import { notificationsOf } from '#db/tables/notifications.server.ts';
import { saveSection } from '#app/domain/answers/save-section.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { homePage } from '#app/domain/cases/home-page.server.ts';
import { endPart } from '#app/domain/cases/memberships.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { confirmStage, namePartners } from '#app/domain/partners/confirm-stage.server.ts';
import { partnersPage } from '#app/domain/partners/partners-page.server.ts';
import { stagePage } from '#app/domain/stages/stage-page.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { completeStage, smallCase, smallPathway, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

const small = smallPathway();
const pathway = { ...small, stages: small.stages.map((entry) => (entry.stage.key === 'proposal' ? { ...entry, opensAfter: [] } : entry)) };

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  beforeEach(async () => {
    world = await smallWorld(engine, pathway);
    caseId = await smallCase(world);
    await completeStage(world, caseId, 'proposal');
  });
  afterEach(() => world.close());

  const fileOf = async (who: OnStage) => (await caseForActor(reader(), world.people[who], caseId))!;
  const pageOf = async (who: OnStage) => partnersPage(reader(), await fileOf(who), 'proposal');
  const name = (who: OnStage, ...people: OnStage[]) => namePartners(world.people[who], caseId, 'proposal', people.map((one) => world.people[one].id));
  const confirm = async (who: OnStage) => confirmStage(world.people[who], caseId, 'proposal', (await pageOf(who))?.confirms?.hash ?? '0'.repeat(64));
  const send = () => submitStage(world.people.lead, caseId, 'proposal');
  const states = async () => (await pageOf('lead'))!.partners.map(({ name: who, state }) => `${who} ${state}`).sort();
  const change = (revision: number, words: string) => saveSection(world.people.member, caseId, { stage: 'proposal', section: 'proposal-all' }, [['small.proposal.revision', String(revision)], ['small.proposal', words]], 'unsaid');

  it('is not sent until each partner confirms the very text in it; a change asks them again', async () => {
    value(await name('lead', 'lead', 'member'));
    expect(await send()).toMatchObject({ status: 422, reasons: [{ message: expect.stringMatching(/must confirm the .* as it stands first: .*Lead Person.*/) as string }] });
    const shown = await Promise.all((['lead', 'member', 'sponsor'] as const).map(async (who) => (await stagePage(reader(), await fileOf(who), 'proposal'))!.awaits.length));
    expect(shown).toEqual([2, 2, 0]);
    const asked = async (who: OnStage) => (await homePage(reader(), world.people[who])).tasks.filter(({ to }) => to.endsWith('/proposal/partners')).map(({ title, action }) => [title, action]);
    expect([await asked('lead'), await asked('member'), await asked('sponsor')]).toEqual([[['Confirm the proposal before it is sent', 'Read and confirm']], [['Confirm the proposal before it is sent', 'Read and confirm']], []]);
    value(await confirm('lead'));
    expect(await asked('lead')).toEqual([]);
    const seen = (await pageOf('member'))!.confirms!.hash;
    value(await change(1, 'Another service'));
    expect(await confirmStage(world.people.member, caseId, 'proposal', seen)).toMatchObject({ status: 409 });
    expect(await states()).toEqual(['Lead Person changed', 'Member Person asked']);
    value(await confirm('member'));
    expect(await send()).toMatchObject({ status: 422, reasons: [{ message: expect.stringMatching(/Lead Person \(changed since they confirmed\)$/) as string }] });
    value(await confirm('lead'));
    expect([await states(), (await pageOf('lead'))!.confirms]).toEqual([['Lead Person confirmed', 'Member Person confirmed'], null]);
    value(await send());
    expect([await confirm('member'), await name('lead')]).toMatchObject([{ status: 422 }, { status: 422 }]);
  });

  it('what was put back as it was is what was confirmed', async () => {
    value(await name('lead', 'member'));
    value(await change(1, 'These words'));
    value(await confirm('member'));
    value(await change(2, 'Other words'));
    expect(await states()).toEqual(['Member Person changed']);
    value(await change(3, 'These words'));
    expect(await states()).toEqual(['Member Person confirmed']);
  });

  it('the lead alone names partners, of the team; they are told, and confirm for themselves alone', async () => {
    for (const [who, status] of [['member', 403], ['support', 403], ['sponsor', 404], ['staffSide', 404], ['outsider', 404]] as const) expect([who, await name(who, 'member')]).toMatchObject([who, { status }]);
    for (const who of ['sponsor', 'mentor', 'outsider'] as const) expect(await name('lead', who)).toMatchObject({ status: 422, reasons: [{ field: 'people' }] });
    value(await name('lead', 'member'));
    expect((await notificationsOf(reader(), world.people.member.id, { limit: 5 })).map(({ text }) => text)).toEqual([expect.stringMatching(/^Confirm the .* before it is sent/)]);
    for (const [who, status] of [['lead', 403], ['support', 403], ['sponsor', 404], ['outsider', 404]] as const) expect([who, await confirmStage(world.people[who], caseId, 'proposal', '0'.repeat(64))]).toMatchObject([who, { status }]);
    expect([await pageOf('sponsor'), (await pageOf('mentor'))?.choices, (await pageOf('member'))?.choices]).toEqual([undefined, null, null]);
  });

  it('asks nobody unless the lead says so, nor somebody who has left', async () => {
    value(await name('lead', 'member'));
    const part = (await fileOf('lead')).memberships.find((one) => one.person_id === world.people.member.id)!;
    value(await endPart(world.people.lead, caseId, part.id));
    expect(await states()).toEqual([]);
    value(await send());
  });
});
