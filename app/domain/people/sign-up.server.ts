import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import { insertPerson, personByEmail } from '#db/tables/people.server.ts';
import { publicOrigin } from '../../env.server.ts';
import { command, done } from '../command.server.ts';
import { alike } from './alike.server.ts';
import { alreadyLetter } from './letters.server.ts';
import { sendLetter, sendLink } from './links.server.ts';
import { mayAskForLetter, mayWriteTo, type Allowed } from './rate-limits.server.ts';
import { newSecret } from './secrets.server.ts';
import { asPerson } from './actor.server.ts';

export interface Newcomer {
  name: string;
  jobTitle: string;
  email: string;
}

/**
 * Asks for an account. The answer is the same whether or not there is one; what differs is the letter. Nobody has
 * a password until the link in it is followed, so nobody can prepare an account for somebody else's address.
 */
export const signUp = (newcomer: Newcomer, address: string): Promise<Allowed> =>
  alike(async () => {
    const allowed = await mayAskForLetter(address);
    if (allowed.ok && (await mayWriteTo(newcomer.email))) await write(newcomer);
    return allowed;
  });

async function write(newcomer: Newcomer): Promise<void> {
  const id = newId();
  const doer = asPerson({ id, name: newcomer.name });
  await command(doer, async (tx, at) => {
    const known = await personByEmail(tx, newcomer.email);
    doer.id = known?.id ?? id;
    if (known?.confirmed_at) {
      if (!known.disabled_at) await sendLetter(tx, at, known, alreadyLetter({ name: known.name, origin: publicOrigin() }), newSecret());
      return done(null);
    }
    const person = known ?? (await insertNewcomer(tx, id, newcomer, at));
    await sendLink(tx, at, person, 'confirm');
    return done(null, { kind: 'account.ask', subject: { person: person.id }, sentence: 'asked for an account' });
  });
}

async function insertNewcomer(tx: Writer, id: string, { name, jobTitle, email }: Newcomer, at: string) {
  await insertPerson(tx, {
    id, email, name, job_title: jobTitle, organisation_id: null, password_hash: null,
    confirmed_at: null, disabled_at: null, colour_scheme: null, created_at: at,
  });
  return { id, name, email };
}
