import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromJson, toJson } from '#db/codec.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import type { Id } from '#db/schema.ts';
import { insertCollision, openCollisions, settleCollision, versionsOf } from '#db/tables/answer-versions.server.ts';
import { answerOf, answersOf, putAnswer } from '#db/tables/answers.server.ts';
import type { NewAnswer } from '#db/tables/answers.server.ts';
import { markSection, marksOf, unmarkSection } from '#db/tables/marks.server.ts';
import { eachEngine, freshDatabase } from '../setup/engines.ts';
import { aCase, minute, pathway, person, readerOf, write } from './rows.ts';

eachEngine((engine) => {
  let database: OpenDatabase;
  let ann: Id;
  let ben: Id;
  let caseId: Id;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await write(database, async (tx) => {
      await pathway(tx);
      [ann, ben] = [await person(tx), await person(tx)];
      caseId = await aCase(tx, ann);
    });
  });
  afterAll(() => database.close());

  const answer = (question: string, value: unknown, by: Id, at: number): NewAnswer => ({
    case_id: caseId,
    question,
    state: 'answered',
    value_json: toJson(value),
    by,
    at: minute(at),
  });
  const put = (row: NewAnswer, base: number) => write(database, (tx) => putAnswer(tx, row, base));

  test('an answer is written from nothing once, then only from its own revision', async () => {
    expect(await put(answer('staff', 42, ann, 1), 0)).toBe(true);
    expect(await put(answer('staff', 43, ben, 2), 0)).toBe(false);
    expect(await put(answer('staff', 44, ben, 3), 1)).toBe(true);
    expect(await put(answer('staff', 45, ann, 4), 1)).toBe(false);
    const kept = await answerOf(readerOf(database), caseId, 'staff');
    expect(kept).toMatchObject({ revision: 2, by: ben, at: minute(3) });
    expect(fromJson<number>(kept?.value_json ?? 'null')).toBe(44);
    const versions = await versionsOf(readerOf(database), caseId, 'staff');
    expect(versions.map(({ revision, value_json, by }) => [revision, value_json, by])).toEqual([
      [2, '44', ben],
      [1, '42', ann],
    ]);
  });

  test('what a new wording does not say is not kept from the old one', async () => {
    const base = { case_id: caseId, question: 'board', by: ann, at: minute(1) };
    await put({ ...base, state: 'unknown', known_by_on: '2026-12-01' }, 0);
    await put({ ...base, state: 'notApplicable', reason: 'No board yet' }, 1);
    expect(await answerOf(readerOf(database), caseId, 'board')).toMatchObject({ known_by_on: null, reason: 'No board yet' });
  });

  test('of two saves at once one is written', async () => {
    expect((await Promise.all([put(answer('name', 'a', ann, 1), 0), put(answer('name', 'b', ben, 1), 0)])).sort()).toEqual([false, true]);
    expect(await versionsOf(readerOf(database), caseId, 'name')).toHaveLength(1);
  });

  test('a wording that came too late waits until somebody has chosen, and stays in the versions', async () => {
    await put(answer('why', 'one', ann, 1), 0);
    const id = await write(database, (tx) => insertCollision(tx, answer('why', 'two', ben, 2), 0));
    expect(await openCollisions(readerOf(database), caseId)).toMatchObject([{ id, value_json: '"two"', by: ben, collided_at: minute(2) }]);
    expect(await write(database, (tx) => settleCollision(tx, id, ann, minute(3)))).toBe(true);
    expect(await write(database, (tx) => settleCollision(tx, id, ben, minute(4)))).toBe(false);
    expect(await openCollisions(readerOf(database), caseId)).toEqual([]);
    expect(await versionsOf(readerOf(database), caseId, 'why')).toHaveLength(2);
  });

  test('answers to some questions, to none, to all', async () => {
    const count = async (questions?: string[]) => (await answersOf(readerOf(database), caseId, questions)).length;
    expect([await count(['staff', 'why', 'nothing']), await count([]), await count()]).toEqual([2, 0, 4]);
  });

  test('a section is marked once, by the first to say so, and unmarked', async () => {
    const mark = { case_id: caseId, section: 'people' };
    await write(database, (tx) => markSection(tx, { ...mark, completed_by: ann, completed_at: minute(1) }));
    await write(database, (tx) => markSection(tx, { ...mark, completed_by: ben, completed_at: minute(2) }));
    expect(await marksOf(readerOf(database), caseId)).toEqual([{ ...mark, completed_by: ann, completed_at: minute(1) }]);
    await write(database, (tx) => unmarkSection(tx, caseId, 'people'));
    expect(await marksOf(readerOf(database), caseId)).toEqual([]);
  });
});
