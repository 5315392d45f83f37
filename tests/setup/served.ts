import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { openDatabase } from '#db/open.server.ts';
import { insertPerson } from '#db/tables/people.server.ts';
import { hashPassword } from '#app/domain/people/passwords.server.ts';

/** Who may sign in on every served copy. */
export const SOMEBODY = { email: 'priya@example.org', password: 'tulip-ladder-quartz' };

export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}
export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}
export interface Served {
  origin: string;
  port: number;
  /** The SQLite file it writes to. */
  file: string;
  process: ChildProcess;
  /** Every line it logged so far. */
  log(): string;
  /** Ends with its exit code. */
  ended: Promise<number | null>;
  /** One request with these headers and no others. A body is sent as a form unless its type is given. */
  ask(path: string, asked?: Asked): Promise<Answered>;
  /** Posts a form as a page of ours does. */
  post(path: string, form: Record<string, string>, cookie?: string): Promise<Answered>;
  close(): Promise<void>;
}

/** The real front door, app/server.ts, in a process of its own on a free port, with one person who may sign in. */
export async function serve(): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-served-'));
  const file = join(folder, 'site.sqlite');
  await withSomebody(file);
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', DATABASE_URL: `file:${file}`, FILES_DIR: join(folder, 'files'), LOG_LEVEL: 'info', SLIPWAY_DEMO: '0' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/server.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let logged = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => void (logged += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const port = await listening(child, () => logged);
  const origin = `http://127.0.0.1:${port}`;
  const ask: Served['ask'] = (path, { method = 'GET', headers = {}, body } = {}) => send(port, path, method, headers, body);
  return {
    origin, port, file, process: child, ended, ask,
    log: () => logged,
    post: (path, form, cookie) => ask(path, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', Origin: origin, ...(cookie && { Cookie: cookie }) }, body: new URLSearchParams(form).toString() }),
    async close() {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function withSomebody(file: string) {
  const open = await openDatabase(`file:${file}`);
  await migrateToLatest(open);
  const password_hash = await hashPassword(SOMEBODY.password);
  const at = new Date().toISOString();
  await transaction(open, (tx) => insertPerson(tx, { id: newId(), email: SOMEBODY.email, name: 'Priya Shah', job_title: 'Clinician', organisation_id: null, password_hash, confirmed_at: at, disabled_at: null, colour_scheme: null, created_at: at }));
  await open.close();
}

async function listening(child: ChildProcess, logged: () => string): Promise<number> {
  for (let tries = 0; tries < 600; tries++) {
    const line = logged().split('\n').find((text) => text.includes('"listening"'));
    if (line) return (JSON.parse(line) as { address: { port: number } }).address.port;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server did not begin to listen: ${logged()}`);
}

async function send(port: number, path: string, method: string, headers: Record<string, string>, body: string | undefined): Promise<Answered> {
  const type = body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' };
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sending = request({ host: '127.0.0.1', port, path, method, headers: { ...type, ...length, ...headers }, agent: false }, (response) => {
      text(response).then((words) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: words }), reject);
    });
    sending.on('error', reject);
    sending.end(body);
  });
}
