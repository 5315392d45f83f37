import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#db/codec.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import type { Id } from '#db/schema.ts';
import { liveCaseIdsOf, pageOfCases } from '#db/tables/case-pages.server.ts';
import type { CaseFilter } from '#db/tables/case-pages.server.ts';
import { caseById, casesByIds, moveCase, nextCaseReference, updateCase } from '#db/tables/cases.server.ts';
import { endMembership, everInTeam, membershipsOf, membershipsOfCase } from '#db/tables/memberships.server.ts';
import { insertOrganisation } from '#db/tables/organisations.server.ts';
import { insertStages, moveStage, stageOf, stagesOf, stagesOfCases } from '#db/tables/stages.server.ts';
import { eachEngine, freshDatabase } from '../setup/engines.ts';
import { aCase, member, minute, pathway, person, readerOf, write } from './rows.ts';

eachEngine((engine) => {
  let database: OpenDatabase;
  let owner: Id;
  let cases: Id[];

  beforeAll(async () => {
    database = await freshDatabase(engine);
    await write(database, async (tx) => {
      await pathway(tx);
      owner = await person(tx);
      cases = [];
      // Two by two in the same minute, so that a page must tell them apart by id.
      for (let n = 0; n < 12; n++) {
        const reference = `SW-${9990 + n}`;
        cases.push(await aCase(tx, owner, { title: `Team ${n}`, reference, created_at: minute(Math.floor(n / 2)) }));
      }
    });
  });
  afterAll(() => database.close());

  const titles = async (filter: CaseFilter & { after?: string; limit?: number }) => {
    const page = await pageOfCases(readerOf(database), { limit: 20, ...filter });
    return page.rows.map((row) => Number(/\d+/.exec(row.title)?.[0]));
  };

  test('pages follow each other, newest first, each case once, with the total on each', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    for (let pages = 1; pages <= 3; pages++) {
      const page = await pageOfCases(readerOf(database), { limit: 5, ...(after && { after }) });
      expect(page.total).toBe(12);
      seen.push(...page.rows.map((row) => row.id));
      after = page.next ?? undefined;
    }
    expect(after).toBeUndefined();
    expect(seen).toEqual(cases.toReversed());
  });

  test('a page that ends on the last case has no next, and a made-up place is the start', async () => {
    expect((await pageOfCases(readerOf(database), { limit: 12 })).next).toBeNull();
    expect(await titles({ after: 'nowhere', limit: 2 })).toEqual([11, 10]);
  });

  test('filters: person, state, pathway, commissioner, stage and text', async () => {
    const icb = newId();
    await write(database, async (tx) => {
      await insertOrganisation(tx, { id: icb, name: 'Harbour ICB', kind: 'icb' });
      const [first, second, third] = [cases[0] ?? '', cases[1] ?? '', cases[2] ?? ''];
      const left = await member(tx, second, owner, 'lead');
      await endMembership(tx, left, minute(3));
      await member(tx, first, owner, 'lead');
      await member(tx, first, owner, 'adviser');
      await moveCase(tx, { id: third, revision: 1 }, { state: 'paused' });
      await updateCase(tx, first, { commissioner_id: icb, title: 'Team 0 100%_sure' });
      const stage = { stage: 'proposal', machine_version: 1, revision: 1 };
      await insertStages(tx, [
        { ...stage, id: newId(), case_id: first, state: 'drafting', opened_at: minute(1) },
        { ...stage, id: newId(), case_id: second, state: 'locked' },
        { ...stage, id: newId(), case_id: third, state: 'sent', opened_at: minute(1) },
      ]);
    });
    expect(await titles({ personId: owner })).toEqual([0]);
    expect(await titles({ personId: newId() })).toEqual([]);
    expect(await titles({ state: 'paused' })).toEqual([2]);
    expect(await titles({ state: ['paused', 'open'], limit: 3 })).toEqual([11, 10, 9]);
    expect(await titles({ pathway: 'right-to-provide' })).toEqual([]);
    expect(await titles({ commissionerId: icb })).toEqual([0]);
    expect(await titles({ stage: 'proposal' })).toEqual([2, 0]);
    expect(await titles({ stage: 'proposal', stageStates: ['sent'] })).toEqual([2]);
    expect(await titles({ text: 'TEAM 1' })).toEqual([11, 10, 1]);
    expect(await titles({ text: 'sw-10001' })).toEqual([11]);
    expect(await titles({ text: '0%_s' })).toEqual([0]);
    expect(await titles({ text: 't_am' })).toEqual([]);
    expect((await pageOfCases(readerOf(database), { limit: 1, personId: owner })).total).toBe(1);
    expect(await liveCaseIdsOf(readerOf(database), owner)).toEqual([cases[0]]);
  });

  test('the next reference goes on from the highest number, not from the last in the alphabet', async () => {
    expect(await write(database, nextCaseReference)).toBe('SW-10002');
  });

  test('a move stands only from the revision it was begun on', async () => {
    const id = cases[5] ?? '';
    const move = (revision: number, state: string) => write(database, (tx) => moveCase(tx, { id, revision }, { state }));
    expect([await move(1, 'paused'), await move(1, 'closed'), await move(2, 'open')]).toEqual([true, false, true]);
    expect(await caseById(readerOf(database), id)).toMatchObject({ state: 'open', revision: 3 });
    expect(await write(database, (tx) => moveCase(tx, { id: newId(), revision: 1 }, { state: 'x' }))).toBe(false);
  });

  test('two moves at once from one revision: one stands', async () => {
    const id = cases[6] ?? '';
    const move = (state: string) => write(database, (tx) => moveCase(tx, { id, revision: 1 }, { state }));
    expect((await Promise.all([move('paused'), move('closed')])).sort()).toEqual([false, true]);
  });

  test('stages move in the same way', async () => {
    const id = newId();
    const caseId = cases[7] ?? '';
    await write(database, (tx) =>
      insertStages(tx, [{ id, case_id: caseId, stage: 'contract', machine_version: 1, state: 'drafting', revision: 1 }]),
    );
    const move = (revision: number) => write(database, (tx) => moveStage(tx, { id, revision }, { state: 'sent', turn_since_at: minute(9) }));
    expect([await move(1), await move(1)]).toEqual([true, false]);
    const moved = { id, state: 'sent', revision: 2, turn_since_at: minute(9) };
    expect(await stageOf(readerOf(database), caseId, 'contract')).toMatchObject(moved);
    expect(await stagesOf(readerOf(database), caseId)).toMatchObject([moved]);
    expect(await stagesOfCases(readerOf(database), [caseId, cases[8] ?? ''])).toMatchObject([moved]);
    expect(await stagesOfCases(readerOf(database), [])).toEqual([]);
  });

  test('memberships are ended and kept: live ones by person, all by case, the team for ever', async () => {
    const caseId = cases[9] ?? '';
    const [left, sponsor] = await write(database, async (tx) => [await person(tx), await person(tx)] as const);
    const ended = await write(database, async (tx) => {
      await member(tx, caseId, sponsor, 'sponsor', minute(2));
      return member(tx, caseId, left, 'adviser', minute(1));
    });
    expect(await write(database, (tx) => endMembership(tx, ended, minute(5)))).toBe(true);
    expect(await write(database, (tx) => endMembership(tx, ended, minute(6)))).toBe(false);
    const reader = readerOf(database);
    expect(await membershipsOf(reader, left)).toEqual([]);
    expect((await membershipsOfCase(reader, caseId)).map((row) => [row.person_id, row.until_at])).toEqual([
      [left, minute(5)],
      [sponsor, null],
    ]);
    expect([await everInTeam(reader, caseId, left), await everInTeam(reader, caseId, sponsor)]).toEqual([true, false]);
  });

  test('many cases by id, none for none', async () => {
    expect(await casesByIds(readerOf(database), [])).toEqual([]);
    expect(await casesByIds(readerOf(database), cases.slice(0, 3))).toHaveLength(3);
  });
});

test('on sqlite a page is read from an index, whatever the number of cases', async () => {
  const database = await freshDatabase('sqlite');
  const plan = async (query: ReturnType<typeof sql>) =>
    (await (query as ReturnType<typeof sql<{ detail: string }>>).execute(database.reader)).rows.map((row) => row.detail);
  expect(
    await plan(sql`explain query plan select * from cases where (created_at, id) < ('x', 'y') order by created_at desc, id desc limit 26`),
  ).toEqual([expect.stringMatching(/^SEARCH cases USING INDEX cases_newest /)]);
  expect(
    await plan(sql`explain query plan select * from cases where id in
      (select case_id from memberships where person_id = 'x' and until_at is null) order by created_at desc, id desc limit 26`),
  ).toEqual(expect.arrayContaining([expect.stringContaining('memberships_live_of_person (person_id=?)')]));
  await database.close();
});
