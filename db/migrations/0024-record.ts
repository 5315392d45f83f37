import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { createTable, keepRows, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** Events become entries of chains: each carries a hash over itself and the entry before. Heads of chains are signed. */
export async function up(db: Any, kind: Kind) {
  await run(db, kind === 'sqlite' ? 'drop trigger events_keep' : 'drop trigger events_keep on events; drop function events_keep()');
  const whole = kind === 'sqlite' ? 'integer' : 'bigint';
  for (const column of ["chain text not null default ''", `number ${whole} not null default 0`, "hash text not null default ''"]) {
    await run(db, `alter table events add column ${column}`);
  }
  await linkWhatIsThere(db);
  await run(db, 'create unique index events_in_chain on events (chain, number)');
  await refuse(db, kind, { name: 'events_keep', table: 'events', before: 'update', sentence: 'what happened is never changed' });
  await refuse(db, kind, {
    name: 'events_follow', table: 'events', before: 'insert', sentence: 'an entry follows the last one of its chain',
    when: `new.chain <> coalesce(new.case_id, new.actor_id, 'slipway') or length(new.hash) <> 64
      or new.number <> 1 + coalesce((select max(e.number) from events e where e.chain = new.chain), 0)`,
  });
  await createTable(db, kind, 'record_keys', () => `
    id text primary key not null,
    public_key text not null,
    from_at text not null
  `);
  await createTable(db, kind, 'record_heads', ({ whole: number }) => `
    id text primary key not null,
    chain text not null,
    number ${number} not null,
    hash text not null,
    at text not null,
    why text not null ${oneOf('why', 'decision', 'daily')},
    key_id text not null references record_keys (id),
    signature text not null
  `);
  await run(db, 'create index record_heads_of_chain on record_heads (chain, number)');
  for (const table of ['record_keys', 'record_heads']) {
    await keepRows(db, kind, table, 'what was signed is never deleted');
    await refuse(db, kind, { name: `${table}_keep`, table, before: 'update', sentence: 'what was signed is never changed' });
  }
}

interface Old {
  id: string; case_id: string | null; kind: string; actor_id: string | null; actor_role: string; at: string; subject_json: string; sentence: string;
}
const AT_ONCE = 1000;

/** Events of earlier releases, in the order they were shown in. The bytes that are hashed are those of app/domain/record/chain.server.ts. */
async function linkWhatIsThere(db: Any) {
  const last = new Map<string, { number: number; hash: string }>();
  for (let after: { at: string; id: string } | undefined = { at: '', id: '' }; after; ) {
    const { rows }: { rows: Old[] } = await sql<Old>`
      select id, case_id, kind, actor_id, actor_role, at, subject_json, sentence from events
      where at > ${after.at} or (at = ${after.at} and id > ${after.id}) order by at, id limit ${AT_ONCE}`.execute(db);
    for (const { case_id, actor_id, actor_role, subject_json, id, kind, at, sentence } of rows) {
      const chain = case_id ?? actor_id ?? 'slipway';
      const before = last.get(chain) ?? { number: 0, hash: '' };
      const number = before.number + 1;
      const text = JSON.stringify({ actor: actor_id, at, case: case_id, chain, id, kind, number, previous: before.hash, role: actor_role, sentence, subject: subject_json });
      const hash = createHash('sha256').update(text).digest('hex');
      await sql`update events set chain = ${chain}, number = ${number}, hash = ${hash} where id = ${id}`.execute(db);
      last.set(chain, { number, hash });
    }
    after = rows.length === AT_ONCE ? rows.at(-1) : undefined;
  }
}
