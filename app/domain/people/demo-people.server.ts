import { organisationsByIds } from '#db/tables/organisations.server.ts';
import { peopleWithAddress } from '#db/tables/people.server.ts';
import { reader } from '../database.server.ts';
import { DEMO_DOMAIN } from '../outbox/outbox-worker.server.ts';
import { DEMO_PASSWORD } from './passwords.server.ts';

/** The people of the example, who can all sign in with one password: for the demonstration alone. */
export async function demoPeople() {
  const people = (await peopleWithAddress(reader(), DEMO_DOMAIN)).filter((person) => person.confirmed_at && !person.disabled_at);
  const organisations = await organisationsByIds(reader(), [...new Set(people.flatMap((person) => person.organisation_id ?? []))]);
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  return {
    password: DEMO_PASSWORD,
    people: people.map(({ name, email, job_title, organisation_id }) => ({ name, email, jobTitle: job_title, organisation: names.get(organisation_id ?? '') ?? '' })),
  };
}
