import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Reader } from '#db/database.server.ts';
import { openDatabase } from '#db/open.server.ts';
import { env } from '../../env.server.ts';
import { HEADS_FILE, type Head } from './heads.server.ts';
import { trustedKeys } from './keys.server.ts';
import { verifyRecord, type Verified } from './verify.server.ts';

/** Checks the record of a database that need not be in use, against the keys and heads in KEYS_DIR and the files of heads named. Writes nothing. */
export async function verifyDatabase(url: string, files: readonly string[] = []): Promise<Verified> {
  const keys = new Map(trustedKeys().map(({ id, publicPem }) => [id, createPublicKey(publicPem)]));
  const heads = [join(env().keysDir, HEADS_FILE), ...files].flatMap(headsIn);
  const database = await openDatabase(url);
  try {
    return await verifyRecord(new Reader(database.reader), { keys, heads });
  } finally {
    await database.close();
  }
}

const headsIn = (path: string): Head[] => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Head) : []);
