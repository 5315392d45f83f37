import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { insertRefusedAddress, refusedAmong } from '#db/tables/refused-addresses.server.ts';
import { leaseMail, markMailFailed, markMailSent } from '#db/tables/outbox.server.ts';
import { log } from '../../log.server.ts';
import { remember } from '../../lib/remember.ts';
import { now } from '../clock.server.ts';
import { database, reader } from '../database.server.ts';
import { oneLine } from './one-line.ts';
import { refusedForGood } from './refused-for-good.ts';
import type { Transport } from './transport.server.ts';

/**
 * Sends what is queued, one mail at a time, outside every transaction. A mail that could not be handed over waits
 * longer each time and is given up after the eighth try. If the process dies between handing over and noting it,
 * the mail goes again under the same Message-ID, which receivers take for the same mail. An address that a server
 * refuses for good is noted, and nothing more is tried there until that is lifted.
 */
const SECOND = 1000;
const LEASE = 120 * SECOND; // longer than the transport's own time limits together
const LOOK_AGAIN = 20 * SECOND;
const MOST_TRIES = 8;
/** Example accounts exist on paper only. */
export const DEMO_DOMAIN = '@demo.slipway.test';

interface Worker {
  transport?: Transport | undefined;
  keepDemo: boolean;
  /** The round under way. */
  round?: Promise<void> | undefined;
  again: boolean;
  timer?: NodeJS.Timeout | undefined;
  failing: boolean;
}
const worker = remember('outbox', (): Worker => ({ keepDemo: false, again: false, failing: false }));

/** Begins to send. With `keepDemo`, mail to example accounts stays here and counts as sent. */
export function startOutbox(transport: Transport, keepDemo: boolean): void {
  Object.assign(worker, { transport, keepDemo, failing: false });
  worker.timer = setInterval(wakeOutbox, LOOK_AGAIN).unref();
  wakeOutbox();
}

/** Looks at the queue now; at most one round runs, and a call during it makes it look once more. */
export function wakeOutbox(): void {
  if (!worker.transport) return;
  worker.again = true;
  worker.round ??= rounds().finally(() => {
    worker.round = undefined;
    if (worker.again) wakeOutbox(); // called for as the round was ending
  });
}

/** Takes no new mail and waits for the one in hand. */
export async function stopOutbox(): Promise<void> {
  clearInterval(worker.timer);
  const { transport, round } = worker;
  worker.transport = undefined;
  await round;
  transport?.close();
}

/** off: no mail server is set; failing: the last mail could not be handed over. */
export const mailHealth = (): 'ok' | 'off' | 'failing' => (worker.transport ? (worker.failing ? 'failing' : 'ok') : 'off');

async function rounds(): Promise<void> {
  try {
    while (worker.again && worker.transport) {
      worker.again = false;
      while (worker.transport && (await sendNext(worker.transport)));
    }
  } catch (error) {
    log().error({ error }, 'the outbox could not be read'); // the next look tries again
  }
}

/** Sends the mail that is due longest; false when none is due. */
async function sendNext(transport: Transport): Promise<boolean> {
  const from = now().getTime();
  const [mail] = await transaction(database(), (tx) => leaseMail(tx, at(from), at(from + LEASE), 1));
  if (!mail) return false;
  const failure = await attempt(transport, mail);
  const then = at(now().getTime());
  await transaction(database(), async (tx) => {
    if (failure?.refused) await insertRefusedAddress(tx, { id: newId(), address: mail.to_address, said: failure.refused, at: then, lifted_at: null, lifted_by: null });
    await (failure ? markMailFailed(tx, mail.id, failure) : markMailSent(tx, mail.id, then));
  });
  return true;
}

type Failure = Parameters<typeof markMailFailed>[2] & { refused?: string };

async function attempt(transport: Transport, mail: Row<'outbox'>): Promise<Failure | undefined> {
  if (worker.keepDemo && mail.to_address.endsWith(DEMO_DOMAIN)) return undefined;
  const [known] = await refusedAmong(reader(), [mail.to_address]);
  if (known) return { error: `Not sent: ${mail.to_address} was refused before. ${known.said}`.slice(0, 300), deadAt: at(now().getTime()) };
  try {
    await transport.send(mail);
    worker.failing = false;
    return undefined;
  } catch (error) {
    const refused = refusedForGood(error);
    worker.failing = refused === undefined; // a server that says no is a server that works
    const said = error instanceof Error ? error.message : String(error);
    log().warn({ mail: mail.id, attempts: mail.attempts, code: (error as { code?: string }).code }, 'a mail was not taken');
    const given = { error: oneLine(said).slice(0, 300) };
    if (refused !== undefined) return { ...given, refused, deadAt: at(now().getTime()) };
    return mail.attempts >= MOST_TRIES ? { ...given, deadAt: at(now().getTime()) } : { ...given, dueAt: at(now().getTime() + wait(mail.attempts)) };
  }
}

/** 30 seconds, then five times as long each time, up to 8 hours: about a day in all. A little apart, not all at once. */
const wait = (attempts: number) => Math.min(30 * SECOND * 5 ** (attempts - 1), 8 * 3600 * SECOND) * (0.9 + Math.random() * 0.2);

const at = (ms: number) => new Date(ms).toISOString();
