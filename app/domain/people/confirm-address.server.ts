import { personById, updatePerson } from '#db/tables/people.server.ts';
import { ownerOfToken, useToken, useUpTokensOf } from '#db/tables/tokens.server.ts';
import { instant } from '../clock.server.ts';
import { command, done, refused, type Done, type Refused } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { hashPassword, passwordFault } from './passwords.server.ts';
import { hashOf } from './secrets.server.ts';
import { startSession } from './sessions.server.ts';
import { asPerson } from './actor.server.ts';

/** Who the link was mailed to; undefined when it is unknown, used or out of date. Looking does not use it up. */
export async function ownerOfLink(secret: string, purpose: 'confirm' | 'reset') {
  const id = await ownerOfToken(reader(), hashOf(secret), purpose, instant());
  const person = id ? await personById(reader(), id) : undefined;
  return person?.disabled_at ? undefined : person;
}

export const LINK_ENDED = 'This link has been used or is out of date. Ask for a new one';

/** Confirms the address, opens the account and signs in; answers with the Set-Cookie line. */
export async function confirmAddress(
  request: Request,
  secret: string,
  given: { name: string; jobTitle: string; password: string },
): Promise<Done<string> | Refused> {
  const owner = await ownerOfLink(secret, 'confirm');
  if (!owner) return refused(422, { message: LINK_ENDED });
  const fault = passwordFault(given.password, [given.name, owner.email]);
  if (fault) return refused(422, { message: fault, field: 'password' });
  const password_hash = await hashPassword(given.password);
  return command(asPerson({ id: owner.id, name: given.name }), async (tx, at) => {
    if (!(await useToken(tx, hashOf(secret), 'confirm', at))) return refused(422, { message: LINK_ENDED });
    await useUpTokensOf(tx, owner.id, 'confirm', at);
    await updatePerson(tx, owner.id, { name: given.name, job_title: given.jobTitle, password_hash, confirmed_at: at });
    const cookie = await startSession(tx, request, owner.id);
    return done(cookie, { kind: 'account.confirm', subject: { person: owner.id }, sentence: 'confirmed their address and opened an account' });
  });
}
