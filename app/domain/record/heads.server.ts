import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '#db/codec.ts';
import { transaction, type Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { chainsToSign, insertHead, lastOfChain, putRecordKey, type Link } from '#db/tables/record.server.ts';
import { canonicalJson } from '#workflows/canonical.ts';
import { env } from '../../env.server.ts';
import { instant, today } from '../clock.server.ts';
import { database } from '../database.server.ts';
import { signingKey } from './keys.server.ts';

export type Head = Row<'record_heads'>;

/** What is signed: that this chain had this entry at this moment. */
const statement = ({ chain, number, hash, at }: Pick<Head, 'chain' | 'number' | 'hash' | 'at'>): Buffer => Buffer.from(canonicalJson({ slipway: 'record head', chain, number, hash, at }));

/** Signs where a chain ends now. The head is also written beside the keys, where a change of the database does not reach. */
export async function signHead(tx: Writer, chain: string, { number, hash }: Link, why: Head['why'], at: string): Promise<void> {
  const { id, publicPem, key } = signingKey();
  const head = { id: newId(), chain, number, hash, at, why, key_id: id };
  const signed: Head = { ...head, signature: sign(null, statement(head), key).toString('base64') };
  await putRecordKey(tx, { id, public_key: publicPem, from_at: at });
  await insertHead(tx, signed);
  tx.onCommit(() => keepBesideKeys(signed));
}

export const HEADS_FILE = 'heads.ndjson';
function keepBesideKeys(head: Head): void {
  mkdirSync(env().keysDir, { recursive: true, mode: 0o700 });
  appendFileSync(join(env().keysDir, HEADS_FILE), `${canonicalJson(head)}\n`, { mode: 0o600 });
}

/** Whether a head was signed with this key (public, PEM or object). */
export function isSignedBy(head: Head, publicKey: string | KeyObject): boolean {
  try {
    return verify(null, statement(head), typeof publicKey === 'string' ? createPublicKey(publicKey) : publicKey, Buffer.from(head.signature, 'base64'));
  } catch {
    return false; // no key, or none of this kind
  }
}

/** Signs each chain that has grown since it was last signed, once a day. Answers how many. */
export async function signDailyHeads(): Promise<number> {
  const chains = await transaction(database(), (tx) => chainsToSign(tx, today()));
  for (const chain of chains) {
    await transaction(database(), async (tx) => {
      const last = await lastOfChain(tx, chain);
      if (last) await signHead(tx, chain, last, 'daily', instant());
    });
  }
  return chains.length;
}
