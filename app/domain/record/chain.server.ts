import { createHash } from 'node:crypto';
import { newId, toJson } from '#db/codec.ts';
import type { Reader, Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { insertEvent } from '#db/tables/events.server.ts';
import { lastOfChain, sealedRows, type SealedTable } from '#db/tables/record.server.ts';
import { canonicalJson } from '#workflows/canonical.ts';

export type Entry = Row<'events'>;
/** A row an entry vouches for: nobody can change it afterwards and not be found out. */
export interface Seal {
  of: SealedTable;
  id: string;
  sha256: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The chain an entry belongs to: its case's, else its person's, else Slipway's own. */
export const chainOf = (caseId: string | null, actorId: string | null): string => caseId ?? actorId ?? 'slipway';

/** SHA-256 in hex of an entry and of the one before it ('' for the first). Its spelling is public: the bundle's own script repeats it. */
export const hashOfEntry = (e: Omit<Entry, 'hash'>, previous: string): string =>
  sha256(canonicalJson({ chain: e.chain, number: e.number, previous, id: e.id, case: e.case_id, kind: e.kind, actor: e.actor_id, role: e.actor_role, at: e.at, subject: e.subject_json, sentence: e.sentence }));

/** SHA-256 in hex of what an entry vouches for in a row. */
export const hashOfRow = (row: Record<string, unknown>): string => sha256(canonicalJson(row));

/** The seals an entry carries. */
export const sealsIn = (entry: Pick<Entry, 'subject_json'>): Seal[] => (JSON.parse(entry.subject_json) as { seals?: Seal[] }).seals ?? [];

/** Seals rows as they stand in the tables now. Throws when one is not there. */
export async function sealed(reader: Reader, rows: readonly [SealedTable, string][]): Promise<Seal[]> {
  const seals: Seal[] = [];
  for (const [of, id] of rows) {
    const row = (await sealedRows(reader, of, [id])).get(id);
    if (!row) throw new Error(`There is no row ${id} in ${of} to vouch for`);
    seals.push({ of, id, sha256: hashOfRow(row) });
  }
  return seals;
}

/** Writes one entry after the last of its chain. */
export async function appendEntry(tx: Writer, entry: Pick<Entry, 'case_id' | 'kind' | 'actor_id' | 'actor_role' | 'at' | 'sentence'> & { subject: object }): Promise<Entry> {
  const { subject, ...rest } = entry;
  const chain = chainOf(entry.case_id, entry.actor_id);
  const last = await lastOfChain(tx, chain);
  const unhashed = { ...rest, id: newId(), subject_json: toJson(subject), chain, number: (last?.number ?? 0) + 1 };
  const whole = { ...unhashed, hash: hashOfEntry(unhashed, last?.hash ?? '') };
  await insertEvent(tx, whole);
  return whole;
}
