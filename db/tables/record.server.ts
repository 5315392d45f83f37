import { sql } from 'kysely';
import type { Reader, Writer } from '../database.server.ts';
import type { Database, Day, Id, NewRow, Row } from '../schema.ts';

export type Link = Pick<Row<'events'>, 'number' | 'hash'>;

/** The last entry of a chain; undefined when it has none. */
export const lastOfChain = (reader: Reader, chain: string): Promise<Link | undefined> =>
  reader.db.selectFrom('events').select(['number', 'hash']).where('chain', '=', chain).orderBy('number', 'desc').limit(1).executeTakeFirst();

/** The number of the last entry of each of these chains. */
export async function endsOfChains(reader: Reader, chains: readonly string[]): Promise<Map<string, number>> {
  const rows = await reader.db.selectFrom('events').select(({ fn }) => ['chain', fn.max('number').as('number')]).where('chain', 'in', chains).groupBy('chain').execute();
  return new Map(rows.map((row) => [row.chain, Number(row.number)]));
}

/** Entries chain by chain and in order, from after `after`. */
export const entriesAfter = (reader: Reader, after: { chain: string; number: number }, limit: number, only?: string): Promise<Row<'events'>[]> =>
  reader.db
    .selectFrom('events')
    .selectAll()
    .where((eb) => eb(eb.refTuple('chain', 'number'), '>', eb.tuple(after.chain, after.number)))
    .$if(only !== undefined, (query) => query.where('chain', '=', only ?? ''))
    .orderBy('chain')
    .orderBy('number')
    .limit(limit)
    .execute();

/** Those of a chain with these numbers. */
export const entriesAt = (reader: Reader, chain: string, numbers: readonly number[]): Promise<Row<'events'>[]> =>
  reader.db.selectFrom('events').selectAll().where('chain', '=', chain).where('number', 'in', numbers).execute();

export const headsOf = (reader: Reader, only?: string): Promise<Row<'record_heads'>[]> =>
  reader.db.selectFrom('record_heads').selectAll().$if(only !== undefined, (query) => query.where('chain', '=', only ?? '')).orderBy('chain').orderBy('number').orderBy('at').orderBy('id').execute();

export async function insertHead(tx: Writer, row: NewRow<'record_heads'>): Promise<void> {
  await tx.db.insertInto('record_heads').values(row).execute();
}

export const recordKeys = (reader: Reader): Promise<Row<'record_keys'>[]> => reader.db.selectFrom('record_keys').selectAll().orderBy('from_at').orderBy('id').execute();

/** Does nothing when the key is known. */
export async function putRecordKey(tx: Writer, row: NewRow<'record_keys'>): Promise<void> {
  await tx.db.insertInto('record_keys').values(row).onConflict((conflict) => conflict.column('id').doNothing()).execute();
}

/** Chains that have grown since their last head, and have had none since `day` began. */
export async function chainsToSign(reader: Reader, day: Day): Promise<string[]> {
  const heads = reader.db.selectFrom('record_heads').select(['chain', sql<number>`max(number)`.as('number'), sql<string>`max(at)`.as('at')]).groupBy('chain').as('h');
  const rows = await reader.db
    .selectFrom('events as e')
    .leftJoin(heads, 'h.chain', 'e.chain')
    .select('e.chain')
    .groupBy(['e.chain', 'h.number', 'h.at'])
    .having((eb) => eb.or([eb('h.number', 'is', null), eb.and([eb(eb.fn.max('e.number'), '>', eb.ref('h.number')), eb('h.at', '<', day)])]))
    .execute();
  return rows.map((row) => row.chain);
}

/** Tables whose rows an entry vouches for, each with the columns that may still change afterwards. */
export const SEALED = {
  submissions: ['body_json', 'opened_at', 'opened_by', 'withdrawn_at'], // sha256 vouches for the body
  reviews: [],
  decisions: ['voided_at'],
  conditions: ['state', 'revision', 'note', 'due_on', 'words', 'offered'],
  boards: ['dissolved_by', 'dissolved_at', 'dissolved_reason'],
  board_views: [],
  covers: ['membership_id', 'ended_at', 'ended_by'],
  interests: [],
  verdicts: [],
  statements: ['withdrawn_by', 'withdrawn_at', 'withdrawn_reason'],
} as const satisfies { [T in keyof Database]?: readonly (keyof Row<T>)[] };
export type SealedTable = keyof typeof SEALED;

/** What is vouched for of these rows: every column that never changes and is neither null nor '', so that a column added later alters nothing. */
export async function sealedRows(reader: Reader, table: SealedTable, ids: readonly Id[]): Promise<Map<Id, Record<string, unknown>>> {
  const rows = ids.length ? await reader.db.selectFrom(table).selectAll().where('id', 'in', [...ids]).execute() : [];
  const open: readonly string[] = SEALED[table];
  return new Map(rows.map((row) => [row.id, Object.fromEntries(Object.entries(row).filter(([column, value]) => value !== null && value !== '' && !open.includes(column)))]));
}

/** The rows of a table that are in force or were: drafts of reviews are nobody's word yet. */
export async function idsToSeal(reader: Reader, table: SealedTable, after: Id, limit: number): Promise<Id[]> {
  const rows = await reader.db
    .selectFrom(table)
    .select('id')
    .where('id', '>', after)
    .$if(table === 'reviews', (query) => query.where(sql<boolean>`sent_at is not null`))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** The case a sealed row belongs to. */
export async function casesOfSealed(reader: Reader, table: SealedTable, ids: readonly Id[]): Promise<Map<Id, Id>> {
  if (ids.length === 0) return new Map();
  const rows = table === 'verdicts'
    ? await reader.db.selectFrom('verdicts as v').innerJoin('benefits as b', 'b.id', 'v.benefit_id').select(['v.id', 'b.case_id']).where('v.id', 'in', [...ids]).execute()
    : await reader.db.selectFrom(table).select(['id', 'case_id']).where('id', 'in', [...ids]).execute();
  return new Map(rows.map((row) => [row.id, row.case_id]));
}

/** Every row of a sealed table in one case, as it stands; drafts of reviews and bodies of versions stay out. */
export const rowsToCopy = (reader: Reader, table: SealedTable, caseId: Id): Promise<Record<string, unknown>[]> =>
  reader.db
    .selectFrom(table)
    .selectAll()
    .$if(table === 'verdicts', (query) => query.where(sql<boolean>`benefit_id in (select id from benefits where case_id = ${caseId})`))
    .$if(table !== 'verdicts', (query) => query.where(sql<boolean>`case_id = ${caseId}`))
    .$if(table === 'reviews', (query) => query.where(sql<boolean>`sent_at is not null`))
    .orderBy('id')
    .execute();
