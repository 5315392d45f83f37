import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '#db/open.server.ts';
import { eachEngine, freshDatabase } from '../setup/engines.ts';

const open: { close(): Promise<void> }[] = [];
const keep = <T extends { close(): Promise<void> }>(database: T) => (open.push(database), database);
afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
});

eachEngine((engine) => {
  test('the settings the product rests on are in force', async () => {
    const database = keep(await freshDatabase(engine));
    const wanted = {
      sqlite: {
        journal_mode: 'WAL',
        synchronous: 'FULL',
        foreign_keys: 'ON',
        busy_timeout: '5000',
        trusted_schema: 'OFF',
        secure_delete: 'ON',
        wal_autocheckpoint: '1000',
        recursive_triggers: 'ON',
      },
      postgres: {
        lock_timeout: '5s',
        statement_timeout: '15s',
        idle_in_transaction_session_timeout: '10s',
        synchronous_commit: 'on',
        full_page_writes: 'on',
        server_encoding: 'UTF8',
      },
    };
    expect(await database.settings()).toMatchObject(wanted[engine]);
  });

  test('whole numbers, sums and counts arrive as numbers, pence beyond 32 bits too', async () => {
    const { reader } = keep(await freshDatabase(engine));
    const pence = 60_000_000_00;
    const question = sql<Record<string, unknown>>`
      select cast(${pence} as bigint) as pence, count(*) as counted, sum(n.one) as summed from (select 1 as one) n`;
    expect((await question.execute(reader)).rows).toEqual([{ pence, counted: 1, summed: 1 }]);
  });

  test('an empty list finds nothing', async () => {
    const { reader } = keep(await freshDatabase(engine));
    expect(await reader.selectFrom('people').selectAll().where('id', 'in', []).execute()).toEqual([]);
  });
});

test('on sqlite the reading connection runs synchronous FULL too and cannot write', async () => {
  const { reader } = keep(await freshDatabase('sqlite'));
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(reader);
  expect(rows).toEqual([{ synchronous: 2 }]);
  await expect(reader.deleteFrom('people').execute()).rejects.toThrow(/readonly/);
});

test('on sqlite a copy of the file alone is whole once the database is closed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-open-'));
  const database = await openDatabase(`file:${folder}/new/a.sqlite`);
  await sql`create table t (a text) strict`.execute(database.writer);
  await database.reader.selectNoFrom(sql`1`.as('one')).execute();
  await database.close();
  copyFileSync(`${folder}/new/a.sqlite`, `${folder}/b.sqlite`);
  const copy = new Sqlite(`${folder}/b.sqlite`, { readonly: true });
  expect(copy.prepare('select name from sqlite_master').all()).toEqual([{ name: 't' }]);
  copy.close();
  rmSync(folder, { recursive: true });
});

test('the name of a schema must be one', async () => {
  await expect(openDatabase('postgres://localhost/x?schema=a;b')).rejects.toThrow('"a;b" cannot be the name of a schema');
});
