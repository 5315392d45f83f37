import { afterEach, expect, it } from 'vitest';
import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { caseById } from '#db/tables/cases.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { decisionsOf } from '#db/tables/decisions.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { allOrganisations, insertOrganisation, organisationById } from '#db/tables/organisations.server.ts';
import { coversOf } from '#db/tables/covers.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { casePage } from '#app/domain/cases/case-page.server.ts';
import { moveWholeCase } from '#app/domain/cases/move-case.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { moveCondition } from '#app/domain/conditions/move-condition.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { recordPage } from '#app/domain/decisions/record-page.server.ts';
import { carrySuccessions } from '#app/domain/organisations/carry-successions.server.ts';
import { nameSuccessor } from '#app/domain/organisations/name-successor.server.ts';
import { organisationsPage } from '#app/domain/organisations/organisations-page.server.ts';
import { successionSchema, type NewSuccession } from '#app/domain/organisations/succession.schema.ts';
import { parseForm } from '#app/lib/forms.ts';
import { nameDeputy } from '#app/domain/covers/name-deputy.server.ts';
import { sweepCovers } from '#app/domain/covers/sweep-covers.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { newsOf } from '#tests/setup/news.ts';
import { at, coverWorld, on, type CoverWorld } from '../covers/cover-world.ts';
import { judge, value } from '#tests/setup/walk.ts';

eachEngine((engine) => {
  let c: CoverWorld;
  afterEach(async () => { setClock(undefined); await c?.world.close(); });

  const body = (name: string, row: { from_on?: string; until_on?: string } = {}) => transaction(database(), async (tx) => {
    const id = newId();
    await insertOrganisation(tx, { id, name, kind: 'ccg', code: null, from_on: row.from_on ?? null, until_on: row.until_on ?? null, successor_id: null });
    return id;
  });
  const asked = (successor: string, day: string, more: Partial<NewSuccession> = {}): NewSuccession => ({ successor, successorName: '', kind: '', on: day, reason: 'The Health and Care Act 2022', ...more });
  const row = async () => (await caseById(reader(), c.caseId))!;
  const events = async () => (await eventsOf(reader(), c.caseId, { limit: 50, kinds: ['case.succeed'] })).map((e) => e.sentence).reverse();
  const parts = async (who: 'sponsor' | 'outsider' | 'lead') => (await c.fileOf('lead'))!.memberships.filter((m) => m.person_id === c.people[who].id).map((m) => [m.role, m.organisation_id, m.until_at === null]);

  /** The approver and their deputy act for the case's commissioner. */
  async function begun(): Promise<string> {
    c = await coverWorld(engine);
    const old = (await row()).commissioner_id!;
    await transaction(database(), (tx) => tx.db.updateTable('memberships').set({ organisation_id: old }).where('person_id', '=', c.people.sponsor.id).execute());
    return old;
  }

  it('moves a case in its middle: an open condition, cover, and a decision to come', async () => {
    const old = await begun();
    const condition = { text: 'Skills', evidence: 'A table', ownerId: c.people.lead.id, dueOn: '2030-03-01', blocks: 'nothing' as const };
    const { decisionId } = value(await judge(c.world, c.caseId, 'proposal', 'approvedWithConditions', { conditions: [condition] }));
    await c.send('governance');
    value(await c.cover(1, 9));
    value(await c.says('outsider'));
    const next = await body('Northbridge and Hill ICB');
    value(await nameSuccessor(c.people.support, old, asked(next, on(3))));
    expect((await row()).commissioner_id).toBe(old);
    const before = await conditionsOf(reader(), c.caseId);
    at(3);
    await carrySuccessions();
    await carrySuccessions();
    expect(await row()).toMatchObject({ commissioner_id: next });
    expect((await row()).parent_id).not.toBe(next);
    expect(await events()).toEqual(['recorded that Northbridge and Hill ICB took over from Northbridge ICB on 3 May 2026']);
    expect(await parts('sponsor')).toEqual([['sponsor', old, false], ['sponsor', next, true]]);
    expect(await parts('outsider')).toEqual([['sponsor', old, false], ['sponsor', next, true]]);
    expect(await parts('lead')).toHaveLength(1);
    expect((await newsOf(c.people.lead)).filter((n) => n.includes('took over'))).toHaveLength(1);
    expect(await conditionsOf(reader(), c.caseId)).toEqual(before);
    // What was decided keeps the old name; what is decided from now on has the new one, by the deputy too.
    const file = (await c.fileOf('lead'))!;
    expect(await recordPage(reader(), file, 'proposal', decisionId!)).toMatchObject({ organisation: 'Northbridge ICB' });
    const later = value(await judge(c.world, c.caseId, 'governance', 'approved', {}, 'outsider')).decisionId!;
    expect(await recordPage(reader(), file, 'governance', later)).toMatchObject({ organisation: 'Northbridge and Hill ICB', by: 'Outsider Person', deputy: expect.stringContaining('(1 to 9 May 2026)') as string });
    expect((await decisionsOf(reader(), c.caseId)).map((d) => d.organisation_id)).toEqual([old, next]);
    value(await moveCondition(c.people.lead, c.caseId, before[0]!.id, { type: 'agree', note: '' }));
    value(await moveCondition(c.people.lead, c.caseId, before[0]!.id, { type: 'sendEvidence', note: 'The table' }));
    value(await moveCondition(c.people.sponsor, c.caseId, before[0]!.id, { type: 'verify', note: '' }));
    const { identity } = await casePage(reader(), (await c.fileOf('lead'))!);
    expect(identity.find(({ key }) => key === 'Commissioner')!.value).toBe('Northbridge and Hill ICB, formerly Northbridge ICB (until 2 May 2026)');
    at(10);
    expect((await coversOf(reader(), c.caseId))[0]!.membership_id).toBe(file.memberships.find((m) => m.person_id === c.people.outsider.id && m.until_at === null)!.id);
  });

  it('acts at once for a day that has come, by an administrator too, and walks a chain', async () => {
    const old = await begun();
    const admin = { ...c.people.outsider, posts: ['admin' as const] };
    value(await nameSuccessor(admin, old, asked('', '2013-04-01', { successorName: 'Northbridge CCG', kind: 'ccg' })));
    const ccg = (await row()).commissioner_id!;
    expect(await organisationById(reader(), ccg)).toMatchObject({ name: 'Northbridge CCG', from_on: '2013-04-01' });
    expect(await organisationById(reader(), old)).toMatchObject({ until_on: '2013-03-31', successor_id: ccg });
    value(await nameSuccessor(c.people.support, ccg, asked('', '2022-07-01', { successorName: 'Hill ICB', kind: 'icb' })));
    const { identity } = await casePage(reader(), (await c.fileOf('lead'))!);
    expect(identity.find(({ key }) => key === 'Commissioner')!.value).toBe('Hill ICB, formerly Northbridge CCG (until 30 June 2022), and before that Northbridge ICB (until 31 March 2013)');
    expect((await organisationsPage(reader())).find((o) => o.id === old)).toMatchObject({ successor: 'Northbridge CCG, from 1 April 2013', open: false });
    // Who joins for the old body later is carried along too, with all the bodies between.
    await c.given('outsider', 'quality', { organisation_id: old });
    await carrySuccessions();
    expect((await parts('outsider')).at(-1)).toEqual(['quality', (await row()).commissioner_id, true]);
  });

  it('leaves a case that has ended, and every other case, as it was', async () => {
    const old = await begun();
    value(await moveWholeCase(c.people.lead, c.caseId, 'withdraw', 'The team stopped'));
    value(await nameSuccessor(c.people.support, old, asked(await body('Hill ICB'), on(1))));
    expect((await row()).commissioner_id).toBe(old);
    expect(await events()).toEqual([]);
    expect(await parts('sponsor')).toEqual([['sponsor', old, true]]);
  });

  it('refuses what cannot be, and who may not', async () => {
    const old = await begun();
    const [next, late, gone] = [await body('Hill ICB', { from_on: '2020-01-01' }), await body('Dale ICB', { from_on: on(5) }), await body('Vale PCT', { until_on: '2013-03-31' })];
    for (const who of ['sponsor', 'lead', 'outsider'] as const) expect(await nameSuccessor(c.people[who], old, asked(next, on(1))), who).toMatchObject({ ok: false, status: 404 });
    const named = (id: string, to: string, day = on(1)) => nameSuccessor(c.people.support, id, asked(to, day));
    const says = (field: string, message: RegExp) => ({ ok: false, status: 422, reasons: [{ field, message: expect.stringMatching(message) as string }] });
    expect(await named(newId(), next)).toMatchObject({ ok: false, status: 404 });
    expect(await named(old, newId())).toMatchObject(says('successor', /Select the body/));
    expect(await named(old, old)).toMatchObject(says('successor', /from itself/));
    expect(await named(old, late)).toMatchObject(says('successor', /Dale ICB did not exist on 1 May 2026: it began on 5 May 2026/));
    expect(await named(old, gone)).toMatchObject(says('successor', /Vale PCT did not exist on 1 May 2026: it ended on 31 March 2013/));
    expect(await named(next, old, '2019-12-01')).toMatchObject(says('on', /began on 1 January 2020/));
    value(await named(old, next));
    expect(await named(old, late, on(6))).toMatchObject(says('main', /Hill ICB took over from Northbridge ICB already/));
    expect(await named(next, old)).toMatchObject(says('successor', /cannot be the other way round/));
    await expect(transaction(database(), (tx) => tx.db.updateTable('successions').set({ successor_id: late }).execute())).rejects.toThrow('never rewritten');
    await expect(transaction(database(), (tx) => tx.db.deleteFrom('successions').execute())).rejects.toThrow('never deleted');
    expect((await allOrganisations(reader())).filter((o) => o.successor_id !== null)).toHaveLength(1);
  });

  it('names the deputy for the new body when cover begins after the day', async () => {
    const old = await begun();
    value(await c.cover(4, 6));
    const next = await body('Hill ICB');
    value(await nameSuccessor(c.people.support, old, asked(next, on(2))));
    at(4);
    await carrySuccessions();
    await sweepCovers();
    expect(await parts('outsider')).toEqual([['sponsor', next, true]]);
    expect(await nameDeputy(c.people.sponsor, c.caseId, await c.partOf('sponsor'), { email: 'nobody@example.org', from: on(8), until: on(9), reason: 'x' })).toMatchObject({ ok: false, status: 422 });
    expect(await caseForActor(reader(), c.people.outsider, c.caseId)).toBeDefined();
  });
});

it('asks for one body, of the list or new, and says what is missing', () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, text] of Object.entries({ successor: '', successorName: '', kind: '', 'on.day': '1', 'on.month': '4', 'on.year': '2030', reason: 'An order', ...fields })) data.append(name, text);
    const read = parseForm(data, successionSchema);
    return read.ok ? read.value : read.errors.map((e) => e.id);
  };
  expect(form({})).toEqual(['successor']);
  expect(form({ 'on.day': '', reason: '' })).toEqual(expect.arrayContaining(['on', 'reason', 'successor']));
  expect(form({ successor: 'a', successorName: 'Hill ICB' })).toEqual(['successorName', 'kind']);
  expect(form({ successorName: 'Hill ICB' })).toEqual(['kind']);
  expect(form({ successor: 'a', 'on.day': '31', reason: '' })).toEqual(['on', 'reason']);
  expect(form({ successorName: ' Hill  ICB ', kind: 'icb' })).toMatchObject({ successorName: 'Hill ICB', on: '2030-04-01' });
});
