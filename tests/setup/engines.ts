import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, inject } from 'vitest';
import { newId } from '#db/codec.ts';
import { openDatabase } from '#db/open.server.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import { TEMPLATE } from './databases.ts';

export const ENGINES = ['sqlite', 'postgres'] as const;
export type Engine = (typeof ENGINES)[number];

/** The same tests on both engines: the describe block has the engine's name. */
export const eachEngine = (tests: (engine: Engine) => void): void => {
  describe.each(ENGINES)('on %s', tests);
};

/** A database of one's own with all tables and no rows. Close it when done: on SQLite that removes its folder. */
export const freshDatabase = async (engine: Engine): Promise<OpenDatabase> =>
  openCopy(engine, await original(engine), TEMPLATE);

/** A database of one's own without tables, for tests of the migrations. */
export const emptyDatabase = async (engine: Engine): Promise<OpenDatabase> =>
  openCopy(engine, engine === 'sqlite' ? undefined : await original(engine), 'template0');

async function original(engine: Engine): Promise<string> {
  const answer = await fetch(`${inject('databases')}/${engine}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

async function openCopy(engine: Engine, from: string | undefined, template: string): Promise<OpenDatabase> {
  return engine === 'sqlite' ? openFile(from) : openDatabase(await copyPostgres(from ?? '', template));
}

async function openFile(from: string | undefined): Promise<OpenDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-test-'));
  const file = join(folder, 'test.sqlite');
  if (from) copyFileSync(from, file);
  const database = await openDatabase(file);
  return {
    ...database,
    async close() {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function copyPostgres(address: string, template: string): Promise<string> {
  const name = `test_${newId().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(`create database ${name} template ${template}`);
  await client.end();
  return address.replace(/\/postgres$/, `/${name}`);
}
