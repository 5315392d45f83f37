import { newId, toJson } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import { adviserById, adviserOfPerson, insertAdviser, updateAdviser } from '#db/tables/advisers.server.ts';
import { mentorOrganisationById } from '#db/tables/mentors.server.ts';
import { personByEmail } from '#db/tables/people.server.ts';
import { absent, command, done, refused, type Done, type Refused } from '../command.server.ts';
import { changedMeanwhile } from '../cases/case-command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import type { AdviserSaved, Availability } from './mentors.schema.ts';
import { mentorCommand } from './register-mentor.server.ts';

const columns = (wanted: Availability, actor: Actor, at: string) => ({
  topics_json: toJson(wanted.topics), places: wanted.places, hours_a_month: wanted.hours, meets: wanted.meets, free_from_on: wanted.freeFrom, about: wanted.about, by: actor.id, at,
});

/** Records somebody with an account as an adviser of a mentor organisation. One person advises for one. */
export const addAdviser = (actor: Actor, organisationId: string, wanted: AdviserSaved): Promise<Done<{ adviserId: string }> | Refused> =>
  mentorCommand(actor, async (tx, at) => {
    const organisation = await mentorOrganisationById(tx, organisationId);
    if (!organisation) return absent();
    const person = wanted.email ? await personByEmail(tx, wanted.email) : undefined;
    if (!person?.confirmed_at || person.disabled_at) return refused(422, { field: 'email', message: 'There is no account for this address. Check it, or ask them to open an account first' });
    const known = await adviserOfPerson(tx, person.id);
    if (known) return refused(422, { field: 'email', message: `${person.name} is an adviser already` });
    const id = newId();
    const { away, ambassador } = wanted;
    await insertAdviser(tx, { ...columns(wanted, actor, at), id, person_id: person.id, organisation_id: organisationId, away_at: away ? at : null, ambassador_at: ambassador ? at : null, left_at: null, revision: 1 });
    await welcome(tx, at, person.id, organisation.name, actor.id);
    return done({ adviserId: id }, { kind: 'adviser.add', subject: { adviser: id, organisation: organisationId }, sentence: `added ${person.name} as an adviser of ${organisation.name}` });
  });

const welcome = (tx: Writer, at: string, personId: string, organisation: string, except: string) =>
  tell(tx, at, [personId], { caseId: null, kind: 'information', text: `You are in the directory of mentors as an adviser of ${organisation}`, link: '/mentoring' }, except);

export const saveAdviser = (actor: Actor, adviserId: string, wanted: AdviserSaved): Promise<Done<null> | Refused> =>
  mentorCommand(actor, async (tx, at) => {
    const row = await adviserById(tx, adviserId);
    if (!row) return absent();
    const flags = { away_at: wanted.away ? (row.away_at ?? at) : null, ambassador_at: wanted.ambassador ? (row.ambassador_at ?? at) : null, left_at: wanted.left ? (row.left_at ?? at) : null };
    if (!(await updateAdviser(tx, adviserId, wanted.revision, { ...columns(wanted, actor, at), ...flags }))) return changedMeanwhile();
    return done(null, { kind: 'adviser.save', subject: { adviser: adviserId }, sentence: `changed what the directory says of ${row.name}` });
  });

/** An adviser says how much they can take on and what they help with. Everything agreed already goes on. */
export const sayAvailability = (actor: Actor, wanted: Availability): Promise<Done<null> | Refused> =>
  command({ id: actor.id, name: actor.name, role: 'mentor' }, async (tx, at) => {
    const row = await adviserOfPerson(tx, actor.id);
    if (!row) return absent();
    if (!(await updateAdviser(tx, row.id, wanted.revision, { ...columns(wanted, actor, at), away_at: wanted.away ? (row.away_at ?? at) : null }))) return changedMeanwhile();
    return done(null, { kind: 'adviser.availability', subject: { adviser: row.id }, sentence: 'changed what they offer as an adviser' });
  });
