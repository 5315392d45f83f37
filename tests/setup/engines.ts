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

/** Where such a database is, not opened yet. `forget` removes its folder, where it has one. */
export async function freshAddress(engine: Engine): Promise<{ address: string; forget: () => void }> {
  const from = await original(engine);
  if (engine === 'postgres') return { address: await copyPostgres(from, TEMPLATE), forget: () => undefined };
  const { file, forget } = copyFile(from);
  return { address: file, forget };
}

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

function copyFile(from: string | undefined): { file: string; forget: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-test-'));
  const file = join(folder, 'test.sqlite');
  if (from) copyFileSync(from, file);
  return { file, forget: () => rmSync(folder, { recursive: true, force: true }) };
}

async function openFile(from: string | undefined): Promise<OpenDatabase> {
  const { file, forget } = copyFile(from);
  const database = await openDatabase(file);
  return {
    ...database,
    async close() {
      await database.close();
      forget();
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
