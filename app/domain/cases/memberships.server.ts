import { newId } from '#db/codec.ts';
import { insertInterest } from '#db/tables/interests.server.ts';
import { endMembership } from '#db/tables/memberships.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import type { Row } from '#db/schema.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { caseCommand } from './case-command.server.ts';
import { inTeam, mayInvite } from './cases.policy.ts';

/** Ends somebody's part in a case. The row stays: who ever was in the team can never decide on it. */
export async function endPart(actor: Actor, caseId: string, membershipId: string): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, ['lead', 'support'], async (tx, file, at) => {
    const part = file.memberships.find((m) => m.id === membershipId && m.until_at === null);
    if (!part) return absent();
    const own = part.person_id === actor.id;
    if (!own && !mayInvite(file.roles)) return refused(403, 'Only the team lead or the support unit can end somebody\'s part');
    const leads = file.memberships.filter((m) => m.role === 'lead' && m.until_at === null);
    if (part.role === 'lead' && leads.length === 1) return refused(422, 'A case needs a team lead. Invite another lead first');
    await endMembership(tx, membershipId, at);
    const [person] = await peopleByIds(tx, [part.person_id]);
    return done(null, { kind: 'part.end', caseId, subject: { membership: membershipId, person: part.person_id, role: part.role }, sentence: own ? 'left the case' : `ended the part of ${person?.name ?? 'a person'}` });
  });
}

/**
 * Declares an interest in the case: a person declares their own; the team lead declares who is to be a director,
 * shareholder or employee. Those three can never review or decide it.
 */
export async function declareInterest(actor: Actor, caseId: string, interest: { personId: string; kind: Row<'interests'>['kind']; detail: string }): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, ['lead', 'sponsor'], async (tx, file, at) => {
    const known = file.memberships.some((m) => m.person_id === interest.personId);
    if (!known) return absent();
    if (interest.personId !== actor.id && !(inTeam(file.roles) && file.roles.includes('lead'))) return refused(403, 'You can declare your own interests. The team lead declares who will join the new organisation');
    await insertInterest(tx, { id: newId(), case_id: caseId, person_id: interest.personId, kind: interest.kind, detail: interest.detail, declared_at: at });
    return done(null, { kind: 'interest.declare', caseId, subject: { person: interest.personId, kind: interest.kind }, sentence: interest.kind === 'none' ? 'declared no interest in the case' : 'declared an interest in the case' });
  });
}
