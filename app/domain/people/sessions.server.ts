import { Lucia, TimeSpan, type Adapter } from 'lucia';
import { transaction, type Reader, type Writer } from '#db/database.server.ts';
import type { Instant, Row } from '#db/schema.ts';
import { personById } from '#db/tables/people.server.ts';
import { deleteExpiredHalfSignIns, deleteHalfSignInsOf, halfSignIn, insertHalfSignIn } from '#db/tables/second-factors.server.ts';
import {
  deleteExpiredSessions, deleteSession, deleteSessionsOf, extendSession, insertSession, sessionById,
} from '#db/tables/sessions.server.ts';
import { env } from '../../env.server.ts';
import { now } from '../clock.server.ts';
import { database, reader } from '../database.server.ts';
import { cookieIn, setCookie } from './cookies.server.ts';
import { hashOf, newSecret } from './secrets.server.ts';

/**
 * The only importer of lucia. Its secrets are stored hashed, a session ends when idle and at the latest after
 * `sessionHours`, and the cookie goes when the browser closes: many of these computers are shared.
 */
declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof lucia>;
    DatabaseSessionAttributes: { createdAt: Instant; provedAt: Instant };
    DatabaseUserAttributes: { person: Row<'people'> };
  }
}

export interface Session {
  person: Row<'people'>;
  /** When the password was last given. */
  provedAt: Instant;
}

const COOKIE = 'sid';
const HALF = 'half';
const HALF_MINUTES = 10;
const MINUTE = 60_000;

/** Whose live session this request carries; null when there is none, it has ended, or the account is closed. */
export async function readSession(request: Request): Promise<Session | null> {
  const secret = cookieIn(request, COOKIE);
  if (!secret) return null;
  const { session, user } = await lucia(reader(), inItsOwnTransaction).validateSession(secret);
  return session && { person: user.person, provedAt: session.provedAt };
}

/** Whose live session this is, without counting as use: a page that is only open must not keep its session from ending. */
export async function sessionStands(request: Request): Promise<Session | null> {
  const secret = cookieIn(request, COOKIE);
  const [session, user] = secret ? await adapter(reader(), inItsOwnTransaction).getSessionAndUser(secret) : [null, null];
  return session && user && { person: user.attributes.person, provedAt: session.attributes.provedAt };
}

/** Whose session this was, live or lapsed, for keeping what a late save brought; undefined when nobody's. */
export async function lapsedPersonId(request: Request): Promise<string | undefined> {
  const secret = cookieIn(request, COOKIE);
  return secret ? (await sessionById(reader(), hashOf(secret)))?.user_id : undefined;
}

/** Begins a new session, ending the one the request came with; answers with the Set-Cookie line. */
export async function startSession(tx: Writer, request: Request, personId: string): Promise<string> {
  const before = cookieIn(request, COOKIE);
  if (before) await deleteSession(tx, hashOf(before));
  const at = now().toISOString();
  const session = await lucia(tx, (work) => work(tx)).createSession(personId, { createdAt: at, provedAt: at });
  return setCookie(COOKIE, session.id);
}

/** Ends the session of this request; answers with the Set-Cookie line that removes the cookie. */
export async function endSession(tx: Writer, request: Request): Promise<string> {
  const secret = cookieIn(request, COOKIE);
  if (secret) await deleteSession(tx, hashOf(secret));
  return setCookie(COOKIE, '');
}

/** Ends every session of a person, and sign-ins half done, but the one this request came with; all of them without a request. */
export async function endOtherSessions(tx: Writer, personId: string, request?: Request): Promise<void> {
  await deleteHalfSignInsOf(tx, personId);
  const secret = request && cookieIn(request, COOKIE);
  await deleteSessionsOf(tx, personId, secret ? hashOf(secret) : undefined);
}

/** Forgets sessions that lapsed more than a day ago; until then a late save can still be kept for its person. */
export async function forgetOldSessions(tx: Writer): Promise<void> {
  await deleteExpiredHalfSignIns(tx, now().toISOString());
  await deleteExpiredSessions(tx, new Date(now().getTime() - 24 * 60 * MINUTE).toISOString());
}

/** Remembers for ten minutes that the password was right, where a code is asked for too; answers with the Set-Cookie line. */
export async function beginHalfSignIn(tx: Writer, personId: string): Promise<string> {
  const secret = newSecret();
  await insertHalfSignIn(tx, { secret_hash: hashOf(secret), person_id: personId, expires_at: new Date(now().getTime() + HALF_MINUTES * MINUTE).toISOString() });
  return setCookie(HALF, secret);
}

/** Whose password was right in this browser a moment ago; null when nobody's, or it is too long ago. */
export async function halfSignedIn(request: Request): Promise<Row<'people'> | null> {
  const secret = cookieIn(request, HALF);
  const half = secret && (await halfSignIn(reader(), hashOf(secret), now().toISOString()));
  const person = half ? await personById(reader(), half.person_id) : undefined;
  return person && !person.disabled_at ? person : null;
}

/** The Set-Cookie line that ends it. */
export const endHalfSignIn = (): string => setCookie(HALF, '');

type Write = (work: (tx: Writer) => Promise<void>) => Promise<void>;
const inItsOwnTransaction: Write = (work) => transaction(database(), work);

const lucia = (read: Reader, write: Write) =>
  new Lucia(adapter(read, write), {
    sessionExpiresIn: new TimeSpan(env().sessionIdleMinutes, 'm'),
    getSessionAttributes: ({ provedAt }) => ({ provedAt }),
    getUserAttributes: ({ person }) => ({ person }),
  });

function adapter(read: Reader, write: Write): Adapter {
  return {
    async getSessionAndUser(secret) {
      const row = await sessionById(read, hashOf(secret));
      if (!row || row.expires_at <= now().toISOString()) return [null, null];
      const person = await personById(read, row.user_id);
      if (!person || person.disabled_at) return [null, null];
      const attributes = { createdAt: row.created_at, provedAt: row.proved_at };
      return [
        { id: secret, userId: row.user_id, expiresAt: toLucia(row.expires_at), attributes },
        { id: person.id, attributes: { person } },
      ];
    },
    setSession: ({ id, userId, expiresAt, attributes: { createdAt, provedAt } }) =>
      write(async (tx) => {
        const expires_at = soonest(fromLucia(expiresAt), createdAt);
        await insertSession(tx, { id: hashOf(id), user_id: userId, expires_at, created_at: createdAt, proved_at: provedAt });
      }),
    updateSessionExpiration: (secret, expiresAt) =>
      write(async (tx) => {
        const row = await sessionById(tx, hashOf(secret));
        if (row) await extendSession(tx, row.id, soonest(fromLucia(expiresAt), row.created_at));
      }),
    deleteSession: (secret) => write(async (tx) => void (await deleteSession(tx, hashOf(secret)))),
    deleteUserSessions: (personId) => write(async (tx) => void (await deleteSessionsOf(tx, personId))),
    deleteExpiredSessions: () => write(async (tx) => void (await forgetOldSessions(tx))),
    getUserSessions: async () => [], // the secrets are not stored, so no list can be given back
  };
}

// lucia reads the computer's clock and we read ours, which tests and the demo set: shift between the two.
const toLucia = (at: Instant) => new Date(Date.parse(at) + Date.now() - now().getTime());
const fromLucia = (at: Date): Instant => new Date(at.getTime() - Date.now() + now().getTime()).toISOString();

const soonest = (idle: Instant, createdAt: Instant): Instant => {
  const last = new Date(Date.parse(createdAt) + env().sessionHours * 60 * MINUTE).toISOString();
  return idle < last ? idle : last;
};
