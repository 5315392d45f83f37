import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Migrator, sql } from 'kysely';
import type { Migration } from 'kysely';
import { MIGRATIONS } from './migrations/index.ts';
import { openDatabase } from './open.server.ts';
import type { OpenDatabase } from './open.server.ts';

/**
 * Brings the tables up to date and answers with the names of the migrations it ran, oldest first. All of them or,
 * with the error thrown, none. A SQLite file that holds data is copied first, beside itself, as `…before-<name>`.
 */
export async function migrateToLatest(database: OpenDatabase): Promise<string[]> {
  const schema = database.kind === 'postgres' ? await ownSchema(database) : undefined;
  const migrator = new Migrator({
    db: database.writer,
    provider: { getMigrations: async () => migrationsFor(database.kind) },
    ...(schema && { migrationTableSchema: schema }),
  });
  const known = await migrator.getMigrations();
  const next = known.find((migration) => !migration.executedAt);
  if (!next) return [];
  if (database.kind === 'sqlite' && known[0] !== next) await copyBeside(database, next.name);
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  return results.map((result) => result.migrationName);
}

function migrationsFor(kind: OpenDatabase['kind']): Record<string, Migration> {
  return Object.fromEntries(Object.entries(MIGRATIONS).map(([name, up]) => [name, { up: (db) => up(db, kind) }]));
}

/** The schema our sessions write to, made when the address names one that is not there yet. */
async function ownSchema({ writer }: OpenDatabase): Promise<string> {
  const asked = sql<{ found: string | null; path: string }>`
    select current_schema() as found, current_setting('search_path') as path`;
  const { found, path } = (await asked.execute(writer)).rows[0] ?? { found: null, path: 'public' };
  if (found === null) await writer.schema.createSchema(path).ifNotExists().execute();
  return found ?? path;
}

async function copyBeside({ writer }: OpenDatabase, next: string) {
  const main = sql<{ file: string }>`select file from pragma_database_list where name = 'main'`;
  const { file } = (await main.execute(writer)).rows[0] ?? { file: '' };
  const copy = `${file}.before-${next}`;
  rmSync(copy, { force: true });
  await sql`vacuum into ${copy}`.execute(writer);
}

async function main() {
  const database = await openDatabase(process.env.DATABASE_URL ?? 'file:./data/slipway.sqlite');
  try {
    const ran = await migrateToLatest(database);
    process.stdout.write(ran.length ? `Ran ${ran.join(', ')}\n` : 'The tables are up to date\n');
  } finally {
    await database.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
