import { afterEach, beforeEach, expect, it } from 'vitest';
import { notificationsOf } from '#db/tables/notifications.server.ts';
import { benefitsPage } from '#app/domain/benefits/benefits-page.server.ts';
import { treatmentSchema } from '#app/domain/benefits/benefits.schema.ts';
import { agreeLeavingOut, settleBenefit } from '#app/domain/benefits/settle-benefit.server.ts';
import { reinstateBenefit, withdrawBenefit } from '#app/domain/benefits/withdraw-benefit.server.ts';
import { declareInterest } from '#app/domain/cases/memberships.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { checkPage } from '#app/domain/stages/check-page.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';
import { fileOf, IN_CONTRACT, LEFT_OUT, promised, recordFor, rowOf } from './benefit-world.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  let benefitId: string;
  beforeEach(async () => {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    benefitId = await promised(world, caseId);
  });
  afterEach(() => world?.close());
  const settle = async (who: OnStage, form: typeof LEFT_OUT | typeof IN_CONTRACT) => settleBenefit(world.people[who], caseId, benefitId, { ...form, revision: (await rowOf(benefitId)).revision });
  const agree = (who: OnStage, revision?: number) => agreeLeavingOut(world.people[who], caseId, benefitId, revision);
  const list = async (who: OnStage = 'lead') => (await benefitsPage(reader(), await fileOf(world, who, caseId)))!;

  it('waits in words until the commissioner\'s side agrees to the very reason it read', async () => {
    value(await settle('lead', LEFT_OUT));
    const words = /^Not in the contract\. Reason recorded by Lead Person on .+, not agreed yet by Sponsor Person: "Too small to count"$/;
    expect((await list()).benefits[0]).toMatchObject({ waits: expect.stringMatching(words), offRamp: null, undecided: true });
    expect((await checkPage(reader(), await fileOf(world, 'lead', caseId), 'contract'))!.benefits[0]!.settled).toBe('Not in the contract. Reason recorded, not agreed yet by Sponsor Person: Too small to count');
    expect((await list('sponsor')).benefits[0]!.beads[2]).toMatchObject({ label: 'Agree to the reason', to: `/cases/${caseId}/benefits/${benefitId}/agreement` });
    expect((await notificationsOf(reader(), world.people.sponsor.id, { limit: 5 }))[0]).toMatchObject({ kind: 'needsYou', link: `/cases/${caseId}/benefits/${benefitId}/agreement` });
    for (const who of ['lead', 'member', 'quality', 'support'] as const) expect(await agree(who), who).toMatchObject({ ok: false, status: 403 });
    const { revision } = await rowOf(benefitId);
    value(await settle('lead', { ...LEFT_OUT, reason: 'Nobody can count it' }));
    expect(await agree('sponsor', revision)).toMatchObject({ ok: false, status: 409 });
    value(await agree('finance', (await rowOf(benefitId)).revision));
    expect((await list()).benefits[0]).toMatchObject({ waits: null, offRamp: expect.stringContaining('"Nobody can count it"'), undecided: false });
    expect(await agree('sponsor')).toMatchObject({ ok: false, status: 409 });
    const { groups, past } = await recordFor(world, 'lead', caseId, benefitId);
    expect(groups.at(-1)!.facts).toContainEqual({ key: 'Agreed by', value: expect.stringMatching(/^Finance Person on /) });
    expect(past.map(({ what, note }) => [what, note])).toEqual([['Agreed to leave it out of the contract', ''], ['Recorded: not in the contract', 'Nobody can count it'], ['Recorded: not in the contract', 'Too small to count']]);
  });

  it('cannot be agreed by an approver who is shut out, nor once it is in the contract', async () => {
    const { sponsor } = world.people;
    value(await settle('lead', LEFT_OUT));
    value(await declareInterest(sponsor, caseId, { personId: sponsor.id, kind: 'shareholder', detail: '' }));
    expect(await agree('sponsor')).toMatchObject({ ok: false, status: 403, reasons: [{ message: expect.stringMatching(/^You cannot agree to this: you were declared a prospective shareholder/) }] });
    expect((await recordFor(world, 'sponsor', caseId, benefitId)).mayAgree).toBe(false);
    value(await settle('lead', IN_CONTRACT));
    expect(await agree('finance')).toMatchObject({ ok: false, status: 422 });
  });

  it('is withdrawn by the team, taken up again by its lead with a reason, and then asked about the contract anew', async () => {
    const { lead, member, sponsor } = world.people;
    value(await settle('sponsor', LEFT_OUT));
    value(await withdrawBenefit(member, caseId, benefitId, 'No money'));
    expect(await recordFor(world, 'lead', caseId, benefitId)).toMatchObject({ mayReinstate: true, mayWithdraw: false, smart: null, needs: [] });
    for (const who of [member, sponsor]) expect(await reinstateBenefit(who, caseId, benefitId, 'There is money')).toMatchObject({ ok: false, status: 403 });
    expect(await reinstateBenefit(lead, caseId, benefitId, ' ')).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'reason' }] });
    value(await reinstateBenefit(lead, caseId, benefitId, 'There is money'));
    expect(await rowOf(benefitId)).toMatchObject({ state: 'measurable', treatment: null, treatment_agreed_at: null, withdrawn_at: null });
    expect(await reinstateBenefit(lead, caseId, benefitId, 'Again')).toMatchObject({ ok: false, status: 422 });
    expect((await recordFor(world, 'lead', caseId, benefitId)).past.slice(0, 2).map(({ what, note }) => [what, note])).toEqual([['Taken up again', 'There is money'], ['Withdrawn', 'No money']]);
  });
});

it('takes what follows from the list, or own words where they are chosen', () => {
  const sent = { treatment: 'contracted', clause: 'Schedule 4', frequency: 'monthly', reason: '', revision: '1' };
  const follows = (consequence: string, consequenceOwn: string) => treatmentSchema.safeParse({ ...sent, consequence, consequenceOwn });
  expect(follows('A service improvement action with a date', '')).toMatchObject({ data: { consequence: 'A service improvement action with a date' } });
  expect(follows('own', 'We meet')).toMatchObject({ data: { consequence: 'We meet' } });
  expect(follows('', 'We meet')).toMatchObject({ data: { consequence: 'We meet' } });
  expect(follows('', '')).toMatchObject({ data: { consequence: null } });
  expect(follows('own', '')).toMatchObject({ success: false, error: { issues: [{ path: ['consequenceOwn'] }] } });
});
