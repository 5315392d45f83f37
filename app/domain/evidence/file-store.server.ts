import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { env } from '../../env.server.ts';

/** What was stored: its SHA-256 in hex, which is also its address, and its length in bytes. */
export interface Stored {
  sha256: string;
  bytes: number;
}

/** The store cannot be written just now: full, read-only or away. Worth trying again, by no fault of the request. */
export const isFull = (error: unknown): boolean =>
  error instanceof Error && /^(ENOSPC|EDQUOT|EROFS|EACCES|EPERM|EIO|EMFILE|ENFILE)$/.test(String((error as { code?: unknown }).code));

const folderOfIncoming = () => join(env().filesDir, 'incoming');

/** A place for bytes that are not stored yet. Whoever asks removes it. */
export async function newTemporary(): Promise<string> {
  await mkdir(folderOfIncoming(), { recursive: true, mode: 0o700 });
  return join(folderOfIncoming(), randomUUID());
}

const ABANDONED_AFTER = 60 * 60_000;

/** Removes what a stopped server left half received; answers how many. */
export async function forgetAbandonedUploads(now = Date.now()): Promise<number> {
  const names = await readdir(folderOfIncoming()).catch(() => []);
  const places = names.map((name) => join(folderOfIncoming(), name));
  const old = await Promise.all(places.map(async (place) => ((await stat(place).catch(() => undefined))?.mtimeMs ?? now) < now - ABANDONED_AFTER));
  await Promise.all(places.filter((_, i) => old[i]).map((place) => rm(place, { force: true })));
  return old.filter(Boolean).length;
}

const pathOf = (sha256: string) => join(env().filesDir, sha256.slice(0, 2), sha256);

/**
 * Writes a file by its content: hashed while it streams to a temporary file, forced to disk, then given its final
 * name. The same bytes twice are one file. On any error nothing remains.
 */
export async function storeFile(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Stored> {
  const temporary = await newTemporary();
  try {
    const stored = await writeAll(temporary, chunks);
    const final = pathOf(stored.sha256);
    if (await mkdir(dirname(final), { recursive: true })) await syncFolder(env().filesDir);
    await rename(temporary, final);
    await syncFolder(dirname(final));
    return stored;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeAll(path: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Stored> {
  const file = await open(path, 'wx', 0o600);
  try {
    return await pour(file, chunks);
  } finally {
    await file.close();
  }
}

async function pour(file: FileHandle, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Stored> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.byteLength;
    await file.appendFile(chunk); // write() may stop half way through a chunk
  }
  await file.sync();
  return { sha256: hash.digest('hex'), bytes };
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

/** The bytes of a stored file; the stream errors when the file is not there. */
export const readFile = (sha256: string) => createReadStream(pathOf(sha256));

/** The same once it is known to be there, so that an answer is not begun in vain. Throws when it is not. */
export async function openFile(sha256: string) {
  return (await open(pathOf(sha256), 'r')).createReadStream();
}

/** Whether the stored bytes still have the hash they are kept under. */
export async function isWhole(sha256: string): Promise<'whole' | 'changed' | 'missing'> {
  if (!(await stat(pathOf(sha256)).catch(() => undefined))) return 'missing';
  const hash = createHash('sha256');
  for await (const chunk of readFile(sha256)) hash.update(chunk as Uint8Array);
  return hash.digest('hex') === sha256 ? 'whole' : 'changed';
}
