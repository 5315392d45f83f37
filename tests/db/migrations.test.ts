import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Migrator, sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrateToLatest } from '#db/migrate.ts';
import { MIGRATIONS } from '#db/migrations/index.ts';
import { openDatabase } from '#db/open.server.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import { emptyDatabase, eachEngine, freshDatabase } from '../setup/engines.ts';
import { person, readerOf, write } from './rows.ts';

const names = Object.keys(MIGRATIONS);

/** As a release would have stood that had only the first `count` migrations. */
async function migrateTo({ kind, writer }: OpenDatabase, count: number) {
  const some = Object.entries(MIGRATIONS).slice(0, count);
  const provider = { getMigrations: async () => Object.fromEntries(some.map(([name, up]) => [name, { up: (db: typeof writer) => up(db, kind) }])) };
  const { error } = await new Migrator({ db: writer, provider }).migrateToLatest();
  if (error) throw error;
}

const tableNames = async ({ reader }: OpenDatabase) => (await reader.introspection.getTables()).map((table) => table.name);

eachEngine((engine) => {
  test('they run from nothing, and a second time do nothing', async () => {
    const database = await emptyDatabase(engine);
    expect(await migrateToLatest(database)).toEqual(names);
    expect(await migrateToLatest(database)).toEqual([]);
    await database.close();
  });

  test('they run on from an earlier release and keep its rows', async () => {
    const database = await emptyDatabase(engine);
    await migrateTo(database, 2);
    const id = await write(database, (tx) => person(tx));
    expect(await migrateToLatest(database)).toEqual(names.slice(2));
    expect(await readerOf(database).db.selectFrom('people').select('id').execute()).toEqual([{ id }]);
    await database.close();
  });

  test('one that fails leaves nothing of the whole run behind', async () => {
    const database = await emptyDatabase(engine);
    await sql`create table events (id text)`.execute(database.writer);
    await expect(migrateToLatest(database)).rejects.toThrow('already exists');
    expect(await tableNames(database)).toEqual(['events']);
    await sql`drop table events`.execute(database.writer);
    expect(await migrateToLatest(database)).toEqual(names);
    await database.close();
  });
});

test('on sqlite a file that holds data is copied beside itself first', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-migrations-'));
  const file = join(folder, 'a.sqlite');
  const database = await openDatabase(file);
  await migrateTo(database, 2);
  const id = await write(database, (tx) => person(tx));
  await migrateToLatest(database);
  const copy = new Sqlite(`${file}.before-${names[2]}`, { readonly: true });
  expect(copy.prepare('select id from people').all()).toEqual([{ id }]);
  copy.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

test('on sqlite a new file is not copied', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-migrations-'));
  const database = await openDatabase(join(folder, 'a.sqlite'));
  await migrateToLatest(database);
  expect(existsSync(join(folder, `a.sqlite.before-${names[0]}`))).toBe(false);
  await database.close();
  rmSync(folder, { recursive: true });
});

test('on postgres an address may name a schema of its own, made when it is not there', async () => {
  const first = await freshDatabase('postgres');
  const url = (await sql<{ url: string }>`
    select 'postgres://slipway@127.0.0.1:' || current_setting('port') || '/' || current_database() as url`.execute(first.writer)).rows[0]?.url;
  const second = await openDatabase(`${url}?schema=second`);
  expect(await migrateToLatest(second)).toEqual(names);
  await write(second, (tx) => person(tx));
  expect(await readerOf(first).db.selectFrom('people').select('id').execute()).toEqual([]);
  await second.close();
  await first.close();
});

test('on postgres text sorts as people sort, not by bytes, so a query that leans on bytes shows', async () => {
  const { writer, close } = await freshDatabase('postgres');
  const { rows } = await sql<{ word: string }>`select word from (values ('b'), ('A'), ('a'), ('B')) w (word) order by word`.execute(writer);
  expect(rows.map((row) => row.word).join('')).toBe('aAbB');
  await close();
});
