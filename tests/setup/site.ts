import { randomBytes, randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import Sqlite from 'better-sqlite3';
import { openDatabase } from '#db/open.server.ts';
import { closeTheDatabase, useDatabase } from '#app/domain/database.server.ts';
import type * as Entry from '#app/entry.server.tsx';

export const ORIGIN = 'http://localhost:3000';
export type Fields = Record<string, string | readonly string[]>;
export type Build = ServerBuild & { entry: { module: typeof Entry } };

/** The product as it is served, in this process, on a SQLite file of its own. */
export interface Site {
  build: Build;
  file: string;
  /** Signs somebody in by the form of the page and keeps their cookie under this name. */
  signIn(role: string, email: string, password: string): Promise<void>;
  /** One request of a role; a role that never signed in asks as nobody. A form is posted as browsers post it. */
  ask(role: string, method: 'GET' | 'POST', path: string, form?: Fields): Promise<Response>;
  /** Takes the cookies of an answer from now on, as a browser does. */
  holdCookies(role: string, response: Response): void;
  /** Remembers the rows as they stand, for `rewind`. */
  keep(): Promise<void>;
  /** Puts back the rows that `keep` remembered. */
  rewind(): Promise<void>;
  close(): Promise<void>;
}

/** The bundle that `npm run build` made. Throws one sentence when there is none. */
export async function builtServer(): Promise<Build> {
  const path = resolve('build/server/index.js');
  if (!existsSync(path)) throw new Error('These tests ask the built server, and there is none: run `npm run build` first.');
  return (await import(pathToFileURL(path).href)) as Build;
}

/**
 * Starts the bundle once in this process. It and the modules imported here share one open database, so a world can be
 * laid out by the real commands. Never twice in one test file: the environment is read once.
 */
export async function openSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-site-'));
  const [file, kept] = [join(folder, 'site.sqlite'), join(folder, 'kept.sqlite')];
  Object.assign(process.env, { NODE_ENV: 'production', DATABASE_URL: `file:${file}`, FILES_DIR: join(folder, 'files'), SLIPWAY_DEMO: '1', LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent' });
  const build = await builtServer();
  await build.entry.module.start();
  const handle = createRequestHandler(build, 'production');
  const cookies = new Map<string, string>();
  let since: ReturnType<typeof watchFile> | undefined;
  const ask: Site['ask'] = (role, method, path, form = {}) =>
    handle(requestOf(method, path, cookies.get(role), form), { nonce: randomBytes(18).toString('base64'), requestId: randomUUID(), address: '192.0.2.1' });
  const holdCookies: Site['holdCookies'] = (role, response) => void cookies.set(role, response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; '));
  return {
    build, file, ask, holdCookies,
    async signIn(role, email, password) {
      const response = await ask(role, 'POST', '/sign-in', { email, password });
      if (response.status !== 302) throw new Error(`${email} could not sign in: ${response.status}`);
      holdCookies(role, response);
    },
    async keep() {
      await replaceFile(file, () => copyFileSync(file, kept));
      since = watchFile(file);
    },
    async rewind() {
      if (since?.written() === false) return; // as it was: most requests only read
      since?.close();
      await replaceFile(file, () => copyFileSync(kept, file));
      since = watchFile(file);
    },
    async close() {
      since?.close();
      await build.entry.module.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function requestOf(method: string, path: string, cookie: string | undefined, form: Fields): Request {
  return new Request(ORIGIN + path, { method, headers: cookie ? { Cookie: cookie } : {}, ...(method === 'POST' && { body: bodyOf(form) }) });
}

/** As a browser sends it: plain, or in parts when there is a field `file`, whose text becomes a file. */
function bodyOf(form: Fields): URLSearchParams | FormData {
  const pairs = Object.entries(form).flatMap(([name, sent]) => [sent].flat().map((text): [string, string] => [name, text]));
  if (!('file' in form)) return new URLSearchParams(pairs);
  const parts = new FormData();
  for (const [name, text] of pairs) parts.append(name, name === 'file' ? new File([text], 'notes.txt', { type: 'text/plain' }) : text);
  return parts;
}

/** Closing empties the log into the file, so that the file alone is the database. */
async function replaceFile(file: string, work: () => void) {
  await closeTheDatabase();
  work();
  useDatabase(await openDatabase(`file:${file}`));
}

/** Tells whether anything was committed to the file since this was called. */
export function watchFile(file: string): { written(): boolean; close(): void } {
  const watcher = new Sqlite(file, { readonly: true });
  const version = () => Number(watcher.pragma('data_version', { simple: true }));
  const before = version();
  return { written: () => version() !== before, close: () => void watcher.close() };
}
