import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateToLatest } from '#db/migrate.ts';
import { openDatabase } from '#db/open.server.ts';
import { binariesOrInstall, startPostgres } from './postgres.ts';
import type { PostgresServer } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** GET {databases}/sqlite and {databases}/postgres answer with the address of the migrated original to copy. */
    databases: string;
  }
}

export const TEMPLATE = 'slipway_template';

/**
 * Vitest's global setup. The originals are made when the first test asks for one, once a run: tests of the law need
 * no database and wait for none.
 */
export default async function setup(project: TestProject) {
  installPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'slipway-tests-'));
  let server: Promise<PostgresServer> | undefined;
  const sqlite = once(() => makeSqlite(join(folder, 'base.sqlite')));
  const postgres = once(() => makePostgres((server = startPostgres())));
  const desk = createServer((request, response) => {
    const original = request.url === '/postgres' ? postgres() : sqlite();
    original.then(
      (address) => response.end(address),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  desk.keepAliveTimeout = 0; // a connection left idle is not closed under the next question
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
  project.provide('databases', `http://127.0.0.1:${(desk.address() as AddressInfo).port}`);
  return async () => {
    desk.closeAllConnections();
    desk.close();
    const running = await server?.catch(() => undefined);
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Now, while no test's clock runs. Where it cannot be done, the tests that need it will say so. */
function installPostgres() {
  try {
    binariesOrInstall();
  } catch {
    return;
  }
}

const once = <T>(make: () => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
};

async function makeSqlite(file: string): Promise<string> {
  await migrate(`file:${file}`);
  return file;
}

async function makePostgres(starting: Promise<PostgresServer>): Promise<string> {
  const { address } = await starting;
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await migrate(address.replace(/\/postgres$/, `/${TEMPLATE}`));
  return address;
}

async function migrate(url: string) {
  const database = await openDatabase(url);
  await migrateToLatest(database);
  await database.close();
}
