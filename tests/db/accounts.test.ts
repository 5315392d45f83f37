import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#db/codec.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import type { Id } from '#db/schema.ts';
import { endAppointment, insertAppointment, livePeopleIn, livePostsOf } from '#db/tables/appointments.server.ts';
import { insertHeldSave, takeHeldSave } from '#db/tables/held-saves.server.ts';
import { acceptInvitation, insertInvitation, invitationByTokenHash, withdrawInvitation } from '#db/tables/invitations.server.ts';
import { insertKey, keyOf } from '#db/tables/keys.server.ts';
import { allOrganisations, insertOrganisation } from '#db/tables/organisations.server.ts';
import { peopleByIds, personByEmail } from '#db/tables/people.server.ts';
import { dropReadMark, putReadMark, readMarksOf } from '#db/tables/read-marks.server.ts';
import {
  deleteExpiredSessions, deleteSessionsOf, extendSession, insertSession, proveSession, sessionById, sessionsOf,
} from '#db/tables/sessions.server.ts';
import { insertToken, useToken, useUpTokensOf } from '#db/tables/tokens.server.ts';
import { recordVisit, visitOf } from '#db/tables/visits.server.ts';
import { eachEngine, freshDatabase } from '../setup/engines.ts';
import { minute, person, readerOf, sentProposal, write } from './rows.ts';

eachEngine((engine) => {
  let database: OpenDatabase;
  let ann: Id;
  let ben: Id;
  let story: Awaited<ReturnType<typeof sentProposal>>;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await write(database, async (tx) => {
      [ann, ben] = [await person(tx, { email: 'ann@nhs.test' }), await person(tx)];
      story = await sentProposal(tx);
    });
  });
  afterAll(() => database.close());

  test('people by address and by ids; an address in capitals is refused', async () => {
    expect(await personByEmail(readerOf(database), 'ann@nhs.test')).toMatchObject({ id: ann });
    expect(await peopleByIds(readerOf(database), [ann, ben, newId()])).toHaveLength(2);
    await expect(write(database, (tx) => person(tx, { email: 'Ann@nhs.test' }))).rejects.toThrow(/check/i);
  });

  test('organisations in the order people sort', async () => {
    await write(database, async (tx) => {
      for (const name of ['b trust', 'Élan CIC', 'A trust', 'Ward 10', 'Ward 9']) {
        await insertOrganisation(tx, { id: newId(), name, kind: 'trust' });
      }
    });
    const names = (await allOrganisations(readerOf(database))).map((row) => row.name);
    expect(names).toEqual(['A trust', 'b trust', 'Élan CIC', 'Ward 9', 'Ward 10']);
  });

  test('a post is held once, and no more when it has ended', async () => {
    const appoint = () => write(database, (tx) => insertAppointment(tx, { id: newId(), person_id: ann, post: 'auditor', from_at: minute(1) }));
    await appoint();
    await expect(appoint()).rejects.toThrow(/unique/i);
    expect([await livePostsOf(readerOf(database), ann), await livePeopleIn(readerOf(database), 'auditor')]).toEqual([['auditor'], [ann]]);
    expect(await write(database, (tx) => endAppointment(tx, ann, 'auditor', minute(2)))).toBe(true);
    expect(await livePostsOf(readerOf(database), ann)).toEqual([]);
    await appoint();
  });

  test('a token works once, in time, for its purpose', async () => {
    const token = (hash: string) => ({ token_hash: hash, person_id: ann, purpose: 'reset' as const, expires_at: minute(10) });
    await write(database, async (tx) => {
      for (const hash of ['one', 'two', 'three']) await insertToken(tx, token(hash));
    });
    const use = (hash: string, at: number, purpose: 'reset' | 'confirm' = 'reset') =>
      write(database, (tx) => useToken(tx, hash, purpose, minute(at)));
    expect([await use('one', 1, 'confirm'), await use('one', 10), await use('one', 9), await use('one', 9)]).toEqual([
      undefined, undefined, ann, undefined,
    ]);
    expect((await Promise.all([use('two', 9), use('two', 9)])).filter(Boolean)).toEqual([ann]);
    await write(database, (tx) => useUpTokensOf(tx, ann, 'reset', minute(2)));
    expect(await use('three', 3)).toBeUndefined();
  });

  test('sessions are extended, proved, ended but for one, and swept', async () => {
    const session = (id: string, user: Id) => ({ id, user_id: user, expires_at: minute(10), created_at: minute(1), proved_at: minute(1) });
    await write(database, async (tx) => {
      for (const id of ['a', 'b', 'c']) await insertSession(tx, session(id, ann));
      await insertSession(tx, session('d', ben));
      await extendSession(tx, 'b', minute(20));
      await proveSession(tx, 'b', minute(5));
      await deleteSessionsOf(tx, ann, 'b');
    });
    expect(await sessionsOf(readerOf(database), ann)).toEqual([{ ...session('b', ann), expires_at: minute(20), proved_at: minute(5) }]);
    await write(database, (tx) => deleteExpiredSessions(tx, minute(10)));
    expect([await sessionById(readerOf(database), 'd'), (await sessionById(readerOf(database), 'b'))?.id]).toEqual([undefined, 'b']);
  });

  test('a held save is handed over once, to the person it was held for', async () => {
    const held = { token_hash: 'h', person_id: ann, path: '/x', form_json: '{}', held_at: minute(1) };
    await write(database, (tx) => insertHeldSave(tx, held));
    const take = (by: Id) => write(database, (tx) => takeHeldSave(tx, 'h', by));
    expect([await take(ben), await take(ann), await take(ann)]).toEqual([undefined, held, undefined]);
  });

  test('an invitation is accepted once, in time, unless withdrawn', async () => {
    const invite = (hash: string) => ({
      id: newId(), case_id: story.caseId, email: 'new@nhs.test', name: 'New', role: 'member', token_hash: hash,
      invited_by: story.lead, at: minute(1), expires_at: minute(10),
    });
    const [first, second] = [invite('i1'), invite('i2')];
    await write(database, async (tx) => {
      await insertInvitation(tx, first);
      await insertInvitation(tx, second);
    });
    const accept = (id: Id, at: number) => write(database, (tx) => acceptInvitation(tx, id, minute(at)));
    expect([await accept(first.id, 10), await accept(first.id, 9), await accept(first.id, 9)]).toEqual([false, true, false]);
    expect(await write(database, (tx) => withdrawInvitation(tx, first.id, minute(9)))).toBe(false);
    expect(await write(database, (tx) => withdrawInvitation(tx, second.id, minute(9)))).toBe(true);
    expect(await accept(second.id, 9)).toBe(false);
    expect(await invitationByTokenHash(readerOf(database), 'i1')).toMatchObject({ accepted_at: minute(9) });
  });

  test('a visit remembers the one before; looks close together are one visit', async () => {
    const look = (at: number, since?: number) =>
      write(database, (tx) => recordVisit(tx, ann, 'case', minute(at), ...(since === undefined ? [] : [minute(since)])));
    const visit = async () => visitOf(readerOf(database), ann, 'case');
    await look(1);
    expect(await visit()).toMatchObject({ at: minute(1), before_at: null });
    await look(5);
    expect(await visit()).toMatchObject({ at: minute(5), before_at: minute(1) });
    await look(6, 3);
    expect(await visit()).toMatchObject({ at: minute(6), before_at: minute(1) });
    await look(40, 10);
    expect(await visit()).toMatchObject({ at: minute(40), before_at: minute(6) });
  });

  test('a read mark is put once and dropped', async () => {
    const mark = { person_id: story.sponsor, submission_id: story.submissionId, section: 's', at: minute(1) };
    await write(database, async (tx) => {
      await putReadMark(tx, mark);
      await putReadMark(tx, { ...mark, at: minute(2) });
    });
    expect(await readMarksOf(readerOf(database), story.sponsor, story.submissionId)).toEqual([mark]);
    await write(database, (tx) => dropReadMark(tx, story.sponsor, story.submissionId, 's'));
    expect(await readMarksOf(readerOf(database), story.sponsor, story.submissionId)).toEqual([]);
  });

  test('the second press of one button finds the answer of the first, also at once', async () => {
    const key = (result: string) => ({ key: 'k', person_id: ann, payload_hash: 'p', result_json: result, at: minute(1) });
    const press = (result: string) => write(database, (tx) => insertKey(tx, key(result)));
    expect((await Promise.all([press('1'), press('2')])).sort()).toEqual([false, true]);
    expect(await keyOf(readerOf(database), 'k')).toMatchObject({ person_id: ann });
  });
});
