import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import { insertMail } from '#db/tables/outbox.server.ts';
import { emailAddress } from '../people/people.schema.ts';
import { oneLine } from './one-line.ts';
import { wakeOutbox } from './outbox-worker.server.ts';

export interface Mail {
  to: { name: string; address: string };
  subject: string;
  text: string;
  /** The same mail queued again under the same word is sent once. */
  dedupe: string;
  /** The instant of the command. */
  at: string;
}

/**
 * Queues one mail in the transaction of the change it tells of; it goes out after the commit. Throws when the
 * address is not exactly one plain address: a list, a display name or a line break never reaches the mail server.
 * False when a mail was queued under the same word before.
 */
export async function enqueueMail(tx: Writer, { to, subject, text, dedupe, at }: Mail): Promise<boolean> {
  const address = emailAddress.parse(to.address);
  const queued = await insertMail(tx, {
    id: newId(),
    dedupe,
    to_name: oneLine(to.name),
    to_address: address,
    subject: oneLine(subject),
    text,
    queued_at: at,
    due_at: at,
    attempts: 0,
    leased_until_at: null,
    sent_at: null,
    dead_at: null,
    last_error: null,
  });
  tx.onCommit(wakeOutbox);
  return queued;
}
