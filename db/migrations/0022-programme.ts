import { createTable, keepRows, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** What the programme as a whole is for: objectives set by the support unit, the cases tagged to them, and its dated figures. */
export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'objectives', ({ whole }) => `
    id text primary key not null,
    number ${whole} not null unique,
    title text not null,
    indicator text not null,
    "by" text not null references people (id),
    at text not null,
    retired_at text,
    retired_reason text
  `);
  await keepRows(db, kind, 'objectives', 'an objective is retired with a reason, never deleted');
  await createTable(db, kind, 'case_objectives', () => `
    case_id text not null references cases (id),
    objective_id text not null references objectives (id),
    "by" text not null references people (id),
    at text not null,
    primary key (case_id, objective_id)
  `);
  await createTable(db, kind, 'programme_figures', ({ decimal }) => `
    id text primary key not null,
    title text not null,
    value ${decimal} not null,
    unit text not null,
    as_at_on text not null,
    definition text not null,
    source text not null,
    replaces_id text unique references programme_figures (id),
    "by" text not null references people (id),
    at text not null
  `);
  await keepRows(db, kind, 'programme_figures', 'a figure is replaced by a later one, never deleted');
  await run(db, 'create index benefits_of_category on benefits (category, case_id)');
}
