import { HandleEmptyInListsPlugin, Kysely, PostgresDialect, replaceWithNoncontingentExpression } from 'kysely';
import { assertPostgres, openPostgres, postgresSettings } from './engines/postgres.server.ts';
import { openSqlite, sqliteDialect, sqliteSettings } from './engines/sqlite.server.ts';
import type { Database } from './schema.ts';

/** Both ways into one database. Hold one per process; write only through `transaction`. */
export interface OpenDatabase {
  kind: 'sqlite' | 'postgres';
  /** SQLite: a second, read-only connection. PostgreSQL: the same pool. */
  reader: Kysely<Database>;
  writer: Kysely<Database>;
  close(): Promise<void>;
  /** The durability and time-out settings in force, by name. */
  settings(): Promise<Record<string, string>>;
}

// `in ()` with nothing inside is an error on PostgreSQL and finds nothing on SQLite: here it finds nothing.
export const plugins = [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })];

/**
 * Opens `postgres://…`, `file:./data/slipway.sqlite` or a plain path. Makes the folder, never the tables.
 * Throws a sentence when a setting the product rests on is not in force.
 */
export async function openDatabase(url: string): Promise<OpenDatabase> {
  return /^postgres(ql)?:/.test(url) ? postgres(url) : sqlite(url.replace(/^file:(\/\/(?=\/))?/, ''));
}

function sqlite(path: string): OpenDatabase {
  const writing = openSqlite(path, false);
  const reading = openSqlite(path, true);
  const writer = new Kysely<Database>({ dialect: sqliteDialect(writing), plugins });
  const reader = new Kysely<Database>({ dialect: sqliteDialect(reading), plugins });
  return {
    kind: 'sqlite',
    reader,
    writer,
    settings: async () => sqliteSettings(writing),
    async close() {
      // The writer last: the connection that closes last empties the log, and a reader may not.
      await reader.destroy();
      reading.close();
      await writer.destroy();
      writing.close();
    },
  };
}

async function postgres(url: string): Promise<OpenDatabase> {
  const pool = openPostgres(url);
  try {
    await assertPostgres(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const both = new Kysely<Database>({ dialect: new PostgresDialect({ pool }), plugins });
  return {
    kind: 'postgres',
    reader: both,
    writer: both,
    settings: () => postgresSettings(pool),
    close: () => both.destroy(),
  };
}
