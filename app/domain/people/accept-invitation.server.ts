import { fromJson, newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { caseById } from '#db/tables/cases.server.ts';
import { acceptInvitation as markAccepted, invitationByTokenHash } from '#db/tables/invitations.server.ts';
import { insertMembership, membershipsOfCase } from '#db/tables/memberships.server.ts';
import { insertPerson, personByEmail, personById, updatePerson } from '#db/tables/people.server.ts';
import { useUpTokensOf } from '#db/tables/tokens.server.ts';
import type { Role, StageKey } from '#workflows/definition.ts';
import { roleInWords } from '../../lib/roles.ts';
import { sharingAtFirst } from '../cases/shared-stages.server.ts';
import { instant } from '../clock.server.ts';
import { command, done, refused, type Done, type Refused } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { asPerson, type Actor } from './actor.server.ts';
import { LINK_ENDED } from './confirm-address.server.ts';
import { clash } from './invite-person.server.ts';
import { hashPassword, passwordFault } from './passwords.server.ts';
import { hashOf } from './secrets.server.ts';
import { startSession } from './sessions.server.ts';

export interface Newcomer {
  name: string;
  jobTitle: string;
  password: string;
}

/** What the page of an invitation shows; undefined when it is unknown, used, taken back or out of date. Looking changes nothing. */
export async function invitationFor(secret: string) {
  const row = await openInvitation(secret);
  if (!row) return undefined;
  const [of, inviter, person] = await Promise.all([caseById(reader(), row.case_id), personById(reader(), row.invited_by), personByEmail(reader(), row.email)]);
  return {
    name: row.name,
    email: row.email,
    role: roleInWords(row.role),
    title: of?.title ?? '',
    inviter: inviter?.name ?? '',
    until: row.expires_at,
    hasAccount: Boolean(person?.confirmed_at),
  };
}

/** Joins the case as the person signed in, whose address must be the one invited. */
export async function acceptInvitation(actor: Actor, secret: string): Promise<Done<{ caseId: string }> | Refused> {
  const row = await openInvitation(secret);
  if (!row) return refused(422, LINK_ENDED);
  if (row.email !== actor.email) return refused(422, `This invitation is for ${row.email}. Sign out, then open the link again`);
  return command(asPerson(actor), (tx, at) => join(tx, row, actor, at));
}

/** Opens an account for the address invited, joins the case and signs in: the Set-Cookie line. */
export async function acceptAsNewcomer(request: Request, secret: string, given: Newcomer): Promise<Done<{ caseId: string; cookie: string }> | Refused> {
  const row = await openInvitation(secret);
  if (!row) return refused(422, LINK_ENDED);
  const fault = passwordFault(given.password, [given.name, row.email]);
  if (fault) return refused(422, { message: fault, field: 'password' });
  const password_hash = await hashPassword(given.password);
  const doer = asPerson({ id: '', name: given.name });
  return command(doer, async (tx, at) => {
    const person = await openAccount(tx, row, { ...given, password_hash }, at);
    if (!person) return refused(422, 'There is an account for this address already. Sign in to accept the invitation');
    doer.id = person.id;
    const joined = await join(tx, row, person, at);
    if (!joined.ok) return joined;
    const cookie = await startSession(tx, request, person.id);
    return done({ ...joined.value, cookie }, { kind: 'account.confirm', subject: { person: person.id }, sentence: 'opened an account by invitation' }, ...joined.events);
  });
}

async function openInvitation(secret: string): Promise<Row<'invitations'> | undefined> {
  const row = await invitationByTokenHash(reader(), hashOf(secret));
  const open = row && !row.accepted_at && !row.withdrawn_at && row.expires_at > instant();
  return open ? row : undefined;
}

/** The invitation reached this mailbox, so the address is confirmed; an account that has a password stays as it is. */
async function openAccount(tx: Writer, row: Row<'invitations'>, given: Newcomer & { password_hash: string }, at: string) {
  const known = await personByEmail(tx, row.email);
  if (known?.confirmed_at || known?.disabled_at) return undefined;
  const id = known?.id ?? newId();
  const account = { name: given.name, job_title: given.jobTitle, organisation_id: row.organisation_id, password_hash: given.password_hash, confirmed_at: at };
  if (known) {
    await updatePerson(tx, id, account);
    await useUpTokensOf(tx, id, 'confirm', at);
  } else {
    await insertPerson(tx, { id, email: row.email, ...account, disabled_at: null, colour_scheme: null, created_at: at });
  }
  return { id, name: given.name };
}

async function join(tx: Writer, row: Row<'invitations'>, person: { id: string; name: string }, at: string): Promise<Done<{ caseId: string }> | Refused> {
  const shut = clash({ memberships: await membershipsOfCase(tx, row.case_id) }, person.id, person.name, row.role as Role);
  if (shut) return shut;
  if (!(await markAccepted(tx, row.id, at))) return refused(422, LINK_ENDED);
  await insertMembership(tx, {
    id: newId(), case_id: row.case_id, person_id: person.id, role: row.role, organisation_id: row.organisation_id,
    ...(row.stages_json === null ? { stages_json: null } : sharingAtFirst(fromJson<StageKey[]>(row.stages_json), at)), access_json: row.access_json, invited_by: row.invited_by, from_at: at, until_at: null,
  });
  return done({ caseId: row.case_id }, { kind: 'part.begin', caseId: row.case_id, subject: { person: person.id, role: row.role }, sentence: `joined as ${roleInWords(row.role)}` });
}
