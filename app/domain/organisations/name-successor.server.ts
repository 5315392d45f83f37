import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { allOrganisations, insertOrganisation, updateOrganisation } from '#db/tables/organisations.server.ts';
import { insertSuccession } from '#db/tables/successions.server.ts';
import { addDays, dayInWords } from '#workflows/dates.ts';
import { today } from '../clock.server.ts';
import { absent, command, done, refused, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { carrySuccessions } from './carry-successions.server.ts';
import { mayNameSuccessor, whyNotSucceed } from './organisations.policy.ts';
import type { NewSuccession } from './succession.schema.ts';

/**
 * Says that one body takes over from another on a day. Once that day has come, at once or by a sweep, every case that has
 * not ended follows. What was decided keeps the old name.
 */
export async function nameSuccessor(actor: Actor, organisationId: string, wanted: NewSuccession): Promise<Done<null> | Refused> {
  const role = actor.posts.includes('support') ? 'support' : 'admin';
  const named = await command<null>({ id: actor.id, name: actor.name, role }, async (tx, at) => {
    if (!mayNameSuccessor(actor)) return absent();
    const bodies = await allOrganisations(tx);
    const old = bodies.find(({ id }) => id === organisationId);
    if (!old) return absent();
    const next = wanted.successor ? bodies.find(({ id }) => id === wanted.successor) : await bodyNamed(tx, bodies, wanted);
    if (!next) return refused(422, { field: 'successor', message: 'Select the body that takes over' });
    const why = whyNotSucceed(old, next, wanted.on, bodies);
    if (why) return refused(422, why);
    const last = addDays(wanted.on, -1);
    await insertSuccession(tx, { organisation_id: old.id, successor_id: next.id, from_on: wanted.on, reason: wanted.reason, by: actor.id, at });
    await updateOrganisation(tx, old.id, { successor_id: next.id, until_on: old.until_on !== null && old.until_on < last ? old.until_on : last });
    return done(null, { kind: 'organisation.succeed', subject: { from: old.id, to: next.id, on: wanted.on, reason: wanted.reason }, sentence: `named ${next.name} as successor of ${old.name} from ${dayInWords(wanted.on)}` });
  });
  if (named.ok && wanted.on <= today()) await carrySuccessions();
  return named;
}

/** The body of that name, made when there is none: it begins on the day it takes over. */
async function bodyNamed(tx: Writer, bodies: readonly Row<'organisations'>[], { successorName, kind, on }: NewSuccession): Promise<Row<'organisations'> | undefined> {
  const alike = bodies.find((known) => known.name.toLowerCase() === successorName.toLowerCase());
  if (alike || !successorName) return alike;
  const made = { id: newId(), name: successorName, kind: kind || ('other' as const), code: null, from_on: on, until_on: null, successor_id: null };
  await insertOrganisation(tx, made);
  return made;
}
