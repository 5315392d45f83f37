import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import { livePeopleIn } from '#db/tables/appointments.server.ts';
import { decisionsOf } from '#db/tables/decisions.server.ts';
import { insertInterest } from '#db/tables/interests.server.ts';
import { cancelMeetingsOf } from '#db/tables/meetings.server.ts';
import { endMembership } from '#db/tables/memberships.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import type { Row } from '#db/schema.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { closeCoversOf } from '../covers/cover-parts.server.ts';
import { closeMentoringsOf } from '../mentoring/sweep-mentorings.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { caseCommand } from './case-command.server.ts';
import { holdersOf, type CaseFile } from './case-file.server.ts';
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
    const closed = [...(await closeCoversOf(tx, file, part, at, actor.id)), ...(await closeMentoringsOf(tx, part, actor.id, at))];
    if (part.role === 'mentor') await cancelMeetingsOf(tx, caseId, part.person_id, at, "The mentor's part in the case ended");
    const [person] = await peopleByIds(tx, [part.person_id]);
    return done(null, { kind: 'part.end', caseId, subject: { membership: membershipId, person: part.person_id, role: part.role }, sentence: own ? 'left the case' : `ended the part of ${person?.name ?? 'a person'}` }, ...closed);
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
    const id = newId();
    await insertInterest(tx, { id, case_id: caseId, person_id: interest.personId, kind: interest.kind, detail: interest.detail, declared_at: at });
    await tellOfSigned(tx, file, interest, at);
    return done(null, { kind: 'interest.declare', caseId, subject: { person: interest.personId, kind: interest.kind }, sentence: interest.kind === 'none' ? 'declared no interest in the case' : 'declared an interest in the case', seals: [['interests', id]] });
  });
}

/** An interest of somebody who has signed: what they decided stands on record, and those who can reopen it are told to think again. */
async function tellOfSigned(tx: Writer, file: CaseFile, { personId, kind }: { personId: string; kind: Row<'interests'>['kind'] }, at: string): Promise<void> {
  const signed = kind === 'none' ? [] : (await decisionsOf(tx, file.case.id)).filter((d) => d.by === personId && d.voided_at === null);
  if (signed.length === 0) return;
  const [person] = await peopleByIds(tx, [personId]);
  const stages = [...new Set(signed.map((d) => inWords(stageOf(file.pathway, d.stage as StageKey).stage.noun, file.pathway)))].join(', ');
  await tell(tx, at, [...holdersOf(file, 'sponsor', 'secondLine'), ...(await livePeopleIn(tx, 'support'))].filter((id) => id !== personId), {
    caseId: file.case.id, kind: 'needsYou', about: 'people', text: `Interest declared after a decision: ${stages}, ${file.case.title}`, link: `/cases/${file.case.id}/people`,
    because: `${person?.name ?? 'Somebody'} decided on the ${stages} and has now declared an interest. The decision stands until the stage is reopened. Look at whether it should be.`,
  }, file.actor.id);
}
