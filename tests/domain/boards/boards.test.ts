import { afterEach, expect, it } from 'vitest';
import { newId } from '#db/codec.ts';
import { isRefusedByTrigger, transaction } from '#db/database.server.ts';
import { insertBoardView, liveBoard } from '#db/tables/boards.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { interestsOf } from '#db/tables/interests.server.ts';
import { insertPerson } from '#db/tables/people.server.ts';
import { latestSubmission } from '#db/tables/submissions.server.ts';
import { endMembership, insertMembership } from '#db/tables/memberships.server.ts';
import { boardPage } from '#app/domain/boards/board-page.server.ts';
import { conveneBoard, dissolveBoard } from '#app/domain/boards/convene-board.server.ts';
import { giveView, type ViewGiven } from '#app/domain/boards/give-view.server.ts';
import { addPart } from '#app/domain/cases/add-part.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { homePage } from '#app/domain/cases/home-page.server.ts';
import { declareInterest } from '#app/domain/cases/memberships.server.ts';
import { instant } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { decisionDesk, keepDecisionDraft } from '#app/domain/decisions/decision-drafts.server.ts';
import { recordPage } from '#app/domain/decisions/record-page.server.ts';
import { signDecision } from '#app/domain/decisions/sign-decision.server.ts';
import type { Actor } from '#app/domain/people/actor.server.ts';
import { reviewPage } from '#app/domain/stages/review-page.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import type { Pathway, StageKey } from '#workflows/definition.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { completeStage, smallCase, smallPathway, smallWorld, type SmallWorld } from '#tests/setup/small-world.ts';
import { judge, pass, read, reviewAll, sha, toItsApprover, value } from '#tests/setup/walk.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  let seats: Actor[];
  afterEach(async () => world?.close());

  /** A proposal in front of its approver with its reviews in, and five board members who have said they have no interest. */
  async function opened(pathway?: Pathway): Promise<string> {
    world = await smallWorld(engine, pathway);
    const caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await toItsApprover(world, caseId, 'proposal');
    seats = [world.people.boardMember];
    for (const name of ['Bea', 'Cal', 'Dee', 'Eve']) seats.push(await joined(caseId, name));
    return caseId;
  }
  async function newcomer(name: string): Promise<Actor> {
    const who: Actor = { ...world.people.outsider, id: newId(), name, email: `${newId()}@example.org` };
    await transaction(world.open, (tx) => insertPerson(tx, { id: who.id, email: who.email, name, job_title: 'Director', organisation_id: null, password_hash: null, confirmed_at: instant(), disabled_at: null, colour_scheme: null, created_at: instant() }));
    return who;
  }
  async function joined(caseId: string, name: string): Promise<Actor> {
    const who = await newcomer(name);
    value(await addPart(world.people.support, caseId, { personId: who.id, role: 'boardMember', organisationId: null, stages: [] }));
    value(await declareInterest(who, caseId, { personId: who.id, kind: 'none', detail: '' }));
    return who;
  }
  const convene = async (caseId: string, more: Partial<Parameters<typeof conveneBoard>[3]> = {}) => conveneBoard(world.people.sponsor, caseId, 'proposal', { name: 'the board of Northbridge trust', meetsOn: '2030-05-06', quorum: 3, sha256: await sha(caseId, 'proposal'), ...more });
  const say = async (caseId: string, who: number, more: Partial<ViewGiven> = {}) => giveView(seats[who]!, caseId, 'proposal', { view: 'support', words: '', action: null, sha256: await sha(caseId, 'proposal'), ...more });
  const approve = (caseId: string, more = {}) => judge(world, caseId, 'proposal', 'approved', { minutes: 'Minute 7', ...more });
  const pageFor = async (who: Actor, caseId: string) => boardPage(reader(), (await caseForActor(reader(), who, caseId))!, 'proposal');
  const sentence = (text: string | RegExp) => ({ ok: false, reasons: [{ message: typeof text === 'string' ? text : expect.stringMatching(text) as string }] });

  it('a board of five, one with an interest: refused with two views, and goes with three', async () => {
    const caseId = await opened();
    value(await convene(caseId));
    value(await say(caseId, 0));
    value(await say(caseId, 1, { view: 'supportWithConditions', words: 'Once the reserve is agreed' }));
    value(await say(caseId, 4, { view: 'cannotTakePart', words: 'My brother is to work for it', action: 'leavesRoom' }));
    expect(await approve(caseId)).toMatchObject({ status: 422, ...sentence('3 of 5 board members must give a view before the decision is recorded. 2 have') });
    expect(await judge(world, caseId, 'proposal', 'changesRequested', { minutes: 'Minute 7', reasons: [{ code: 'change', text: 'More' }] })).toMatchObject({ status: 422, ...sentence(/2 have$/) });
    value(await say(caseId, 2, { view: 'notSupport', words: 'Too small' }));
    const { decisionId } = value(await approve(caseId, { onBehalfOf: 'the board of 6 May 2030' }));
    expect(await interestsOf(reader(), caseId)).toContainEqual(expect.objectContaining({ person_id: seats[4]!.id, kind: 'other', detail: 'My brother is to work for it' }));
    const file = (await caseForActor(reader(), world.people.lead, caseId))!;
    const record = await recordPage(reader(), file, 'proposal', decisionId!);
    expect(record).toMatchObject({ minutes: 'Minute 7', onBehalfOf: 'the board of 6 May 2030', board: { quorum: 3, meetsOn: '2030-05-06' } });
    expect(record!.board!.members.map((m) => [m.name, m.title, m.words])).toEqual([
      ['BoardMember Person', 'Support', ''], ['Bea', 'Support with conditions', 'Once the reserve is agreed'], ['Cal', 'Do not support', 'Too small'], ['Dee', 'No view', ''],
      ['Eve', 'Cannot take part: interest declared', 'Leaves the room. My brother is to work for it'],
    ]);
    expect(record!.trail.map((t) => t.words).join('\n')).toMatch(/convened the board of Northbridge trust of 6 May 2030.*\n(.*gave the board their view.*\n?)+/);
  });

  it('a member gives one view, on the version last sent, before the decision', async () => {
    const caseId = await opened();
    expect(await say(caseId, 0)).toMatchObject({ status: 422, ...sentence('No board is convened for this version') });
    value(await convene(caseId, { quorum: 1 }));
    expect(await say(caseId, 0, { sha256: 'an older one' })).toMatchObject({ status: 409, ...sentence(/A newer version/) });
    value(await say(caseId, 0));
    expect(await say(caseId, 0, { view: 'notSupport', words: 'On reflection' })).toMatchObject({ status: 409, ...sentence(/stays as it is/) });
    expect(await giveView(world.people.finance, caseId, 'proposal', { view: 'support', words: '', action: null, sha256: await sha(caseId, 'proposal') })).toMatchObject({ status: 403 });
    value(await approve(caseId));
    expect(await say(caseId, 1)).toMatchObject({ status: 422, ...sentence(/not with its approver now/) });
  });

  it('a new version has a board of its own', async () => {
    const caseId = await opened();
    value(await convene(caseId, { quorum: 1 }));
    const old = await sha(caseId, 'proposal');
    value(await say(caseId, 0));
    value(await judge(world, caseId, 'proposal', 'changesRequested', { minutes: 'Minute 7', reasons: [{ code: 'change', text: 'More' }] }));
    await completeStage(world, caseId, 'proposal');
    value(await submitStage(world.people.lead, caseId, 'proposal'));
    expect(await say(caseId, 1, { sha256: old })).toMatchObject({ ok: false });
    expect(await pageFor(world.people.sponsor, caseId)).toMatchObject({ ok: true, page: { board: null, may: { convene: true } } });
    await read(world.people.sponsor, caseId, 'proposal');
    await reviewAll(world, caseId, 'proposal');
    value(await judge(world, caseId, 'proposal', 'approved'));
  });

  it('who was in the team never sits on the board, by law and by direct SQL', async () => {
    const caseId = await opened();
    const former = await newcomer('Former');
    const membership = { case_id: caseId, person_id: former.id, organisation_id: null, stages_json: null, invited_by: world.people.lead.id };
    await transaction(world.open, async (tx) => {
      const id = newId();
      await insertMembership(tx, { ...membership, id, role: 'member', from_at: instant(), until_at: null });
      await endMembership(tx, id, instant());
    });
    expect(await addPart(world.people.support, caseId, { personId: former.id, role: 'boardMember', organisationId: null, stages: [] })).toMatchObject({ status: 422, ...sentence('Former was team member in this case, so cannot be board member of it') });
    const direct = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (isRefusedByTrigger(error) ? 'refused' : String(error)));
    expect(await direct(transaction(world.open, (tx) => insertMembership(tx, { ...membership, id: newId(), role: 'boardMember', from_at: instant(), until_at: null })))).toBe('refused');
    value(await convene(caseId));
    const { id, sha256 } = (await latestSubmission(reader(), caseId, 'proposal'))!;
    const board = (await liveBoard(reader(), id))!;
    expect(await direct(transaction(world.open, (tx) => insertBoardView(tx, { id: newId(), board_id: board.id, case_id: caseId, submission_id: id, sha256, view: 'support', words: '', action: null, by: former.id, organisation_id: null, at: instant() })))).toBe('refused');
  });

  it('a member shut out since counts as unable, and the view they gave does not count', async () => {
    const caseId = await opened();
    value(await convene(caseId));
    for (const who of [0, 1, 2]) value(await say(caseId, who));
    value(await declareInterest(seats[2]!, caseId, { personId: seats[2]!.id, kind: 'director', detail: '' }));
    expect(await approve(caseId)).toMatchObject({ status: 422, ...sentence(/2 have$/) });
    value(await say(caseId, 3));
    value(await approve(caseId));
  });

  it('is decided against only with a reason', async () => {
    const caseId = await opened();
    value(await convene(caseId));
    for (const who of [0, 1]) value(await say(caseId, who, { view: 'notSupport', words: 'Too small' }));
    value(await say(caseId, 2));
    expect(await approve(caseId)).toMatchObject({ status: 422, ...sentence(/Say why you decide against the board/) });
    value(await approve(caseId, { note: 'Two services join next year' }));
  });

  it('is convened by the approver alone, with members enough; dissolved with a reason while no view is in', async () => {
    const caseId = await opened();
    const asked = { name: 'the board', meetsOn: '2030-05-06', quorum: 1, sha256: await sha(caseId, 'proposal') };
    for (const who of ['lead', 'finance', 'support', 'boardMember'] as const) expect(await conveneBoard(world.people[who], caseId, 'proposal', asked), who).toMatchObject({ status: 403 });
    expect(await convene(caseId, { quorum: 6 })).toMatchObject({ status: 422, ...sentence(/5 have joined/) });
    value(await convene(caseId));
    expect(await convene(caseId)).toMatchObject({ status: 422 });
    expect(await dissolveBoard(world.people.finance, caseId, 'proposal', 'No')).toMatchObject({ status: 403 });
    expect(await dissolveBoard(world.people.sponsor, caseId, 'proposal', ' ')).toMatchObject({ status: 422 });
    value(await dissolveBoard(world.people.sponsor, caseId, 'proposal', 'It meets a week later'));
    value(await convene(caseId, { quorum: 1 }));
    value(await say(caseId, 0));
    expect(await dissolveBoard(world.people.sponsor, caseId, 'proposal', 'Again')).toMatchObject({ status: 422 });
    const events = await eventsOf(reader(), caseId, { limit: 50, kinds: ['board.convene', 'board.dissolve', 'board.view'] });
    expect(events.map((e) => e.kind).sort()).toEqual(['board.convene', 'board.convene', 'board.dissolve', 'board.view']);
    expect((await pageFor(world.people.sponsor, caseId))).toMatchObject({ page: { dissolved: [{ words: 'Sponsor Person dissolved the board of Northbridge trust of 6 May 2030: It meets a week later' }] } });
  });

  it('cannot be done without where the pathway requires one', async () => {
    const small = smallPathway(31); // a version of its own: definitions are kept by key and version
    const required: Pathway = { ...small, stages: small.stages.map((s) => (s.stage.key === ('proposal' satisfies StageKey) ? { ...s, signOff: { ...s.signOff, board: { quorum: 2, required: true, source: { title: 'Standing orders' } } } } : s)) };
    const caseId = await opened(required);
    expect(await judge(world, caseId, 'proposal', 'approved')).toMatchObject({ status: 422, ...sentence(/Convene it first/) });
    expect(await convene(caseId, { quorum: 1 })).toMatchObject({ status: 422, ...sentence('This pathway asks for at least 2 views') });
    value(await convene(caseId, { quorum: 2 }));
    for (const who of [0, 1]) value(await say(caseId, who));
    value(await approve(caseId));
  });

  it('shows each their part of it: a task, the count, the views once one has given a view, the signature', async () => {
    const caseId = await opened();
    value(await convene(caseId, { quorum: 2 }));
    const task = async (who: Actor) => (await homePage(reader(), who)).tasks.filter((t) => t.title.startsWith('Give your view'));
    expect(await task(seats[1]!)).toMatchObject([{ title: 'Give your view on the proposal', dueOn: '2030-05-06', why: 'the board of Northbridge trust' }]);
    value(await say(caseId, 0, { view: 'notSupport', words: 'Too small' }));
    expect(await pageFor(seats[1]!, caseId)).toMatchObject({ page: { viewsHidden: true, may: { give: true, decide: false }, turn: expect.stringContaining('2 of 5 board members must give a view') as string } });
    value(await say(caseId, 1));
    expect(await task(seats[1]!)).toEqual([]);
    expect(await pageFor(seats[1]!, caseId)).toMatchObject({ page: { viewsHidden: false, may: { give: false }, turn: 'Sponsor Person can record the decision: 2 of 2 views needed are in.' } });
    expect([await pageFor(world.people.lead, caseId), await pageFor(world.people.staffSide, caseId)]).toEqual([{ ok: false, status: 403 }, { ok: false, status: 404 }]);
    const beside = async (who: Actor) => (await reviewPage(reader(), (await caseForActor(reader(), who, caseId))!, 'proposal', { showAll: true }))!.board;
    expect(await beside(world.people.lead)).toMatchObject({ words: 'The board of Northbridge trust meets on 6 May 2030. 2 of 2 views needed are in.', seen: false, give: false });
    expect(await beside(seats[2]!)).toMatchObject({ seen: true, give: true });
    const found = await decisionDesk(reader(), (await caseForActor(reader(), world.people.sponsor, caseId))!, 'proposal');
    expect(found).toMatchObject({ ok: true, desk: { board: { onBehalfOf: 'the board of 6 May 2030', given: 2, quorum: 2, majority: null } } });
    if (!found.ok) throw new Error('no desk');
    value(await keepDecisionDraft(world.people.sponsor, caseId, 'proposal', { outcome: 'approved', criteria: found.desk.criteria.map((c) => ({ criterion: c.key, verdict: 'met', note: '' })) }));
    const sign = async (minutes: string) => signDecision(world.people.sponsor, caseId, 'proposal', { onBehalfOf: 'the board of 6 May 2030', minutes, sha256: await sha(caseId, 'proposal'), key: `press${minutes}` });
    expect(await sign('')).toMatchObject({ status: 422, reasons: [{ field: 'minutes', message: 'Enter the reference of the board minutes' }] });
    value(await sign('Minute 7'));
  });
});
