import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { forgetAbandonedUploads, isFull, isWhole, newTemporary, openFile, storeFile } from '#app/domain/evidence/file-store.server.ts';
import { setEnv } from '#app/env.server.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-files-'));
  setEnv({ filesDir: folder });
});
afterEach(() => {
  setEnv(undefined);
  rmSync(folder, { recursive: true, force: true });
});
const everything = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => e.name);
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

it('keeps the bytes sent under their own hash, once', async () => {
  const bytes = randomBytes(300_000);
  const pieces = [bytes.subarray(0, 1), bytes.subarray(1, 200_000), bytes.subarray(200_000)];
  const stored = await storeFile(pieces);
  expect(stored).toEqual({ sha256: sha(bytes), bytes: bytes.length });
  expect(await storeFile([bytes])).toEqual(stored);
  expect(everything()).toEqual([stored.sha256]);
  const read: Buffer[] = [];
  for await (const chunk of await openFile(stored.sha256)) read.push(chunk as Buffer);
  expect(Buffer.concat(read).equals(bytes)).toBe(true);
});

it('notices one changed byte anywhere, a lost end, and a lost file', async () => {
  const bytes = randomBytes(5_000);
  const { sha256 } = await storeFile([bytes]);
  const place = join(folder, sha256.slice(0, 2), sha256);
  expect(await isWhole(sha256)).toBe('whole');
  for (let i = 0; i < 100; i += 1) {
    const changed = Buffer.from(bytes);
    const at = randomBytes(4).readUInt32LE() % bytes.length;
    changed[at] = changed[at]! ^ (1 << (i % 8));
    writeFileSync(place, changed);
    expect(await isWhole(sha256), `byte ${at}`).toBe('changed');
  }
  writeFileSync(place, bytes.subarray(0, -1));
  expect(await isWhole(sha256)).toBe('changed');
  rmSync(place);
  expect(await isWhole(sha256)).toBe('missing');
  await expect(openFile(sha256)).rejects.toThrow(/ENOENT/);
});

it('leaves nothing when what it reads breaks off', async () => {
  async function* breaking() {
    yield randomBytes(10_000);
    throw new Error('the sender went away');
  }
  await expect(storeFile(breaking())).rejects.toThrow('the sender went away');
  expect(everything()).toEqual([]);
});

it('sweeps away what a stopped server left, and not what is arriving', async () => {
  const [old, young] = [await newTemporary(), await newTemporary()];
  for (const place of [old, young]) writeFileSync(place, 'half');
  const twoHoursAgo = Date.now() / 1000 - 7200;
  utimesSync(old, twoHoursAgo, twoHoursAgo);
  expect(await forgetAbandonedUploads()).toBe(1);
  expect(readFileSync(young, 'utf8')).toBe('half');
  expect(everything()).toHaveLength(1);
});

it('knows a store that cannot be written from a fault of its own', async () => {
  mkdirSync(join(folder, 'incoming'));
  const error = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  async function* full() {
    yield randomBytes(10);
    throw error;
  }
  const caught: unknown = await storeFile(full()).catch((e: unknown) => e);
  expect([isFull(caught), isFull(new Error('other'))]).toEqual([true, false]);
});
