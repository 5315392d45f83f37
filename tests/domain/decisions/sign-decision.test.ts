import { afterEach, expect, it } from 'vitest';
import { decisionsOf } from '#db/tables/decisions.server.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { notificationsOf } from '#db/tables/notifications.server.ts';
import { latestMail } from '#db/tables/outbox.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { addComment } from '#app/domain/comments/comments.server.ts';
import { activityPage } from '#app/domain/cases/activity-page.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { declareInterest, endPart } from '#app/domain/cases/memberships.server.ts';
import { casePage } from '#app/domain/cases/case-page.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { decisionDesk, keepDecisionDraft } from '#app/domain/decisions/decision-drafts.server.ts';
import { CHANGE, conditionForm, criteriaForm, declineForm, deferralForm } from '#app/domain/decisions/decisions.schema.ts';
import { donePage } from '#app/domain/decisions/done-page.server.ts';
import { recordPage } from '#app/domain/decisions/record-page.server.ts';
import { signDecision } from '#app/domain/decisions/sign-decision.server.ts';
import { reopenStage } from '#app/domain/stages/reopen-stage.server.ts';
import { stagePage } from '#app/domain/stages/stage-page.server.ts';
import { parseForm } from '#app/lib/forms.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { pass, sha, toItsApprover, value } from '#tests/setup/walk.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  afterEach(async () => world?.close());

  /** A proposal in front of its approver, with every review in. */
  async function opened(): Promise<string> {
    world = await smallWorld(engine);
    const caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await toItsApprover(world, caseId, 'proposal');
    return caseId;
  }
  const deskOf = async (caseId: string, who: OnStage = 'sponsor') => decisionDesk(reader(), (await caseForActor(reader(), world.people[who], caseId))!, 'proposal');
  const keep = async (caseId: string, change: Parameters<typeof keepDecisionDraft>[3], who: OnStage = 'sponsor') => keepDecisionDraft(world.people[who], caseId, 'proposal', change);
  const sign = async (caseId: string, key = 'press-1', who: OnStage = 'sponsor') => signDecision(world.people[who], caseId, 'proposal', { onBehalfOf: '', sha256: await sha(caseId, 'proposal'), key });
  async function judged(caseId: string) {
    const found = await deskOf(caseId);
    if (!found.ok) throw new Error('no desk');
    value(await keep(caseId, { criteria: found.desk.criteria.map((c) => ({ criterion: c.key, verdict: 'met', note: '' })) }));
  }

  it('keeps the choices between the pages, and only for an approver who may decide', async () => {
    const caseId = await opened();
    value(await keep(caseId, { outcome: 'approved', criteria: [{ criterion: 'x', note: 'Read twice' }] }));
    expect(await deskOf(caseId)).toMatchObject({ ok: true, desk: { draft: { outcome: 'approved', criteria: [{ criterion: 'x', note: 'Read twice' }] } } });
    for (const who of ['lead', 'finance', 'secondLine'] as const) {
      expect(await deskOf(caseId, who), who).toMatchObject({ ok: false, status: 403 });
      expect(await keep(caseId, { outcome: 'approved' }, who), who).toMatchObject({ ok: false, status: 403 });
    }
    expect(await keep(caseId, { outcome: 'approved' }, 'outsider')).toMatchObject({ ok: false, status: 404 });
  });

  it('signs the draft once, however often the button is pressed, and forgets it', async () => {
    const caseId = await opened();
    expect(await sign(caseId)).toMatchObject({ ok: false, status: 422, reasons: [{ message: 'Choose your decision first' }] });
    value(await keep(caseId, { outcome: 'approved' }));
    expect(await sign(caseId)).toMatchObject({ ok: false, status: 422 });
    await judged(caseId);
    const first = value(await sign(caseId));
    expect(value(await sign(caseId))).toEqual(first);
    expect(await sign(caseId, 'press-2')).toMatchObject({ ok: false, status: 409 });
    expect(await decisionsOf(reader(), caseId)).toHaveLength(1);
    expect((await eventsOf(reader(), caseId, { limit: 100, kinds: ['stage.approve'] }))).toHaveLength(1);
    expect(await deskOf(caseId)).toMatchObject({ ok: false, status: 409 });
  });

  it('makes one decision, one mail and one entry of twenty presses at once, all answered alike', async () => {
    const caseId = await opened();
    await judged(caseId);
    value(await keep(caseId, { outcome: 'approvedWithConditions', conditions: [{ text: 'Board skills shown', evidence: 'A table', ownerId: world.people.lead.id, dueOn: '2030-03-01', blocks: 'nothing' }] }));
    const mails = async () => (await latestMail(reader(), 500)).filter((mail) => mail.to_address === world.people.lead.email).map((mail) => mail.subject);
    const before = await mails();
    const told = await Promise.all(Array.from({ length: 20 }, () => sign(caseId)));
    const [first] = await decisionsOf(reader(), caseId);
    expect(told).toEqual(Array.from({ length: 20 }, () => expect.objectContaining({ ok: true, value: { decisionId: first!.id } }) as unknown));
    expect(await decisionsOf(reader(), caseId)).toHaveLength(1);
    expect(await conditionsOf(reader(), caseId)).toHaveLength(1);
    expect(await eventsOf(reader(), caseId, { limit: 100, kinds: ['stage.approveWithConditions'] })).toHaveLength(1);
    expect((await mails()).sort()).toEqual([...before, 'Approved with 1 condition: proposal, Riverside therapies'].sort());
  });

  it('signs nothing for somebody whose part was ended while they read', async () => {
    const caseId = await opened();
    await judged(caseId);
    value(await keep(caseId, { outcome: 'approved' }));
    const part = (await membershipsOfCase(reader(), caseId)).find((m) => m.person_id === world.people.sponsor.id)!;
    value(await endPart(world.people.support, caseId, part.id));
    expect(await sign(caseId)).toMatchObject({ ok: false, status: 404 });
    expect(await decisionsOf(reader(), caseId)).toEqual([]);
  });

  it('signs only what belongs to the outcome that was chosen last', async () => {
    const caseId = await opened();
    const { lead } = world.people;
    await judged(caseId);
    const asked = { text: 'Board skills shown', evidence: 'A table', ownerId: lead.id, dueOn: '2030-03-01', blocks: 'contract' as const };
    value(await keep(caseId, { outcome: 'approvedWithConditions', conditions: [asked] }));
    value(await keep(caseId, { outcome: 'changesRequested', reasons: [{ code: 'not-viable', text: 'Of a decline' }, { code: CHANGE, text: 'Say who leads' }] }));
    value(await sign(caseId));
    const [decision] = await decisionsOf(reader(), caseId);
    expect(decision).toMatchObject({ outcome: 'changesRequested' });
    expect(JSON.parse(decision!.reasons_json)).toEqual([{ code: CHANGE, text: 'Say who leads' }]);
    expect(await conditionsOf(reader(), caseId)).toEqual([]);
  });

  it('sends the must-change comments with it, and refuses a request that names no change', async () => {
    const caseId = await opened();
    await judged(caseId);
    value(await keep(caseId, { outcome: 'changesRequested' }));
    expect(await sign(caseId)).toMatchObject({ ok: false, status: 422 });
    value(await addComment(world.people.sponsor, caseId, { stage: 'proposal', question: 'small.proposal', kind: 'mustChange', text: 'Say who leads' }));
    expect(await deskOf(caseId)).toMatchObject({ ok: true, desk: { drafts: 1, mustChanges: [{ text: 'Say who leads' }] } });
    value(await sign(caseId, 'press-2'));
    const file = (await caseForActor(reader(), world.people.lead, caseId))!;
    expect(file.stages.get('proposal')!.state).toBe('changesRequested');
  });

  it('refuses a signature under a version that was replaced', async () => {
    const caseId = await opened();
    await judged(caseId);
    value(await keep(caseId, { outcome: 'approved' }));
    const stale = await signDecision(world.people.sponsor, caseId, 'proposal', { onBehalfOf: '', sha256: 'another version', key: 'k' });
    expect(stale).toMatchObject({ ok: false, status: 422, reasons: [{ message: expect.stringMatching(/newer version/) as string }] });
  });

  it('gives a record with who, what, when and the trail, and a page that says what comes next', async () => {
    const caseId = await opened();
    await judged(caseId);
    value(await keep(caseId, { outcome: 'approved', note: 'With thanks' }));
    const { decisionId } = value(await sign(caseId));
    const file = (await caseForActor(reader(), world.people.sponsor, caseId))!;
    const record = await recordPage(reader(), file, 'proposal', decisionId!);
    expect(record).toMatchObject({ verdict: { words: 'Approved' }, by: 'Sponsor Person', version: 1, sha256: await sha(caseId, 'proposal'), note: 'With thanks' });
    expect(record!.trail.map((t) => t.words)).toEqual(expect.arrayContaining([expect.stringMatching(/sent the/), expect.stringMatching(/opened the/), expect.stringMatching(/approved the/)]));
    expect(await recordPage(reader(), file, 'governance', decisionId!)).toBeUndefined();
    expect(await donePage(reader(), file, 'proposal')).toMatchObject({ decision: { id: decisionId, words: 'Approved' } });
  });

  it('stands when its signer declares an interest afterwards; those who can reopen it are told, and the record says so', async () => {
    const caseId = await opened();
    await judged(caseId);
    value(await keep(caseId, { outcome: 'approved' }));
    const { decisionId } = value(await sign(caseId));
    value(await declareInterest(world.people.sponsor, caseId, { personId: world.people.sponsor.id, kind: 'director', detail: 'Asked to join its board' }));
    const heard = async (who: OnStage) => (await notificationsOf(reader(), world.people[who].id, { limit: 50 })).map((n) => n.text).filter((text) => text.startsWith('Interest declared after a decision'));
    expect(await heard('secondLine')).toHaveLength(1);
    expect(await heard('sponsor')).toEqual([]);
    const file = (await caseForActor(reader(), world.people.lead, caseId))!;
    expect(await recordPage(reader(), file, 'proposal', decisionId!)).toMatchObject({ voidedAt: null, interestSince: { words: 'Asked to join its board' } });
    expect(await reopenStage(world.people.sponsor, caseId, 'proposal', 'Again')).toMatchObject({ ok: false, status: 422 });
  });

  it('leads to the record from the stage, the case and its activity, for those who may open it', async () => {
    const caseId = await opened();
    await judged(caseId);
    value(await keep(caseId, { outcome: 'approved' }));
    const { decisionId } = value(await sign(caseId));
    const to = `/cases/${caseId}/stages/proposal/decision/record/${decisionId}`;
    const links = async (who: OnStage) => {
      const file = (await caseForActor(reader(), world.people[who], caseId))!;
      const [stage, overview, activity] = await Promise.all([stagePage(reader(), file, 'proposal'), casePage(reader(), file), activityPage(reader(), file, { kind: '', before: '' })]);
      return [stage!.versions.flatMap((v) => v.records.map((r) => r.to)), overview.thread.flatMap((bead) => bead.record ?? []), activity.days.flatMap((d) => d.entries.map((e) => e.to)).filter((link) => link?.includes('/record/'))];
    };
    for (const who of ['lead', 'finance', 'mentor', 'support'] as const) expect(await links(who), who).toEqual([[to], [to], [to]]);
    expect(await links('staffSide')).toEqual([[], [], []]);
    value(await reopenStage(world.people.sponsor, caseId, 'proposal', 'The plan changed'));
    expect(await links('lead')).toEqual([[to], [], [to]]);
  });
});

const form = (fields: Record<string, string | string[]>): FormData => {
  const data = new FormData();
  for (const [name, sent] of Object.entries(fields)) for (const text of [sent].flat()) data.append(name, text);
  return data;
};

it('tells of every fault of a condition at once, the date among them', () => {
  const read = parseForm(form({ text: '', evidence: '', 'dueOn.day': '31', 'dueOn.month': '2', 'dueOn.year': '2027' }), conditionForm(['a']));
  expect(read.ok ? [] : read.errors.map((e) => e.id)).toEqual(['text', 'evidence', 'ownerId', 'dueOn', 'blocks']);
  const good = parseForm(form({ text: 'A', evidence: 'B', ownerId: 'a', blocks: 'nothing', 'dueOn.day': '3', 'dueOn.month': 'march', 'dueOn.year': '2027' }), conditionForm(['a']));
  expect(good).toMatchObject({ ok: true, value: { dueOn: '2027-03-03' } });
});

it('reads the forms of the other pages', () => {
  expect(parseForm(form({ 'until.day': '', 'until.month': '', 'until.year': '', note: '' }), deferralForm)).toMatchObject({ ok: false, errors: [{ id: 'until' }, { id: 'note' }] });
  expect(parseForm(form({ reasons: ['not-viable', 'other'], 'text-other': 'Too soon', note: 'A year' }), declineForm)).toMatchObject({ ok: true, value: { reasons: [{ code: 'not-viable', text: '' }, { code: 'other', text: 'Too soon' }] } });
  expect(parseForm(form({ 'verdict-a': 'met', 'note-a': 'Yes' }), criteriaForm(['a']))).toMatchObject({ ok: true });
  expect(parseForm(form({ 'verdict-b': 'met' }), criteriaForm(['a']))).toMatchObject({ ok: false, errors: [{ id: 'main' }] });
});
