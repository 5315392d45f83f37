import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export interface PostgresServer {
  /** postgres://…/postgres, for creating databases. */
  address: string;
  stop(): Promise<void>;
}

const OLDEST = 15;
const WITHOUT = `The tests need PostgreSQL ${OLDEST} or later: install the package "postgresql"`;

/**
 * Starts a real server in a folder of its own on a free port of loopback, sorting text as people do (not by bytes).
 * It ends with this process, however that ends.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const binaries = binariesOrInstall();
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'slipway-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  makeCluster(binaries, data, user);
  const port = await freePort();
  const server = run(binaries, folder, port, user);
  const address = `postgres://slipway@127.0.0.1:${port}/postgres`;
  const stop = () => end(server, folder);
  try {
    await answering(address, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, stop };
}

/** The folder of the server's programs; installs the Debian package when there is none. Throws what to install. */
export const binariesOrInstall = (): string => findBinaries() ?? install();

function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && versionIn(folder) >= OLDEST);
}

function versionIn(folder: string): number {
  const said = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/\) (\d+)/.exec(said)?.[1]);
}

function install(): string {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(WITHOUT);
  const apt = (...words: string[]) =>
    execFileSync('apt-get', words, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  try {
    apt('-o', 'DPkg::Lock::Timeout=200', 'update');
    apt('install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=200', 'postgresql');
  } catch (cause) {
    throw new Error(WITHOUT, { cause });
  }
  const found = findBinaries();
  if (!found) throw new Error(WITHOUT);
  return found;
}

interface User {
  uid: number;
  gid: number;
}

/** PostgreSQL will not run as root, so root lends it another user. */
function unprivileged(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string, name: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', name), gid: id('-g', name) };
    } catch {
      continue;
    }
  }
  throw new Error('PostgreSQL cannot run as root, and there is no user "postgres" or "nobody" to run it as');
}

function makeCluster(binaries: string, data: string, user: User | undefined) {
  const initdb = (...locale: string[]) =>
    execFileSync(
      join(binaries, 'initdb'),
      ['-D', data, '-U', 'slipway', '--auth=trust', '--encoding=UTF8', '--no-sync', '--data-checksums', ...locale],
      { ...user, cwd: '/', stdio: 'pipe' },
    );
  try {
    initdb('--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-GB');
  } catch {
    rmSync(data, { recursive: true, force: true });
    initdb('--locale=C.UTF-8');
  }
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  max_connections: '200',
  shared_buffers: '64MB',
};

// The shell waits on its input, which ends when we do: so the server never outlives a test run that was killed.
const UNTIL_WE_END = '"$@" & server=$!; read -r nothing; kill -QUIT $server; wait $server; rm -rf "$0"';

function run(binaries: string, folder: string, port: number, user: User | undefined) {
  const settings = Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [join(binaries, 'postgres'), '-D', join(folder, 'data'), ...settings];
  return spawn('/bin/sh', ['-c', UNTIL_WE_END, folder, ...command], { ...user, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] });
}

async function end(server: ReturnType<typeof run>, folder: string) {
  if (server.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.stdin?.end();
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function answering(address: string, server: ReturnType<typeof run>) {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error('PostgreSQL ended as it began');
    const client = new pg.Client({ connectionString: address });
    try {
      await client.connect();
      return await client.end();
    } catch {
      await pause(100);
    }
  }
  throw new Error('PostgreSQL did not answer within 30 seconds');
}
