import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { insertToken, useUpTokensOf } from '#db/tables/tokens.server.ts';
import { publicOrigin } from '../../env.server.ts';
import { enqueueMail } from '../outbox/send-mail.server.ts';
import { confirmLetter, resetLetter, type Letter } from './letters.server.ts';
import { hashOf, newSecret } from './secrets.server.ts';

type Person = Pick<Row<'people'>, 'id' | 'name' | 'email'>;

const HOURS = { confirm: 24, reset: 1 };
const LETTER = { confirm: confirmLetter, reset: resetLetter };

/** Mails a link that works once; earlier links of its kind stop working. */
export async function sendLink(tx: Writer, at: string, person: Person, purpose: 'confirm' | 'reset'): Promise<void> {
  const secret = newSecret();
  const until = hoursAfter(at, HOURS[purpose]);
  await useUpTokensOf(tx, person.id, purpose, at);
  await insertToken(tx, { token_hash: hashOf(secret), person_id: person.id, purpose, expires_at: until, used_at: null });
  const letter = LETTER[purpose]({ name: person.name, link: `${publicOrigin()}/${purpose}/${secret}`, until });
  await sendLetter(tx, at, person, letter, hashOf(secret));
}

/** Mails a letter to a person, once for each `dedupe`. */
export const sendLetter = (tx: Writer, at: string, to: Pick<Person, 'name' | 'email'>, letter: Letter, dedupe: string): Promise<boolean> =>
  enqueueMail(tx, { to: { name: to.name, address: to.email }, ...letter, dedupe, at });

export const hoursAfter = (at: string, hours: number): string => new Date(Date.parse(at) + hours * 3_600_000).toISOString();
