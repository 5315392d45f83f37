import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Each engine's own server; JOURNEY_PORT moves both, so that two copies of the house can be tried on one machine. */
const first = Number(process.env.JOURNEY_PORT ?? 4310);
export const PORTS = { sqlite: first, postgres: first + 10 } as const;

/** Where the server on this port keeps its database and its files. */
export const servedFrom = (port: string): string => join(import.meta.dirname, '../../../.cache', `served-${port}`);

/** Lets the sessions of a person run out, as they do after the hours that no test can wait. */
export function endSessionsOf(origin: string, email: string): void {
  const database = new Database(join(servedFrom(new URL(origin).port), 'slipway.sqlite'));
  try {
    const { changes } = database.prepare("update sessions set expires_at = '2000-01-01T00:00:00.000Z' where user_id = (select id from people where email = ?)").run(email);
    if (changes === 0) throw new Error(`${email} has no session`);
  } finally {
    database.close();
  }
}
