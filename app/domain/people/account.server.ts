import type { Writer } from '#db/database.server.ts';
import { personById, updatePerson } from '#db/tables/people.server.ts';
import { sessionsOf } from '#db/tables/sessions.server.ts';
import { publicOrigin } from '../../env.server.ts';
import { command, done, refused, type Done, type Refused } from '../command.server.ts';
import { instant } from '../clock.server.ts';
import { reader } from '../database.server.ts';
import { asPerson, type Actor } from './actor.server.ts';
import { changedLetter } from './letters.server.ts';
import { sendLetter } from './links.server.ts';
import { hashPassword, passwordFault } from './passwords.server.ts';
import { provePassword } from './prove-password.server.ts';
import { hasSecondFactor, withCode } from './second-factor.server.ts';
import { endOtherSessions, startSession } from './sessions.server.ts';

/** What the account page shows of the person asking. */
export async function accountOf(actor: Actor) {
  const [person, sessions, asksCode] = await Promise.all([personById(reader(), actor.id), sessionsOf(reader(), actor.id), hasSecondFactor(reader(), actor.id)]);
  const at = instant();
  return {
    name: actor.name,
    email: actor.email,
    jobTitle: person?.job_title ?? '',
    colours: actor.colourScheme ?? 'light',
    asksCode,
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

/** Asks for the password, and the code of those who have an app, again before an act that needs it, such as signing a decision: a new session's Set-Cookie line. */
export async function proveAgain(actor: Actor, request: Request, address: string, { password, code }: { password: string; code: string }): Promise<Done<string> | Refused> {
  const proved = await provePassword(actor, address, password);
  if (!proved.ok) return refused(422, { message: proved.message, field: 'password' });
  const asksCode = await hasSecondFactor(reader(), actor.id);
  const renew = async (tx: Writer) => done(await startSession(tx, request, actor.id), { kind: 'session.prove', subject: { person: actor.id }, sentence: asksCode ? 'gave their password and a code again' : 'gave their password again' });
  return asksCode ? withCode(actor, code, renew) : command(asPerson(actor), renew);
}
