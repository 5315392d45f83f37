import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SEALED } from '#db/tables/record.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { addDocument } from '#app/domain/evidence/add-document.server.ts';
import { storeFile } from '#app/domain/evidence/file-store.server.ts';
import { beginRecord } from '#app/domain/record/begin-record.server.ts';
import { caseBundle, noteCopy } from '#app/domain/record/case-bundle.server.ts';
import { caseRecordPage } from '#app/domain/record/case-record-page.server.ts';
import { signingKey } from '#app/domain/record/keys.server.ts';
import { zipped } from '#app/domain/programme/evaluation/zip-writer.server.ts';
import { setEnv } from '#app/env.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallWorld, type SmallWorld } from '#tests/setup/small-world.ts';
import { judge, pass, value } from '#tests/setup/walk.ts';
import { bytesIn } from '../programme/read-bundle.ts';

/* The copy is unzipped by a stranger's tool, and checked by its own script alone. */

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  let folder: string;
  let copy: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'slipway-copy-'));
    setEnv({ filesDir: join(folder, 'store'), keysDir: join(folder, 'keys') });
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    await beginRecord();
    await pass(world, caseId, 'readiness');
    await pass(world, caseId, 'proposal');
    const stored = await storeFile([Buffer.from([0xff, 0xd8, 0x00, 0x80]), Buffer.from('Board minutes')]);
    value(await addDocument(world.people.lead, caseId, { stage: 'business-case', kind: 'other', title: 'Minutes — “May”', fileName: 'minutes.txt', mediaType: 'text/plain', seenBy: 'reviewers', personalData: false, stored }));
    await judge(world, caseId, 'proposal', 'declined', { note: 'Too late', reasons: [{ code: 'other', text: '' }] }); // refused: it is decided
    copy = await taken();
  });
  afterAll(async () => {
    await world.close();
    setEnv(undefined);
    rmSync(folder, { recursive: true, force: true });
  });

  async function taken(): Promise<string> {
    value(await noteCopy(world.people.support, caseId));
    const file = (await caseForActor(reader(), world.people.support, caseId))!;
    const to = mkdtempSync(join(folder, 'copy-'));
    const pieces: Buffer[] = [];
    for await (const piece of zipped(await caseBundle(reader(), file), '2026-11-29')) pieces.push(piece);
    for (const [name, bytes] of bytesIn(Buffer.concat(pieces))) {
      mkdirSync(dirname(join(to, name)), { recursive: true });
      writeFileSync(join(to, name), bytes);
    }
    return to;
  }
  function check(at: string, ...words: string[]): { ok: boolean; told: string } {
    try {
      return { ok: true, told: execFileSync(process.execPath, [join(at, 'verify.mjs'), ...words], { encoding: 'utf8', cwd: tmpdir(), env: { NODE_ENV: 'test' } }) };
    } catch (error) {
      return { ok: false, told: (error as { stdout: string }).stdout };
    }
  }
  /** The same copy with one thing changed. */
  function changed(harm: (at: string) => void): { ok: boolean; told: string } {
    const at = join(mkdtempSync(join(folder, 'changed-')), 'case');
    mkdirSync(dirname(at), { recursive: true });
    cpSync(copy, at, { recursive: true });
    harm(at);
    return check(at);
  }
  const replaceIn = (path: string, from: string | RegExp, to: string) => (at: string) => {
    const before = readFileSync(join(at, path), 'utf8');
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    writeFileSync(join(at, path), after);
  };

  it('is whole, and says by which key', () => {
    const { ok, told } = check(copy);
    expect(told).toContain('This copy is whole.');
    expect(ok).toBe(true);
    expect(told).toContain(signingKey().id);
    expect(check(copy, signingKey().id).ok).toBe(true);
  });

  it('holds what was sent, decided and attached, and that it was taken', () => {
    expect(readdirSync(join(copy, 'submissions'))).toEqual(['proposal-1.json']);
    expect(JSON.parse(readFileSync(join(copy, 'rows/decisions.json'), 'utf8'))).toHaveLength(1);
    expect(readdirSync(join(copy, 'files'))).toHaveLength(1);
    expect(readFileSync(join(copy, 'entries.ndjson'), 'utf8')).toContain('took a copy of the whole case');
  });

  it.each([
    ['an entry', replaceIn('entries.ndjson', 'opened the', 'never opened the')],
    ['a decision', replaceIn('rows/decisions.json', '"approved"', '"declined"')],
    ['a review', replaceIn('rows/reviews.json', 'Read and agreed', 'Not read')],
    ['an answer that was sent', replaceIn('submissions/proposal-1.json', 'Riverside', 'Lakeside')],
    ['a signed head', replaceIn('heads.ndjson', /"number":\d+/, '"number":1')],
    ['a file', (at: string) => appendFileSync(join(at, 'files', readdirSync(join(at, 'files'))[0]!), 'x')],
    ['a file that is gone', (at: string) => rmSync(join(at, 'files', readdirSync(join(at, 'files'))[0]!))],
  ])('finds that %s was changed', (_, harm) => {
    const { ok, told } = changed(harm);
    expect(told).toContain('This copy does not hold.');
    expect(ok).toBe(false);
  });

  it('trusts no other key than the one it is told to', () => {
    expect(check(copy, '0123456789abcdef')).toMatchObject({ ok: false });
  });

  it('names a file that is missing from the store, and is made all the same', async () => {
    const [name] = readdirSync(join(folder, 'store'), { recursive: true, encoding: 'utf8' }).filter((path) => /[0-9a-f]{64}$/.test(path));
    rmSync(join(folder, 'store', name!));
    const without = await taken();
    expect(readFileSync(join(without, 'missing.txt'), 'utf8')).toContain('Minutes — “May”');
    expect(check(without).told).toContain('document "Minutes — “May”": its file is missing or was changed');
  });

  it('is refused to those who do not see all of a case, and its page to a mentor', async () => {
    for (const who of ['lead', 'sponsor', 'mentor'] as const) expect(await noteCopy(world.people[who], caseId)).toMatchObject({ ok: false, status: 403 });
    expect(await caseRecordPage(reader(), (await caseForActor(reader(), world.people.mentor, caseId))!)).toBeUndefined();
    const page = (await caseRecordPage(reader(), (await caseForActor(reader(), world.people.lead, caseId))!))!;
    expect(page).toMatchObject({ faults: [], mayTakeCopy: false });
    expect(page.heads.map((head) => head.what)).toContain('Sponsor Person approved the proposal, version 1');
  });
});

it('the script leaves open the very columns the product does', () => {
  const script = readFileSync('app/domain/record/verify-bundle.mjs', 'utf8');
  const said = /const OPEN = (\{[\s\S]*?\});/.exec(script)![1]!;
  expect(JSON.parse(said.replace(/(\w+):/g, '"$1":').replaceAll("'", '"').replace(/,\s*}/, '}'))).toEqual(SEALED);
});
