import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/* Frozen: released migrations rest on it. It may gain a function; what is here never changes what it does. */

export type Any = Kysely<any>;
export type Kind = 'sqlite' | 'postgres';

export const run = (db: Any, statement: string) => sql.raw(statement).execute(db);

/** The types that differ: `whole` holds pence beyond 2^31, `decimal` a double. */
export interface Types {
  whole: string;
  decimal: string;
}
const TYPES: Record<Kind, Types> = {
  sqlite: { whole: 'integer', decimal: 'real' },
  postgres: { whole: 'bigint', decimal: 'double precision' },
};

/** Creates a table from its columns as SQL; STRICT on SQLite. */
export async function createTable(db: Any, kind: Kind, name: string, columns: (types: Types) => string) {
  await run(db, `create table ${name} (${columns(TYPES[kind])})${kind === 'sqlite' ? ' strict' : ''}`);
}

/** A check that closes a set: `kind in ('a', 'b')`. */
export const oneOf = (column: string, ...values: string[]) =>
  `check (${column} in (${values.map((value) => `'${value}'`).join(', ')}))`;

export interface Refusal {
  name: string;
  table: string;
  /** "delete", "insert", "update", "update of a, b" */
  before: string;
  /** SQL on new.* and old.*; absent: always. */
  when?: string;
  /** A sentence without its full stop, nor quotes. */
  sentence: string;
}

/** A trigger that refuses, with a message that begins "slipway: ". */
export async function refuse(db: Any, kind: Kind, { name, table, before, when, sentence }: Refusal) {
  if (kind === 'sqlite') {
    const only = when ? `when ${when} ` : '';
    await run(db, `create trigger ${name} before ${before} on ${table} for each row ${only}begin select raise(abort, 'slipway: ${sentence}'); end`);
    return;
  }
  const raise = `raise exception 'slipway: ${sentence}';`;
  const body = when ? `if ${when} then ${raise} end if; return coalesce(new, old);` : raise;
  await run(db, `create function ${name}() returns trigger language plpgsql as $$ begin ${body} end $$`);
  await run(db, `create trigger ${name} before ${before} on ${table} for each row execute function ${name}()`);
}

/** Rows that stay: neither deleted nor, on PostgreSQL, truncated. */
export async function keepRows(db: Any, kind: Kind, table: string, sentence: string) {
  await refuse(db, kind, { name: `${table}_stay`, table, before: 'delete', sentence });
  if (kind === 'sqlite') return;
  await run(db, `create trigger ${table}_stay_all before truncate on ${table} for each statement execute function ${table}_stay()`);
}
