import { afterEach, expect, it } from 'vitest';
import { newId, toJson } from '#db/codec.ts';
import { Reader, transaction } from '#db/database.server.ts';
import { putAnswer } from '#db/tables/answers.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { insertMembership } from '#db/tables/memberships.server.ts';
import { activityPage } from '#app/domain/cases/activity-page.server.ts';
import { casesListedFor } from '#app/domain/cases/case-list.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { casePage } from '#app/domain/cases/case-page.server.ts';
import { conveneBoard } from '#app/domain/boards/convene-board.server.ts';
import { createCase } from '#app/domain/cases/create-case.server.ts';
import { rememberVisit } from '#app/domain/cases/home-news.server.ts';
import { homePage } from '#app/domain/cases/home-page.server.ts';
import { declareInterest } from '#app/domain/cases/memberships.server.ts';
import { instant, setClock } from '#app/domain/clock.server.ts';
import { addComment } from '#app/domain/comments/comments.server.ts';
import { moveCondition } from '#app/domain/conditions/move-condition.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { navigationFor } from '#app/domain/people/navigation.server.ts';
import type { Actor } from '#app/domain/people/actor.server.ts';
import { reviewStage } from '#app/domain/stages/review-stage.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { completeStage, ROLES_ON_STAGE, smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { agreeAll, judge, pass, read, reviewAll, sha, toItsApprover, value } from '#tests/setup/walk.ts';
import { pathways } from '#workflows/index.ts';

const NO_SEARCH = { text: '', state: '', route: '', commissioner: '', after: '' };

/** A reader that counts the queries it runs. */
function counting({ open }: SmallWorld): { reader: Reader; ran: () => number } {
  let ran = 0;
  const db = open.reader.withPlugin({ transformQuery: ({ node }) => (ran++, node), transformResult: async ({ result }) => result });
  return { reader: new Reader(db), ran: () => ran };
}

eachEngine((engine) => {
  let world: SmallWorld;
  afterEach(async () => { setClock(undefined); await world?.close(); });
  const fileOf = async (who: OnStage, caseId: string) => (await caseForActor(reader(), world.people[who], caseId))!;
  const queries = async (work: (counted: Reader) => Promise<unknown>) => {
    const { reader: counted, ran } = counting(world);
    await work(counted);
    return ran();
  };
  const anotherCase = async (lead: Actor, n: number) =>
    value(await createCase(lead, { title: `Case ${n}`, summary: 'Therapies', pathway: 'public-service-mutual', parent: { name: `Trust ${n}` }, commissioner: { name: `ICB ${n}` } })).caseId;

  it('asks home and the list of cases as many questions for twelve cases as for one', async () => {
    world = await smallWorld(engine);
    const { lead, support } = world.people;
    await smallCase(world);
    const look = async () => [
      await queries((counted) => homePage(counted, lead)), await queries((counted) => casesListedFor(counted, lead, NO_SEARCH)),
      await queries((counted) => homePage(counted, support)), await queries((counted) => casesListedFor(counted, support, NO_SEARCH)),
    ];
    await look();
    const forOne = await look();
    for (let n = 2; n <= 12; n++) await anotherCase(lead, n);
    expect((await casesListedFor(reader(), lead, NO_SEARCH)).total).toBe(12);
    expect(await look()).toEqual(forOne);
  });

  it('puts what is late first, and counts the changes asked for', async () => {
    world = await smallWorld(engine);
    const { lead, sponsor } = world.people;
    const caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await completeStage(world, caseId, 'proposal');
    value(await submitStage(lead, caseId, 'proposal'));
    await read(sponsor, caseId, 'proposal');
    for (const text of ['Say who pays', 'Name the board']) value(await addComment(sponsor, caseId, { stage: 'proposal', question: 'small.proposal', kind: 'mustChange', text }));
    expect((await homePage(reader(), sponsor)).tasks).toMatchObject([{ title: 'Read and decide on the proposal', action: 'Read and decide' }]);
    await reviewAll(world, caseId, 'proposal');
    value(await judge(world, caseId, 'proposal', 'changesRequested'));
    expect((await homePage(reader(), lead)).tasks).toMatchObject([{ title: 'Answer 2 changes Sponsor Person asked for', late: false, to: `/cases/${caseId}/stages/proposal` }]);
    const sponsors = await homePage(reader(), sponsor);
    expect(sponsors).toMatchObject({ decidesOnly: true, tasks: [], waiting: [{ caseTitle: 'Riverside therapies' }] });
    setClock(() => new Date(Date.now() + 400 * 86_400_000));
    expect((await homePage(reader(), lead)).tasks[0]).toMatchObject({ late: true });
    expect((await homePage(reader(), world.people.support)).stuck).toMatchObject([{ title: 'Riverside therapies', stage: 'Proposal' }]);
  });

  it('asks a reviewer for their review until it is in', async () => {
    world = await smallWorld(engine);
    const caseId = await smallCase(world);
    for (const stage of ['readiness', 'proposal'] as const) await pass(world, caseId, stage);
    await toItsApprover(world, caseId, 'business-case', false);
    const tasks = async () => (await homePage(reader(), world.people.finance)).tasks;
    expect(await tasks()).toMatchObject([{ title: 'Review the business case', why: 'Finance review', to: `/cases/${caseId}/stages/business-case/review` }]);
    value(await reviewStage(world.people.finance, caseId, 'business-case', { role: 'finance', verdict: 'supported', comment: '', sha256: await sha(caseId, 'business-case') }));
    expect(await tasks()).toEqual([]);
  });

  it('gives a condition to its owner, on home and among the facts of the case', async () => {
    world = await smallWorld(engine);
    const { lead, sponsor } = world.people;
    const caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await completeStage(world, caseId, 'proposal');
    value(await submitStage(lead, caseId, 'proposal'));
    await read(sponsor, caseId, 'proposal');
    await reviewAll(world, caseId, 'proposal');
    const condition = { text: 'Six on the board', evidence: 'Minutes', ownerId: lead.id, dueOn: '2020-01-01', blocks: 'nothing' as const };
    value(await judge(world, caseId, 'proposal', 'approvedWithConditions', { conditions: [condition] }));
    expect((await homePage(reader(), lead)).tasks[0]).toMatchObject({ title: 'Agree the words of condition 1', why: 'Six on the board', late: true });
    await agreeAll(world, caseId);
    expect((await homePage(reader(), lead)).tasks[0]).toMatchObject({ title: 'Meet condition 1', why: 'Six on the board', late: true });
    expect((await casePage(reader(), await fileOf('lead', caseId))).facts).toContainEqual({ key: 'Conditions', value: '1 open, 1 late' });
  });

  it('counts in the header what home lists, for everybody', async () => {
    world = await smallWorld(engine);
    const { lead, sponsor } = world.people;
    const caseId = await smallCase(world);
    for (const stage of ['readiness', 'proposal'] as const) await pass(world, caseId, stage);
    const condition = (ownerId: string) => ({ text: 'Six on the board', evidence: 'Minutes', ownerId, dueOn: '2030-01-01', blocks: 'nothing' as const });
    await completeStage(world, caseId, 'governance');
    value(await submitStage(lead, caseId, 'governance'));
    await read(sponsor, caseId, 'governance');
    await reviewAll(world, caseId, 'governance');
    value(await judge(world, caseId, 'governance', 'approvedWithConditions', { conditions: [condition(lead.id), condition(world.people.staffSide.id)] }));
    await agreeAll(world, caseId);
    const [first] = await conditionsOf(reader(), caseId);
    value(await moveCondition(lead, caseId, first!.id, { type: 'sendEvidence', note: 'Minutes' }));
    await completeStage(world, caseId, 'business-case');
    value(await submitStage(lead, caseId, 'business-case'));
    value(await conveneBoard(sponsor, caseId, 'business-case', { name: 'the board', meetsOn: '2030-01-01', quorum: 1, sha256: await sha(caseId, 'business-case') }));
    const counts = new Map<OnStage, [header: number, home: number]>();
    for (const who of ROLES_ON_STAGE) counts.set(who, [(await navigationFor(world.people[who])).turns, (await homePage(reader(), world.people[who])).tasks.length]);
    for (const [who, [header, home]] of counts) expect(header, who).toBe(home);
    expect(Object.fromEntries([...counts].map(([who, [n]]) => [who, n]))).toEqual({ lead: 2, member: 2, mentor: 0, sponsor: 2, finance: 1, hr: 1, quality: 1, legal: 1, secondLine: 0, boardMember: 1, staffSide: 1, support: 0, outsider: 0 });
  });

  it('tells an approver who is shut out why they cannot decide, and asks them for nothing', async () => {
    world = await smallWorld(engine);
    const { lead, sponsor } = world.people;
    const caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await completeStage(world, caseId, 'proposal');
    value(await submitStage(lead, caseId, 'proposal'));
    value(await declareInterest(sponsor, caseId, { personId: sponsor.id, kind: 'director', detail: 'From next year' }));
    const why = expect.stringMatching(/^You cannot decide: you were declared a prospective director/) as string;
    const home = await homePage(reader(), sponsor);
    expect(home).toMatchObject({ tasks: [], waiting: [{ turn: { whose: 'other', words: 'With the board sponsor, nobody else invited yet', whyNot: why } }] });
    expect((await navigationFor(sponsor)).turns).toBe(0);
    expect((await casePage(reader(), await fileOf('sponsor', caseId))).turns).toMatchObject([{ whose: 'other', whyNot: why }]);
    expect((await casePage(reader(), await fileOf('lead', caseId))).turns).toMatchObject([{ whose: 'other', words: expect.stringContaining('Sponsor Person') as string }]);
  });

  it('tells of what others did since the visit before, and nothing of one\'s own', async () => {
    world = await smallWorld(engine);
    const { lead, member } = world.people;
    let at = Date.now();
    setClock(() => new Date(at++));
    const caseId = await smallCase(world);
    await rememberVisit(reader(), member);
    at += 86_400_000;
    value(await addComment(lead, caseId, { stage: 'readiness', question: 'small.readiness', kind: 'question', text: 'Which towns?' }));
    expect((await homePage(reader(), member)).news.groups).toMatchObject([{ title: 'Riverside therapies', lines: [{ title: 'Lead Person left a question on Everything' }] }]);
    expect((await homePage(reader(), lead)).news.groups).toEqual([]);
    await rememberVisit(reader(), member);
    expect((await homePage(reader(), member)).news.groups, 'the same visit still shows it').toHaveLength(1);
  });

  it('shows activity without drafts, without reviews to a mentor, and without the writing to the approver', async () => {
    world = await smallWorld(engine);
    const { lead, sponsor } = world.people;
    const caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await completeStage(world, caseId, 'proposal');
    value(await submitStage(lead, caseId, 'proposal'));
    await read(sponsor, caseId, 'proposal');
    value(await addComment(sponsor, caseId, { stage: 'proposal', question: 'small.proposal', kind: 'question', text: 'Which towns?' }));
    await reviewAll(world, caseId, 'proposal');
    const titles = async (who: OnStage, kind = '') => (await activityPage(reader(), await fileOf(who, caseId), { kind, before: '' })).days.flatMap(({ entries }) => entries.map(({ title }) => title));
    for (const who of ['lead', 'sponsor', 'mentor', 'support'] as const) expect((await titles(who)).join()).not.toContain('drafted a comment');
    expect((await titles('lead')).join()).toContain('check of the proposal');
    expect((await titles('mentor')).join()).not.toContain('check of the proposal');
    expect((await titles('mentor')).join()).not.toContain('readiness');
    expect((await titles('sponsor')).join()).not.toMatch(/changed \d|completed/);
    expect((await titles('lead', 'answers')).every((title) => /changed|completed/.test(title))).toBe(true);
    expect((await titles('lead', 'files'))).toEqual([]);
  });

  it('pages through activity without losing or repeating anything', async () => {
    world = await smallWorld(engine);
    const caseId = await smallCase(world);
    for (let n = 0; n < 60; n++) value(await addComment(world.people.lead, caseId, { stage: 'readiness', question: 'small.readiness', kind: 'question', text: `Question ${n}` }));
    const file = await fileOf('lead', caseId);
    const first = await activityPage(reader(), file, { kind: 'comments', before: '' });
    const second = await activityPage(reader(), file, { kind: 'comments', before: first.earlier! });
    const ids = [first, second].flatMap(({ days }) => days.flatMap(({ entries }) => entries.map(({ id }) => id)));
    expect([new Set(ids).size, second.earlier]).toEqual([60, null]);
  });

  it('keeps the facts of a draft from the approver until it is sent', async () => {
    world = await smallWorld(engine, { ...pathways['public-service-mutual'], version: 9 });
    const caseId = await smallCase(world);
    await transaction(world.open, async (tx) => {
      await putAnswer(tx, { case_id: caseId, question: 's0.team_size', state: 'answered', value_json: toJson(42), raw_json: null, known_by_on: null, reason: null, by: world.people.lead.id, at: instant() }, 0);
    });
    const staff = async (who: OnStage) => (await casePage(reader(), await fileOf(who, caseId))).facts.find(({ key }) => key === 'Staff')?.value;
    expect([await staff('lead'), await staff('support'), await staff('sponsor'), await staff('mentor')]).toEqual(['42', '42', 'Not known yet', 'Not known yet']);
  });

  it('finds cases by their words, state, route and commissioner, and shows nobody another\'s', async () => {
    world = await smallWorld(engine);
    const { lead, outsider, support, sponsor } = world.people;
    const caseId = await smallCase(world);
    const others = await anotherCase(outsider, 2);
    const found = async (who: Actor, search: Partial<typeof NO_SEARCH> = {}) => (await casesListedFor(reader(), who, { ...NO_SEARCH, ...search })).rows.map(({ id }) => id);
    expect(await found(lead)).toEqual([caseId]);
    expect(await found(support)).toEqual([others, caseId]);
    expect(await found(support, { text: 'RIVERSIDE' })).toEqual([caseId]);
    expect(await found(support, { state: 'live' })).toEqual([]);
    const { options } = await casesListedFor(reader(), support, NO_SEARCH);
    expect(await found(support, { commissioner: options.commissioner.find(({ label }) => label === 'ICB 2')!.value })).toEqual([others]);
    expect((await casesListedFor(reader(), lead, NO_SEARCH)).options.commissioner).toMatchObject([{ label: 'Northbridge ICB' }]);
    await transaction(world.open, (tx) => insertMembership(tx, { id: newId(), case_id: others, person_id: sponsor.id, role: 'sponsor', organisation_id: null, stages_json: null, invited_by: outsider.id, from_at: instant(), until_at: null }));
    expect(await found(sponsor)).toEqual([others, caseId]);
  });
});
