import { createHash } from 'node:crypto';
import { toJson, fromJson } from '#db/codec.ts';
import { isRefusedByTrigger, transaction, type Writer } from '#db/database.server.ts';
import { insertKey, keyOf } from '#db/tables/keys.server.ts';
import type { SealedTable } from '#db/tables/record.server.ts';
import { canonicalJson } from '#workflows/canonical.ts';
import { instant } from './clock.server.ts';
import { database } from './database.server.ts';
import { ring } from './live/bell.server.ts';
import { appendEntry, sealed } from './record/chain.server.ts';
import { signHead } from './record/heads.server.ts';

/** Who acts, and as what. `id` null is the clock. */
export interface Doer {
  id: string | null;
  name: string;
  role: string;
}
export const CLOCK: Doer = { id: null, name: 'Slipway', role: 'clock' };

/**
 * What happened, for the record: one entry. `sentence` goes after the actor's name. `seals`: rows the entry vouches
 * for from now on. `isDecision`: the end of the chain is signed with it.
 */
export interface Deed {
  kind: string;
  caseId?: string | null;
  subject?: object;
  sentence: string;
  seals?: readonly [SealedTable, string][];
  isDecision?: true;
}
/** Why not, in a sentence a person can act on. `field` is the id of the control it is about. */
export interface Reason {
  message: string;
  field?: string;
}
export interface Done<T> {
  ok: true;
  value: T;
  events: Deed[];
}
/** 403 may not, 404 not there for this person, 409 somebody was first, 422 cannot be so. */
export interface Refused {
  ok: false;
  status: 403 | 404 | 409 | 422;
  reasons: Reason[];
}

export const done = <T>(value: T, ...events: Deed[]): Done<T> => ({ ok: true, value, events });
export const refused = (status: Refused['status'], ...reasons: (string | Reason)[]): Refused => ({
  ok: false,
  status,
  reasons: reasons.map((reason) => (typeof reason === 'string' ? { message: reason } : reason)),
});
export const absent = (): Refused => refused(404, 'Page not found');

/** A form's own key and what it carried: the same key again gives the same answer and does nothing. */
export interface Once {
  key: string;
  payload: unknown;
}

/** Undoes what a command had begun to write when it is refused half way. */
class HalfWay extends Error {
  readonly refusal: Refused;
  constructor(refusal: Refused) {
    super('refused');
    this.refusal = refusal;
  }
}

/**
 * The one write path: a short transaction in which `work` loads, asks policy and law, and writes; each deed becomes
 * one event in the same transaction. A refusal leaves nothing behind. Throws only on faults.
 */
export async function command<T>(doer: Doer, work: (tx: Writer, at: string) => Promise<Done<T> | Refused>, once?: Once): Promise<Done<T> | Refused> {
  const at = instant();
  try {
    return await transaction(database(), async (tx) => {
      const before = once && (await answeredBefore<T>(tx, doer, once));
      if (before) return before;
      const outcome = await work(tx, at);
      if (!outcome.ok) throw new HalfWay(outcome);
      for (const deed of outcome.events) await record(tx, doer, deed, at);
      if (once) await insertKey(tx, { key: once.key, person_id: doer.id ?? '', payload_hash: hashOf(once.payload), result_json: toJson(outcome.value ?? null), at });
      return outcome;
    });
  } catch (error) {
    if (error instanceof HalfWay) return error.refusal;
    if (isRefusedByTrigger(error)) return refused(403, (error as Error).message.replace(/^.*slipway:\s*/s, ''));
    throw error;
  }
}

const hashOf = (payload: unknown) => createHash('sha256').update(canonicalJson(payload)).digest('hex');

async function answeredBefore<T>(tx: Writer, doer: Doer, once: Once): Promise<Done<T> | Refused | undefined> {
  const kept = await keyOf(tx, once.key);
  if (!kept) return undefined;
  if (kept.person_id !== doer.id || kept.payload_hash !== hashOf(once.payload)) {
    return refused(422, 'This page was sent before with other answers. Open it again and check what was saved');
  }
  return done(fromJson<T>(kept.result_json));
}

async function record(tx: Writer, doer: Doer, deed: Deed, at: string): Promise<void> {
  const seals = deed.seals && { seals: await sealed(tx, deed.seals) };
  const entry = await appendEntry(tx, {
    case_id: deed.caseId ?? null, kind: deed.kind, actor_id: doer.id, actor_role: doer.role, at,
    subject: { ...deed.subject, ...seals }, sentence: deed.sentence,
  });
  const { caseId } = deed;
  if (caseId) tx.onCommit(() => ring(caseId));
  if (deed.isDecision) await signHead(tx, entry.chain, entry, 'decision', at);
}
