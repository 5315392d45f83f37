import { newId, toJson } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import { insertInvitation, invitationsOf, withdrawInvitation } from '#db/tables/invitations.server.ts';
import { personByEmail } from '#db/tables/people.server.ts';
import { STAGES, type Role } from '#workflows/definition.ts';
import { publicOrigin } from '../../env.server.ts';
import { roleInWords } from '../../lib/roles.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { standingsOf, type CaseFile } from '../cases/case-file.server.ts';
import { hasAccess, limitsOf } from '../cases/cases.policy.ts';
import { absent, done, refused, type Done, type Once, type Refused } from '../command.server.ts';
import type { Actor } from './actor.server.ts';
import type { NewInvitation } from './invitations.schema.ts';
import { invitationLetter } from './letters.server.ts';
import { hoursAfter, sendLetter } from './links.server.ts';
import { areApart, mayInviteAs } from './people.policy.ts';
import { mayInviteMore } from './rate-limits.server.ts';
import { hashOf, newSecret } from './secrets.server.ts';

const DAYS = 14;
const INVITERS: readonly Role[] = ['lead', 'sponsor', 'support'];

/** Invites somebody to a role in a case by a letter with a link that works once. */
export async function invitePerson(actor: Actor, caseId: string, invited: NewInvitation, once?: Once): Promise<Done<{ id: string }> | Refused> {
  const allowed = await mayInviteMore(actor.id);
  if (!allowed.ok) return refused(422, 'You have invited 100 people today. Invite more tomorrow, or ask the support unit');
  const secret = newSecret();
  return caseCommand(actor, caseId, INVITERS, async (tx, file, at) => {
    const why = await whyNot(tx, file, invited);
    if (why) return why;
    const id = newId();
    const until = hoursAfter(at, DAYS * 24);
    await withdrawEarlier(tx, file, invited, at);
    await insertInvitation(tx, {
      id, case_id: caseId, email: invited.email, name: invited.name, role: invited.role,
      stages_json: invited.role === 'mentor' ? toJson(invited.stages) : null, organisation_id: organisationFor(file, invited.role),
      token_hash: hashOf(secret), invited_by: actor.id, at, expires_at: until, accepted_at: null, withdrawn_at: null,
      access_json: accessFor(invited),
    });
    const letter = invitationLetter({
      name: invited.name, inviter: actor.name, title: file.case.title, role: roleInWords(invited.role),
      link: `${publicOrigin()}/invitations/${secret}`, until,
    });
    await sendLetter(tx, at, invited, letter, id);
    return done({ id }, { kind: 'invitation.send', caseId, subject: { invitation: id, role: invited.role }, sentence: `invited ${invited.name} as ${roleInWords(invited.role)}` });
  }, once);
}

/** Takes back an invitation nobody has accepted yet. */
export const withdrawInvite = (actor: Actor, caseId: string, invitationId: string): Promise<Done<null> | Refused> =>
  caseCommand(actor, caseId, INVITERS, async (tx, file, at) => {
    const sent = (await invitationsOf(tx, caseId)).find((row) => row.id === invitationId);
    if (!sent) return absent();
    if (!mayInviteAs(file.roles, sent.role as Role)) return refused(403, 'Only those who may invite somebody can take an invitation back');
    if (!(await withdrawInvitation(tx, invitationId, at))) return refused(409, `${sent.name} has accepted the invitation, or it was taken back already`);
    return done(null, { kind: 'invitation.withdraw', caseId, subject: { invitation: invitationId }, sentence: `took back the invitation to ${sent.name}` });
  });

async function whyNot(tx: Writer, file: CaseFile, { email, name, role, stages }: NewInvitation): Promise<Refused | undefined> {
  if (!mayInviteAs(file.roles, role)) return refused(403, `You cannot invite somebody as ${roleInWords(role)} in this case. Ask the support unit`);
  if (role === 'mentor' && stages.length === 0) return refused(422, { field: 'stages', message: 'Select the stages to share with the mentor' });
  const person = await personByEmail(tx, email);
  return person ? clash(file, person.id, name, role) : undefined;
}

/** Whether the role goes with what the person is or was in this case. */
export function clash(file: Pick<CaseFile, 'memberships'>, personId: string, name: string, role: Role): Refused | undefined {
  const standings = standingsOf(file.memberships, personId);
  if (standings.some((held) => held.until === null && held.role === role)) return refused(422, { field: 'email', message: `${name} is ${roleInWords(role)} in this case already` });
  const apart = standings.find((held) => areApart(held.role, role));
  const tense = apart?.until === null ? 'is' : 'was';
  return apart && refused(422, { field: 'role', message: `${name} ${tense} ${roleInWords(apart.role)} in this case, so cannot be ${roleInWords(role)} of it` });
}

/** A second invitation of the same person to the same role replaces the first. */
async function withdrawEarlier(tx: Writer, file: CaseFile, { email, role }: NewInvitation, at: string): Promise<void> {
  const earlier = (await invitationsOf(tx, file.case.id)).filter((row) => row.email === email && row.role === role && !row.accepted_at && !row.withdrawn_at);
  for (const row of earlier) await withdrawInvitation(tx, row.id, at);
}

/** The same in every stage; the lead may change it stage by stage once they have joined. */
function accessFor({ role, level = 'edit' }: NewInvitation): string | null {
  const limits = hasAccess(role) ? limitsOf(Object.fromEntries(STAGES.map((stage) => [stage, level]))) : null;
  return limits && toJson(limits);
}

const organisationFor = (file: CaseFile, role: Role): string | null =>
  role === 'lead' || role === 'member' || role === 'staffSide' ? file.case.parent_id : null;
