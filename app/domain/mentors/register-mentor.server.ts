import { newId, toJson } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import { insertMentorOrganisation, insertMentorResult, mentorOrganisationById, updateMentorOrganisation, withdrawMentorResult } from '#db/tables/mentors.server.ts';
import { allOrganisations, insertOrganisation, updateOrganisation } from '#db/tables/organisations.server.ts';
import { today } from '../clock.server.ts';
import { absent, command, done, refused, type Done, type Refused } from '../command.server.ts';
import { changedMeanwhile } from '../cases/case-command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { mayKeepMentors } from './mentors.policy.ts';
import type { MentorSaved, NewMentorResult } from './mentors.schema.ts';

/** A command on the directory: the support unit's alone. To everybody else nothing is there. */
export const mentorCommand = <T>(actor: Actor, work: (tx: Writer, at: string) => Promise<Done<T> | Refused>): Promise<Done<T> | Refused> =>
  command({ id: actor.id, name: actor.name, role: 'support' }, async (tx, at) => (mayKeepMentors(actor) ? work(tx, at) : absent()));

const columns = (wanted: MentorSaved, actor: Actor, at: string) => ({
  legal_form: wanted.legalForm, services_json: toJson(wanted.services), size: wanted.size, region: wanted.region, spun_out_on: wanted.spunOutOn, about: wanted.about, by: actor.id, at,
});

/** Adds an organisation to the directory: one that is known by this name, or a new one. */
export const registerMentor = (actor: Actor, wanted: MentorSaved): Promise<Done<{ organisationId: string }> | Refused> =>
  mentorCommand(actor, async (tx, at) => {
    const wrong = inTheFuture(wanted);
    if (wrong) return wrong;
    const known = (await allOrganisations(tx)).find(({ name }) => name.toLowerCase() === wanted.name.toLowerCase());
    if (known && (await mentorOrganisationById(tx, known.id))) return refused(422, { field: 'name', message: `${known.name} is in the directory already` });
    const id = known?.id ?? newId();
    if (!known) await insertOrganisation(tx, { id, name: wanted.name, kind: 'mentor', code: null, from_on: null, until_on: null, successor_id: null });
    await insertMentorOrganisation(tx, { ...columns(wanted, actor, at), organisation_id: id, user_led_at: wanted.userLed ? at : null, left_at: null, revision: 1 });
    return done({ organisationId: id }, { kind: 'mentor.register', subject: { organisation: id }, sentence: `added ${wanted.name} to the directory of mentors` });
  });

/** Changes what is said of it, or takes it out of the directory. What it has agreed with teams goes on. */
export const saveMentor = (actor: Actor, organisationId: string, wanted: MentorSaved): Promise<Done<null> | Refused> =>
  mentorCommand(actor, async (tx, at) => {
    const row = await mentorOrganisationById(tx, organisationId);
    if (!row) return absent();
    const wrong = inTheFuture(wanted);
    if (wrong) return wrong;
    const alike = (await allOrganisations(tx)).find(({ id, name }) => id !== organisationId && name.toLowerCase() === wanted.name.toLowerCase());
    if (alike) return refused(422, { field: 'name', message: `Another organisation is called ${alike.name}. Use a name that tells them apart` });
    const kept = await updateMentorOrganisation(tx, organisationId, wanted.revision, { ...columns(wanted, actor, at), user_led_at: wanted.userLed ? (row.user_led_at ?? at) : null, left_at: wanted.left ? (row.left_at ?? at) : null });
    if (!kept) return changedMeanwhile();
    if (wanted.name !== row.name) await updateOrganisation(tx, organisationId, { name: wanted.name });
    return done(null, { kind: 'mentor.save', subject: { organisation: organisationId }, sentence: `changed what the directory says of ${wanted.name}` });
  });

const inTheFuture = ({ spunOutOn }: MentorSaved): Refused | undefined =>
  spunOutOn !== null && spunOutOn > today() ? refused(422, { field: 'spunOutOn', message: 'The day it left the public sector must be today or in the past' }) : undefined;

/** A published result: its words, and where anybody can read it. */
export const addMentorResult = (actor: Actor, organisationId: string, wanted: NewMentorResult): Promise<Done<{ resultId: string }> | Refused> =>
  mentorCommand(actor, async (tx, at) => {
    const row = await mentorOrganisationById(tx, organisationId);
    if (!row) return absent();
    if (wanted.publishedOn > today()) return refused(422, { field: 'publishedOn', message: 'The day it was published must be today or in the past' });
    const id = newId();
    await insertMentorResult(tx, { id, organisation_id: organisationId, words: wanted.words, link: wanted.link, published_on: wanted.publishedOn, by: actor.id, at, withdrawn_at: null, withdrawn_by: null });
    return done({ resultId: id }, { kind: 'mentor.result', subject: { organisation: organisationId, result: id }, sentence: `recorded a published result of ${row.name}` });
  });

export const dropMentorResult = (actor: Actor, organisationId: string, resultId: string): Promise<Done<null> | Refused> =>
  mentorCommand(actor, async (tx, at) => {
    const row = await mentorOrganisationById(tx, organisationId);
    if (!row || !(await withdrawMentorResult(tx, organisationId, resultId, actor.id, at))) return absent();
    return done(null, { kind: 'mentor.result.withdraw', subject: { organisation: organisationId, result: resultId }, sentence: `withdrew a published result of ${row.name}` });
  });
