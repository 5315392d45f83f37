import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { remember } from '../../lib/remember.ts';
import { env } from '../../env.server.ts';

/** An Ed25519 key that signs heads of the record. `id`: the first 16 hex digits of the SHA-256 of its public half (DER). */
export interface RecordKey {
  id: string;
  publicPem: string;
  key: KeyObject;
}

const ENDING = '.key.pem';
const kept = remember('record-keys', () => new Map<string, RecordKey>());

/** The key in use: the newest in the folder of keys, made when there is none. Read once per process and folder. */
export function signingKey(): RecordKey {
  const folder = env().keysDir;
  const known = kept.get(folder) ?? newestIn(folder) ?? newKey(folder);
  kept.set(folder, known);
  return known;
}

/** Every key whose private half is in the folder: what was signed with an older one can still be checked. */
export const trustedKeys = (folder = env().keysDir): RecordKey[] => namesIn(folder).map((name) => read(join(folder, name)));

/** A new key, in use from the next start. Its name begins with the moment, so the newest is the last by name. */
export function newKey(folder = env().keysDir): RecordKey {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  const made = describe(privateKey);
  writeFileSync(join(folder, `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${made.id}${ENDING}`), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx', flush: true });
  return made;
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(ENDING)).sort();
  } catch {
    return [];
  }
};

const newestIn = (folder: string): RecordKey | undefined => trustedKeys(folder).at(-1);

const read = (path: string): RecordKey => describe(createPrivateKey(readFileSync(path)));

function describe(key: KeyObject): RecordKey {
  const open = createPublicKey(key);
  return { id: keyId(open), publicPem: String(open.export({ type: 'spki', format: 'pem' })), key };
}

export const keyId = (open: KeyObject): string => createHash('sha256').update(open.export({ type: 'spki', format: 'der' })).digest('hex').slice(0, 16);
