import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { CompiledQuery, SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { DatabaseConnection, Dialect, SqliteDatabase, SqliteStatement } from 'kysely';

/** Setting, what we ask for, and how SQLite names that when asked back. */
const PRAGMAS = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', '2'],
  ['foreign_keys', 'ON', '1'],
  ['busy_timeout', '5000', '5000'],
  ['trusted_schema', 'OFF', '0'],
  ['secure_delete', 'ON', '1'],
  ['wal_autocheckpoint', '1000', '1000'],
  // Without it "insert or replace" deletes a row and no delete trigger hears of it.
  ['recursive_triggers', 'ON', '1'],
] as const;

/**
 * Opens one connection to the file at `path`, its folder made if need be, with every pragma in force.
 * Throws a sentence when one is not: a lost setting here is a lost decision later.
 */
export function openSqlite(path: string, readonly: boolean): Sqlite.Database {
  if (!readonly) mkdirSync(dirname(path), { recursive: true });
  const handle = new Sqlite(path, { readonly });
  for (const [name, wanted] of PRAGMAS) handle.pragma(`${name} = ${wanted}`);
  const settings = sqliteSettings(handle);
  const wrong = PRAGMAS.find(([name, wanted]) => settings[name] !== wanted);
  if (!wrong) return handle;
  handle.close();
  throw new Error(`SQLite at ${path} runs with ${wrong[0]} = ${settings[wrong[0]]}, not ${wrong[1]}`);
}

/** The settings in force, in the words of the documentation: { synchronous: 'FULL', … }. */
export function sqliteSettings(handle: Sqlite.Database): Record<string, string> {
  const settings: Record<string, string> = { version: sqliteVersion(handle) };
  for (const [name, wanted, answer] of PRAGMAS) {
    const found = String(handle.pragma(name, { simple: true }));
    settings[name] = found === answer ? wanted : found;
  }
  return settings;
}

const sqliteVersion = (handle: Sqlite.Database) =>
  (handle.prepare('select sqlite_version() as version').get() as { version: string }).version;

/** Kysely's SQLite dialect on an open connection, with our three differences. */
export const sqliteDialect = (handle: Sqlite.Database): Dialect => ({
  createDriver: () => new ImmediateDriver(handle),
  createAdapter: () => new TransactionalAdapter(),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createIntrospector: (db) => new SqliteIntrospector(db),
});

/** Takes the write lock at the start: a read that becomes a write fails at once when another process wrote between. */
class ImmediateDriver extends SqliteDriver {
  readonly #handle: Sqlite.Database;
  constructor(handle: Sqlite.Database) {
    super({ database: remembering(handle) });
    this.#handle = handle;
  }
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  /** SQLite has already rolled back when the disk is full; a second rollback would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection) {
    if (this.#handle.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** SQLite does undo table changes, so a failed migration leaves nothing half made. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

const REMEMBERED = 500;

/** Keeps prepared statements: Kysely would prepare every query anew, which costs more than running it. */
function remembering(handle: Sqlite.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => void handle.close(),
    prepare(sql) {
      const known = statements.get(sql);
      if (known) return known;
      const made = handle.prepare(sql) as unknown as SqliteStatement;
      if (statements.size >= REMEMBERED) statements.delete(statements.keys().next().value ?? '');
      statements.set(sql, made);
      return made;
    },
  };
}
