import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../setup/postgres.ts';
import { servedFrom } from './hands/served.ts';

/** Serves the built product for the journeys: the demo, a case half written and cases to be signed on SQLite, the demo's people on a real PostgreSQL. */
const [engine = 'sqlite', port = '4310'] = process.argv.slice(2);
const folder = servedFrom(port);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const postgres = engine === 'postgres' ? await startPostgres() : undefined;
const env: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_ENV: 'production',
  SLIPWAY_DEMO: '1',
  LOG_LEVEL: 'error',
  PORT: port,
  DATABASE_URL: postgres?.address ?? `file:${join(folder, 'slipway.sqlite')}`,
  FILES_DIR: join(folder, 'files'),
};

const run = (args: string[]) => spawn(process.execPath, ['--import', 'tsx', ...args], { env, stdio: 'inherit' });
const told = postgres ? [['app/demo/load.ts', '--people-only']] : [['app/demo/load.ts'], ['tests/journeys/half-written.ts'], ['tests/journeys/sign-off-cases.ts'], ['tests/journeys/mentoring-cases.ts']];
for (const story of told) {
  const code = await new Promise<number | null>((resolve) => run(story).on('exit', resolve));
  if (code !== 0) process.exit(code ?? 1);
}

const server = run(['app/server.ts']);
const stop = () => void server.kill('SIGTERM');
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
server.on('exit', (code) => {
  void Promise.resolve(postgres?.stop()).then(() => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(code ?? 0);
  });
});
