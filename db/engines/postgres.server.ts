import pg from 'pg';

/** Setting, what we ask for, and how pg_settings names it (times in milliseconds). */
const SESSION = [
  ['lock_timeout', '5s', '5000'],
  ['statement_timeout', '15s', '15000'],
  ['idle_in_transaction_session_timeout', '10s', '10000'],
  ['synchronous_commit', 'on', 'on'],
] as const;
/** What only the server can be told; shown to the operator, not asked for. */
const SERVER = ['fsync', 'full_page_writes', 'data_checksums', 'server_encoding', 'server_version', 'server_version_num'];

const INT8 = 20;
const NUMERIC = 1700;

/**
 * A pool for `postgres://…`, optionally with `?schema=name`. Whole numbers and numerics arrive as numbers.
 * Connections are made as needed; `assertPostgres` proves the settings.
 */
export function openPostgres(address: string): pg.Pool {
  const url = new URL(address);
  const schema = url.searchParams.get('schema');
  url.searchParams.delete('schema');
  if (schema !== null && !/^[a-z_][a-z0-9_]*$/.test(schema)) throw new Error(`"${schema}" cannot be the name of a schema`);
  const settings = SESSION.map(([name, wanted]) => `-c ${name}=${wanted}`);
  if (schema !== null) settings.push(`-c search_path=${schema}`);
  const pool = new pg.Pool({
    connectionString: url.href,
    application_name: 'slipway',
    options: settings.join(' '),
    types: numberTypes(),
    max: 10,
  });
  // A connection lost while idle is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

function numberTypes() {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  types.setTypeParser(NUMERIC, Number);
  return types;
}

/** The settings in force for our sessions and of the server, times as written above. */
export async function postgresSettings(pool: pg.Pool): Promise<Record<string, string>> {
  const names = [...SESSION.map(([name]) => name as string), ...SERVER];
  const { rows } = await pool.query<{ name: string; setting: string }>(
    'select name, setting from pg_settings where name = any($1)',
    [names],
  );
  const settings = Object.fromEntries(rows.map((row) => [row.name, row.setting]));
  for (const [name, wanted, answer] of SESSION) if (settings[name] === answer) settings[name] = wanted;
  return settings;
}

/** Throws a sentence when the server is too old or a setting is not in force. */
export async function assertPostgres(pool: pg.Pool): Promise<void> {
  const settings = await postgresSettings(pool);
  if (Number(settings.server_version_num) < 150000) {
    throw new Error(`PostgreSQL 15 or later is needed; this server is ${settings.server_version}`);
  }
  if (settings.server_encoding !== 'UTF8') {
    throw new Error(`The database must be in UTF8; this one is in ${settings.server_encoding}`);
  }
  const wrong = SESSION.find(([name, wanted]) => settings[name] !== wanted);
  if (wrong) throw new Error(`PostgreSQL runs with ${wrong[0]} = ${settings[wrong[0]]}, not ${wrong[1]}`);
}
