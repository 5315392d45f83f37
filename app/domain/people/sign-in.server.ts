import type { Row } from '#db/schema.ts';
import { personByEmail } from '#db/tables/people.server.ts';
import { deleteHalfSignInsOf } from '#db/tables/second-factors.server.ts';
import { publicOrigin } from '../../env.server.ts';
import { log } from '../../log.server.ts';
import { today } from '../clock.server.ts';
import { command, done, type Done, type Refused } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { asPerson } from './actor.server.ts';
import { guessedLetter } from './letters.server.ts';
import { sendLetter } from './links.server.ts';
import { isPassword } from './passwords.server.ts';
import { passwordRight, tryPassword, type Allowed } from './rate-limits.server.ts';
import { hasSecondFactor, withCode } from './second-factor.server.ts';
import { beginHalfSignIn, endHalfSignIn, endSession, halfSignedIn, startSession } from './sessions.server.ts';

/** `asksCode`: the password was right, and the cookie remembers it until the code comes. */
export type SignedIn = { ok: true; cookie: string; personId: string; asksCode: boolean } | { ok: false; message: string; seconds?: number };

const WRONG = 'Email or password is incorrect';

/** Signs in with a password, or half of it where a code is asked for too. `address` is where the request came from; `cookie` the Set-Cookie line of a new session. */
export async function signIn(request: Request, address: string, { email, password }: { email: string; password: string }): Promise<SignedIn> {
  const allowed = await tryPassword(email, address);
  if (!allowed.ok) return tooManyTries(email, allowed);
  const person = await personByEmail(reader(), email);
  const open = person && person.confirmed_at && !person.disabled_at ? person : undefined;
  if (!(await isPassword(password, open?.password_hash)) || !open) {
    log().info({ person: person?.id }, 'sign-in refused');
    return { ok: false, message: WRONG };
  }
  await passwordRight(email, address);
  const asksCode = await hasSecondFactor(reader(), open.id);
  const outcome = await command(asPerson(open), async (tx) =>
    asksCode ? done(await beginHalfSignIn(tx, open.id)) : done(await startSession(tx, request, open.id), SIGNED_IN));
  return outcome.ok ? { ok: true, cookie: outcome.value, personId: open.id, asksCode } : { ok: false, message: WRONG };
}

const SIGNED_IN = { kind: 'session.begin', sentence: 'signed in' };

/** The other half: the code of somebody whose password was right in this browser. Answers with the Set-Cookie lines; undefined when it must begin again. */
export async function finishSignIn(request: Request, code: string): Promise<Done<string[]> | Refused | undefined> {
  const person = await halfSignedIn(request);
  if (!person) return undefined;
  return withCode(person, code, async (tx) => {
    const cookie = await startSession(tx, request, person.id);
    await deleteHalfSignInsOf(tx, person.id);
    return done([cookie, endHalfSignIn()], SIGNED_IN);
  });
}

/** Ends this session; answers with the Set-Cookie line that removes the cookie. */
export async function signOut(request: Request, actor: { id: string; name: string } | null): Promise<string> {
  const doer = actor ? asPerson(actor) : { id: null, name: 'Slipway', role: 'clock' };
  const outcome = await command(doer, async (tx) =>
    done(await endSession(tx, request), ...(actor ? [{ kind: 'session.end', sentence: 'signed out' }] : [])));
  return outcome.ok ? outcome.value : '';
}

async function tooManyTries(email: string, { seconds, account }: Exclude<Allowed, { ok: true }>): Promise<SignedIn> {
  log().warn({ account }, 'sign-in limited');
  if (account) await warn(email);
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  const wait = minutes < 60 ? `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}` : `${Math.ceil(minutes / 60)} hours`;
  return { ok: false, seconds, message: `There were too many tries to sign in with this address. Try again in ${wait}, or choose a new password` };
}

/** Tells the owner, once a day, that many places guess at their password. */
async function warn(email: string): Promise<void> {
  const person: Row<'people'> | undefined = await personByEmail(reader(), email);
  if (!person?.confirmed_at || person.disabled_at) return;
  await command(asPerson(person), async (tx, at) => {
    await sendLetter(tx, at, person, guessedLetter({ name: person.name, origin: publicOrigin() }), `guessed:${person.id}:${today()}`);
    return done(null);
  });
}
