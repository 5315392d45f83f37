import { newId } from '#db/codec.ts';
import type { Row } from '#db/schema.ts';
import { insertAppointment, livePeopleIn } from '#db/tables/appointments.server.ts';
import { insertPerson, personByEmail } from '#db/tables/people.server.ts';
import { command, done, refused, type Done, type Refused } from '../command.server.ts';
import type { Actor } from './actor.server.ts';

export interface NewPerson {
  /** In lower case. */
  email: string;
  name: string;
  jobTitle: string;
  organisationId: string | null;
  posts: Row<'appointments'>['post'][];
  /** Null: the account opens when they confirm the address and choose a password. */
  passwordHash: string | null;
}

/** An administrator opens an account for a person. While there is no administrator, the first registers themself. */
export async function registerPerson(by: Actor | null, given: NewPerson): Promise<Done<Actor> | Refused> {
  const { email, name, jobTitle, organisationId, posts, passwordHash } = given;
  const id = newId();
  return command({ id: by?.id ?? id, name: by?.name ?? name, role: 'admin' }, async (tx, at) => {
    const first = (await livePeopleIn(tx, 'admin')).length === 0 && posts.includes('admin');
    if (by ? !by.posts.includes('admin') : !first) return refused(403, 'Only an administrator can open an account for somebody');
    if (await personByEmail(tx, email)) return refused(422, { field: 'email', message: 'There is an account for this address already' });
    await insertPerson(tx, {
      id, email, name, job_title: jobTitle, organisation_id: organisationId, password_hash: passwordHash,
      confirmed_at: passwordHash && at, disabled_at: null, colour_scheme: null, created_at: at,
    });
    for (const post of posts) await insertAppointment(tx, { id: newId(), person_id: id, post, from_at: at, until_at: null });
    const actor: Actor = { id, name, email, posts, sessionProvedAt: at, colourScheme: null };
    return done(actor, { kind: 'account.register', subject: { person: id, posts }, sentence: `registered ${name}` });
  });
}
