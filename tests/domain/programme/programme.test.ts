import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { pageOfBenefits } from '#db/tables/programme.server.ts';
import { endMembership, membershipsOfCase } from '#db/tables/memberships.server.ts';
import { threadOfRow } from '#app/domain/benefits/threads.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { navigationFor } from '#app/domain/people/navigation.server.ts';
import { programmeBenefits } from '#app/domain/programme/programme-benefits.server.ts';
import { programmeCases } from '#app/domain/programme/programme-cases.server.ts';
import { programmePage, type ProgrammePage } from '#app/domain/programme/programme-page.server.ts';
import { MEASURING, scopeOf, type Scope } from '#app/domain/programme/programme-scope.server.ts';
import { searchIn } from '#app/domain/programme/programme-search.ts';
import { STEPS } from '#app/domain/programme/steps.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallWorld, type SmallWorld } from '#tests/setup/small-world.ts';
import { benefitsAtRandom, insertAny, programmeAtRandom } from './world.ts';

const search = (asked = '') => searchIn(new URLSearchParams(asked));
const benefitIds = async (scope: Scope, asked: string, key: string) => {
  const ids: string[] = [];
  for (let after = ''; ; ) {
    const page = await programmeBenefits(reader(), scope, search(asked), { step: STEPS.find((s) => s.key === key)!, after });
    ids.push(...page.rows.map((row) => row.id));
    if (page.next === null) return { ids, tally: page.tally };
    after = page.next;
  }
};

eachEngine((engine) => {
  let world: SmallWorld;
  let cases: string[];
  let sponsors: Scope;
  beforeAll(async () => {
    world = await smallWorld(engine);
    cases = await programmeAtRandom(world, 36, 41);
    sponsors = (await scopeOf(reader(), world.people.sponsor))!;
  }, 120_000);
  afterAll(() => world.close());
  const page = (scope: Scope, asked = '') => programmePage(reader(), scope, search(asked));

  it('reads the thread in SQL as the law reads it', async () => {
    const caseId = await smallCase(world);
    await transaction(world.open, async (tx) => {
      for (const [n, benefit] of benefitsAtRandom(400, 7).entries()) await insertAny(tx, caseId, n + 1, world.people.lead.id, benefit);
    });
    const [law, { rows }] = await Promise.all([
      benefitsOf(reader(), caseId),
      pageOfBenefits(reader(), { seenBy: { personId: world.people.hr.id, roles: ['hr'] } }, MEASURING, { limit: 1000 }),
    ]);
    const inWords = law.map((row) => {
      const thread = threadOfRow(row);
      return { id: row.id, settled: row.withdrawn_at ? 'withdrawn' : thread.contracted ? 'contracted' : thread.offRamp ? 'leftOut' : 'undecided', measurable: Number(thread.measurable) };
    });
    expect(rows.map(({ id, settled, measurable }) => ({ id, settled, measurable }))).toEqual(inWords);
    expect(new Set(inWords.map((place) => `${place.settled} ${place.measurable}`)).size).toBeGreaterThan(6);
    await transaction(world.open, async (tx) => {
      for (const part of await membershipsOfCase(tx, caseId)) await endMembership(tx, part.id, '2026-11-24T09:00:00.000Z');
      await tx.db.updateTable('benefits').set({ state: 'withdrawn', withdrawn_at: '2026-11-24T09:00:00.000Z' }).where('case_id', '=', caseId).execute();
      await tx.db.updateTable('cases').set({ shown_as: 'example' }).where('id', '=', caseId).execute();
    });
  });

  it('lists behind every number exactly what it counts, page by page, with and without filters', async () => {
    for (const asked of ['', 'kind=all', 'kind=all&route=right-to-request', 'commissioner=none', 'category=access', 'live=36', 'kind=all&live=not']) {
      const { tallies } = await page({}, asked);
      for (const { key } of STEPS) {
        const { ids, tally } = await benefitIds({}, asked, key);
        expect({ asked, key, n: ids.length, unlike: new Set(ids).size }).toEqual({ asked, key, n: tallies[key].n, unlike: tallies[key].n });
        expect(tally).toEqual(tallies[key]);
      }
      const listed = await programmeCases(reader(), {}, search(asked), '');
      expect(listed.rows.length).toBe((await page({}, asked)).cases);
    }
  });

  it('adds up: each grouping to the whole, and settled to promised', async () => {
    const all = await page({}, 'kind=all');
    for (const groups of [all.commissioners, all.routes, all.categories]) {
      for (const { key } of STEPS) expect(groups.reduce((sum, g) => sum + g.tallies[key].n, 0), key).toBe(all.tallies[key].n);
      expect(groups.map((g) => g.label)).toEqual(groups.map((g) => g.label).sort(new Intl.Collator('en-GB', { numeric: true }).compare));
    }
    const { promised, contracted, notContracted, undecided, measured, ...rest } = all.tallies;
    expect(contracted.n + notContracted.n + undecided.n).toBe(promised.n);
    expect(rest.met.n + rest.missed.n + rest.notProven.n + rest.onTrack.n + rest.atRisk.n + rest.tooEarly.n + rest.unjudged.n).toBe(measured.n);
    expect(promised.pence).toBeGreaterThan(2 ** 31);
  });

  it('counts months live as whole months, and every live case in one group of them', async () => {
    const groups = await Promise.all(['not', '0-11', '12-23', '24-35', '36'].map((live) => page({}, `kind=all&live=${live}`)));
    expect(groups.reduce((sum, g) => sum + g.cases, 0)).toBe((await page({}, 'kind=all')).cases);
    expect(groups[0]!.monthsLive).toBeNull();
    for (const [i, [least, most]] of [[0, 11], [12, 23], [24, 35], [36, Infinity]].entries()) {
      const { monthsLive } = groups[i + 1]!;
      if (monthsLive) expect([monthsLive.least >= least!, monthsLive.most <= most!]).toEqual([true, true]);
    }
  });

  it('shows a share from ten cases on, and none below', async () => {
    const groups = (await page({})).routes.concat((await page({})).categories);
    expect(groups.filter((g) => g.cases < 10).every((g) => g.share === null)).toBe(true);
    expect(groups.some((g) => g.cases >= 10 && g.share !== null)).toBe(true);
  });

  it('counts real cases alone, and all kinds where there is no real one or it is asked', async () => {
    const [real, all] = await Promise.all([page({}), page({}, 'kind=all')]);
    expect([real.kind, real.noneReal, all.cases - real.cases]).toEqual(['real', false, 7]); // six illustrations, and the case of the test before
    const nobody = { seenBy: { personId: newId(), roles: ['sponsor'] } };
    expect(await page(nobody)).toMatchObject({ kind: 'all', noneReal: true, cases: 0, live: 0, monthsLive: null, commissioners: [] });
  });

  describe('what is somebody else\'s', () => {
    const refs = async (scope: Scope) => (await programmeCases(reader(), scope, search('kind=all'), '')).rows.map((row) => row.id);

    it('is neither counted nor listed', async () => {
      const own = cases.filter((_, i) => i % 2 === 0);
      expect(new Set(await refs(sponsors))).toEqual(new Set(own));
      const seen = await page(sponsors, 'kind=all');
      const benefits = (await Promise.all(own.map((id) => benefitsOf(reader(), id)))).flat();
      expect(seen).toMatchObject({ whole: false, cases: own.length });
      expect(seen.tallies.promised.n + seen.tallies.withdrawn.n).toBe(benefits.length);
      expect(new Set((await benefitIds(sponsors, 'kind=all', 'promised')).ids)).toEqual(new Set(benefits.filter((b) => !b.withdrawn_at).map((b) => b.id)));
      expect(seen.commissioners.reduce((sum, g) => sum + g.cases, 0)).toBe(own.length);
      const foreign = await page({}, 'kind=all');
      const alien = foreign.options.commissioner.filter(({ value }) => !seen.options.commissioner.some((o) => o.value === value));
      for (const { value } of alien) expect((await page(sponsors, `kind=all&commissioner=${value}`)).cases).toBe(0);
    });

    it('is not there for those who hold no role of the commissioner\'s side, nor once a role has ended', async () => {
      const { people } = world;
      for (const who of ['lead', 'member', 'mentor', 'staffSide', 'outsider'] as const) {
        expect(await scopeOf(reader(), people[who]), who).toBeUndefined();
        expect((await navigationFor(people[who])).nav.map((link) => link.label)).not.toContain('Programme');
      }
      expect((await navigationFor(people.sponsor)).nav.map((link) => link.label)).toContain('Programme');
      expect((await navigationFor(people.support)).nav.map((link) => link.label)).toContain('Programme');
      const before: ProgrammePage = await page(sponsors, 'kind=all');
      await transaction(world.open, async (tx) => {
        const part = (await membershipsOfCase(tx, cases[0]!)).find((m) => m.role === 'sponsor')!;
        await endMembership(tx, part.id, '2026-11-24T09:00:00.000Z');
      });
      expect((await page(sponsors, 'kind=all')).cases).toBe(before.cases - 1);
      expect(await refs(sponsors)).not.toContain(cases[0]);
    });
  });

  it('counts without a single result: it stands with the table of results gone', async () => {
    const before = await page({});
    await sql`alter table readings rename to readings_elsewhere`.execute(world.open.writer);
    expect(await page({})).toEqual(before);
    await expect(benefitIds({}, '', 'promised')).rejects.toThrow(/readings/); // the list compares with what would have happened anyway
    await sql`alter table readings_elsewhere rename to readings`.execute(world.open.writer);
  });
});
