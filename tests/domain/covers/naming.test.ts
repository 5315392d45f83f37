import { afterEach, expect, it } from 'vitest';
import { transaction } from '#db/database.server.ts';
import { coversOf } from '#db/tables/covers.server.ts';
import { endPart } from '#app/domain/cases/memberships.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { endCoverEarly, nameDeputy } from '#app/domain/covers/name-deputy.server.ts';
import { sweepCovers } from '#app/domain/covers/sweep-covers.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { homePage } from '#app/domain/cases/home-page.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { newsOf } from '#tests/setup/news.ts';
import { value } from '#tests/setup/walk.ts';
import { at, coverWorld, london, on, type CoverWorld } from './cover-world.ts';

eachEngine((engine) => {
  let c: CoverWorld;
  afterEach(async () => { setClock(undefined); await c?.world.close(); });

  it('begins at once, tells both, and gives the deputy the part for the same body', async () => {
    c = await coverWorld(engine);
    value(await c.cover(1, 9));
    const file = (await c.fileOf('outsider'))!;
    const own = file.memberships.find((m) => m.person_id === c.people.sponsor.id)!;
    expect(file.memberships.find((m) => m.person_id === c.people.outsider.id)).toMatchObject({ role: 'sponsor', organisation_id: own.organisation_id, until_at: null });
    expect(await newsOf(c.people.outsider)).toEqual([expect.stringContaining('You stand in for Sponsor Person as approver until 9 May 2026')]);
    expect(await newsOf(c.people.sponsor)).not.toContainEqual(expect.stringContaining('stands in for you'));
    expect(await c.events('cover.name', 'cover.begin')).toEqual(['named Outsider Person as their deputy, 1 to 9 May 2026', 'gave Outsider Person the part of approver in place of Sponsor Person until 9 May 2026']);
    expect(JSON.stringify(await homePage(reader(), c.people.outsider))).toContain('Riverside therapies');
  });

  it('lets the support unit name one and tells the approver', async () => {
    c = await coverWorld(engine);
    value(await c.cover(3, 9, { by: 'support' }));
    expect(await newsOf(c.people.sponsor)).toContainEqual(expect.stringContaining('Outsider Person stands in for you as approver, 3 to 9 May 2026'));
    expect(await c.events('cover.name')).toEqual(['named Outsider Person as deputy for Sponsor Person, 3 to 9 May 2026']);
  });

  it('refuses who may not name one, and what cannot be', async () => {
    c = await coverWorld(engine);
    for (const who of ['lead', 'finance', 'secondLine', 'mentor'] as const) expect(await c.cover(1, 9, { by: who }), who).toMatchObject({ ok: false, status: 403 });
    expect(await c.cover(1, 9, { by: 'outsider' })).toMatchObject({ ok: false, status: 404 });
    expect(await c.cover(1, 9, { by: 'support', away: 'finance' })).toMatchObject({ ok: false, status: 404 });
    const refusals: [Parameters<CoverWorld['cover']>, string, RegExp][] = [
      [[1, 9, { email: 'nobody@example.org' }], 'email', /no account for this address/],
      [[1, 9, { deputy: 'sponsor' }], 'email', /cannot name yourself/],
      [[1, 9, { deputy: 'sponsor', by: 'support' }], 'email', /Sponsor Person cannot stand in for themself/],
      [[1, 9, { deputy: 'support', by: 'support' }], 'email', /cannot name yourself/],
      [[1, 9, { deputy: 'lead' }], 'email', /Lead Person is team lead in this case, so cannot stand in/],
      [[1, 9, { deputy: 'mentor' }], 'email', /is mentor/],
      [[1, 9, { deputy: 'support' }], 'email', /Support Person reviewed the proposal, which waits/],
      [[9, 2], 'until', /must be the first day or later/],
    ];
    for (const [asked, field, message] of refusals) expect(await c.cover(...asked), String(message)).toMatchObject({ ok: false, status: 422, reasons: [{ field, message: expect.stringMatching(message) as string }] });
    at(3);
    expect(await c.cover(2, 9)).toMatchObject({ ok: false, reasons: [{ field: 'from', message: 'The first day must be today or later' }] });
    const long = (until: string) => c.partOf('sponsor').then((part) => nameDeputy(c.people.sponsor, c.caseId, part, { email: c.people.outsider.email, from: on(4), until, reason: 'x' }));
    expect(await long('2026-08-02')).toMatchObject({ ok: false, reasons: [{ field: 'until', message: expect.stringMatching(/90 days at most, so the last day can be up to 1 August 2026/) as string }] });
    value(await long('2026-08-01'));
    expect(await c.cover(20, 22, { deputy: 'staffSide' })).toMatchObject({ ok: false, reasons: [{ field: 'from', message: expect.stringMatching(/Outsider Person stands in from 4 May to 1 August 2026 already/) as string }] });
  });

  it('refuses as deputy who was ever in the team, has an interest, or invited the first lead; and cover for one shut out', async () => {
    c = await coverWorld(engine);
    await c.given('outsider', 'adviser', { until_at: london(1).toISOString() });
    expect(await c.cover(1, 9)).toMatchObject({ ok: false, reasons: [{ message: 'Outsider Person was adviser to the team in this case, so cannot stand in' }] });
    await c.declared('legal', 'director');
    expect(await c.cover(1, 9, { deputy: 'legal' })).toMatchObject({ ok: false, reasons: [{ message: expect.stringMatching(/prospective director/) as string }] });
    await c.declared('sponsor', 'shareholder');
    expect(await c.cover(1, 9, { deputy: 'legal' })).toMatchObject({ ok: false, reasons: [{ message: 'Sponsor Person can never decide on this case, so nobody can stand in for them' }] });
  });

  it('ends early once, by the approver or the support unit, and stays on record as it was', async () => {
    c = await coverWorld(engine);
    const { coverId } = value(await c.cover(1, 9));
    const part = await c.partOf('sponsor');
    expect(await endCoverEarly(c.people.lead, c.caseId, part, coverId)).toMatchObject({ ok: false, status: 403 });
    expect(await endCoverEarly(c.people.support, c.caseId, await c.partOf('secondLine'), coverId)).toMatchObject({ ok: false, status: 404 });
    value(await endCoverEarly(c.people.support, c.caseId, part, coverId));
    expect(await endCoverEarly(c.people.sponsor, c.caseId, part, coverId)).toMatchObject({ ok: false, status: 409 });
    expect(await c.fileOf('outsider')).toBeUndefined();
    expect(await c.forced({ for_id: null })).toMatch(/deputy only on the days/);
    await sweepCovers();
    at(12);
    await sweepCovers();
    expect(await c.events('cover.end')).toEqual(["ended Outsider Person's cover for Sponsor Person before its last day, 9 May 2026"]);
    const [row] = await coversOf(reader(), c.caseId);
    expect(row).toMatchObject({ from_on: on(1), until_on: on(9), ended_by: c.people.support.id });
    for (const change of [{ until_on: on(20) }, { deputy_id: c.people.legal.id }, { ended_at: null }] as const) {
      await expect(transaction(database(), (tx) => tx.db.updateTable('covers').set(change).execute())).rejects.toThrow('slipway');
    }
    await expect(transaction(database(), (tx) => tx.db.deleteFrom('covers').execute())).rejects.toThrow('never deleted');
  });

  it('is extended by another that follows, also before a sweep has ended the first', async () => {
    c = await coverWorld(engine);
    value(await c.cover(1, 3));
    value(await c.cover(4, 6));
    at(4);
    await sweepCovers();
    expect((await c.fileOf('outsider'))!.memberships.filter((m) => m.person_id === c.people.outsider.id)).toHaveLength(2);
    value(await c.says('outsider'));
    expect(await c.forced({ at: london(4).toISOString() })).toBe('done');
    at(7);
    value(await c.cover(7, 8));
    expect(await c.forced({ at: london(8).toISOString() })).toBe('done');
    value(await c.signs());
    expect(await c.events('cover.end')).toHaveLength(2);
  });

  it('ends when the deputy leaves, and when the approver does; a deputy names none', async () => {
    c = await coverWorld(engine);
    value(await c.cover(1, 3));
    expect(await c.cover(4, 5, { by: 'support', away: 'outsider', deputy: 'legal' })).toMatchObject({ ok: false, status: 422, reasons: [{ message: 'A deputy cannot name a deputy' }] });
    value(await endPart(c.people.outsider, c.caseId, await c.partOf('outsider')));
    expect(await coversOf(reader(), c.caseId)).toMatchObject([{ ended_by: c.people.outsider.id }]);
    value(await c.cover(1, 9));
    value(await c.cover(10, 12));
    value(await endPart(c.people.sponsor, c.caseId, await c.partOf('sponsor')));
    expect((await coversOf(reader(), c.caseId)).filter((c) => c.ended_at === null)).toEqual([]);
    expect(await c.fileOf('outsider')).toBeUndefined();
    at(10);
    await sweepCovers();
    expect(await c.fileOf('outsider')).toBeUndefined();
  });

  it('does not begin for who was shut out since it was named', async () => {
    c = await coverWorld(engine);
    value(await c.cover(2, 4));
    await c.declared('outsider', 'director');
    at(2);
    await sweepCovers();
    await sweepCovers();
    expect(await c.fileOf('outsider')).toBeUndefined();
    expect(await c.events('cover.end')).toEqual(["ended Outsider Person's cover for Sponsor Person, which could not begin"]);
  });

  it('cannot be cut loose from the part it made', async () => {
    c = await coverWorld(engine);
    value(await c.cover(1, 3));
    const free = (membership_id: string | null) => transaction(database(), (tx) => tx.db.updateTable('covers').set({ membership_id }).execute());
    await expect(free(null)).rejects.toThrow('never lets go');
    await expect(free(await c.partOf('sponsor'))).rejects.toThrow('never lets go');
  });
});
