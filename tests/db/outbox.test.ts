import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '#db/codec.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import type { Id } from '#db/schema.ts';
import { eventsOf, eventsOfCases } from '#db/tables/events.server.ts';
import { insertNotification, markRead, notificationsOf, unreadCount } from '#db/tables/notifications.server.ts';
import { insertMail, latestMail, leaseMail, markMailFailed, markMailSent } from '#db/tables/outbox.server.ts';
import { eachEngine, freshDatabase } from '../setup/engines.ts';
import { aCase, event, minute, pathway, person, readerOf, write } from './rows.ts';

let database: OpenDatabase;
afterEach(() => database.close());

eachEngine((engine) => {
  beforeEach(async () => {
    database = await freshDatabase(engine);
  });

  const mail = (dedupe: string, due = 1) => ({
    id: newId(), dedupe, to_name: 'Ann', to_address: 'ann@nhs.test', subject: 's', text: 't',
    queued_at: minute(due), due_at: minute(due), attempts: 0,
  });
  const lease = (at: number, limit = 10) => write(database, (tx) => leaseMail(tx, minute(at), minute(at + 5), limit));

  test('a mail is queued once', async () => {
    const queue = () => write(database, (tx) => insertMail(tx, mail('one')));
    expect([await queue(), await queue()]).toEqual([true, false]);
    expect(await latestMail(readerOf(database), 10)).toHaveLength(1);
  });

  test('mail is leased when due, oldest first, to one worker, until the lease has run out', async () => {
    await write(database, async (tx) => {
      for (const [dedupe, due] of [['late', 9], ['b', 2], ['a', 1]] as const) await insertMail(tx, mail(dedupe, due));
    });
    const leased = await lease(2);
    expect(leased.map(({ dedupe, attempts }) => [dedupe, attempts])).toEqual([['a', 1], ['b', 1]]);
    expect(await lease(6)).toEqual([]);
    expect((await lease(7, 1)).map(({ dedupe, attempts }) => [dedupe, attempts])).toEqual([['a', 2]]);
  });

  test('two workers at once never lease the same mail', async () => {
    await write(database, async (tx) => {
      for (let n = 0; n < 6; n++) await insertMail(tx, mail(`m${n}`));
    });
    const both = (await Promise.all([lease(2, 3), lease(2, 3)])).flat().map((row) => row.dedupe);
    expect(new Set(both).size).toBe(both.length);
  });

  test('sent mail and dead mail are not leased again; failed mail is, when due', async () => {
    await write(database, async (tx) => {
      for (const dedupe of ['a', 'b', 'c']) await insertMail(tx, mail(dedupe));
    });
    const [a, b, c] = (await lease(1)).sort((x, y) => x.dedupe.localeCompare(y.dedupe)).map((row) => row.id) as [Id, Id, Id];
    await write(database, async (tx) => {
      await markMailSent(tx, a, minute(2));
      await markMailFailed(tx, b, { error: 'down', dueAt: minute(8) });
      await markMailFailed(tx, c, { error: 'refused', deadAt: minute(2) });
    });
    expect(await lease(7)).toEqual([]);
    expect(await lease(20)).toMatchObject([{ id: b, attempts: 2, last_error: 'down' }]);
  });

  test('notifications are counted while unread, and read by id or by where they lead', async () => {
    const [ann, ben] = await write(database, async (tx) => [await person(tx), await person(tx)] as const);
    const note = (to: Id, link: string, at: number) => ({
      id: newId(), person_id: to, kind: 'needsYou' as const, text: 't', link, at: minute(at), about: 'other',
    });
    const [first, second, third] = [note(ann, '/a', 1), note(ann, '/b', 2), note(ann, '/b', 3)];
    await write(database, async (tx) => {
      for (const row of [first, second, third, note(ben, '/b', 1)]) await insertNotification(tx, row);
    });
    const unread = () => Promise.all([unreadCount(readerOf(database), ann), unreadCount(readerOf(database), ben)]);
    expect(await unread()).toEqual([3, 1]);
    await write(database, (tx) => markRead(tx, ben, [first.id], minute(4)));
    expect(await unread()).toEqual([3, 1]);
    await write(database, (tx) => markRead(tx, ann, [first.id], minute(4)));
    await write(database, (tx) => markRead(tx, ann, [], minute(4)));
    expect(await unread()).toEqual([2, 1]);
    await write(database, (tx) => markRead(tx, ann, '/b', minute(5)));
    expect(await unread()).toEqual([0, 1]);
    const latest = await notificationsOf(readerOf(database), ann, { limit: 2 });
    expect(latest.map((row) => row.id)).toEqual([third.id, second.id]);
  });

  test('events come newest first, page by page, by kind, and of several cases since a moment', async () => {
    const [one, two] = await write(database, async (tx) => {
      await pathway(tx);
      const ann = await person(tx);
      return [await aCase(tx, ann), await aCase(tx, ann)] as const;
    });
    await write(database, async (tx) => {
      for (let n = 0; n < 6; n++) {
        const row = { case_id: n === 5 ? two : one, kind: n % 2 ? 'odd' : 'even', actor_role: 'lead' };
        // Two share a moment: a page that ends between them loses neither.
        await event(tx, { ...row, at: minute(n === 2 ? 1 : n), sentence: String(n) });
      }
    });
    const reader = readerOf(database);
    const first = await eventsOf(reader, one, { limit: 3 });
    const before = first.at(-1);
    const rest = await eventsOf(reader, one, { limit: 3, ...(before && { before }) });
    expect([...first, ...rest].map((row) => row.sentence)).toEqual(['4', '3', '2', '1', '0']);
    expect((await eventsOf(reader, one, { limit: 9, kinds: ['odd'] })).map((row) => row.sentence)).toEqual(['3', '1']);
    expect((await eventsOfCases(reader, [one, two], { after: minute(3), limit: 9 })).map((row) => row.sentence)).toEqual(['5', '4']);
    expect(await eventsOfCases(reader, [], { limit: 9 })).toEqual([]);
  });
});
