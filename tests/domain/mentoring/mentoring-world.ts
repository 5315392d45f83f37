import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { advisersByIds } from '#db/tables/advisers.server.ts';
import { insertAppointment } from '#db/tables/appointments.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { insertInterest } from '#db/tables/interests.server.ts';
import { insertMembership, membershipsOfCase } from '#db/tables/memberships.server.ts';
import { mentoringsOfCase } from '#db/tables/mentorings.server.ts';
import { insertPerson } from '#db/tables/people.server.ts';
import { createCase } from '#app/domain/cases/create-case.server.ts';
import { instant, setClock } from '#app/domain/clock.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { chooseAdvisers, sayNeed } from '#app/domain/mentoring/choose-advisers.server.ts';
import type { NewNeed } from '#app/domain/mentoring/mentoring.schema.ts';
import { registerMentor } from '#app/domain/mentors/register-mentor.server.ts';
import { addAdviser } from '#app/domain/mentors/save-adviser.server.ts';
import type { AdviserSaved, MentorSaved } from '#app/domain/mentors/mentors.schema.ts';
import type { Actor } from '#app/domain/people/actor.server.ts';
import type { Engine } from '#tests/setup/engines.ts';
import { smallWorld, type OnStage } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

export const at = (day: string) => setClock(() => new Date(`${day}T09:00:00.000Z`));

export const NEED: NewNeed = { topics: ['pensions', 'tupe-hr'], services: ['therapies'], size: '15-to-99', legalForm: null, region: 'london', stuck: 'What happens to our pensions', tried: 'We asked payroll', often: 'monthly', revision: 0 };
const MENTOR: MentorSaved = { name: 'Longbarn Care CIC', legalForm: 'cic-shares', services: ['therapies'], size: '15-to-99', region: 'london', spunOutOn: '2011-10-01', userLed: false, left: false, about: 'Community therapies', revision: 0 };
const OFFER: AdviserSaved = { topics: ['pensions', 'tupe-hr'], places: 2, hours: 6, meets: 'both', freeFrom: null, away: false, about: '', revision: 0, email: undefined, ambassador: false, left: false };

/** A case that looks for a mentor on 4 May 2026, and three advisers of two organisations who could help. */
export async function mentoringWorld(engine: Engine) {
  at('2026-05-04');
  const world = await smallWorld(engine);
  const { people } = world;
  await transaction(world.open, (tx) => insertAppointment(tx, { id: newId(), person_id: people.support.id, post: 'support', from_at: instant(), until_at: null }));
  const { caseId } = value(await createCase(people.lead, { title: 'Riverside therapies', summary: 'Therapies in three towns', pathway: 'public-service-mutual', parent: { name: 'Northbridge trust' }, commissioner: { name: 'Northbridge ICB' } }));
  const someone = async (name: string): Promise<Actor> => {
    const who: Actor = { id: newId(), name, email: `${newId()}@example.org`, posts: [], sessionProvedAt: instant(), colourScheme: null };
    await transaction(world.open, (tx) => insertPerson(tx, { id: who.id, email: who.email, name, job_title: 'Chief executive', organisation_id: null, password_hash: null, confirmed_at: instant(), disabled_at: null, colour_scheme: null, created_at: instant() }));
    return who;
  };
  const organisation = async (some: Partial<MentorSaved> = {}) => value(await registerMentor(people.support, { ...MENTOR, ...some })).organisationId;
  const adviser = async (organisationId: string, name: string, some: Partial<AdviserSaved> = {}) => {
    const who = await someone(name);
    return { ...who, adviserId: value(await addAdviser(people.support, organisationId, { ...OFFER, email: who.email, ...some })).adviserId };
  };
  const [longbarn, westfold] = [await organisation(), await organisation({ name: 'Westfold Dental CIC', services: ['dental'], region: 'midlands' })];
  const [ann, ben, cy] = [await adviser(longbarn, 'Ann Lee', { topics: ['pensions', 'tupe-hr'] }), await adviser(westfold, 'Ben Ode', { topics: ['pensions'] }), await adviser(westfold, 'Cy Rand', { topics: ['tupe-hr'], places: 1 })];
  const rows = () => mentoringsOfCase(reader(), caseId);
  return {
    world, people, caseId, longbarn, westfold, ann, ben, cy, someone, organisation, adviser, rows,
    close: async () => { setClock(undefined); await world.close(); },
    need: async (some: Partial<NewNeed> = {}) => value(await sayNeed(people.lead, caseId, { ...NEED, ...some })),
    choose: (ids: string[], by: Actor = people.lead, on = caseId) => chooseAdvisers(by, on, { chosen: ids.map((adviserId) => ({ field: `choice.${adviserId}`, adviserId })), replyDays: 7 }),
    of: async (who: { adviserId: string }) => (await rows()).findLast((row) => row.adviser_id === who.adviserId)!,
    states: async () => {
      const names = new Map((await advisersByIds(reader(), (await rows()).map((row) => row.adviser_id))).map((row) => [row.id, row.name.split(' ')[0]]));
      return Object.fromEntries((await rows()).map((row) => [names.get(row.adviser_id), row.state]));
    },
    parts: async (who: Actor) => (await membershipsOfCase(reader(), caseId)).filter((m) => m.person_id === who.id),
    events: async () => (await eventsOf(reader(), caseId, { limit: 50 })).filter(({ kind }) => /^mentor/.test(kind)).map((e) => e.sentence).reverse(),
    given: (who: Actor, role: OnStage, organisation_id: string | null = null, on = caseId) =>
      transaction(database(), (tx) => insertMembership(tx, { id: newId(), case_id: on, person_id: who.id, role, organisation_id, stages_json: null, invited_by: people.lead.id, from_at: instant(), until_at: null })),
    declared: (who: Actor) => transaction(database(), (tx) => insertInterest(tx, { id: newId(), case_id: caseId, person_id: who.id, kind: 'director', detail: '', declared_at: instant() })),
  };
}
export type MentoringWorld = Awaited<ReturnType<typeof mentoringWorld>>;
