import { createTable, keepRows, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** What a team tells other teams: up to three that stand, each in a place of its own so that two people never make a fourth. */
export async function up(db: Any, kind: Kind) {
  const table = 'lessons';
  await createTable(db, kind, table, ({ whole }) => `
    id text primary key not null,
    case_id text not null references cases (id),
    place ${whole} not null check (place between 1 and 3),
    title text not null,
    happened text not null,
    differently text not null,
    stage text not null,
    topic text not null,
    readers text not null ${oneOf('readers', 'everyone', 'signedIn')},
    "by" text not null references people (id),
    at text not null,
    changed_by text references people (id),
    changed_at text,
    withdrawn_by text references people (id),
    withdrawn_at text,
    withdrawn_reason text,
    revision ${whole} not null
  `);
  await run(db, `create unique index ${table}_places on ${table} (case_id, place) where withdrawn_at is null`);
  await run(db, `create index ${table}_of_stage on ${table} (stage, at) where withdrawn_at is null`);
  await run(db, `create index ${table}_of_topic on ${table} (topic, at) where withdrawn_at is null`);
  await keepRows(db, kind, table, 'a lesson is withdrawn with a reason, never deleted');
  await refuse(db, kind, { name: `${table}_keep`, table, before: 'update of id, case_id, place, "by", at', sentence: 'a lesson never becomes one of another team' });
  await refuse(db, kind, { name: `${table}_over`, table, before: 'update', when: 'old.withdrawn_at is not null', sentence: 'a lesson that was withdrawn stays as it was' });
}
