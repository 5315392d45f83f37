import { afterEach, beforeEach, expect, it } from 'vitest';
import { fromJson, newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { newsOf } from '#tests/setup/news.ts';
import { insertVerdict, verdictsOf } from '#db/tables/verdicts.server.ts';
import { askForChange, answerChange } from '#app/domain/benefits/change-benefit.server.ts';
import { addReading } from '#app/domain/benefits/record-reading.server.ts';
import { withdrawBenefit } from '#app/domain/benefits/withdraw-benefit.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { declareInterest } from '#app/domain/cases/memberships.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { commitImport } from '#app/domain/results/commit-import.server.ts';
import { keepImport } from '#app/domain/results/import-drafts.server.ts';
import { importPreview } from '#app/domain/results/import-preview.server.ts';
import { judgeBenefit } from '#app/domain/verdicts/judge-benefit.server.ts';
import { benefitVerdicts, judgingPage, verdictPage, type JudgingPage } from '#app/domain/verdicts/verdict-pages.server.ts';
import type { VerdictForm } from '#app/domain/verdicts/verdicts.schema.ts';
import { verdictsPage } from '#app/domain/verdicts/verdicts-page.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { liveCase } from '#tests/setup/live-case.ts';
import { measured, promised, URGENT, WAITS } from '#tests/setup/measured-case.ts';
import { smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

const LIVE = '2025-04-01';
const DONE = [18, 16, 14, 13, 12, 11, 10, 9, 9, 9, 9, 9];
const HEAD = 'Benefit,Period from,Period to,Result,Numerator,Denominator,People or cases,Quality,Note\n';
const now = (day: string) => setClock(() => new Date(`${day}T10:00:00Z`));

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  beforeEach(async () => {
    now('2026-05-01');
    world = await smallWorld(engine);
    caseId = await liveCase(world, LIVE);
  });
  afterEach(async () => {
    setClock(undefined);
    await world.close();
  });
  const fileOf = async (who: OnStage) => (await caseForActor(reader(), world.people[who], caseId))!;
  const desk = async (who: OnStage, benefitId: string) => judgingPage(reader(), await fileOf(who), benefitId);
  const formOf = ({ key, review, saw, given }: JudgingPage, more: Partial<VerdictForm> = {}): VerdictForm => ({ key, reviewOn: review.on, saw, replaces: given?.id ?? '', verdict: 'met', reasons: '', action: '', actionOwner: '', actionDueOn: null, ...more });
  const judge = async (who: OnStage, benefitId: string, more: Partial<VerdictForm> = {}) => {
    const page = await desk(who, benefitId);
    return judgeBenefit(world.people[who], caseId, benefitId, typeof page === 'object' ? formOf(page, more) : { key: newId(), reviewOn: '2026-04-01', saw: '', replaces: '', verdict: 'met', reasons: '', action: '', actionOwner: '', actionDueOn: null, ...more });
  };
  /** Each has the page open before either sends it. */
  const atOnce = async (all: OnStage[], benefitId: string, more: Partial<VerdictForm> = {}) => {
    const forms = await Promise.all(all.map(async (who) => [who, formOf((await desk(who, benefitId)) as JudgingPage, more)] as const));
    const outcomes = await Promise.all(forms.map(([who, form]) => judgeBenefit(world.people[who], caseId, benefitId, form)));
    return outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.status)).sort();
  };
  const list = async (who: OnStage = 'sponsor') => (await verdictsPage(reader(), await fileOf(who)))!;
  const met = async () => {
    const benefitId = await promised(world, caseId);
    await measured(world.people.lead, caseId, benefitId, LIVE, DONE);
    return benefitId;
  };

  it('proposes, takes a word that agrees without reasons, and freezes what it rests on', async () => {
    const benefitId = await met();
    expect(await desk('finance', benefitId)).toMatchObject({ review: { month: 12 }, proposed: { words: { title: 'Met' }, grade: 'Full' } });
    const { verdictId } = value(await judge('finance', benefitId));
    const [row] = await verdictsOf(reader(), [benefitId]);
    expect(row).toMatchObject({ id: verdictId, review_on: '2026-04-01', month: 12, proposed: 'met', verdict: 'met', grade: 'full', by: world.people.finance.id, action: null, consequence: null });
    expect(fromJson(row!.rests_on_json)).toMatchObject({ baseline: { value: 20, n: 900 }, target: { value: 10 }, actual: 9, points: 12, results: [{ value: 9, n: 120, quality: 'B' }, { value: 9 }, { value: 9 }], definition: { version: null, definedAnewOn: null }, counterfactual: { value: null } });
    value(await addReading(world.people.lead, caseId, benefitId, { periodFrom: null, periodOn: '2026-04-30', value: 30, numerator: null, denominator: null, n: 100, quality: 'B', note: '' }));
    expect(await verdictPage(reader(), await fileOf('lead'), benefitId, verdictId), 'a later result changes nothing').toMatchObject({ verdict: { words: { title: 'Met' }, result: '9 days (the last 3 results, n = 120)' } });
    expect((await eventsOf(reader(), caseId, { limit: 5, kinds: ['benefit.judge'] })).map((e) => fromJson(e.subject_json))).toMatchObject([{ benefit: benefitId, verdict: 'met', proposed: 'met', review: '2026-04-01', replaces: null, state: 'judged', treatment: 'contracted' }]);
    expect(await newsOf(world.people.lead)).toContain('Finance Person judged "Shorter waits": Met');
  });

  it('needs reasons where the word differs, and for a miss an action, an owner of the case and a day to come', async () => {
    const benefitId = await met();
    expect(await judge('sponsor', benefitId, { verdict: 'notProven' })).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'reasons' }] });
    const missed = { verdict: 'missed' as const, reasons: 'The list was closed in March' };
    expect(await judge('sponsor', benefitId, missed)).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'action' }, { field: 'actionOwner' }, { field: 'actionDueOn' }] });
    const action = { ...missed, action: 'Open the list again', actionOwner: world.people.member.id };
    expect(await judge('sponsor', benefitId, { ...action, actionOwner: world.people.outsider.id, actionDueOn: '2026-05-01' })).toMatchObject({ ok: false, reasons: [{ field: 'actionOwner' }, { field: 'actionDueOn', message: 'The date it is due by must be after today' }] });
    expect(await verdictsOf(reader(), [benefitId])).toEqual([]);
    const { verdictId } = value(await judge('sponsor', benefitId, { ...action, actionDueOn: '2026-06-10' }));
    expect(await newsOf(world.people.member)).toContain('Act by 10 June 2026: Open the list again, for "Shorter waits"');
    expect((await list()).actions).toMatchObject([{ verdictId, owner: 'Member Person', due: 'Due by 10 June 2026', late: false, consequence: 'A joint look at the cause' }]);
    now('2026-06-22');
    expect((await benefitVerdicts(reader(), await fileOf('lead'), benefitId))!.action).toMatchObject({ due: '12 days overdue, since 10 June 2026', late: true });
    now('2027-04-02');
    value(await judge('quality', benefitId, { reasons: 'It reached the target and stayed there', verdict: 'met' }));
    expect((await list()).actions, 'a later verdict settles it').toEqual([]);
    expect(await verdictPage(reader(), await fileOf('lead'), benefitId, verdictId)).toMatchObject({ action: { open: false, owner: 'Member Person' }, mayReplace: false });
  });

  it('refuses people of the team, with a stake, who recorded or own it, and everybody off the approving side', async () => {
    const { people } = world;
    const benefitId = await promised(world, caseId, { ...WAITS, recorder: people.quality.id, providerOwner: people.legal.id });
    await measured(people.lead, caseId, benefitId, LIVE, DONE);
    for (const who of ['lead', 'member', 'mentor', 'hr', 'support'] as const) expect(await judge(who, benefitId), who).toMatchObject({ ok: false, status: 403, reasons: [{ message: "Only the people on the approver's side can judge a benefit" }] });
    for (const who of ['staffSide', 'outsider'] as const) expect(await judgeBenefit(people[who], caseId, benefitId, { key: newId(), reviewOn: '2026-04-01', saw: '', replaces: '', verdict: 'met', reasons: '', action: '', actionOwner: '', actionDueOn: null }), who).toMatchObject({ ok: false, status: 404 });
    expect(await judge('quality', benefitId)).toMatchObject({ ok: false, status: 403, reasons: [{ message: 'You cannot judge this: you are named to record its results' }] });
    expect(await judge('legal', benefitId)).toMatchObject({ ok: false, status: 403, reasons: [{ message: 'You cannot judge this: you own it for the provider' }] });
    value(await declareInterest(people.secondLine, caseId, { personId: people.secondLine.id, kind: 'director', detail: '' }));
    expect(await judge('secondLine', benefitId)).toMatchObject({ ok: false, status: 403, reasons: [{ message: 'You cannot judge this: you were declared a prospective director of the new organisation on 1 May 2026' }] });
    const other = await promised(world, caseId, { ...WAITS, title: 'Other waits', recorder: people.finance.id });
    await measured(people.finance, caseId, other, LIVE, [12]);
    expect(await judge('finance', other)).toMatchObject({ ok: false, status: 403, reasons: [{ message: 'You cannot judge this: you recorded its results' }] });
    value(await judge('sponsor', other, { verdict: 'notProven', reasons: '' }));
    expect(await verdictsOf(reader(), [benefitId, other])).toHaveLength(1);
  });

  it('lets nobody judge first and record afterwards', async () => {
    const { people } = world;
    const benefitId = await promised(world, caseId, { ...WAITS, recorder: people.finance.id });
    const free = await promised(world, caseId, { ...WAITS, title: 'Free' });
    expect(await judge('finance', benefitId)).toMatchObject({ ok: false, status: 403 });
    value(await judge('finance', free, { verdict: 'notProven' }));
    await transaction(world.open, (tx) => tx.db.updateTable('benefits').set({ recorder_id: people.finance.id }).where('id', '=', free).execute());
    expect(await addReading(people.finance, caseId, free, { periodFrom: null, periodOn: '2026-04-30', value: 9, numerator: null, denominator: null, n: 10, quality: 'B', note: '' })).toMatchObject({ ok: false, status: 403, reasons: [{ message: 'You judged this benefit, so somebody else must record its results' }] });
    const { draftId } = value(await keepImport(people.finance, caseId, { text: `${HEAD}Free,,2026-04-30,9,,,10,B,\n`, fileName: '' }));
    const { seen } = (await importPreview(reader(), await fileOf('finance'), draftId))!;
    expect(await commitImport(people.finance, caseId, draftId, seen), 'many at once neither').toMatchObject({ ok: false, status: 403, reasons: [{ message: 'You judged Free, so somebody else must record its results' }] });
  });

  it('is refused by the database itself, whatever way a row comes', async () => {
    const { people } = world;
    const benefitId = await promised(world, caseId, { ...WAITS, recorder: people.quality.id, providerOwner: people.legal.id });
    await measured(people.lead, caseId, benefitId, LIVE, [15]);
    const direct = (by: string) => transaction(world.open, (tx) => insertVerdict(tx, { id: newId(), benefit_id: benefitId, review_on: '2026-04-01', month: 12, proposed: 'met', verdict: 'met', grade: 'full', rests_on_json: '{}', reasons: '', action: null, action_owner_id: null, action_due_on: null, consequence: null, replaces_id: null, by, at: '2026-05-01T10:00:00.000Z' }));
    for (const who of ['lead', 'quality', 'legal'] as const) await expect(direct(people[who].id), who).rejects.toThrow('slipway: a benefit is judged by someone who neither recorded its results nor owns it for the provider');
    await direct(people.sponsor.id);
    await expect(transaction(world.open, (tx) => tx.db.updateTable('verdicts').set({ verdict: 'missed' }).execute())).rejects.toThrow('slipway: a verdict is replaced by a later one, never changed');
    await expect(transaction(world.open, (tx) => tx.db.deleteFrom('verdicts').execute())).rejects.toThrow('slipway: a verdict is replaced');
  });

  it('takes one verdict at a review: the second person is told who was first, and may replace it knowingly', async () => {
    const benefitId = await met();
    const [before, other] = [await desk('sponsor', benefitId), await desk('finance', benefitId)] as [JudgingPage, JudgingPage];
    const first = formOf(before);
    const { verdictId } = value(await judgeBenefit(world.people.sponsor, caseId, benefitId, first));
    expect(value(await judgeBenefit(world.people.sponsor, caseId, benefitId, first)), 'the same button twice').toEqual({ verdictId });
    expect(await judgeBenefit(world.people.finance, caseId, benefitId, formOf(other))).toMatchObject({ ok: false, status: 409, reasons: [{ message: 'Sponsor Person judged this on 1 May 2026: Met. Open that verdict if you want to replace it' }] });
    expect(await judge('finance', benefitId)).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'reasons', message: 'Enter why you replace the earlier verdict' }] });
    expect(await atOnce(['finance', 'quality'], benefitId, { verdict: 'notProven', reasons: 'Two clinics left no figures' })).toEqual([409, 'done']);
    expect(await verdictsOf(reader(), [benefitId])).toHaveLength(2);
    expect(await verdictPage(reader(), await fileOf('lead'), benefitId, verdictId)).toMatchObject({ replacedBy: { words: { title: 'Not proven' } }, mayReplace: false });
    expect((await list()).benefits).toMatchObject([{ verdict: { words: { title: 'Not proven' } }, mayJudge: false }]);
  });

  it('takes one of two who judge at the same moment', async () => {
    const benefitId = await met();
    expect(await atOnce(['sponsor', 'finance'], benefitId)).toEqual([409, 'done']);
  });

  it('asks again when results came in between, or the next review began', async () => {
    const benefitId = await met();
    const page = (await desk('sponsor', benefitId)) as JudgingPage;
    value(await addReading(world.people.lead, caseId, benefitId, { periodFrom: null, periodOn: '2026-04-30', value: 30, numerator: null, denominator: null, n: 100, quality: 'B', note: '' }));
    expect(await judgeBenefit(world.people.sponsor, caseId, benefitId, formOf(page))).toMatchObject({ ok: false, status: 409, reasons: [{ message: expect.stringContaining('changed while you were judging') }] });
    now('2027-04-01');
    expect(await judgeBenefit(world.people.sponsor, caseId, benefitId, formOf(page))).toMatchObject({ ok: false, status: 409, reasons: [{ message: 'The review at 24 months has begun since you opened this page. Open it again' }] });
  });

  it('proposes "Too early" until 12 months live, and judges nothing before the first review', async () => {
    const benefitId = await promised(world, caseId);
    now('2025-06-30');
    expect(await desk('sponsor', benefitId)).toBe('The first review is on 1 July 2025. Nothing is judged before it');
    expect(await judge('sponsor', benefitId)).toMatchObject({ ok: false, status: 422 });
    now('2025-10-05');
    await measured(world.people.lead, caseId, benefitId, LIVE, [9, 9, 9, 9, 9, 9]);
    expect(await desk('sponsor', benefitId)).toMatchObject({ review: { month: 6 }, proposed: { words: { title: 'Too early' }, grade: 'Early' } });
    value(await judge('sponsor', benefitId, { verdict: 'tooEarly' }));
    now('2026-03-31');
    expect(await list()).toMatchObject({ review: { title: 'Review at 6 months, 1 October 2025', standing: 'Everything is judged' }, next: 'Review at 12 months, 1 April 2026', earlier: [{ title: 'Review at 3 months, 1 July 2025', standing: 'Everything is judged', benefits: [] }] });
  });

  it('shows contracted, monitored, left-out, undecided and withdrawn promises alike: none disappears', async () => {
    const treatments = ['contracted', 'monitored', 'notContracted', null] as const;
    for (const treatment of treatments) await promised(world, caseId, { ...URGENT, title: String(treatment) }, treatment);
    const gone = await promised(world, caseId, { ...WAITS, title: 'Gone' });
    value(await withdrawBenefit(world.people.lead, caseId, gone, 'The clinic closed'));
    expect(await desk('sponsor', gone)).toBe('This promise was withdrawn, so it is disclosed and not judged');
    const page = await list('finance');
    expect(page.benefits.map(({ title, treatment, mayJudge }) => [title, treatment, mayJudge])).toEqual([
      ['contracted', 'In the contract', true], ['monitored', 'Reported on, but not in the contract', true], ['notContracted', 'Not in the contract', true], ['null', 'Not decided yet', false],
    ]);
    expect(page).toMatchObject({ review: { standing: '4 benefits still to judge, by 13 May 2026', overdue: false }, dropped: [{ title: 'Gone', reason: 'The clinic closed' }], benefits: [{}, {}, {}, { whyNot: expect.stringContaining('not decided yet') }] });
    for (const { id } of page.benefits.slice(0, 3)) value(await judge('finance', id, { verdict: 'notProven' }));
    expect(await judge('finance', page.benefits[3]!.id, { verdict: 'notProven' })).toMatchObject({ ok: false, status: 422, reasons: [{ message: 'Decide first whether this promise is in the contract' }] });
    now('2026-05-14');
    expect((await list()).review).toMatchObject({ standing: '1 benefit still to judge. Overdue since 13 May 2026', overdue: true });
    expect(await verdictsPage(reader(), await fileOf('staffSide'))).toBeUndefined();
  });

  it('compares before and after on one definition only, until a starting figure by the new one is agreed', async () => {
    const benefitId = await met();
    const change = async (form: object) => {
      value(await askForChange(world.people.lead, caseId, benefitId, { baseline: null, baselineOn: null, baselineSource: null, target: null, bandLow: null, bandHigh: null, targetOn: null, measure: null, numerator: null, denominator: null, fromOn: null, reason: 'The rule changed', ...form } as Parameters<typeof askForChange>[3]));
      const [open] = await world.open.reader.selectFrom('benefit_changes').selectAll().where('settled_at', 'is', null).execute();
      value(await answerChange(world.people.sponsor, caseId, benefitId, open!.id, { answer: 'agreed', note: '' }));
    };
    await change({ kind: 'definition', measure: 'Days from referral received to first visit', fromOn: '2025-08-01' });
    expect(await desk('finance', benefitId)).toMatchObject({ proposed: { words: { title: 'Not proven' }, reasons: [expect.stringContaining('measured in another way since 1 August 2025')] } });
    now('2026-05-02');
    await change({ kind: 'baseline', baseline: 19, baselineSource: 'Counted again' });
    expect(await desk('finance', benefitId)).toMatchObject({ proposed: { words: { title: 'Met' } } });
  });

  it('records the consequence for a step on the way that was not reached', async () => {
    const benefitId = await promised(world, caseId, { ...WAITS, targetOn: '2027-03-31', milestones: [{ on: '2025-09-30', value: 9 }] });
    await measured(world.people.lead, caseId, benefitId, LIVE, DONE);
    const { verdictId } = value(await judge('sponsor', benefitId, { verdict: 'onTrack' }));
    expect(await verdictPage(reader(), await fileOf('lead'), benefitId, verdictId)).toMatchObject({ missedMilestones: ['The step of 9 days by 30 September 2025 was not reached. The result was 11 days.'], consequence: 'A joint look at the cause', action: null });
  });
});
