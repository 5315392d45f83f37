import type { Reader } from '#db/database.server.ts';
import { entriesAfter, type SealedTable } from '#db/tables/record.server.ts';
import { sealsIn, type Entry, type Seal } from './chain.server.ts';

const AT_ONCE = 2000;

/** Entries in the order of their chains, some at a time; of one chain when it is named. */
export async function* entries(reader: Reader, only?: string): AsyncGenerator<Entry[]> {
  for (let after = { chain: only ?? '', number: 0 }; ; ) {
    const page = await entriesAfter(reader, after, AT_ONCE, only);
    if (page.length) yield page;
    const last = page.at(-1);
    if (!last || page.length < AT_ONCE) return;
    after = { chain: last.chain, number: last.number };
  }
}

/** Every row that is vouched for, as "table id", with its seal. */
export async function sealsByRow(reader: Reader): Promise<Map<string, Seal>> {
  const found = new Map<string, Seal>();
  for await (const page of entries(reader)) for (const entry of page) for (const seal of sealsIn(entry)) found.set(keyOf(seal.of, seal.id), seal);
  return found;
}

export const keyOf = (table: SealedTable, id: string): string => `${table} ${id}`;
