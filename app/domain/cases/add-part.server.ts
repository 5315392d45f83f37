import { newId } from '#db/codec.ts';
import { insertMembership } from '#db/tables/memberships.server.ts';
import { personById } from '#db/tables/people.server.ts';
import type { Role, StageKey } from '#workflows/definition.ts';
import { roleInWords } from '../../lib/roles.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { clash } from '../people/invite-person.server.ts';
import { mayInviteAs } from '../people/people.policy.ts';
import { caseCommand } from './case-command.server.ts';
import { sharingAtFirst } from './shared-stages.server.ts';

export interface NewPart {
  personId: string;
  role: Role;
  /** For whom they act. */
  organisationId: string | null;
  /** Mentor: the stages shared with them. */
  stages: StageKey[];
}

/** The support unit gives a part in a case to somebody who has an account, without a letter. */
export async function addPart(actor: Actor, caseId: string, part: NewPart): Promise<Done<{ membershipId: string }> | Refused> {
  return caseCommand(actor, caseId, ['support'], async (tx, file, at) => {
    if (!mayInviteAs(actor.posts, part.role)) return refused(403, `You cannot add somebody as ${roleInWords(part.role)}`);
    const person = await personById(tx, part.personId);
    if (!person) return absent();
    const shut = clash(file, person.id, person.name, part.role);
    if (shut) return shut;
    const id = newId();
    await insertMembership(tx, {
      id, case_id: caseId, person_id: person.id, role: part.role, organisation_id: part.organisationId,
      ...(part.role === 'mentor' ? sharingAtFirst(part.stages, at) : { stages_json: null }), invited_by: actor.id, from_at: at, until_at: null,
    });
    return done({ membershipId: id }, { kind: 'part.begin', caseId, subject: { person: person.id, role: part.role }, sentence: `added ${person.name} as ${roleInWords(part.role)}` });
  });
}
