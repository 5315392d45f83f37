import { reviveMail } from '#db/tables/outbox.server.ts';
import { liftRefusedAddress, refusedAddress } from '#db/tables/refused-addresses.server.ts';
import { hoursAfter } from '../people/links.server.ts';
import { absent, command, done, refused, type Done, type Refused } from '../command.server.ts';
import { asPerson, type Actor } from '../people/actor.server.ts';
import { mayLift, maySeeMail } from './mail.policy.ts';
import { wakeOutbox } from './outbox-worker.server.ts';

/** Days after which a mail that was given up is left so: what it says is no longer true. */
const DAYS = 7;

/** Says that a refused address works again: the next mail to it is tried. */
export const liftRefusal = (actor: Actor, id: string): Promise<Done<null> | Refused> =>
  command(asPerson(actor), async (tx, at) => {
    const row = await refusedAddress(tx, id);
    if (!row || !mayLift(actor, row.address)) return absent();
    if (!(await liftRefusedAddress(tx, id, actor.id, at))) return refused(409, 'Somebody said so a moment ago. The next mail is tried');
    return done(null, { kind: 'mail.liftRefusal', subject: { refusal: id }, sentence: 'said that a refused email address works again' });
  });

/** Tries again what was given up in the last week. A link in it may have ended since; what it leads to says so. */
export const tryMailAgain = (actor: Actor): Promise<Done<number> | Refused> =>
  command(asPerson(actor), async (tx, at) => {
    if (!maySeeMail(actor)) return absent();
    const count = await reviveMail(tx, hoursAfter(at, -24 * DAYS), at);
    tx.onCommit(wakeOutbox);
    return done(count, { kind: 'mail.tryAgain', subject: { count }, sentence: 'had mail that was given up tried again' });
  });
