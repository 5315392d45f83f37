import { personById, updatePerson } from '#db/tables/people.server.ts';
import { sessionsOf } from '#db/tables/sessions.server.ts';
import { publicOrigin } from '../../env.server.ts';
import { command, done, refused, type Done, type Refused } from '../command.server.ts';
import { instant } from '../clock.server.ts';
import { reader } from '../database.server.ts';
import type { Actor } from './actor.server.ts';
import { changedLetter } from './letters.server.ts';
import { sendLetter } from './links.server.ts';
import { hashPassword, isPassword, passwordFault } from './passwords.server.ts';
import { passwordRight, tryPassword } from './rate-limits.server.ts';
import { endOtherSessions, startSession } from './sessions.server.ts';
import { asPerson } from './sign-in.server.ts';

/** What the account page shows of the person asking. */
export async function accountOf(actor: Actor) {
  const [person, sessions] = await Promise.all([personById(reader(), actor.id), sessionsOf(reader(), actor.id)]);
  const at = instant();
  return {
    name: actor.name,
    email: actor.email,
    jobTitle: person?.job_title ?? '',
    colours: actor.colourScheme ?? 'light',
    sessions: sessions.filter((session) => session.expires_at > at).length,
  };
}

export const changeDetails = (actor: Actor, { name, jobTitle }: { name: string; jobTitle: string }): Promise<Done<null> | Refused> =>
  command(asPerson(actor), async (tx) => {
    await updatePerson(tx, actor.id, { name, job_title: jobTitle });
    return done(null, { kind: 'account.change', subject: { person: actor.id }, sentence: 'changed their name or job title' });
  });

export const chooseColours = (actor: Actor, colours: 'light' | 'dark'): Promise<Done<null> | Refused> =>
  command(asPerson(actor), async (tx) => {
    await updatePerson(tx, actor.id, { colour_scheme: colours });
    return done(null, { kind: 'account.change', subject: { person: actor.id }, sentence: 'chose the colours of their pages' });
  });

export const endSessionsElsewhere = (actor: Actor, request: Request): Promise<Done<null> | Refused> =>
  command(asPerson(actor), async (tx) => {
    await endOtherSessions(tx, actor.id, request);
    return done(null, { kind: 'session.endOthers', subject: { person: actor.id }, sentence: 'signed out everywhere else' });
  });

/** Changes the password when the current one is right, ends the other sessions, and renews this one: its Set-Cookie line. */
export async function changePassword(
  actor: Actor,
  request: Request,
  address: string,
  { currentPassword, password }: { currentPassword: string; password: string },
): Promise<Done<string> | Refused> {
  const proved = await provePassword(actor, address, currentPassword);
  if (!proved.ok) return refused(422, { message: proved.message, field: 'currentPassword' });
  const fault = passwordFault(password, [actor.name, actor.email]);
  if (fault) return refused(422, { message: fault, field: 'password' });
  const password_hash = await hashPassword(password);
  return command(asPerson(actor), async (tx, at) => {
    await updatePerson(tx, actor.id, { password_hash });
    await endOtherSessions(tx, actor.id);
    await sendLetter(tx, at, actor, changedLetter({ name: actor.name, at, origin: publicOrigin() }), `changed:${actor.id}:${at}`);
    const cookie = await startSession(tx, request, actor.id);
    return done(cookie, { kind: 'password.change', subject: { person: actor.id }, sentence: 'changed their password' });
  });
}

/** Asks for the password again before an act that needs it, such as signing a decision: a new session's Set-Cookie line. */
export async function proveAgain(actor: Actor, request: Request, address: string, password: string): Promise<Done<string> | Refused> {
  const proved = await provePassword(actor, address, password);
  if (!proved.ok) return refused(422, { message: proved.message, field: 'password' });
  return command(asPerson(actor), async (tx) =>
    done(await startSession(tx, request, actor.id), { kind: 'session.prove', subject: { person: actor.id }, sentence: 'gave their password again' }));
}

async function provePassword(actor: Actor, address: string, password: string): Promise<{ ok: true } | { ok: false; message: string }> {
  const allowed = await tryPassword(actor.email, address);
  if (!allowed.ok) return { ok: false, message: `Password was wrong too many times. Try again in ${Math.ceil(allowed.seconds / 60)} minutes` };
  const person = await personById(reader(), actor.id);
  if (!(await isPassword(password, person?.password_hash))) return { ok: false, message: 'Password is incorrect' };
  await passwordRight(actor.email, address);
  return { ok: true };
}
