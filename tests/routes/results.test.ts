import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { transaction } from '#db/database.server.ts';
import { readingsOf } from '#db/tables/readings.server.ts';
import { readingDocumentsOf } from '#db/tables/reading-checks.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { addDocument } from '#app/domain/evidence/add-document.server.ts';
import { storeFile } from '#app/domain/evidence/file-store.server.ts';
import { startSession } from '#app/domain/people/sessions.server.ts';
import { oneResultPage } from '#app/domain/results/one-result-page.server.ts';
import { setEnv } from '#app/env.server.ts';
import * as resultsRoute from '#app/routes/results/benefit-results.tsx';
import * as checkRoute from '#app/routes/results/check.tsx';
import * as commitRoute from '#app/routes/results/commit.tsx';
import * as correctionRoute from '#app/routes/results/correction.tsx';
import * as draftRoute from '#app/routes/results/draft.tsx';
import * as importRoute from '#app/routes/results/import.tsx';
import * as templateRoute from '#app/routes/results/template.ts';
import { contracted, liveCase } from '#tests/setup/live-case.ts';
import { smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

const ORIGIN = 'http://localhost:3000';
let world: SmallWorld;
let caseId: string;
let benefitId: string;
let folder: string;
beforeEach(async () => {
  setClock(() => new Date('2027-05-03T09:00:00Z'));
  folder = mkdtempSync(join(tmpdir(), 'slipway-files-'));
  setEnv({ filesDir: folder });
  world = await smallWorld('sqlite');
  caseId = await liveCase(world);
  benefitId = await contracted(world, caseId);
});
afterEach(async () => {
  setClock(undefined);
  setEnv(undefined);
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

type Sent = Record<string, string | string[] | File>;
interface Answer {
  status: number;
  location: string | null;
  errors: { id: string; message: string }[];
  values: Record<string, string>;
}
type Args = Parameters<typeof importRoute.action>[0];

async function argsFor(who: OnStage, params: Record<string, string>, sent?: Sent, plain = false): Promise<Args> {
  const cookie = await transaction(database(), (tx) => startSession(tx, new Request(ORIGIN), world.people[who].id));
  const body = new FormData();
  for (const [name, given] of Object.entries(sent ?? {})) for (const one of [given].flat()) body.append(name, one);
  const form = plain ? new URLSearchParams([...body] as [string, string][]) : body;
  const request = new Request(`${ORIGIN}/cases/${caseId}/x`, { headers: { Cookie: cookie.split(';')[0]! }, ...(sent && { method: 'POST', body: form }) });
  return { request, params: { case: caseId, benefit: benefitId, ...params }, context: { nonce: '', requestId: '', address: '192.0.2.1' } } as Args;
}
/** An action's answer, or a thrown one, in one shape. */
async function settled(answer: Promise<unknown>): Promise<Answer> {
  const got = await answer.catch((thrown: unknown) => thrown);
  if (got instanceof Response) return { status: got.status, location: got.headers.get('Location'), errors: [], values: {} };
  if (got instanceof Error) throw got;
  const { data, init } = got as { data?: Pick<Answer, 'errors' | 'values'>; init?: { status?: number } };
  return { status: init?.status ?? 200, location: null, errors: data?.errors ?? [], values: data?.values ?? {} };
}
const APRIL = { periodFrom: '1 4 2027', periodOn: '30 4 2027', value: '12.5', numerator: '', denominator: '', n: '40', quality: 'B', note: 'Moved clinic' };
const add = async (sent: Sent, who: OnStage = 'lead') => settled(resultsRoute.action(await argsFor(who, {}, sent)));
const table = async (sent: Sent, plain = false) => settled(importRoute.action(await argsFor('lead', {}, sent, plain)));
const csv = (text: string | Uint8Array<ArrayBuffer>, name = 'results.csv') => new File([text], name, { type: 'text/csv' });
const document = async (seenBy: 'team' | 'reviewers') =>
  value(await addDocument(world.people.lead, caseId, { stage: null, kind: 'other', title: 'Extract', fileName: 'x.pdf', mediaType: 'application/pdf', seenBy, personalData: false, stored: await storeFile([Buffer.from(seenBy)]) })).documentId;

it('records a result with the documents behind it; the other side sees those it may', async () => {
  const [open, kept] = [await document('reviewers'), await document('team')];
  expect(await add({ ...APRIL, documents: [open, kept] })).toMatchObject({ status: 302, location: `/cases/${caseId}/benefits/${benefitId}/results?done=added` });
  const [reading] = await readingsOf(reader(), [benefitId]);
  expect((await readingDocumentsOf(reader(), [benefitId])).map((row) => row.document_id).sort()).toEqual([open, kept].sort());
  const seen = async (who: OnStage) => (await oneResultPage(reader(), (await caseForActor(reader(), world.people[who], caseId))!, benefitId, reading!.id))!.result;
  expect(await seen('lead')).toMatchObject({ documents: [{ title: 'Extract' }, { title: 'Extract' }], unseen: 0 });
  expect(await seen('sponsor')).toMatchObject({ documents: [{ id: open }], unseen: 1 });
});

it.each([
  ['no result', { value: '' }, 'value', 'Enter the result'],
  ['a word for a figure', { value: 'twelve' }, 'value', 'Result must be a number, like 38.5'],
  ['another unit', { value: '12.5%' }, 'value', '12.5% is a percentage. This benefit is measured in weeks'],
  ['no such day', { periodOn: '31 4 2027' }, 'periodOn', 'Last day of the period must be a real date, like 27 3 2027'],
  ['days the wrong way round', { periodFrom: '1 5 2027' }, 'periodFrom', 'First day of the period must not be after its last day'],
  ['a denominator of nought', { numerator: '3', denominator: '0' }, 'denominator', 'Out of how many must be more than 0'],
  ['no quality', { quality: '' }, 'quality', 'Select how good the data is'],
  ['a document that is not there', { documents: 'nothing' }, 'documents', 'One of these documents is no longer there. Select from the list again'],
])('keeps what was typed beside %s', async (_, wrong, id, message) => {
  const answer = await add({ ...APRIL, ...wrong } as Sent);
  expect(answer).toMatchObject({ status: 422, errors: [{ id, message }] });
  expect(answer.values).toMatchObject({ ...APRIL, ...wrong });
  expect(await readingsOf(reader(), [benefitId])).toEqual([]);
});

it('keeps what was typed of a correction without a reason, and of a query without words', async () => {
  await add(APRIL);
  const [reading] = await readingsOf(reader(), [benefitId]);
  const correction = { ...APRIL, value: '13', note: ' ' };
  expect(await settled(correctionRoute.action(await argsFor('lead', { reading: reading!.id }, correction)))).toMatchObject({ status: 422, errors: [{ id: 'note', message: 'Enter why the earlier result was wrong' }], values: { value: '13', n: '40' } });
  const said = async (sent: Sent, who: OnStage = 'sponsor') => settled(checkRoute.action(await argsFor(who, { reading: reading!.id }, sent)));
  expect(await said({ note: 'Hm' })).toMatchObject({ status: 422, errors: [{ id: 'kind' }], values: { note: 'Hm' } });
  expect(await said({ kind: 'queried', note: '' })).toMatchObject({ status: 422, errors: [{ id: 'note' }], values: { kind: 'queried' } });
  expect(await said({ kind: 'confirmed' }, 'lead')).toMatchObject({ status: 403 });
});

const HEAD = 'Benefit,Period to,Result,Quality\n';
it('takes pasted rows and files, and shows them before anything is saved', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${HEAD}1,2027-03-31,12,B\n`, 'utf16le')]);
  const ways: Sent[] = [{ pasted: 'Benefit\tPeriod to\tResult\tQuality\r\n1\t31/03/2027\t12\tB' }, { file: csv(`\uFEFF${HEAD}1,2027-03-31,12,B\n`) }, { file: csv(new Uint8Array(utf16)) }, { pasted: '', file: csv(`${HEAD}Shorter waits,2027-03-31,12,B\n`) }];
  for (const sent of ways) {
    const { status, location } = await table(sent);
    expect([status, location]).toEqual([302, expect.stringMatching(/\/results\/import\/[0-9a-f-]{36}$/)]);
    const page = await draftRoute.loader(await argsFor('lead', { draft: location!.split('/').at(-1)! }));
    expect(page).toMatchObject({ counts: { new: 1, same: 0, error: 0 }, rows: [{ status: 'new', benefit: '1. Shorter waits' }] });
  }
  expect(await readingsOf(reader(), [benefitId])).toEqual([]);
});

it.each([
  ['nothing', {}, 'pasted', /Paste the rows, or select a file/],
  ['both', { pasted: `${HEAD}1,2027-03-31,12,B`, file: csv(HEAD) }, 'pasted', /not both/],
  ['no headings', { pasted: '1,2027-03-31,12,B' }, 'pasted', /The first row must name the columns/],
  ['a quote never closed', { pasted: `${HEAD}1,"2027-03-31,12,B` }, 'pasted', /row 2 and is never closed/],
  ['a workbook', { file: csv(new Uint8Array([0x50, 0x4b, 3, 4]), 'results.xlsx') }, 'file', /must be text/],
  ['letters nobody can read', { file: csv(new Uint8Array([0x42, 0x81, 0xff])) }, 'file', /cannot be read/],
  ['an empty file', { file: csv('') }, 'file', /is empty/],
  ['50,000 rows', { file: csv(HEAD + '1,2027-03-31,12,B\n'.repeat(50_000)) }, 'file', /more than 20,000 rows/],
  ['more than 2 MB', { file: csv(HEAD + 'x'.repeat(2.5 * 2 ** 20)) }, 'main', /more than 2 MB/],
])('says what is wrong with %s, and keeps what was pasted', async (_, sent, id, message) => {
  const answer = await table(sent as Sent);
  expect(answer).toMatchObject({ status: 422, errors: [{ id, message: expect.stringMatching(message) }] });
  if ('pasted' in sent) expect(answer.values.pasted).toBe(sent.pasted);
});

it('reads the form without its parts too, saves once, and leads a second press to the same end', async () => {
  const { location } = await table({ pasted: `${HEAD}1,2027-03-31,12,B` }, true);
  const draft = location!.split('/').at(-1)!;
  const commit = async (seen: string) => settled(commitRoute.action(await argsFor('lead', { draft }, { seen })));
  expect(await commit('2 0 0')).toMatchObject({ status: 409, errors: [{ message: expect.stringMatching(/^The record changed since you looked/) }] });
  for (let i = 0; i < 2; i++) expect(await commit('1 0 0')).toMatchObject({ status: 302, location: `/cases/${caseId}/results?saved=1` });
  expect(await readingsOf(reader(), [benefitId])).toHaveLength(1);
  expect(await settled(draftRoute.loader(await argsFor('lead', { draft })))).toMatchObject({ status: 302, location: `/cases/${caseId}/results?saved=1` });
});

it('gives a template that spreadsheets open, with a row for each result due', async () => {
  const given = await templateRoute.loader(await argsFor('lead', {}));
  expect(given.headers.get('Content-Disposition')).toMatch(/^attachment; filename="SW-0001 results\.csv"/);
  const text = await given.text();
  expect(text.split('\r\n').slice(0, 2)).toEqual(['\uFEFFBenefit,Title,Period from,Period to,Result,Numerator,Denominator,People or cases,Quality,Note'.replace('\uFEFF', ''), '1,Shorter waits,2027-01-01,2027-01-31,,,,,,']);
});
