import { createPublicKey } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HEADS_FILE, type Head } from '#app/domain/record/heads.server.ts';
import { trustedKeys } from '#app/domain/record/keys.server.ts';
import type { Against } from '#app/domain/record/verify.server.ts';
import { setEnv } from '#app/env.server.ts';

/** A folder of keys of a test's own, in use until `forget`. */
export function ownKeys() {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-keys-'));
  setEnv({ keysDir: folder });
  return {
    folder,
    forget: () => { setEnv(undefined); rmSync(folder, { recursive: true, force: true }); },
    /** What somebody outside holds: the keys, and the heads kept beside them. */
    against: (): Against => ({ keys: new Map(trustedKeys(folder).map(({ id, publicPem }) => [id, createPublicKey(publicPem)])), heads: headsBeside(folder) }),
  };
}

const headsBeside = (folder: string): Head[] => {
  const path = join(folder, HEADS_FILE);
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Head) : [];
};
