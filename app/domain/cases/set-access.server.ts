import { toJson } from '#db/codec.ts';
import { limitAccess } from '#db/tables/memberships.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { caseCommand } from './case-command.server.ts';
import { hasAccess, limitsOf, mayLead, type Access } from './cases.policy.ts';

/** The team lead says in which stages somebody of the team edits, comments or only reads. */
export async function setAccess(actor: Actor, caseId: string, membershipId: string, access: Access): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, ['lead'], async (tx, file, at) => {
    const part = file.memberships.find((m) => m.id === membershipId && hasAccess(m.role) && m.until_at === null);
    if (!part) return absent();
    if (!mayLead(file.roles)) return refused(403, 'Only the team lead can choose what somebody may do');
    const limits = limitsOf(access);
    await limitAccess(tx, membershipId, limits && toJson(limits));
    const [person] = await peopleByIds(tx, [part.person_id]);
    await tell(tx, at, [part.person_id], { caseId, kind: 'information', text: `${actor.name} changed what you may do in each stage: ${file.case.title}`, link: `/cases/${caseId}/people` }, actor.id);
    return done(null, { kind: 'part.limit', caseId, subject: { membership: membershipId, access: limits }, sentence: `chose what ${person?.name ?? 'somebody'} may do in each stage` });
  });
}
