import { createTable, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** Who in the team writes which section, and by when; and stages in which a member of the team only comments or reads. */
export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'section_assignments', () => `
    case_id text not null references cases (id),
    section text not null,
    stage text not null,
    person_id text not null references people (id),
    due_on text,
    "by" text not null references people (id),
    at text not null,
    primary key (case_id, section)
  `);
  await run(db, 'create index section_assignments_of_person on section_assignments (person_id)');
  await run(db, 'alter table memberships add column access_json text');
  await run(db, 'alter table invitations add column access_json text');
}
