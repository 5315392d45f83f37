import type { Row } from '#db/schema.ts';
import { latestMail } from '#db/tables/outbox.server.ts';
import { reader } from '../database.server.ts';
import { DEMO_DOMAIN, mailHealth } from './outbox-worker.server.ts';

const SHOWN = 50;

/**
 * The latest mail that never leaves this machine, newest first: to example accounts, and to everybody while no mail
 * server is set. For the demonstration alone, since the links in it are as good as passwords.
 */
export async function lettersKept() {
  const stays = (mail: Row<'outbox'>) => mailHealth() === 'off' || mail.to_address.endsWith(DEMO_DOMAIN);
  const rows = (await latestMail(reader(), SHOWN * 4)).filter(stays).slice(0, SHOWN);
  return rows.map(({ id, to_name, to_address, subject, text, queued_at }) => ({ id, name: to_name, address: to_address, subject, text, at: queued_at }));
}
