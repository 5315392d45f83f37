import { afterEach, expect, it } from 'vitest';
import { openCollisions } from '#db/tables/answer-versions.server.ts';
import { answerOf } from '#db/tables/answers.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { allOrganisations } from '#db/tables/organisations.server.ts';
import { answerHistory, collisionPage } from '#app/domain/answers/answer-pages.server.ts';
import { saveSection } from '#app/domain/answers/save-section.server.ts';
import { chooseVersion } from '#app/domain/answers/settle-collision.server.ts';
import { benefitPage } from '#app/domain/benefits/benefit-page.server.ts';
import { benefitsPage } from '#app/domain/benefits/benefits-page.server.ts';
import type { BenefitDetails } from '#app/domain/benefits/benefit-details.schema.ts';
import { addReading } from '#app/domain/benefits/record-reading.server.ts';
import { describeBenefit } from '#app/domain/benefits/describe-benefit.server.ts';
import { promiseBenefit } from '#app/domain/benefits/promise-benefit.server.ts';
import { settleBenefit } from '#app/domain/benefits/settle-benefit.server.ts';
import { withdrawBenefit } from '#app/domain/benefits/withdraw-benefit.server.ts';
import { activityPage } from '#app/domain/cases/activity-page.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { movePage } from '#app/domain/cases/move-page.server.ts';
import { moveWholeCase } from '#app/domain/cases/move-case.server.ts';
import { startCase } from '#app/domain/cases/new-case-page.server.ts';
import { today } from '#app/domain/clock.server.ts';
import { dayInWords } from '#workflows/dates.ts';
import { shareStages } from '#app/domain/cases/share-stages.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { peoplePage } from '#app/domain/people/people-page.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

const form = { key: 'k1', pathway: 'public-service-mutual' as const, title: 'Feet', summary: 'Feet in two towns', parent: '', parentName: 'Lakeside trust', commissioner: '', commissionerName: '' };
const waits: BenefitDetails = {
  title: 'Shorter waits', beneficiary: 'People referred', category: 'access', measure: 'Weeks to first visit', unit: 'weeks', direction: 'down', baseline: 16,
  baselineSource: 'Waiting list', baselineOn: '2026-04-01', target: 8, targetOn: '2027-03-31', valuePerYear: null,
};

eachEngine((engine) => {
  let world: SmallWorld;
  afterEach(() => world?.close());
  const fileOf = async (who: OnStage, caseId: string) => (await caseForActor(reader(), world.people[who], caseId))!;
  const kinds = async (caseId: string) => (await eventsOf(reader(), caseId, { limit: 50 })).map(({ kind }) => kind);

  it('starts one case however often the form is sent, with one organisation of a name', async () => {
    world = await smallWorld(engine);
    const { lead } = world.people;
    const first = value(await startCase(lead, form));
    expect(value(await startCase(lead, form))).toEqual(first);
    value(await startCase(lead, { ...form, key: 'k2', parentName: 'LAKESIDE TRUST', commissionerName: 'Lakeside ICB' }));
    expect((await allOrganisations(reader())).map(({ name }) => name)).toEqual(['Lakeside ICB', 'Lakeside trust']);
    expect(await startCase(lead, { ...form, key: 'k3', parent: 'nowhere', parentName: '' })).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'parent' }] });
    expect(await kinds(first.caseId)).toEqual(['case.create']);
  });

  it('lets the lead alone choose what a mentor reads', async () => {
    world = await smallWorld(engine);
    const { lead, member, mentor } = world.people;
    const caseId = await smallCase(world);
    const part = (await fileOf('lead', caseId)).memberships.find(({ role }) => role === 'mentor')!.id;
    expect(await shareStages(member, caseId, part, ['readiness'], today())).toMatchObject({ ok: false, status: 403 });
    expect(await shareStages(world.people.outsider, caseId, part, ['readiness'], today())).toMatchObject({ ok: false, status: 404 });
    expect(await answerHistory(reader(), await fileOf('mentor', caseId), 'small.readiness')).toBeUndefined();
    value(await promiseBenefit(lead, caseId, { title: 'Shorter waits', beneficiary: 'People referred', category: '', stage: 'readiness', question: null }));
    const promises = async () => ({ page: await benefitsPage(reader(), await fileOf('mentor', caseId)), told: JSON.stringify(await activityPage(reader(), await fileOf('mentor', caseId), { kind: '', before: '' })).includes('Shorter waits') });
    expect(await promises(), 'the proposal is shared').toMatchObject({ page: {}, told: true });
    value(await shareStages(lead, caseId, part, ['readiness', 'governance'], today()));
    expect(await promises(), 'no stage about benefits is shared').toEqual({ page: undefined, told: false });
    expect(await answerHistory(reader(), await fileOf('mentor', caseId), 'small.readiness')).toMatchObject({ wordings: [] });
    const mentors = (await peoplePage(reader(), await fileOf('lead', caseId))).groups.find(({ title }) => title === 'Mentor')!.parts;
    expect(mentors).toMatchObject([{ name: mentor.name, shared: `Readiness check, Governance and legal form, until ${dayInWords(today())}`, mayShare: true }]);
    expect(await kinds(caseId)).toContain('part.share');
  });

  it('asks twice before it takes a target on the worse side', async () => {
    world = await smallWorld(engine);
    const { lead } = world.people;
    const caseId = await smallCase(world);
    const { benefitId } = value(await promiseBenefit(lead, caseId, { title: 'Shorter waits', beneficiary: 'People referred', category: '', stage: 'readiness', question: null }));
    expect(await describeBenefit(lead, caseId, benefitId, { ...waits, target: 20 }, { revision: 1 })).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'target' }] });
    value(await describeBenefit(lead, caseId, benefitId, { ...waits, target: 20 }, { revision: 1, sure: true }));
    expect(await describeBenefit(lead, caseId, benefitId, waits, { revision: 1 }), 'a page opened before').toMatchObject({ ok: false, status: 409 });
  });

  it('follows a promise from record to result, and leads to the next missing step', async () => {
    world = await smallWorld(engine);
    const { lead, sponsor, staffSide } = world.people;
    const caseId = await smallCase(world);
    const benefits = async (who: OnStage = 'lead') => benefitsPage(reader(), await fileOf(who, caseId));
    const next = async () => (await benefits())!.benefits[0]!.beads.filter(({ to }) => to).map(({ label }) => label);
    const { benefitId } = value(await promiseBenefit(lead, caseId, { title: 'Shorter waits', beneficiary: 'People referred', category: '', stage: 'readiness', question: null }));
    expect(await next()).toEqual(['Add a measure']);
    value(await describeBenefit(lead, caseId, benefitId, waits, { revision: 1 }));
    expect(await next()).toEqual(['Decide if it is in the contract']);
    const contracted = { treatment: 'contracted' as const, clause: '4.2', frequency: 'monthly' as const, consequence: null, reason: null, revision: 2 };
    value(await settleBenefit(sponsor, caseId, benefitId, contracted));
    expect(await next()).toEqual(['Add a result']);
    for (const [period, result] of [['2026-08-31', 15], ['2026-09-30', 12], ['2026-10-31', 9]] as const) {
      value(await addReading(lead, caseId, benefitId, { periodFrom: null, periodOn: period, value: result, numerator: null, denominator: null, n: null, quality: 'B', note: '' }));
    }
    expect(await benefits()).toMatchObject({
      counts: { promised: 1, measurable: 1, contracted: 1, measured: 1, undecided: 0 },
      benefits: [{ readings: 3, sentence: '' }],
    });
    expect(await benefits('staffSide')).toBeUndefined();
    expect(await addReading(staffSide, caseId, benefitId, { periodFrom: null, periodOn: '2026-11-30', value: 9, numerator: null, denominator: null, n: null, quality: 'B', note: '' })).toMatchObject({ ok: false, status: 404 });
    value(await settleBenefit(sponsor, caseId, benefitId, { ...contracted, treatment: 'notContracted', reason: 'Already required', revision: 4 }));
    expect((await benefits())!.benefits[0]!.offRamp).toMatch(/^Not in the contract\. Reason recorded by Sponsor Person on .*: "Already required"$/);
    value(await withdrawBenefit(lead, caseId, benefitId, 'Counted twice'));
    expect(await benefits()).toMatchObject({ counts: { promised: 0 }, benefits: [], withdrawn: [{ title: 'Shorter waits' }] });
    expect(await benefitPage(reader(), await fileOf('lead', caseId), benefitId)).toMatchObject({ mayDescribe: false, maySettle: false, mayRecord: false });
  });

  it('settles two wordings by one, the other, or a third, and keeps all of them', async () => {
    world = await smallWorld(engine);
    const { lead, member, mentor } = world.people;
    const caseId = await smallCase(world);
    const write = (who: typeof lead, words: string, revision: string) => saveSection(who, caseId, { stage: 'readiness', section: 'readiness-all' }, [['small.readiness.revision', revision], ['small.readiness', words]], 'unsaid');
    value(await write(lead, 'Six towns', '0'));
    value(await write(member, 'Seven towns', '0'));
    const [collided] = await openCollisions(reader(), caseId);
    expect(await collisionPage(reader(), await fileOf('lead', caseId), collided!.id)).toMatchObject({ current: { text: 'Six towns', mine: true }, other: { text: 'Seven towns', by: member.name, mine: false }, merged: { clashes: 1 } });
    expect(await collisionPage(reader(), await fileOf('mentor', caseId), collided!.id)).toBeUndefined();
    expect(await chooseVersion(mentor, caseId, collided!.id, { keep: 'other' }, 1)).toMatchObject({ ok: false, status: 403 });
    expect(await chooseVersion(lead, caseId, collided!.id, { keep: 'combined', text: ' ' }, 1)).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'text' }] });
    expect(await chooseVersion(lead, caseId, collided!.id, { keep: 'other' }, 0), 'changed since they looked').toMatchObject({ ok: false, status: 409 });
    value(await chooseVersion(lead, caseId, collided!.id, { keep: 'combined', text: 'Six towns, later seven' }, 1));
    expect((await answerOf(reader(), caseId, 'small.readiness'))?.value_json).toBe('"Six towns, later seven"');
    expect(await chooseVersion(lead, caseId, collided!.id, { keep: 'other' }, 1), 'settled already').toMatchObject({ ok: false, status: 404 });
    const history = await answerHistory(reader(), await fileOf('lead', caseId), 'small.readiness');
    expect(history!.wordings).toMatchObject([{ text: 'Six towns, later seven', before: 'Six towns' }, { text: 'Seven towns', collided: 'settled' }, { text: 'Six towns', before: '' }]);
    expect(await answerHistory(reader(), await fileOf('sponsor', caseId), 'small.readiness')).toBeUndefined();
  });

  it('offers the moves a case knows, and says what stands in the way of going live', async () => {
    world = await smallWorld(engine);
    const { lead, sponsor } = world.people;
    const caseId = await smallCase(world);
    expect(await movePage(reader(), await fileOf('lead', caseId), 'resume')).toBeUndefined();
    expect(await movePage(reader(), await fileOf('lead', caseId), 'pause')).toMatchObject({ inTheWay: [] });
    expect(await moveWholeCase(sponsor, caseId, 'pause', 'Summer')).toMatchObject({ ok: false, status: 403 });
    expect(await moveWholeCase(lead, caseId, 'pause', '')).toMatchObject({ ok: false, status: 422 });
    value(await moveWholeCase(lead, caseId, 'pause', 'Summer'));
    expect(await movePage(reader(), await fileOf('lead', caseId), 'resume')).toMatchObject({ title: 'Resume the case' });
    expect(await kinds(caseId)).toContain('case.pause');
  });
});
