import { PostgresAdapter, sql, type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool } from 'kysely';
import type { Reader } from './database.server.ts';
import type { Database, Id, Row } from './schema.ts';

/** What somebody may find in some cases: entries of an audience, in these stages, or in any for null. */
export interface Scope {
  /** null: in every case. */
  cases: readonly Id[] | null;
  reach: readonly { audience: string; stages: readonly string[] | null }[];
}
export interface Words {
  /** All of them must be there; the last may be the beginning of a longer one. */
  terms: readonly string[];
  scopes: readonly Scope[];
  kind?: Row<'search_entries'>['kind'] | undefined;
  limit: number;
  offset: number;
}

/** Of what so many words fit, only the newest are put in order: nobody reads further, and a common word stays quick. */
const NEWEST = 1000;
/** Up to so many cases are words of the search themselves; beyond, most of what is found is of one of them. */
const FEW = 100;

/** Entries with all the words that the reader may find, best first. The permission is part of the query. */
export async function entriesWith(reader: Reader, { terms, scopes, kind, limit, offset }: Words): Promise<Row<'search_entries'>[]> {
  if (!terms.length || !scopes.length) return [];
  const { words, rank, matches, among } = reader.db.getExecutor().adapter instanceof PostgresAdapter ? onPostgres(terms) : onSqlite(terms, scopes);
  const found = reader.db
    .selectFrom(words.as('search_words'))
    .innerJoin('search_entries', 'search_entries.number', 'search_words.number')
    .selectAll('search_entries')
    .select(rank.as('rank'))
    .where(matches)
    .where((eb) => eb.or(scopes.map((scope) => within(eb, scope, among))))
    .$if(kind !== undefined, (query) => query.where('search_entries.kind', '=', kind!))
    .orderBy('search_words.number', 'desc')
    .limit(NEWEST);
  const rows = await reader.db.selectFrom(found.as('found')).selectAll().orderBy('rank').orderBy('number', 'desc').limit(limit).offset(offset).execute();
  return rows.map(({ rank: _, ...row }) => row);
}

function within(eb: ExpressionBuilder<Database, 'search_entries'>, { cases, reach }: Scope, among: Engine['among']): Expression<SqlBool> {
  return eb.and([
    ...(cases === null ? [] : [among(cases)]),
    eb.or(reach.map(({ audience, stages }) => eb.and([eb('search_entries.audience', '=', audience), ...(stages === null ? [] : [eb('search_entries.stage', 'in', [...stages])])]))),
  ]);
}

interface Engine {
  words: RawBuilder<{ number: number }>;
  /** Lower is better. */
  rank: RawBuilder<number>;
  matches: RawBuilder<SqlBool>;
  /** The entry is of one of these cases: one parameter, however many there are. */
  among(cases: readonly Id[]): RawBuilder<SqlBool>;
}

/** FTS5 reads a language of its own: each word is quoted, so that nothing typed is an operator. */
function onSqlite(terms: readonly string[], scopes: readonly Scope[]): Engine {
  const quoted = terms.map((term) => `"${term.replaceAll('"', '""')}"`);
  const words = `{title body} : (${quoted.join(' AND ')}*)`;
  const cases = scopes.some((scope) => scope.cases === null) ? [] : scopes.flatMap((scope) => scope.cases ?? []);
  const match = cases.length && cases.length <= FEW ? `scope : (${cases.map((id) => `"${id.replaceAll('-', '')}"`).join(' OR ')}) AND ${words}` : words;
  return {
    words: sql`(select rowid as number, bm25(search_words, 4.0, 1.0, 0.0) as rank from search_words where search_words match ${match})`,
    rank: sql`search_words.rank`, matches: sql`true`, among: (of) => sql`search_entries.case_id in (select value from json_each(${JSON.stringify(of)}))`,
  };
}

function onPostgres(terms: readonly string[]): Engine {
  const last = sql`to_tsquery('english', ${`'${terms.at(-1)!.replaceAll('\\', '\\\\').replaceAll("'", "''")}':*`})`;
  const query = terms.length > 1 ? sql`(plainto_tsquery('english', ${terms.slice(0, -1).join(' ')}) && ${last})` : last;
  return { words: sql`search_words`, rank: sql`-ts_rank(search_words.words, ${query})`, matches: sql`search_words.words @@ ${query}`, among: (of) => sql`search_entries.case_id = any(${[...of]})` };
}
