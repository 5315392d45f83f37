import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { insertAppointment } from '#db/tables/appointments.server.ts';
import { insertPerson } from '#db/tables/people.server.ts';
import { closeTheDatabase, database, openTheDatabase } from '#app/domain/database.server.ts';
import { releaseBuiltInPathways } from '#app/domain/pathways/pathways.server.ts';
import { refreshSearch } from '#app/domain/search/refresh-search.server.ts';
import { hashPassword } from '#app/domain/people/passwords.server.ts';
import { atRest, freePort, start, type Running } from './measure.ts';

export const PASSWORD = 'three quiet harbours';
export const AT = '2026-05-04T09:00:00.000Z';
const NAMES = ['lead', 'sponsor', 'support', 'judge'] as const;
/** Ids of the people every world has; support sees all cases. */
export type People = Record<(typeof NAMES)[number], string>;

export interface World {
  folder: string;
  url: string;
  people: People;
}

/** A new SQLite database in a folder of its own, filled and closed again. */
export async function world<T>(fill: (people: People) => Promise<T>): Promise<World & { filled: T }> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
  const url = `file:${join(folder, 'slipway.sqlite')}`;
  await openTheDatabase(url);
  await releaseBuiltInPathways();
  const people = Object.fromEntries(NAMES.map((name) => [name, newId()])) as People;
  const password_hash = await hashPassword(PASSWORD);
  await transaction(database(), async (tx) => {
    for (const name of NAMES) await insertPerson(tx, { id: people[name], email: `${name}@bench.example`, name: `${name} person`, job_title: 'Clinician', organisation_id: null, password_hash, confirmed_at: AT, disabled_at: null, colour_scheme: null, created_at: AT });
    await insertAppointment(tx, { id: newId(), person_id: people.support, post: 'support', from_at: AT, until_at: null });
  });
  const filled = await fill(people);
  await closeTheDatabase();
  return { folder, url, people, filled };
}

/** Fills, and puts what was written into the index of words, as a server does by itself in its first minutes. */
export async function indexed<T>(fill: () => Promise<T>): Promise<T> {
  const filled = await fill();
  await refreshSearch();
  return filled;
}

export async function serve({ url, folder }: World): Promise<Running> {
  const port = await freePort();
  const running = await start(['node', '--import', 'tsx', 'app/server.ts'], port, { NODE_ENV: 'production', DATABASE_URL: url, FILES_DIR: join(folder, 'files'), PORT: String(port), HOST: '127.0.0.1', PUBLIC_ORIGIN: `http://127.0.0.1:${port}`, LOG_LEVEL: 'silent' }, '/healthz');
  await atRest(running);
  return running;
}

export async function cookieFor(running: Running, name: string): Promise<string> {
  const body = new URLSearchParams({ email: `${name}@bench.example`, password: PASSWORD });
  const answer = await fetch(`${running.url}/sign-in`, { method: 'POST', body, redirect: 'manual', headers: { origin: running.url, 'sec-fetch-site': 'same-origin' } });
  const cookie = answer.headers.getSetCookie().map((c) => c.split(';')[0]).join('; ');
  if (!cookie) throw new Error(`could not sign in: ${answer.status}`);
  return cookie;
}
