import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenDatabase } from '#db/open.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { useDatabase } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { dropKeptSave, keptSave } from '#app/domain/people/held-saves.server.ts';
import { sweep } from '#app/domain/sweeps.server.ts';
import { eachEngine, freshDatabase } from '../../setup/engines.ts';
import { context, signedIn, somebody, thrown, visit } from './cast.ts';

let database: OpenDatabase;
const START = Date.parse('2026-06-01T09:00:00Z');
const at = (hours: number) => setClock(() => new Date(START + hours * 3_600_000));
const PATH = '/cases/7/stages/proposal/staff';
const FORM = { 'staff.why': 'Because we know\r\nour patients "well" & <soon>', intent: 'later' };

eachEngine((engine) => {
  beforeEach(async () => {
    database = await freshDatabase(engine);
    useDatabase(database);
    at(0);
  });
  afterEach(async () => {
    setClock(undefined);
    useDatabase(undefined);
    await database.close();
  });

  /** Signs in, lets the session lapse, saves, and gives what the browser then holds. */
  async function savedTooLate(form: Record<string, string> = FORM) {
    const person = await somebody(database);
    const cookie = await signedIn(person.email);
    at(9);
    const response = await thrown(() => requireActor(visit(PATH, [cookie], form), context()));
    return { person, response, kept: response.headers.get('Set-Cookie') ?? '' };
  }

  test('a save after the session ended is kept for its person, who signs in and finds it', async () => {
    const { person, response, kept } = await savedTooLate();
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe('/sign-in?to=%2Fkept');
    const cookie = await signedIn(person.email);
    expect(await keptSave(visit('/kept', [cookie, kept]), person.id)).toEqual({ path: PATH, fields: Object.entries(FORM) });
  });

  test('saving it again at its place uses it up', async () => {
    const { person, kept } = await savedTooLate();
    const cookie = await signedIn(person.email);
    await requireActor(visit('/cases/7/elsewhere', [cookie, kept], { a: 'b' }), context());
    expect(await keptSave(visit('/kept', [cookie, kept]), person.id)).toBeDefined();
    await requireActor(visit(PATH, [cookie, kept], FORM), context());
    expect(await keptSave(visit('/kept', [cookie, kept]), person.id)).toBeUndefined();
  });

  test('nobody else sees it, and nobody at all without the secret', async () => {
    const { person, kept } = await savedTooLate();
    const other = await somebody(database);
    expect(await keptSave(visit('/kept', [kept]), other.id)).toBeUndefined();
    await dropKeptSave(visit('/kept', [kept]), other.id);
    expect(await keptSave(visit('/kept'), person.id)).toBeUndefined();
    expect(await keptSave(visit('/kept', [kept]), person.id)).toBeDefined();
  });

  test('it can be let go, and is forgotten after a day', async () => {
    const one = await savedTooLate();
    await dropKeptSave(visit('/kept', [one.kept]), one.person.id);
    expect(await keptSave(visit('/kept', [one.kept]), one.person.id)).toBeUndefined();
    at(0);
    const two = await savedTooLate();
    at(34);
    expect(await keptSave(visit('/kept', [two.kept]), two.person.id)).toBeUndefined();
    await sweep();
    expect(await database.reader.selectFrom('held_saves').selectAll().execute()).toEqual([]);
  });

  test('passwords are never kept, nor what comes without a session that ever was', async () => {
    const { response } = await savedTooLate({ currentPassword: 'tulip-ladder-quartz', name: 'Ann' });
    expect(response.headers.get('Set-Cookie')).toBeNull();
    expect(response.headers.get('Location')).toBe('/sign-in');
    const stranger = await thrown(() => requireActor(visit(PATH, ['sid=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'], FORM), context()));
    expect(stranger.headers.get('Set-Cookie')).toBeNull();
    expect(await database.reader.selectFrom('held_saves').selectAll().execute()).toEqual([]);
  });

  test('a page asked for without a session is come back to', async () => {
    const response = await thrown(() => requireActor(visit('/cases?stage=proposal&state=open'), context()));
    expect(response.headers.get('Location')).toBe('/sign-in?to=%2Fcases%3Fstage%3Dproposal%26state%3Dopen');
  });

  test('who is asking is found once for all loaders of a request', async () => {
    const cookie = await signedIn((await somebody(database)).email);
    const shared = context();
    const [first, second] = [await requireActor(visit('/', [cookie]), shared), await requireActor(visit('/', [cookie]), shared)];
    expect(second).toBe(first);
  });
});
