import { afterEach, expect, it } from 'vitest';
import { transaction } from '#db/database.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { coversOf } from '#db/tables/covers.server.ts';
import { decisionsOf } from '#db/tables/decisions.server.ts';
import { declareInterest } from '#app/domain/cases/memberships.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { endCoverEarly, nameDeputy } from '#app/domain/covers/name-deputy.server.ts';
import { sweepCovers } from '#app/domain/covers/sweep-covers.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { assureStage } from '#app/domain/decisions/assure-stage.server.ts';
import { decisionDesk } from '#app/domain/decisions/decision-drafts.server.ts';
import { recordPage } from '#app/domain/decisions/record-page.server.ts';
import { reviewPage } from '#app/domain/stages/review-page.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { newsOf } from '#tests/setup/news.ts';
import { judge, sha, value } from '#tests/setup/walk.ts';
import { at, coverWorld, london, on, type CoverWorld } from './cover-world.ts';

eachEngine((engine) => {
  let c: CoverWorld;
  afterEach(async () => { setClock(undefined); await c?.world.close(); });

  it('counts both days in London time, whether or not a sweep has run', async () => {
    c = await coverWorld(engine);
    value(await c.cover(2, 4));
    await sweepCovers();
    expect(await c.fileOf('outsider')).toBeUndefined();
    expect(await c.forced({ at: london(2).toISOString(), for_id: null })).toMatch(/only the case sponsor decides/);
    at(1, '23:59:59');
    await sweepCovers();
    expect(await c.fileOf('outsider')).toBeUndefined();
    at(2, '00:00:00');
    await sweepCovers();
    await sweepCovers();
    expect(await c.events('cover.begin')).toHaveLength(1);
    value(await c.says('outsider'));
    for (const [day, time, answer] of [[1, '23:59:59', /deputy only on the days/], [2, '00:00:00', /^done$/], [4, '23:59:59', /^done$/], [5, '00:00:00', /deputy only on the days/]] as const) {
      expect(await c.forced({ at: london(day, time).toISOString() }), `${day} ${time}`).toMatch(answer);
    }
    at(5, '00:00:00');
    const sentence = 'Your cover for Sponsor Person ended on 4 May 2026. Ask them, or the support unit, to extend it';
    expect(await c.signs()).toEqual({ ok: false, status: 422, reasons: [{ message: sentence }] });
    expect(await decisionDesk(reader(), (await c.fileOf('outsider'))!, 'proposal')).toEqual({ ok: false, status: 403, reason: sentence });
    expect(await reviewPage(reader(), (await c.fileOf('outsider'))!, 'proposal', { showAll: true })).toMatchObject({ mayDecide: false, shutOut: sentence });
    at(4, '23:59:59');
    expect(await decisionDesk(reader(), (await c.fileOf('outsider'))!, 'proposal')).toMatchObject({ ok: true });
    at(5, '00:00:00');
    await sweepCovers();
    await sweepCovers();
    expect(await c.fileOf('outsider')).toBeUndefined();
    expect(await c.events('cover.end')).toEqual(["ended Outsider Person's cover for Sponsor Person, whose last day was 4 May 2026"]);
    expect((await newsOf(c.people.sponsor)).filter((n) => n.includes('has ended'))).toHaveLength(1);
  });

  it('counts a day in winter by London time too', async () => {
    c = await coverWorld(engine);
    value(await nameDeputy(c.people.sponsor, c.caseId, await c.partOf('sponsor'), { email: c.people.outsider.email, from: on(1), until: '2026-07-29', reason: 'x' }));
    value(await endCoverEarly(c.people.sponsor, c.caseId, await c.partOf('sponsor'), (await coversOf(reader(), c.caseId))[0]!.id));
    setClock(() => new Date('2026-10-25T00:30:00.000Z')); // 1:30am, the last hour of summer time
    value(await nameDeputy(c.people.sponsor, c.caseId, await c.partOf('sponsor'), { email: c.people.outsider.email, from: '2026-10-25', until: '2026-10-25', reason: 'x' }));
    for (const [instant, answer] of [['2026-10-24T22:59:59.999Z', /deputy only/], ['2026-10-24T23:00:00.000Z', /^done$/], ['2026-10-25T23:59:59.999Z', /^done$/], ['2026-10-26T00:00:00.000Z', /deputy only/]] as const) expect(await c.forced({ at: instant }), instant).toMatch(answer);
  });

  it('records both people, and leaves the conditions to whom it was done for', async () => {
    c = await coverWorld(engine);
    value(await c.cover(1, 9));
    expect(await c.signs()).toMatchObject({ ok: false, reasons: [{ message: expect.stringMatching(/Say first whether you have an interest/) as string }] });
    value(await c.says('outsider'));
    const condition = { text: 'Skills', evidence: 'A table', ownerId: c.people.lead.id, dueOn: '2030-03-01', blocks: 'contract' as const };
    const { decisionId } = value(await judge(c.world, c.caseId, 'proposal', 'approvedWithConditions', { conditions: [condition] }, 'outsider'));
    expect(await decisionsOf(reader(), c.caseId)).toMatchObject([{ by: c.people.outsider.id, for_id: c.people.sponsor.id, role: 'sponsor' }]);
    expect(await c.events('stage.approveWithConditions')).toEqual(['approved with conditions the proposal, version 1, for Sponsor Person, who is away until 9 May 2026']);
    expect(await recordPage(reader(), (await c.fileOf('lead'))!, 'proposal', decisionId!)).toMatchObject({ by: 'Outsider Person', deputy: 'deputy for Sponsor Person (1 to 9 May 2026)' });
    expect(await conditionsOf(reader(), c.caseId)).toMatchObject([{ verifier_id: c.people.sponsor.id, by: c.people.outsider.id }]);
    await expect(transaction(database(), (tx) => tx.db.updateTable('decisions').set({ for_id: null }).execute())).rejects.toThrow('never changed');
  });

  it('is undone by an interest of either, in the law and in the database', async () => {
    c = await coverWorld(engine);
    value(await c.cover(1, 9));
    value(await c.says('outsider'));
    expect(await c.forced({})).toBe('done');
    expect(await c.forced({ for_id: null })).toMatch(/for the person they cover/);
    expect(await c.forced({ for_id: c.people.finance.id })).toMatch(/for the person they cover/);
    expect(await c.forced({ by: c.people.sponsor.id, for_id: c.people.finance.id })).toMatch(/for the person they cover/);
    value(await declareInterest(c.people.sponsor, c.caseId, { personId: c.people.sponsor.id, kind: 'director', detail: '' }));
    expect(await c.signs()).toMatchObject({ ok: false, status: 422, reasons: [{ message: 'Sponsor Person can never decide on this case, so neither can their deputy' }] });
    expect(await c.forced({})).toMatch(/for somebody who has a part/);
    value(await declareInterest(c.people.outsider, c.caseId, { personId: c.people.outsider.id, kind: 'employee', detail: '' }));
    expect(await c.forced({})).toMatch(/a part in/);
  });

  it('never lets a reviewer of a version sign it, nor a deputy of one', async () => {
    c = await coverWorld(engine);
    await c.given('support', 'sponsor');
    value(await c.says('support'));
    expect(await c.signs('support')).toMatchObject({ ok: false, status: 422, reasons: [{ message: 'You reviewed this version, so someone else must decide on it' }] });
    expect(await decisionDesk(reader(), (await c.fileOf('support'))!, 'proposal')).toMatchObject({ ok: false, status: 403 });
    expect(await c.forced({ by: c.people.support.id, for_id: null })).toMatch(/on a version they reviewed/);
    const part = (await c.fileOf('lead'))!.memberships.find((m) => m.person_id === c.people.support.id && m.role === 'sponsor')!.id;
    value(await nameDeputy(c.people.support, c.caseId, part, { email: c.people.outsider.email, from: on(1), until: on(9), reason: 'x' }));
    value(await c.says('outsider'));
    expect(await c.signs()).toMatchObject({ ok: false, reasons: [{ message: 'Support Person reviewed this version, so their deputy cannot decide on it' }] });
    expect(await c.forced({ for_id: c.people.support.id })).toMatch(/on a version they reviewed/);
  });

  it('never lets who invited the first team lead sign, by policy, law or database', async () => {
    c = await coverWorld(engine);
    await transaction(database(), (tx) => tx.db.updateTable('cases').set({ created_by: c.people.sponsor.id }).where('id', '=', c.caseId).execute());
    expect(await c.signs('sponsor')).toMatchObject({ ok: false, status: 422, reasons: [{ message: 'You invited the first team lead of this case, so someone else must decide on it' }] });
    expect(await decisionDesk(reader(), (await c.fileOf('sponsor'))!, 'proposal')).toMatchObject({ ok: false, status: 403 });
    expect(await c.forced({ by: c.people.sponsor.id, for_id: null })).toMatch(/whose first lead they invited/);
    await transaction(database(), (tx) => tx.db.updateTable('cases').set({ created_by: c.people.lead.id }).where('id', '=', c.caseId).execute());
    expect(await c.forced({ by: c.people.sponsor.id, for_id: null })).toBe('done');
    const lead = (from_at: string) => c.given('member', 'lead', { invited_by: c.people.sponsor.id, from_at, until_at: from_at });
    await lead('2026-05-02T09:00:00.000Z'); // a second lead may come from anybody
    expect(await c.forced({ by: c.people.sponsor.id, for_id: null })).toBe('done');
    await lead('2026-04-02T09:00:00.000Z');
    expect(await c.forced({ by: c.people.sponsor.id, for_id: null })).toMatch(/whose first lead they invited/);
    expect(await c.signs('sponsor')).toMatchObject({ ok: false, reasons: [{ message: expect.stringMatching(/You invited the first team lead/) as string }] });
    expect(await c.cover(1, 9)).toMatchObject({ ok: false, status: 422, reasons: [{ message: 'Sponsor Person can never decide on this case, so nobody can stand in for them' }] });
  });

  it('keeps the two lines apart, whoever stands in for whom', async () => {
    c = await coverWorld(engine);
    value(await c.signs('sponsor'));
    await c.send('business-case');
    value(await c.cover(1, 9));
    value(await c.says('outsider'));
    value(await judge(c.world, c.caseId, 'business-case', 'approved', {}, 'outsider'));
    expect(await c.cover(1, 9, { by: 'secondLine', away: 'secondLine' })).toMatchObject({ ok: false, reasons: [{ message: 'Outsider Person took the first decision on the business case, so cannot stand in for the second line' }] });
    expect(await c.cover(1, 9, { by: 'secondLine', away: 'secondLine', deputy: 'sponsor' })).toMatchObject({ ok: false, reasons: [{ message: expect.stringMatching(/Sponsor Person took the first decision/) as string }] });
    const second = { line: 'second' as const, outcome: 'assured' as const, role: 'secondLine' };
    for (const who of ['sponsor', 'outsider'] as const) {
      await c.given(who, 'secondLine');
      expect(await assureStage(c.people[who], c.caseId, 'business-case', { act: 'assure', reason: '', sha256: await sha(c.caseId, 'business-case') }), who).toMatchObject({ ok: false, status: 422, reasons: [{ message: 'You took the first decision, so someone else must assure it' }] });
      expect(await c.forced({ ...second, by: c.people[who].id, for_id: null }, 'business-case'), who).toBe('the two lines are two people');
    }
    expect(await c.forced({ ...second, by: c.people.secondLine.id, for_id: null }, 'business-case')).toBe('done');
  });

  it('lets a deputy of the second line assure for it', async () => {
    c = await coverWorld(engine);
    value(await c.signs('sponsor'));
    await c.send('business-case');
    value(await judge(c.world, c.caseId, 'business-case', 'approved'));
    value(await c.cover(1, 9, { by: 'secondLine', away: 'secondLine' }));
    value(await c.says('outsider'));
    value(await assureStage(c.people.outsider, c.caseId, 'business-case', { act: 'assure', reason: '', sha256: await sha(c.caseId, 'business-case') }));
    expect((await decisionsOf(reader(), c.caseId)).at(-1)).toMatchObject({ line: 'second', for_id: c.people.secondLine.id });
    expect(await c.events('stage.assure')).toEqual([expect.stringMatching(/, for SecondLine Person, who is away until 9 May 2026$/)]);
  });
});
