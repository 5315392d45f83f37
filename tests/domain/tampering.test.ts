import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { latestSubmission } from '#db/tables/submissions.server.ts';
import type { Row } from '#db/schema.ts';
import { reader } from '#app/domain/database.server.ts';
import { addDocument } from '#app/domain/evidence/add-document.server.ts';
import { storeFile } from '#app/domain/evidence/file-store.server.ts';
import { checkSeal, isUnchanged } from '#app/domain/stages/sealed.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { setEnv } from '#app/env.server.ts';
import { completeStage, smallCase, smallWorld, type SmallWorld } from '#tests/setup/small-world.ts';
import { pass, value } from '#tests/setup/walk.ts';

let world: SmallWorld;
let folder: string;
let sent: Row<'submissions'>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-tamper-'));
  setEnv({ filesDir: folder });
  world = await smallWorld('sqlite');
  const caseId = await smallCase(world);
  await pass(world, caseId, 'readiness');
  await completeStage(world, caseId, 'proposal');
  const stored = await storeFile([Buffer.from('Minutes of the board, 4 May 2026. The proposal was supported.')]);
  value(await addDocument(world.people.lead, caseId, { stage: 'proposal', kind: 'other', title: 'Minutes', fileName: 'minutes.txt', mediaType: 'text/plain', seenBy: 'reviewers', personalData: false, stored }));
  value(await submitStage(world.people.lead, caseId, 'proposal'));
  sent = (await latestSubmission(reader(), caseId, 'proposal'))!;
});
afterAll(async () => {
  setEnv(undefined);
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Another byte at one place. */
const changed = (bytes: Buffer, at: number, by: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at % copy.length] = (copy[at % copy.length]! + by) % 256;
  return copy;
};

it('finds nothing wrong with what nobody touched', async () => {
  const seal = await checkSeal(sent);
  expect(isUnchanged(seal)).toBe(true);
  expect(seal.files).toHaveLength(1);
});

it('detects 1,500 changes of one byte in the answers that were sent', async () => {
  const body = Buffer.from(sent.body_json, 'latin1');
  await fc.assert(
    fc.asyncProperty(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const tampered = { ...sent, body_json: changed(body, at, by).toString('latin1') };
      // A body that no longer reads as one is refused aloud; one that still reads has another hash.
      const seal = await checkSeal(tampered).catch(() => undefined);
      expect(seal !== undefined && isUnchanged(seal)).toBe(false);
    }),
    { numRuns: 1500, seed: 20261124 },
  );
});

it('detects 500 changes of one byte in a file that was sent, and a file that is gone', async () => {
  const [name] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /[0-9a-f]{64}$/.test(path));
  const path = join(folder, name!);
  const whole = readFileSync(path);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      writeFileSync(path, changed(whole, at, by));
      expect(isUnchanged(await checkSeal(sent))).toBe(false);
    }),
    { numRuns: 500, seed: 20261124 },
  );
  rmSync(path);
  expect((await checkSeal(sent)).files[0]?.found).toBe('missing');
  writeFileSync(path, whole);
  expect(isUnchanged(await checkSeal(sent))).toBe(true);
});
