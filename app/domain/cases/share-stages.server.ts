import { toJson } from '#db/codec.ts';
import { shareStages as writeShared } from '#db/tables/memberships.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { caseCommand } from './case-command.server.ts';
import { mayLead } from './cases.policy.ts';

/** The team lead says which stages a mentor may read, drafts among them. What is left out is no longer theirs to see. */
export async function shareStages(actor: Actor, caseId: string, membershipId: string, stages: readonly StageKey[]): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, ['lead'], async (tx, file, at) => {
    const part = file.memberships.find((m) => m.id === membershipId && m.role === 'mentor' && m.until_at === null);
    if (!part) return absent();
    if (!mayLead(file.roles)) return refused(403, 'Only the team lead can choose what a mentor sees');
    await writeShared(tx, membershipId, toJson(stages));
    const [mentor] = await peopleByIds(tx, [part.person_id]);
    await tell(tx, at, [part.person_id], { caseId, kind: 'information', text: `${actor.name} changed which stages you can read: ${file.case.title}`, link: `/cases/${caseId}` }, actor.id);
    return done(null, { kind: 'part.share', caseId, subject: { membership: membershipId, stages }, sentence: `chose which stages ${mentor?.name ?? 'the mentor'} can read` });
  });
}
