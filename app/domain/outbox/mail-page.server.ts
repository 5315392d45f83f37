import { deadMail, mailQueue } from '#db/tables/outbox.server.ts';
import { refusedAddresses, refusedAmong } from '#db/tables/refused-addresses.server.ts';
import { moment } from '../../lib/dates.ts';
import { reader } from '../database.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { mailHealth } from './outbox-worker.server.ts';

const SHOWN = 20;

/** How the mail stands: what waits and why, what was given up, and which addresses are refused. */
export async function mailPage() {
  const [queue, dead, refused] = await Promise.all([mailQueue(reader()), deadMail(reader(), SHOWN), refusedAddresses(reader())]);
  const { waiting, failed, oldest, lastFailed } = queue;
  return {
    health: mailHealth(), waiting, failed,
    oldest: oldest ? moment(oldest.queued_at) : null,
    lastError: lastFailed?.last_error ?? null,
    nextTry: lastFailed ? moment(lastFailed.due_at) : null,
    dead: dead.map((mail) => ({ id: mail.id, to: mail.to_address, subject: mail.subject, on: moment(mail.dead_at!), why: mail.last_error ?? '' })),
    refused: refused.map(({ id, address, said, at }) => ({ id, address, said, on: moment(at) })),
  };
}

/** What the mail server said of the person's own address, while it stands. */
export async function refusalOf(actor: Pick<Actor, 'email'>): Promise<{ id: string; said: string; on: string } | null> {
  const [row] = await refusedAmong(reader(), [actor.email]);
  return row ? { id: row.id, said: row.said, on: moment(row.at) } : null;
}
