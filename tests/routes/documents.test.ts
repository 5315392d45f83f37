import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { insertAppointment } from '#db/tables/appointments.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { documentsOf, documentVersionsOf } from '#db/tables/documents.server.ts';
import { instant } from '#app/domain/clock.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { receiveUpload } from '#app/domain/evidence/uploads.server.ts';
import { startSession } from '#app/domain/people/sessions.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { setEnv } from '#app/env.server.ts';
import * as documentRoute from '#app/routes/documents/document.tsx';
import * as listRoute from '#app/routes/documents/documents.tsx';
import * as fileRoute from '#app/routes/documents/file.ts';
import * as newRoute from '#app/routes/documents/new-document.tsx';
import * as versionRoute from '#app/routes/documents/new-version.tsx';
import * as withdrawalRoute from '#app/routes/documents/withdrawal.tsx';
import { pdf } from '#tests/domain/evidence/make-files.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { completeStage, smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { judge, pass, toItsApprover, value } from '#tests/setup/walk.ts';

const ORIGIN = 'http://localhost:3000';
const MOST = 25 * 2 ** 20;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-files-'));
  setEnv({ filesDir: folder });
});
afterEach(() => {
  setEnv(undefined);
  rmSync(folder, { recursive: true, force: true });
});
const onDisk = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => e.name);

interface Answer {
  status: number;
  location: string | null;
  errors: { id: string; message: string }[];
  values: Record<string, string>;
}
const formWith = (fields: Record<string, string>, file?: { name: string; bytes: Buffer }) => {
  const form = new FormData();
  for (const [name, sent] of Object.entries(fields)) form.set(name, sent);
  if (file) form.set('file', new File([new Uint8Array(file.bytes)], file.name));
  return form;
};
const SAID = { title: 'Letter from the sponsor', seenBy: 'team', personalData: 'no', what: 'proposal:other' };
const SAID_OF_VERSION = { title: 'Letter, signed', seenBy: 'team', personalData: 'yes' };

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  beforeEach(async () => {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    const post = { id: newId(), person_id: world.people.support.id, post: 'support' as const, from_at: instant(), until_at: null };
    await transaction(database(), (tx) => insertAppointment(tx, post));
  });
  afterEach(() => world.close());

  const argsFor = async (who: OnStage, path: string, params: Record<string, string>, body?: FormData) => {
    const cookie = await transaction(database(), (tx) => startSession(tx, new Request(ORIGIN), world.people[who].id));
    const request = new Request(`${ORIGIN}/cases/${caseId}/documents${path}`, { headers: { Cookie: cookie.split(';')[0]! }, ...(body && { method: 'POST', body }) });
    return { request, params: { case: caseId, ...params }, context: { nonce: '', requestId: '', address: '192.0.2.1' } } as Parameters<typeof newRoute.action>[0];
  };
  /** An action's answer, or a thrown one, in one shape. */
  const settled = async (answer: Promise<unknown>): Promise<Answer> => {
    const got = await answer.catch((thrown: unknown) => thrown);
    if (got instanceof Response) return { status: got.status, location: got.headers.get('Location'), errors: [], values: {} };
    if (got instanceof Error) throw got;
    const { data, init } = got as { data?: Pick<Answer, 'errors' | 'values'>; init?: { status?: number } };
    return { status: init?.status ?? 200, location: null, errors: data?.errors ?? [], values: data?.values ?? {} };
  };
  const add = async (who: OnStage, fields: Record<string, string>, file?: { name: string; bytes: Buffer }, search = '?stage=proposal') =>
    settled(newRoute.action(await argsFor(who, `/new${search}`, {}, formWith(fields, file))));
  const letter = { name: 'letter.pdf', bytes: pdf() };
  const addLetter = async (seenBy = 'team', who: OnStage = 'lead') => {
    expect(await add(who, { ...SAID, seenBy }, letter)).toMatchObject({ status: 302 });
    return (await documentsOf(reader(), caseId)).at(-1)!.id;
  };
  const sees = async (who: OnStage, document: string) => (await settled(documentRoute.loader(await argsFor(who, `/${document}`, { document })))).status === 200;

  it('stores exactly what was sent, says so in the record, and gives it back to be saved, never shown', async () => {
    const name = 'Café “plan”\u202E.pdf';
    expect(await add('lead', SAID, { name, bytes: pdf() })).toMatchObject({ status: 302, location: expect.stringContaining('/documents?stage=proposal&kind=other&added=') });
    const [row] = await documentsOf(reader(), caseId);
    expect(row).toMatchObject({ content: createHash('sha256').update(pdf()).digest('hex'), bytes: pdf().length, media_type: 'application/pdf', version: 1, seen_by: 'team', personal_data_at: null });
    expect(onDisk()).toEqual([row!.content]);
    expect((await eventsOf(reader(), caseId, { limit: 1 }))[0]).toMatchObject({ kind: 'document.add', actor_id: world.people.lead.id });
    const given = await fileRoute.loader(await argsFor('lead', `/${row!.id}/file`, { document: row!.id }));
    expect(Buffer.from(await given.arrayBuffer()).equals(pdf())).toBe(true);
    expect(Object.fromEntries(given.headers)).toMatchObject({
      'content-disposition': "attachment; filename=\"Caf_ _plan_.pdf\"; filename*=UTF-8''Caf%C3%A9%20%E2%80%9Cplan%E2%80%9D.pdf",
      'content-security-policy': "sandbox; default-src 'none'", 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store, no-transform',
    });
  });

  it('refuses a file with a reason and keeps every word typed; nothing is stored', async () => {
    for (const [file, because] of [
      [undefined, 'Select a file'],
      [{ name: 'x.svg', bytes: Buffer.from('<svg/>') }, 'The selected file must be a PDF'],
      [{ name: 'x.pdf', bytes: Buffer.alloc(0) }, 'The selected file is empty'],
      [{ name: 'x.pdf', bytes: Buffer.alloc(MOST + 1, pdf()) }, 'The selected file must be smaller than 25 MB'],
      [{ name: 'x.pdf', bytes: Buffer.alloc(30 * 2 ** 20, pdf()) }, 'The selected file must be smaller than 25 MB'],
    ] as const) {
      const answer = await add('lead', SAID, file);
      expect(answer).toMatchObject({ status: 422, values: SAID, errors: [{ id: 'file', message: expect.stringContaining(because) }] });
    }
    expect(await add('lead', { ...SAID, title: ' ' }, letter)).toMatchObject({ status: 422, errors: [{ id: 'title' }, { id: 'file', message: expect.stringContaining('Select the file again') }] });
    expect(await add('lead', { ...SAID, what: 'proposal:nothing' }, letter)).toMatchObject({ status: 422, values: { what: 'proposal:nothing' }, errors: [{ id: 'what' }, { id: 'file' }] });
    expect([onDisk(), await documentsOf(reader(), caseId)]).toEqual([[], []]);
  });

  it('takes a file of exactly the limit', async () => {
    const end = pdf();
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(MOST - end.length - 9, ' '), end]);
    expect(bytes.length).toBe(MOST);
    expect(await add('lead', SAID, { name: 'large.pdf', bytes })).toMatchObject({ status: 302 });
    expect((await documentsOf(reader(), caseId))[0]).toMatchObject({ bytes: MOST, content: createHash('sha256').update(bytes).digest('hex') });
  });

  it('goes back to the section it came from, and knows no section, stage or condition that is not there', async () => {
    const section = '?stage=proposal&section=proposal-all&kind=other';
    expect(await add('lead', SAID, letter, section)).toMatchObject({ status: 302, location: `/cases/${caseId}/stages/proposal/proposal-all` });
    for (const search of ['?stage=nothing', '?stage=proposal&section=nothing', '?condition=nothing']) expect(await add('lead', SAID, letter, search), search).toMatchObject({ status: 404 });
  });

  it('keeps the chain of versions, and the second of two at once learns of the first', async () => {
    const first = await addLetter();
    const replace = async (who: OnStage) => settled(versionRoute.action(await argsFor(who, `/${first}/new-version`, { document: first }, formWith(SAID_OF_VERSION, { name: 'letter.pdf', bytes: pdf('signed') }))));
    const answers = await Promise.all([replace('lead'), replace('member')]);
    expect(answers.map((a) => a.status).sort()).toEqual([302, 409]);
    expect(answers.find((a) => a.status === 409)).toMatchObject({ values: SAID_OF_VERSION });
    const [one, two] = await documentVersionsOf(reader(), caseId);
    expect(two).toMatchObject({ version: 2, replaces_id: first, stage: 'proposal', kind: 'other', replaced_at: null });
    expect(one!.replaced_at).not.toBeNull();
    const { page } = await documentRoute.loader(await argsFor('lead', `/${first}`, { document: first }));
    expect([page.document.state, page.versions.map((v) => v.version)]).toEqual(['replaced', [2, 1]]);
    const given = await fileRoute.loader(await argsFor('lead', `/${first}/file`, { document: first }));
    expect(Buffer.from(await given.arrayBuffer()).equals(pdf())).toBe(true);
    expect((await settled(versionRoute.loader(await argsFor('lead', `/${first}/new-version`, { document: first })) as Promise<unknown>)).location).toBe(`/cases/${caseId}/documents/${first}`);
  });

  it('shows each document to its audience alone; to others it does not exist', async () => {
    const everyone: OnStage[] = ['lead', 'member', 'mentor', 'sponsor', 'finance', 'secondLine', 'staffSide', 'support'];
    const audience = { team: ['lead', 'member', 'support'], mentor: ['lead', 'member', 'mentor', 'support'], reviewers: ['lead', 'member', 'mentor', 'sponsor', 'finance', 'secondLine', 'support'], everyone };
    for (const [seenBy, expected] of Object.entries(audience)) {
      const document = await addLetter(seenBy);
      const seeing = [];
      for (const who of [...everyone, 'outsider' as const]) if (await sees(who, document)) seeing.push(who);
      expect(seeing, seenBy).toEqual(expected);
    }
    const hidden = (await documentsOf(reader(), caseId))[0]!.id;
    expect((await settled(fileRoute.loader(await argsFor('sponsor', `/${hidden}/file`, { document: hidden })))).status).toBe(404);
    const { page } = await listRoute.loader(await argsFor('sponsor', '', {}));
    expect(page.all.map((d) => d.seenBy)).toEqual(['reviewers', 'everyone']);
  });

  it('shows what was sent to the readers of that stage, also once it is withdrawn', async () => {
    await pass(world, caseId, 'readiness');
    const sent = await addLetter('team');
    await completeStage(world, caseId, 'proposal');
    expect(await sees('sponsor', sent)).toBe(false);
    value(await submitStage(world.people.lead, caseId, 'proposal'));
    expect([await sees('sponsor', sent), await sees('mentor', sent), await sees('staffSide', sent)]).toEqual([true, true, false]);
    const later = await addLetter('everyone');
    for (const document of [sent, later]) expect(await settled(withdrawalRoute.action(await argsFor('member', `/${document}/withdrawal`, { document }, formWith({}))))).toMatchObject({ status: 302 });
    expect([await sees('sponsor', sent), await sees('sponsor', later), await sees('lead', later)]).toEqual([true, false, true]);
    expect(await documentsOf(reader(), caseId)).toEqual([]);
  });

  it('takes evidence for a condition, seen by those who check it, in its new versions too', async () => {
    await pass(world, caseId, 'readiness');
    await toItsApprover(world, caseId, 'proposal');
    const asked = { text: 'The board signs the reserve policy', evidence: 'Minutes', ownerId: world.people.lead.id, dueOn: '2030-01-04', blocks: 'contract' as const };
    value(await judge(world, caseId, 'proposal', 'approvedWithConditions', { conditions: [asked] }));
    const condition = (await conditionsOf(reader(), caseId))[0]!.id;
    const { what: _, ...said } = SAID;
    expect(await add('lead', said, letter, `?condition=${condition}`)).toMatchObject({ status: 422, values: said, errors: [{ id: 'seenBy' }] });
    expect(await add('lead', { ...said, seenBy: 'reviewers' }, letter, `?condition=${condition}`)).toMatchObject({ status: 302, location: `/cases/${caseId}/conditions/${condition}` });
    const [row] = await documentsOf(reader(), caseId);
    expect([row!.condition_id, row!.stage, await sees('sponsor', row!.id)]).toEqual([condition, 'proposal', true]);
    const replace = async (seenBy: string) => settled(versionRoute.action(await argsFor('lead', `/${row!.id}/new-version`, { document: row!.id }, formWith({ ...SAID_OF_VERSION, seenBy }, letter))));
    expect(await replace('mentor')).toMatchObject({ status: 422, errors: [{ id: 'seenBy' }] });
    expect(await replace('everyone')).toMatchObject({ status: 302 });
    expect((await documentsOf(reader(), caseId))[0]).toMatchObject({ condition_id: condition, version: 2 });
  });

  it('lets only those who work on the case add, and only the team or the person who added it change', async () => {
    expect(await add('mentor', SAID, letter)).toMatchObject({ status: 403 });
    expect(await add('outsider', SAID, letter)).toMatchObject({ status: 404 });
    const own = await addLetter('everyone', 'finance');
    const withdraw = async (who: OnStage) => (await settled(withdrawalRoute.action(await argsFor(who, `/${own}/withdrawal`, { document: own }, formWith({}))))).status;
    expect([await withdraw('sponsor'), await withdraw('outsider'), await withdraw('finance'), await withdraw('lead')]).toEqual([403, 404, 302, 409]);
  });

  it('cuts a sender who is too slow or goes away, and keeps nothing of them', async () => {
    const sending = (chunks: () => AsyncGenerator<Uint8Array>) =>
      new Request(ORIGIN, { method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, body: Readable.toWeb(Readable.from(chunks())) as ReadableStream, duplex: 'half' } as RequestInit);
    async function* dripping() {
      for (let i = 0; i < 100; i += 1) {
        yield Buffer.from('-');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
    async function* leaving() {
      yield Buffer.alloc(100_000);
      throw new Error('went away');
    }
    const finish = () => Promise.resolve();
    await expect(receiveUpload(sending(dripping), finish, { stretch: 50, least: 100 })).rejects.toMatchObject({ code: 'ABORT_ERR' });
    await expect(receiveUpload(sending(leaving), finish)).rejects.toThrow('went away');
    await expect(receiveUpload(sending(async function* () { yield Buffer.from('--x\r\nContent-Disposition: form-data; name="title"\r\n\r\ncut'); }), finish)).rejects.toMatchObject({ name: 'FormDataParseError' });
    expect(onDisk()).toEqual([]);
  });
});
