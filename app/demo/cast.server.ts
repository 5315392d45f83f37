import type { Role } from '#workflows/definition.ts';
import type { Actor } from '../domain/people/actor.server.ts';
import { DEMO_PASSWORD, hashPassword } from '../domain/people/passwords.server.ts';
import { rememberIntroduction } from '../domain/people/introduction.server.ts';
import { registerPerson, type NewPerson } from '../domain/people/register-person.server.ts';
import { today } from '../domain/clock.server.ts';
import { DEMO_DOMAIN } from '../domain/outbox/outbox-worker.server.ts';
import { addressOf } from './answers/facts.ts';
import { gatherMentors, type Mentors } from './mentors.server.ts';
import { organisations, type Organisations, type Place } from './organisations.server.ts';
import type { Players } from './scene.server.ts';
import { must, onDay } from './story.server.ts';

/** The people who can sign in, one for each role, all with the same password. The key begins their address. */
const PEOPLE = {
  'team-lead': ['Priya Nair', 'Clinical lead, physiotherapy', 'trust', []],
  'team-member': ['Tom Aldous', 'Operations manager', 'trust', []],
  adviser: ['Beatrice Lowe', 'Business adviser', 'supportUnit', []],
  sponsor: ['Margaret Okoye', 'Director of strategy', 'trust', []],
  finance: ['Gareth Pugh', 'Deputy director of finance', 'trust', []],
  hr: ['Shanice Browne', 'Head of workforce', 'trust', []],
  quality: ['Neil Farrow', 'Associate medical director', 'icb', []],
  legal: ['Katherine Doyle', 'Head of legal and procurement', 'icb', []],
  'second-line': ['Omar Haddad', 'Assurance lead', 'region', []],
  'board-member': ['Adaeze Nwosu', 'Non-executive director', 'trust', []],
  support: ['Ruth Adeyemi', 'Support unit adviser', 'supportUnit', ['support']],
  'staff-side': ['Colin Maddox', 'Staff side secretary', 'unions', []],
  mentor: ['Fiona Grant', 'Chief executive', 'mentors', []],
  auditor: ['Janet Sowerby', 'Internal auditor', 'audit', ['auditor']],
  admin: ['Lewis Carr', 'Slipway administrator', 'supportUnit', ['admin']],
} as const satisfies Record<string, readonly [name: string, jobTitle: string, place: Place, posts: readonly NewPerson['posts'][number][]]>;

export type Part = keyof typeof PEOPLE;

/** Everyone who is not of one story alone. */
export interface Cast {
  people: Record<Part, Actor>;
  /** The unit that supported teams while the Right to Request lasted. */
  department: Actor;
  organisations: Organisations;
  mentors: Mentors;
  /** Of the one password that everybody who signs in has. */
  passwordHash: string;
}

/** The day before the first story begins. */
const BEFORE = '2005-04-29';

/** Registers organisations, people and the directory of mentors. The administrator comes first: they register the rest. */
export async function gatherCast(): Promise<Cast> {
  const real = today();
  onDay(BEFORE);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const own = (part: Part) => {
    const [name, jobTitle, , posts] = PEOPLE[part];
    return { email: `${part}${DEMO_DOMAIN}`, name, jobTitle, posts: [...posts], passwordHash };
  };
  const admin = must(await registerPerson(null, { ...own('admin'), organisationId: null }), 'register the administrator');
  const places = await organisations(admin);
  const people: Partial<Record<Part, Actor>> = { admin };
  for (const part of Object.keys(PEOPLE) as Part[]) {
    if (part !== 'admin') people[part] = must(await registerPerson(admin, { ...own(part), organisationId: places[PEOPLE[part][2]] }), `register ${part}`);
  }
  for (const person of Object.values(people)) await rememberIntroduction(person.id); // they have been here for years
  const department = await extra(admin, { name: 'Helen Marsh', jobTitle: 'Programme manager', organisationId: places.department, posts: ['support'] });
  const hands = { unit: people.support!, known: [people.mentor!], register: (name: string, jobTitle: string) => extra(admin, { name, jobTitle, organisationId: null, posts: [], passwordHash }) };
  const mentors = await gatherMentors(hands, real, { body: places.icb });
  return { people: people as Cast['people'], department, organisations: places, mentors, passwordHash };
}

/** Somebody in a story; without `passwordHash` they do not sign in. */
export const extra = async (admin: Actor, who: Pick<NewPerson, 'name' | 'jobTitle' | 'organisationId' | 'posts'> & Partial<Pick<NewPerson, 'passwordHash'>>): Promise<Actor> =>
  must(await registerPerson(admin, { passwordHash: null, ...who, email: addressOf(who.name) }), `register ${who.name}`);

/** A story's own people: name, job and organisation, by role. */
export type Troupe = Partial<Record<Role, [name: string, jobTitle: string, place: Place]>> & Record<'lead' | 'sponsor', [string, string, Place]>;

export async function gatherTroupe({ people, organisations: places }: Cast, troupe: Troupe): Promise<Players> {
  const players: Partial<Record<Role, Actor>> = {};
  for (const [role, [name, jobTitle, place]] of Object.entries(troupe) as [Role, [string, string, Place]][]) {
    players[role] = await extra(people.admin, { name, jobTitle, organisationId: places[place], posts: [] });
  }
  return players as Players;
}

/** Who can sign in, for the person at the terminal. */
export const signInTable = (): { name: string; part: string; email: string }[] =>
  (Object.entries(PEOPLE) as [Part, (typeof PEOPLE)[Part]][]).map(([part, [name, jobTitle]]) => ({ name, part: jobTitle, email: `${part}${DEMO_DOMAIN}` }));
