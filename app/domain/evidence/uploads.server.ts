import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseFormData, type FileUpload } from '@remix-run/form-data-parser';
import { cleanFileName } from './file-names.ts';
import { newTemporary } from './file-store.server.ts';
import { sniff } from './sniff.server.ts';

export const MOST_BYTES = 25 * 2 ** 20;
// The fields beside the file, and the lines between the parts.
const MOST_BESIDE = 2 ** 20;

/** A file that was looked into and may be stored. */
export interface Received {
  bytes: Buffer;
  /** Cleaned: fit to be shown and offered, never a place on disk. */
  fileName: string;
  mediaType: string;
}
/** A form with one file. The fields are there also when the file is refused. */
export interface Upload {
  form: FormData;
  file: { ok: true; value: Received } | { ok: false; reason: string };
}
/** How slow a sender may be: at least so many bytes in each stretch of so many milliseconds. */
export interface Patience {
  stretch: number;
  least: number;
}
const PATIENCE: Patience = { stretch: 30_000, least: 60_000 };

/**
 * Reads a multipart form whose field `file` holds one file, and hands it to `finish`. The body goes to disk as it
 * arrives, so that a slow sender holds no memory; then one upload at a time is read back, looked into and finished.
 * Throws when the sender breaks off or is too slow; nothing half received remains on disk either way.
 */
export async function receiveUpload<T>(request: Request, finish: (upload: Upload) => Promise<T>, patience: Patience = PATIENCE): Promise<T> {
  const place = await newTemporary();
  try {
    await spool(request, place, patience);
    return await oneAtATime(async () => finish(await readUpload(request, place)));
  } finally {
    await rm(place, { force: true });
  }
}

async function spool(request: Request, place: string, patience: Patience): Promise<void> {
  const slow = new AbortController();
  let arrived = 0;
  let before = 0;
  const watch = setInterval(() => {
    if (arrived - before < patience.least) slow.abort(new Error('the sender was too slow'));
    before = arrived;
  }, patience.stretch);
  // Bytes beyond the limit are let go by; the form is closed early, so what was typed before the file is still read.
  const limited = async function* (body: AsyncIterable<Uint8Array>) {
    let kept = 0;
    for await (const chunk of body) {
      arrived += chunk.byteLength;
      const room = MOST_BYTES + MOST_BESIDE - kept;
      if (room > 0) yield chunk.subarray(0, room);
      kept += Math.min(chunk.byteLength, room);
    }
    if (arrived > kept) yield Buffer.from(`\r\n--${boundaryOf(request)}--\r\n`);
  };
  const body = request.body ? Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]) : Readable.from([]);
  await pipeline(body, limited, createWriteStream(place, { flags: 'wx', mode: 0o600 }), { signal: slow.signal }).finally(() => clearInterval(watch));
}

const boundaryOf = (request: Request): string => /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(request.headers.get('Content-Type') ?? '')?.slice(1).find(Boolean) ?? '';

async function readUpload(request: Request, place: string): Promise<Upload> {
  let file: Upload['file'] = { ok: false, reason: 'Select a file' };
  const take = async (sent: FileUpload) => {
    if (sent.fieldName === 'file' && sent.name !== '') file = await lookInto(sent);
  };
  const spooled = new Request(request.url, {
    method: 'POST',
    headers: { 'Content-Type': request.headers.get('Content-Type') ?? '' },
    body: Readable.toWeb(createReadStream(place)) as ReadableStream,
    duplex: 'half',
  } as RequestInit);
  const form = await parseFormData(spooled, { maxFiles: 1, maxParts: 20, maxFileSize: MOST_BYTES + MOST_BESIDE, maxTotalSize: MOST_BYTES + 2 * MOST_BESIDE }, take);
  return { form, file };
}

async function lookInto(sent: FileUpload): Promise<Upload['file']> {
  if (sent.size > MOST_BYTES) return { ok: false, reason: 'The selected file must be smaller than 25 MB' };
  const bytes = Buffer.from(await sent.arrayBuffer());
  const fileName = cleanFileName(sent.name);
  const found = await sniff(bytes, fileName);
  return found.ok ? { ok: true, value: { bytes, fileName, mediaType: found.mediaType } } : found;
}

let turn: Promise<unknown> = Promise.resolve();

/** Bounds the memory of uploads: what is read back from disk is held for one of them only. */
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work, work);
  turn = mine.catch(() => undefined);
  return mine;
}
