import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { remember } from '../../lib/remember.ts';
import { env } from '../../env.server.ts';

const kept = remember('sealing-keys', () => new Map<string, Buffer>());

/** Seals a text for the database, so that a copy of the database alone does not give it away. `about`: what it belongs to, needed again to open it. */
export function seal(text: string, about: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key(), iv).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Throws when it was changed, belongs to something else or was sealed with another key. */
export function unseal(text: string, about: string): string {
  const bytes = Buffer.from(text, 'base64url');
  const cipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12)).setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
}

/** What is stored of a short code: who has the database alone cannot try them all. */
export const markOf = (code: string, about: string): string => createHmac('sha256', key()).update(`${about} ${code}`).digest('hex');

/** 32 bytes in a file beside the keys of the record, made when there is none. */
function key(): Buffer {
  const folder = env().keysDir;
  const known = kept.get(folder) ?? read(join(folder, 'sealing.key'), folder);
  kept.set(folder, known);
  return known;
}

function read(path: string, folder: string): Buffer {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, randomBytes(32), { mode: 0o600, flag: 'wx', flush: true });
  } catch (there) {
    if ((there as NodeJS.ErrnoException).code !== 'EEXIST') throw there;
  }
  return readFileSync(path);
}
