import { createTable, keepRows, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** What an enterprise says in public of its promises, frozen as published. */
export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'statements', ({ whole }) => `
    id text primary key not null,
    case_id text not null references cases (id),
    number ${whole} not null,
    address text not null,
    body_json text not null,
    sha256 text not null,
    "by" text not null references people (id),
    at text not null,
    withdrawn_by text references people (id),
    withdrawn_at text,
    withdrawn_reason text,
    unique (case_id, number)
  `);
  await run(db, 'create index statements_at on statements (address, number)');
  await keepRows(db, kind, 'statements', 'a published statement is withdrawn with a reason, never deleted');
}
