import type Sqlite from 'better-sqlite3';
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import { openPostgres } from '#db/engines/postgres.server.ts';
import { openSqlite, sqliteDialect } from '#db/engines/sqlite.server.ts';
import { plugins, type OpenDatabase } from '#db/open.server.ts';
import type { Database } from '#db/schema.ts';
import { freshAddress, type Engine } from './engines.ts';

/**
 * A database in which everything stays in one transaction: each transaction of the product is a savepoint in it. So a
 * history of real commands is undone in a moment, and the next one begins from the same rows. No rule of ours waits for
 * a commit, so each is asked as it always is.
 */
export interface HeldDatabase extends OpenDatabase {
  /** What was done so far is where `undo` goes back to. */
  keep(): Promise<void>;
  undo(): Promise<void>;
}

/** What the product says at the ends of a transaction, and what is done in its place. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  'begin immediate': ['savepoint step'],
  'start transaction isolation level serializable': ['savepoint step'],
  commit: ['release step'],
  rollback: ['rollback to step', 'release step'],
};

export async function heldDatabase(engine: Engine): Promise<HeldDatabase> {
  const { address, forget } = await freshAddress(engine);
  const held = engine === 'sqlite' ? heldSqlite(address) : await heldPostgres(address);
  return { ...held, close: async () => { await held.close(); forget(); } };
}

function heldSqlite(path: string): HeldDatabase {
  const handle = openSqlite(path, false);
  handle.pragma('synchronous = OFF');
  const asHeld = {
    prepare(sql: string) {
      const steps = STEPS[sql]?.map((step) => handle.prepare(step));
      return steps ? { reader: false, run: () => { for (const step of steps) step.run(); return { changes: 0, lastInsertRowid: 0 }; } } : handle.prepare(sql);
    },
    get inTransaction() { return true; },
    close: () => undefined,
  } as unknown as Sqlite.Database;
  const both = new Kysely<Database>({ dialect: sqliteDialect(asHeld), plugins });
  const again = (end: string) => () => { handle.exec(`${end}; begin immediate`); return Promise.resolve(); };
  handle.exec('begin immediate');
  return {
    kind: 'sqlite', reader: new Kysely<Database>({ dialect: sqliteDialect(asHeld), plugins }), writer: both, settings: () => Promise.resolve({}),
    keep: again('commit'), undo: again('rollback'),
    close: () => { handle.exec('rollback'); handle.close(); return Promise.resolve(); },
  };
}

async function heldPostgres(address: string): Promise<HeldDatabase> {
  const pool = openPostgres(address);
  const client = await pool.connect();
  const names = new Map<string, string>(); // prepared once: planning costs more than running
  const named = (text: string) => names.get(text) ?? (names.set(text, `q${names.size}`), names.get(text)!);
  const ask = (text: string, values: readonly unknown[]) => (STEPS[text] ? client.query(STEPS[text].join('; ')) : client.query({ name: named(text), text, values: [...values] }));
  let last: Promise<unknown> = Promise.resolve();
  // One connection answers one question at a time, also for pages that ask several at once.
  const query = (text: string, values: readonly unknown[] = []) => {
    const answer = last.then(() => ask(text, values));
    last = answer.catch(() => undefined);
    return answer;
  };
  const asHeld = { query, release: () => undefined } as unknown as PostgresPoolClient;
  const both = new Kysely<Database>({ dialect: new PostgresDialect({ pool: { connect: () => Promise.resolve(asHeld), end: () => Promise.resolve() } }), plugins });
  const again = (end: string) => async () => { await client.query(`${end}; begin isolation level serializable`); };
  await client.query('set idle_in_transaction_session_timeout = 0; begin isolation level serializable');
  return {
    kind: 'postgres', reader: both, writer: both, settings: () => Promise.resolve({}),
    keep: again('commit'), undo: again('rollback'),
    close: async () => { client.release(true); await pool.end(); },
  };
}
