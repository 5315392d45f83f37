import { fork } from 'node:child_process';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isUniqueViolation, transaction } from '#db/database.server.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import { openDatabase } from '#db/open.server.ts';
import { personByEmail, personById, updatePerson } from '#db/tables/people.server.ts';
import { eachEngine, freshDatabase } from '../setup/engines.ts';
import { person, readerOf } from './rows.ts';

let database: OpenDatabase;
afterEach(() => database.close());

eachEngine((engine) => {
  beforeEach(async () => {
    database = await freshDatabase(engine);
  });

  test('what it did is there once it returns, and its hooks run after that, in order', async () => {
    const seen: unknown[] = [];
    const id = await transaction(database, async (tx) => {
      tx.onCommit(() => seen.push('first'));
      tx.onCommit(() => seen.push('second'));
      const made = await person(tx, { email: 'ann@nhs.test' });
      seen.push('written');
      return made;
    });
    expect(seen).toEqual(['written', 'first', 'second']);
    expect(await personByEmail(readerOf(database), 'ann@nhs.test')).toMatchObject({ id });
  });

  test('a throw undoes everything and no hook runs', async () => {
    const seen: unknown[] = [];
    const attempt = transaction(database, async (tx) => {
      tx.onCommit(() => seen.push('hook'));
      await person(tx, { email: 'ann@nhs.test' });
      throw new Error('no');
    });
    await expect(attempt).rejects.toThrow('no');
    expect(seen).toEqual([]);
    expect(await personByEmail(readerOf(database), 'ann@nhs.test')).toBeUndefined();
  });

  test('a hook that throws is warned of and undoes nothing', async () => {
    const warned = new Promise<Error>((resolve) => process.once('warning', resolve));
    await transaction(database, async (tx) => {
      tx.onCommit(() => {
        throw new Error('asleep');
      });
      await person(tx, { email: 'ann@nhs.test' });
    });
    expect((await warned).message).toBe('asleep');
    expect(await personByEmail(readerOf(database), 'ann@nhs.test')).toBeDefined();
  });

  test('it is tried again when somebody came between, and only the attempt that stood runs hooks', async () => {
    let attempts = 0;
    const hooks: number[] = [];
    await transaction(database, async (tx) => {
      const attempt = ++attempts;
      tx.onCommit(() => hooks.push(attempt));
      await person(tx);
      if (attempt < 3) throw Object.assign(new Error('again'), { code: engine === 'sqlite' ? 'SQLITE_BUSY' : '40001' });
    });
    expect(attempts).toBe(3);
    expect(hooks).toEqual([3]);
    expect(await database.reader.selectFrom('people').select('id').execute()).toHaveLength(1);
  });

  test('it gives up after three more tries', async () => {
    let attempts = 0;
    const hopeless = transaction(database, async () => {
      attempts += 1;
      throw Object.assign(new Error('again'), { code: engine === 'sqlite' ? 'SQLITE_BUSY' : '40P01' });
    });
    await expect(hopeless).rejects.toThrow('again');
    expect(attempts).toBe(4);
  });

  test('two that read the same row and then write it both count', async () => {
    const id = await transaction(database, (tx) => person(tx, { name: '' }));
    const addLetter = () =>
      transaction(database, async (tx) => {
        const { name } = (await personById(tx, id)) ?? { name: 'nobody' };
        await new Promise((resolve) => setTimeout(resolve, 20));
        await updatePerson(tx, id, { name: `${name}x` });
      });
    await Promise.all([addLetter(), addLetter(), addLetter()]);
    expect(await personById(readerOf(database), id)).toMatchObject({ name: 'xxx' });
  });

  test('a second person with one address is a unique violation, and so is a second row with one id', async () => {
    const id = await transaction(database, (tx) => person(tx, { email: 'ann@nhs.test' }));
    const refused = async (row: { id?: string; email?: string }) =>
      transaction(database, (tx) => person(tx, row)).then(() => undefined, isUniqueViolation);
    expect(await refused({ email: 'ann@nhs.test' })).toBe(true);
    expect(await refused({ id })).toBe(true);
    expect(isUniqueViolation(new Error('another'))).toBe(false);
  });
});

test('on sqlite a transaction holds the write lock from its beginning, against other processes too', async () => {
  database = await freshDatabase('sqlite');
  const { rows } = await sql<{ file: string }>`select file from pragma_database_list where name = 'main'`.execute(database.writer);
  const other = await openDatabase(rows[0]?.file ?? '');
  await sql`pragma busy_timeout = 0`.execute(other.writer);
  await transaction(database, async (tx) => {
    await tx.db.selectFrom('people').select('id').execute();
    await expect(other.writer.transaction().execute(async () => undefined)).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
  });
  await other.close();
});

test('on sqlite a transaction waits its turn while another process writes', async () => {
  database = await freshDatabase('sqlite');
  const { rows } = await sql<{ file: string }>`select file from pragma_database_list where name = 'main'`.execute(database.writer);
  const holder = fork(new URL('./hold-lock.mjs', import.meta.url), [rows[0]?.file ?? '', '300']);
  await new Promise((resolve) => holder.once('message', resolve));
  await transaction(database, (tx) => person(tx));
  expect(await database.reader.selectFrom('people').select('id').execute()).toHaveLength(1);
});
