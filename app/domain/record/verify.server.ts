import type { KeyObject } from 'node:crypto';
import type { Reader } from '#db/database.server.ts';
import { idsToSeal, headsOf, SEALED, sealedRows, type SealedTable } from '#db/tables/record.server.ts';
import { submissionById } from '#db/tables/submissions.server.ts';
import { sha256Of } from '../stages/submissions.server.ts';
import { hashOfEntry, hashOfRow, sealsIn, type Entry, type Seal } from './chain.server.ts';
import { isSignedBy, type Head } from './heads.server.ts';
import { entries, keyOf } from './seals.server.ts';

/** Something that does not hold. `number`: the entry of the chain where it shows first. */
export interface Fault {
  chain: string;
  number: number;
  what: string;
}
export interface Verified {
  entries: number;
  chains: number;
  heads: number;
  seals: number;
  /** Moments at which the clock stood earlier than at the entry before: told of, and no fault. */
  clockWentBack: number;
  /** First the first: by chain, then by entry. Empty when all holds. */
  faults: Fault[];
}
export interface Against {
  /** Public halves of the keys one trusts, by id. */
  keys: ReadonlyMap<string, KeyObject>;
  /** Heads kept outside the database. */
  heads?: readonly Head[];
  /** One chain alone. */
  only?: string;
}

/**
 * Works the whole record out again: each entry follows the one before, each signed head names an entry that is there
 * as it was, each sealed row and sent version is as it was vouched for, and no row came in beside the record.
 */
export async function verifyRecord(reader: Reader, { keys, heads: outside = [], only }: Against): Promise<Verified> {
  const heads = headsToFind([...(await headsOf(reader, only)), ...outside.filter((head) => only === undefined || head.chain === only)]);
  const found: Verified = { entries: 0, chains: 0, heads: heads.length, seals: 0, clockWentBack: 0, faults: heads.flatMap((head) => faultOfSignature(head, keys)) };
  const wanted = byEntry(heads);
  const sealed = new Set<string>();
  let before: Entry | undefined;
  for await (const page of entries(reader, only)) {
    for (const entry of page) {
      const previous = before?.chain === entry.chain ? before : undefined;
      if (!previous) found.chains++;
      if (previous && entry.at < previous.at) found.clockWentBack++;
      found.faults.push(...faultsOfEntry(entry, previous, wanted));
      before = entry;
    }
    found.entries += page.length;
    await checkSeals(reader, page, sealed, found);
  }
  for (const { head } of wanted.values()) found.faults.push({ chain: head.chain, number: head.number, what: `The entry signed on ${head.at.slice(0, 10)} is gone` });
  if (only === undefined) found.faults.push(...(await unsealed(reader, sealed)));
  found.seals = sealed.size;
  found.faults.sort((a, b) => (a.chain === b.chain ? a.number - b.number : a.chain < b.chain ? -1 : 1));
  return found;
}

/** The same head from inside and outside the database is one. */
const headsToFind = (heads: readonly Head[]): Head[] => [...new Map(heads.map((head) => [`${head.chain} ${head.number} ${head.hash} ${head.signature}`, head])).values()];

type Wanted = Map<string, { head: Head; hashes: Set<string> }>;
function byEntry(heads: readonly Head[]): Wanted {
  const wanted: Wanted = new Map();
  for (const head of heads) {
    const at = `${head.chain} ${head.number}`;
    const known = wanted.get(at) ?? { head, hashes: new Set() };
    known.hashes.add(head.hash);
    wanted.set(at, known);
  }
  return wanted;
}

function faultOfSignature(head: Head, keys: Against['keys']): Fault[] {
  const key = keys.get(head.key_id);
  if (key && isSignedBy(head, key)) return [];
  return [{ chain: head.chain, number: head.number, what: key ? `The signature of ${head.at.slice(0, 10)} does not hold` : `It was signed with a key that is not trusted here: ${head.key_id}` }];
}

/** Takes an entry off what is `wanted` when a head names it. */
function faultsOfEntry(entry: Entry, previous: Entry | undefined, wanted: Wanted): Fault[] {
  const fault = (what: string): Fault => ({ chain: entry.chain, number: entry.number, what });
  const faults: Fault[] = [];
  if (entry.number !== (previous?.number ?? 0) + 1) faults.push(fault(`The entry before it is missing`));
  if (hashOfEntry(entry, previous?.hash ?? '') !== entry.hash) faults.push(fault('It is not what was recorded, or does not follow the entry before'));
  const signed = wanted.get(`${entry.chain} ${entry.number}`);
  if (signed && [...signed.hashes].some((hash) => hash !== entry.hash)) faults.push(fault(`It is not the entry that was signed on ${signed.head.at.slice(0, 10)}`));
  wanted.delete(`${entry.chain} ${entry.number}`);
  return faults;
}

async function checkSeals(reader: Reader, page: readonly Entry[], sealed: Set<string>, found: Verified): Promise<void> {
  const seals = page.flatMap((entry) => readable(entry).map((seal) => ({ ...seal, chain: entry.chain, number: entry.number })));
  for (const table of Object.keys(SEALED) as SealedTable[]) {
    const mine = seals.filter((seal) => seal.of === table);
    const rows = await sealedRows(reader, table, mine.map((seal) => seal.id));
    for (const { id, sha256, chain, number } of mine) {
      sealed.add(keyOf(table, id));
      const row = rows.get(id);
      if (!row) found.faults.push({ chain, number, what: `What it vouches for in ${table} is gone: ${id}` });
      else if (hashOfRow(row) !== sha256) found.faults.push({ chain, number, what: `What it vouches for in ${table} was changed: ${id}` });
      else if (table === 'submissions' && !(await isBodyWhole(reader, id))) found.faults.push({ chain, number, what: `The answers that were sent were changed: ${id}` });
    }
  }
}

/** An entry whose bytes were changed may no longer be JSON; its hash tells of that. */
function readable(entry: Entry): Seal[] {
  try {
    return sealsIn(entry);
  } catch {
    return [];
  }
}

async function isBodyWhole(reader: Reader, id: string): Promise<boolean> {
  const row = await submissionById(reader, id);
  return row !== undefined && sha256Of(row.body_json) === row.sha256;
}

const AT_ONCE = 500;
/** Rows no entry vouches for: they did not come in through a command. */
async function unsealed(reader: Reader, sealed: ReadonlySet<string>): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const table of Object.keys(SEALED) as SealedTable[]) {
    for (let after = ''; ; ) {
      const ids = await idsToSeal(reader, table, after, AT_ONCE);
      for (const id of ids) if (!sealed.has(keyOf(table, id))) faults.push({ chain: table, number: 0, what: `No entry vouches for ${id} in ${table}` });
      if (ids.length < AT_ONCE) break;
      after = ids.at(-1)!;
    }
  }
  return faults;
}
