import { createTable, oneOf, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'holds', () => `
    id text primary key not null,
    case_id text not null references cases (id),
    kind text not null ${oneOf('kind', 'paused', 'frozen')},
    reason text not null,
    from_at text not null,
    "by" text not null references people (id),
    until_at text,
    ended_by text references people (id),
    end_reason text
  `);
  await run(db, 'create index holds_of_case on holds (case_id, from_at)');
  await createTable(db, kind, 'stages', ({ whole }) => `
    id text primary key not null,
    case_id text not null references cases (id),
    stage text not null,
    machine_version ${whole} not null,
    state text not null,
    revision ${whole} not null,
    turn_since_at text,
    due_on text,
    opened_at text,
    unique (case_id, stage)
  `);
  await createTable(db, kind, 'section_marks', () => `
    case_id text not null references cases (id),
    section text not null,
    completed_by text not null references people (id),
    completed_at text not null,
    primary key (case_id, section)
  `);
}
