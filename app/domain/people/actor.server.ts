import { redirect, type AppLoadContext } from '@remix-run/node';
import { livePostsOf } from '#db/tables/appointments.server.ts';
import type { Doer } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { holdSave, keptAlready } from './held-saves.server.ts';
import { readSession, sessionStands, type Session } from './sessions.server.ts';

/** The person asking, as every command and query knows them. */
export interface Actor {
  id: string;
  name: string;
  email: string;
  /** Standing posts, beside their roles in single cases. */
  posts: ('support' | 'auditor' | 'admin')[];
  /** When they last gave their password, for acts that ask for it again. */
  sessionProvedAt: string;
  colourScheme: 'light' | 'dark' | null;
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** Of this answer's content security policy. */
    nonce: string;
    requestId: string;
    /** Where the request came from, as far as the trusted proxies tell. */
    address: string;
  }
}

// Every loader of one request gets its own Request but the same context: ask the database once.
const known = new WeakMap<AppLoadContext, Promise<Actor | null>>();

/** Who is asking; null when nobody has signed in. */
export function actorOf(request: Request, context: AppLoadContext): Promise<Actor | null> {
  const found = known.get(context) ?? readActor(request);
  known.set(context, found);
  return found;
}

/**
 * Who is asking, or a redirect to sign in and come back here. Call it before reading the body: what a save
 * brought after its session ended is kept, and offered again once the same person has signed in.
 */
export async function requireActor(request: Request, context: AppLoadContext): Promise<Actor> {
  const actor = await actorOf(request, context);
  const saving = request.method !== 'GET' && request.method !== 'HEAD';
  if (actor) {
    if (saving) await keptAlready(request, actor.id);
    return actor;
  }
  const kept = saving ? await holdSave(request) : undefined;
  const { pathname, search } = new URL(request.url);
  const back = saving ? (kept ? '/kept' : '/') : pathname + search;
  const to = back === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(back)}`;
  throw redirect(to, kept ? { headers: { 'Set-Cookie': kept } } : undefined);
}

const readActor = async (request: Request): Promise<Actor | null> => actorIn(await readSession(request));

/** Who asked a request that is still being answered, as they stand now; null when they have signed out meanwhile. */
export const actorStillThere = async (request: Request): Promise<Actor | null> => actorIn(await sessionStands(request));

async function actorIn(session: Session | null): Promise<Actor | null> {
  if (!session) return null;
  const { id, name, email, colour_scheme: colourScheme } = session.person;
  return { id, name, email, posts: await livePostsOf(reader(), id), sessionProvedAt: session.provedAt, colourScheme };
}

/** A person acting on their own account. */
export const asPerson = ({ id, name }: { id: string; name: string }): Doer => ({ id, name, role: 'person' });
