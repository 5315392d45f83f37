import { newId } from '#db/codec.ts';
import type { NewRow } from '#db/schema.ts';
import { insertOrganisation } from '#db/tables/organisations.server.ts';
import { command, done, refused, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';

export type NewOrganisation = Omit<NewRow<'organisations'>, 'id'>;

/** An administrator records an organisation, with the one that took over from it where there is one. */
export async function registerOrganisation(by: Actor, given: NewOrganisation): Promise<Done<{ organisationId: string }> | Refused> {
  return command({ id: by.id, name: by.name, role: 'admin' }, async (tx) => {
    if (!by.posts.includes('admin')) return refused(403, 'Only an administrator can record an organisation');
    const id = newId();
    await insertOrganisation(tx, { ...given, id });
    return done({ organisationId: id }, { kind: 'organisation.register', subject: { organisation: id }, sentence: `recorded an organisation: ${given.name}` });
  });
}
