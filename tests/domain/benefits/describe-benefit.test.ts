import { afterEach, beforeEach, expect, it } from 'vitest';
import { notificationsOf } from '#db/tables/notifications.server.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { saveSection } from '#app/domain/answers/save-section.server.ts';
import { benefitRecord } from '#app/domain/benefits/benefit-record.server.ts';
import { measureSchema, type BenefitDetails } from '#app/domain/benefits/benefit-details.schema.ts';
import { milestoneBoxes } from '#app/domain/benefits/benefit-form.server.ts';
import { catchBenefits } from '#app/domain/benefits/catch-benefits.server.ts';
import { chooseMeasure } from '#app/domain/benefits/choose-measure.server.ts';
import { describeBenefit } from '#app/domain/benefits/describe-benefit.server.ts';
import { declareInterest } from '#app/domain/cases/memberships.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { measureByCode } from '#workflows/measures.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { pass, value } from '#tests/setup/walk.ts';
import { fileOf, fixed, promised, recordFor, rowOf, WAITS } from './benefit-world.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  beforeEach(async () => {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
  });
  afterEach(async () => { setClock(undefined); await world?.close(); });
  const say = async (benefitId: string, details: BenefitDetails, who: OnStage = 'lead', sure = false) => describeBenefit(world.people[who], caseId, benefitId, details, { revision: (await rowOf(benefitId)).revision, sure });
  const facts = async (benefitId: string, title: string, who: OnStage = 'lead') => Object.fromEntries((await recordFor(world, who, caseId, benefitId)).groups.find((g) => g.title === title)!.facts.map(({ key, value: words }) => [key, words]));

  it('reads as groups of facts, with the forms open to the team alone', async () => {
    const id = await promised(world, caseId);
    value(await say(id, { baselineFrom: '2026-01-01', baselineN: 240, baselineQuality: 'B', milestones: [{ on: '2027-03-31', value: 12 }] }));
    expect(await facts(id, 'How it is measured')).toMatchObject({
      'Starting figure': '16 weeks, 1 January 2026 to 31 March 2026, 240 people or cases. B: from a system in daily use', Target: '8 weeks by 31 March 2028', 'On the way': '12 weeks by 31 March 2027',
    });
    const forms = async (who: OnStage) => (await recordFor(world, who, caseId, id)).groups.flatMap(({ change }) => change?.split('/').at(-1) ?? []);
    expect(await forms('lead')).toEqual(['measure#title', 'measure#measure', 'worth', 'owners', 'contract']);
    expect(await forms('member')).toEqual(['measure#title', 'measure#measure', 'worth', 'owners']);
    expect(await forms('sponsor')).toEqual(['contract']);
    expect(await forms('mentor')).toEqual([]);
    expect(await benefitRecord(reader(), await fileOf(world, 'staffSide', caseId), id)).toBeUndefined();
  });

  it('counts the benefit as forecast less counterfactual, not less today', async () => {
    const id = await promised(world, caseId);
    value(await say(id, { counterfactualMethod: 'trend', counterfactual: 13 }));
    expect((await facts(id, 'What it is compared with and worth'))['The benefit']).toBe('8 weeks is promised, and 13 weeks is expected if nothing had changed. The benefit is the difference: 5 weeks less. From the starting figure it would look like 8 weeks less, which is not the benefit.');
    value(await say(id, { counterfactualMethod: 'none', counterfactual: null }));
    expect((await facts(id, 'What it is compared with and worth'))['The benefit']).toBe('8 weeks is promised, and 16 weeks is expected if nothing had changed. The benefit is the difference: 8 weeks less.');
  });

  it('keeps what each edit replaced, and whose it was', async () => {
    const id = await promised(world, caseId);
    value(await say(id, { target: 9 }, 'member'));
    value(await say(id, { target: 10, dataSource: 'Register' }));
    expect((await recordFor(world, 'lead', caseId, id)).past).toMatchObject([
      { by: expect.stringMatching(/^Lead Person on /), wordings: [{ key: 'Target', was: '9 weeks', now: '10 weeks' }] },
      { by: expect.stringMatching(/^Member Person on /), wordings: [{ key: 'Target', was: '8 weeks', now: '9 weeks' }] },
    ]);
  });

  it('asks once about a target on the worse side, and not again at every later save', async () => {
    const id = await promised(world, caseId);
    expect(await say(id, { target: 20 })).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'target' }] });
    value(await say(id, { target: 20 }, 'lead', true));
    value(await say(id, { dataSource: 'Register' }));
  });

  it('puts a milestone that cannot be at the box where it is shown again', async () => {
    const form = { title: 'Shorter waits', beneficiary: 'People', category: 'access', evidenceKind: '', direction: 'down', frequency: '', baselineQuality: '', revision: '1', milestone3: '12', milestone3On: '1 1 2026', milestone2: '10', milestone2On: '1 1 2027' };
    const { details } = measureSchema.parse(form);
    const id = await promised(world, caseId);
    expect(await say(id, { milestones: details.milestones })).toMatchObject({ ok: false, reasons: [{ field: 'milestone1On' }] });
    expect(milestoneBoxes(details.milestones)).toMatchObject({ milestone1: '12', milestone1On: '1 1 2026', milestone2: '10', milestone3: '', milestone3On: '' });
  });

  it('names owners among the people of each side; they are told, and can be named anew after go-live', async () => {
    const { lead, member, sponsor, finance, mentor, outsider } = world.people;
    const id = await fixed(world, caseId);
    for (const [owner, wrong] of [['providerOwner', sponsor], ['providerOwner', outsider], ['commissionerOwner', lead], ['commissionerOwner', mentor], ['recorder', outsider]] as const) {
      expect(await say(id, { [owner]: wrong.id }), `${owner} ${wrong.name}`).toMatchObject({ ok: false, status: 422, reasons: [{ field: owner }] });
    }
    value(await declareInterest(finance, caseId, { personId: finance.id, kind: 'employee', detail: '' }));
    expect(await say(id, { commissionerOwner: finance.id })).toMatchObject({ ok: false, status: 422 });
    expect(await say(id, { providerOwner: member.id }, 'sponsor')).toMatchObject({ ok: false, status: 403 });
    value(await say(id, { providerOwner: member.id, commissionerOwner: sponsor.id, recorder: member.id }));
    expect(await rowOf(id)).toMatchObject({ state: 'contracted', provider_owner_id: member.id, commissioner_owner_id: sponsor.id, recorder_id: member.id });
    expect((await notificationsOf(reader(), member.id, { limit: 5 })).map(({ text }) => text).sort()).toEqual(['Lead Person named you to own for the team: Shorter waits', 'Lead Person named you to record the results of: Shorter waits']);
    expect(await say(id, { providerOwner: lead.id, target: 9 }), 'figures stay fixed').toMatchObject({ ok: false, status: 422 });
  });

  it('copies a measure of the library with its version, keeps what that leaves open, and is the team\'s own once rewritten', async () => {
    const id = await promised(world, caseId, { ...WAITS, denominator: 'All people seen' });
    const { lead } = world.people;
    const choose = async (code: string) => chooseMeasure(lead, caseId, id, { code, revision: (await rowOf(id)).revision });
    expect(await choose('ZZ99')).toMatchObject({ ok: false, status: 422 });
    value(await choose('AC01'));
    const measure = measureByCode('AC01')!;
    expect(await rowOf(id)).toMatchObject({ measure_code: 'AC01', measure_version: measure.version, measure: `${measure.title}: ${measure.workedOut}`, data_source: measure.dataSource, frequency: measure.frequency, denominator: 'All people seen', baseline: 16, target: 8, title: 'Shorter waits' });
    value(await say(id, { target: 9, measure: `${measure.title}: ${measure.workedOut}` }));
    expect((await rowOf(id)).measure_code).toBe('AC01');
    value(await say(id, { measure: 'Days to first visit' }));
    expect(await rowOf(id)).toMatchObject({ measure_code: null, measure_version: null });
  });

  it('says what nobody could check yet, each at its field, until the figures are fixed', async () => {
    const id = await promised(world, caseId, {});
    const { smart, needs } = await recordFor(world, 'sponsor', caseId, id);
    expect(needs).toContain('the unit');
    expect(smart).toContainEqual({ severity: 'block', message: expect.stringContaining('what will show it'), at: { to: 'measure#evidenceKind', label: 'What shows it' } });
    expect(smart).toContainEqual({ severity: 'block', message: expect.any(String), at: { to: 'worth#counterfactualMethod', label: 'If nothing had changed' } });
    expect((await recordFor(world, 'lead', caseId, await fixed(world, caseId))).smart).toBeNull();
  });

  it('is caught under an answer: both are linked, with the answer\'s words as they were', async () => {
    const { lead } = world.people;
    await pass(world, caseId, 'readiness');
    const on = { stage: 'proposal', section: 'proposal-all' };
    const write = (revision: number, words: string) => saveSection(lead, caseId, on, [['small.proposal.revision', String(revision)], ['small.proposal', words]], 'unsaid');
    value(await write(0, `Nobody waits longer than 8 weeks. ${'We will see to it. '.repeat(20)}`));
    const typed: [string, string][] = [['promise-title.small.proposal', 'Shorter waits'], ['promise-for.small.proposal', '']];
    const half = await catchBenefits(lead, caseId, on, typed, '');
    expect(half).toMatchObject({ errors: [{ id: 'promise-for.small.proposal', message: 'Enter who will gain' }], typed: Object.fromEntries(typed) });
    const whole = [typed[0]!, ['promise-for.small.proposal', 'People referred']] as [string, string][];
    const { made } = await catchBenefits(lead, caseId, on, whole, 'small.proposal');
    expect((await catchBenefits(lead, caseId, on, whole, 'small.proposal')).made, 'the same form sent twice').toEqual(made);
    expect(await benefitsOf(reader(), caseId)).toMatchObject([{ promised_question: 'small.proposal', promised_stage: 'proposal' }]);
    expect((await catchBenefits(lead, caseId, on, [['promise-title.no.where', 'A'], ['promise-for.no.where', 'B']], '')).made.size).toBe(0);
    setClock(() => new Date(Date.now() + 60_000));
    value(await write(1, 'We have changed our minds'));
    const origin = async (who: OnStage) => (await recordFor(world, who, caseId, made.get('small.proposal')!)).origin;
    expect(await origin('member')).toMatchObject({ to: `/cases/${caseId}/stages/proposal/proposal-all#small.proposal`, quote: expect.stringMatching(/^Nobody waits longer than 8 weeks\. .{100,170} \.\.\.$/) });
    expect(await origin('sponsor'), 'a draft is the team\'s').toEqual({ place: expect.stringMatching(/: Everything$/), asked: 'What is it?' });
  });
});
