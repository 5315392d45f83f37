import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Each engine's own server; JOURNEY_PORT moves both, so that two copies of the house can be tried on one machine. */
const first = Number(process.env.JOURNEY_PORT ?? 4310);
export const PORTS = { sqlite: first, postgres: first + 10 } as const;

/** Where the server on this port keeps its database and its files. */
export const servedFrom = (port: string): string => join(import.meta.dirname, '../../../.cache', `served-${port}`);

/** Lets the sessions of a person run out, as they do after the hours that no test can wait. */
export const endSessionsOf = (origin: string, email: string): void =>
  tamper(origin, "update sessions set expires_at = '2000-01-01T00:00:00.000Z' where user_id = (select id from people where email = ?)", email);

/** Lets a service have gone live on that day, as if its first year had passed. */
export const liveSince = (origin: string, casePath: string, day: string): void => tamper(origin, 'update cases set live_on = ? where id = ?', day, casePath.split('/').at(-1)!);

/** Lets the last day of a ballot's voting have passed; what was agreed before it is kept by a trigger, which stands aside for this. */
export function votingOver(origin: string, casePath: string, day: string): void {
  withDatabase(origin, (database) => {
    const { sql } = database.prepare("select sql from sqlite_master where name = 'ballots_as_agreed'").get() as { sql: string };
    database.transaction(() => {
      database.exec('drop trigger ballots_as_agreed');
      database.prepare("update ballots set opens_on = ?, closes_on = ? where case_id = ? and state = 'open'").run(day, day, casePath.split('/').at(-1)!);
      database.exec(sql);
    })();
  });
}

const tamper = (origin: string, sql: string, ...values: string[]): void =>
  withDatabase(origin, (database) => {
    if (database.prepare(sql).run(...values).changes === 0) throw new Error(`Nothing to change: ${values.join(', ')}`);
  });

function withDatabase(origin: string, work: (database: Database.Database) => void): void {
  const database = new Database(join(servedFrom(new URL(origin).port), 'slipway.sqlite'));
  try {
    work(database);
  } finally {
    database.close();
  }
}
