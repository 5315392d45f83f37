import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#db/codec.ts';
import { Reader, transaction } from '#db/database.server.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import { endMembership, insertMembership, membershipsOfCase } from '#db/tables/memberships.server.ts';
import { personByEmail } from '#db/tables/people.server.ts';
import type { Role } from '#workflows/definition.ts';
import { createCase } from '#app/domain/cases/create-case.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { useDatabase } from '#app/domain/database.server.ts';
import { releaseBuiltInPathways } from '#app/domain/pathways/pathways.server.ts';
import { acceptAsNewcomer, acceptInvitation, invitationFor } from '#app/domain/people/accept-invitation.server.ts';
import type { Actor } from '#app/domain/people/actor.server.ts';
import { invitePerson, withdrawInvite } from '#app/domain/people/invite-person.server.ts';
import { readSession } from '#app/domain/people/sessions.server.ts';
import { eachEngine, freshDatabase } from '../../setup/engines.ts';
import { mailTo, PASSWORD, secretIn, somebody, visit } from './cast.ts';

let database: OpenDatabase;
let lead: Actor;
let caseId: string;
const asActor = (person: { id: string; name: string; email: string }): Actor => ({ ...person, posts: [], sessionProvedAt: '', colourScheme: null });
const who = (email: string, role: Role = 'sponsor', name = 'Karen Hall') => ({ name, email, role, stages: [] });
const newcomer = { name: 'Karen Hall', jobTitle: 'Director of commissioning', password: PASSWORD };

eachEngine((engine) => {
  beforeEach(async () => {
    database = await freshDatabase(engine);
    useDatabase(database);
    await releaseBuiltInPathways();
    lead = asActor(await somebody(database));
    const made = await createCase(lead, { title: 'Riverside Therapies', summary: '', pathway: 'right-to-request', parent: { name: 'Northbridge PCT' }, commissioner: null });
    if (!made.ok) throw new Error(made.reasons[0]?.message);
    caseId = made.value.caseId;
  });
  afterEach(async () => {
    setClock(undefined);
    useDatabase(undefined);
    await database.close();
  });

  const invited = async (invitation: ReturnType<typeof who>) => {
    const sent = await invitePerson(lead, caseId, invitation);
    if (!sent.ok) throw new Error(sent.reasons[0]?.message);
    const [mail] = await mailTo(database, invitation.email);
    return { id: sent.value.id, mail, secret: secretIn(mail?.text ?? '', 'invitations') };
  };
  const rolesOf = async (personId: string) =>
    (await membershipsOfCase(new Reader(database.reader), caseId)).filter((row) => row.person_id === personId).map((row) => row.role);
  const join = (personId: string, role: Role) =>
    transaction(database, async (tx) => {
      const id = newId();
      await insertMembership(tx, { id, case_id: caseId, person_id: personId, role, organisation_id: null, stages_json: null, invited_by: lead.id, from_at: '2026-01-05T09:00:00.000Z', until_at: null });
      return id;
    });

  describe('accepting', () => {
    test('somebody new opens an account by it, joins, and is signed in', async () => {
      const { mail, secret } = await invited(who('karen-1@nhs.test'));
      expect(mail).toMatchObject({ subject: 'Join Riverside Therapies as approver', to_name: 'Karen Hall' });
      expect(await invitationFor(secret)).toMatchObject({ title: 'Riverside Therapies', role: 'approver', hasAccount: false });
      const joined = await acceptAsNewcomer(visit('/'), secret, newcomer);
      if (!joined.ok) throw new Error(joined.reasons[0]?.message);
      const person = await personByEmail(new Reader(database.reader), 'karen-1@nhs.test');
      expect(person?.confirmed_at).not.toBeNull();
      expect(await rolesOf(person?.id ?? '')).toEqual(['sponsor']);
      expect((await readSession(visit('/', [joined.value.cookie])))?.person.id).toBe(person?.id);
      const kinds = (await database.reader.selectFrom('events').select('kind').execute()).map((row) => row.kind);
      expect(kinds.sort()).toEqual(['account.confirm', 'case.create', 'invitation.send', 'part.begin']);
    });

    test('somebody known joins when signed in, and nobody else can', async () => {
      const [karen, other] = [await somebody(database, { name: 'Karen Hall' }), await somebody(database)];
      const { secret } = await invited(who(karen.email));
      expect(await acceptInvitation(asActor(other), secret)).toMatchObject({ ok: false, reasons: [{ message: `This invitation is for ${karen.email}. Sign out, then open the link again` }] });
      expect(await acceptInvitation(asActor(karen), secret)).toMatchObject({ ok: true, value: { caseId } });
      expect(await rolesOf(karen.id)).toEqual(['sponsor']);
    });

    test('does not open a known account without its password', async () => {
      const karen = await somebody(database);
      const { secret } = await invited(who(karen.email));
      expect(await acceptAsNewcomer(visit('/'), secret, { ...newcomer, password: 'violet-anchor-mosaic' })).toMatchObject({ ok: false });
      expect(await rolesOf(karen.id)).toEqual([]);
    });

    test('works once, though pressed twice at the same time', async () => {
      const { secret } = await invited(who('karen-2@nhs.test'));
      const both = await Promise.all([acceptAsNewcomer(visit('/'), secret, newcomer), acceptAsNewcomer(visit('/'), secret, newcomer)]);
      expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
      expect(await invitationFor(secret)).toBeUndefined();
    });

    test('works until it is taken back, replaced, or two weeks old', async () => {
      const first = await invited(who('karen-3@nhs.test'));
      const second = await invited(who('karen-3@nhs.test'));
      expect([await invitationFor(first.secret), await invitationFor(second.secret)]).toMatchObject([undefined, { role: 'approver' }]);
      setClock(() => new Date(Date.now() + 15 * 86_400_000));
      expect(await invitationFor(second.secret)).toBeUndefined();
      setClock(undefined);
      expect((await withdrawInvite(lead, caseId, second.id)).ok).toBe(true);
      expect(await invitationFor(second.secret)).toBeUndefined();
      expect(await acceptAsNewcomer(visit('/'), second.secret, newcomer)).toMatchObject({ ok: false });
    });
  });

  describe('nobody judges their own case', () => {
    test.each<[Role, Role]>([['member', 'sponsor'], ['mentor', 'finance'], ['adviser', 'secondLine'], ['sponsor', 'member']])('who is %s cannot become %s, even after leaving', async (held, wanted) => {
      const person = await somebody(database, { name: 'Tom Reid' });
      const part = await join(person.id, held);
      const support = { ...asActor(await somebody(database)), posts: ['support' as const] };
      const tries = () => invitePerson(support, caseId, who(person.email, wanted, 'Tom Reid'));
      expect(await tries()).toMatchObject({ ok: false, reasons: [{ field: 'role' }] });
      await transaction(database, (tx) => endMembership(tx, part, '2026-01-06T09:00:00.000Z'));
      expect(await tries()).toMatchObject({ ok: false, reasons: [{ message: expect.stringContaining('Tom Reid was ') }] });
    });

    test('not even when they joined the team between the invitation and the answer', async () => {
      const karen = await somebody(database);
      const { secret } = await invited(who(karen.email));
      await join(karen.id, 'member');
      expect(await acceptInvitation(asActor(karen), secret)).toMatchObject({ ok: false, reasons: [{ field: 'role' }] });
      expect(await rolesOf(karen.id)).toEqual(['member']);
    });
  });

  describe('who may invite', () => {
    test('the lead invites the team and the approver, but no reviewer of theirs', async () => {
      expect((await invitePerson(lead, caseId, who('a@nhs.test', 'member'))).ok).toBe(true);
      expect(await invitePerson(lead, caseId, who('b@nhs.test', 'finance'))).toMatchObject({ ok: false, status: 403 });
    });

    test('a team member invites nobody, and to a stranger the case does not exist', async () => {
      const [member, stranger] = [await somebody(database), await somebody(database)];
      await join(member.id, 'member');
      expect(await invitePerson(asActor(member), caseId, who('c@nhs.test', 'member'))).toMatchObject({ ok: false, status: 403 });
      expect(await invitePerson(asActor(stranger), caseId, who('d@nhs.test', 'member'))).toMatchObject({ ok: false, status: 404 });
    });

    test('a mentor is invited with the stages shared', async () => {
      expect(await invitePerson(lead, caseId, who('e@nhs.test', 'mentor'))).toMatchObject({ ok: false, reasons: [{ field: 'stages' }] });
      const { secret } = await invited({ ...who('e@nhs.test', 'mentor'), stages: ['proposal'] as never[] });
      expect((await acceptAsNewcomer(visit('/'), secret, newcomer)).ok).toBe(true);
      const [row] = (await membershipsOfCase(new Reader(database.reader), caseId)).filter((part) => part.role === 'mentor');
      expect(row?.stages_json).toBe('["proposal"]');
    });
  });
});
