import { personByEmail, updatePerson } from '#db/tables/people.server.ts';
import { useToken } from '#db/tables/tokens.server.ts';
import { publicOrigin } from '../../env.server.ts';
import { command, done, refused, type Done, type Refused } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { alike } from './alike.server.ts';
import { LINK_ENDED, ownerOfLink } from './confirm-address.server.ts';
import { changedLetter } from './letters.server.ts';
import { sendLetter, sendLink } from './links.server.ts';
import { hashPassword, passwordFault } from './passwords.server.ts';
import { mayAskForLetter, mayWriteTo, type Allowed } from './rate-limits.server.ts';
import { hashOf } from './secrets.server.ts';
import { endOtherSessions } from './sessions.server.ts';
import { asPerson } from './actor.server.ts';

/** Mails a link for a new password. The answer is the same whether or not there is an account. */
export const askForReset = (email: string, address: string): Promise<Allowed> =>
  alike(async () => {
    const allowed = await mayAskForLetter(address);
    if (allowed.ok && (await mayWriteTo(email))) await write(email);
    return allowed;
  });

async function write(email: string): Promise<void> {
  const person = await personByEmail(reader(), email);
  if (!person || person.disabled_at) return;
  await command(asPerson(person), async (tx, at) => {
    await sendLink(tx, at, person, person.confirmed_at ? 'reset' : 'confirm');
    return done(null, { kind: 'password.ask', subject: { person: person.id }, sentence: 'asked for a new password' });
  });
}

/** Sets the new password and ends every session of the account. */
export async function resetPassword(secret: string, password: string): Promise<Done<null> | Refused> {
  const owner = await ownerOfLink(secret, 'reset');
  if (!owner) return refused(422, { message: LINK_ENDED });
  const fault = passwordFault(password, [owner.name, owner.email]);
  if (fault) return refused(422, { message: fault, field: 'password' });
  const password_hash = await hashPassword(password);
  return command(asPerson(owner), async (tx, at) => {
    if (!(await useToken(tx, hashOf(secret), 'reset', at))) return refused(422, { message: LINK_ENDED });
    await updatePerson(tx, owner.id, { password_hash });
    await endOtherSessions(tx, owner.id);
    await sendLetter(tx, at, owner, changedLetter({ name: owner.name, at, origin: publicOrigin() }), `changed:${owner.id}:${at}`);
    return done(null, { kind: 'password.reset', subject: { person: owner.id }, sentence: 'chose a new password' });
  });
}
