import { createTable, keepRows, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** Who ever was in a team can never decide on its case: so these rows are ended, never deleted or rewritten. */
export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'memberships', () => `
    id text primary key not null,
    case_id text not null references cases (id),
    person_id text not null references people (id),
    role text not null,
    organisation_id text references organisations (id),
    stages_json text,
    invited_by text not null references people (id),
    from_at text not null,
    until_at text
  `);
  await run(db, 'create unique index memberships_live on memberships (case_id, person_id, role) where until_at is null');
  await run(db, 'create index memberships_of_case on memberships (case_id, from_at)');
  await run(db, 'create index memberships_live_of_person on memberships (person_id, case_id) where until_at is null');
  await keepRows(db, kind, 'memberships', 'a membership is ended, never deleted');
  await refuse(db, kind, {
    name: 'memberships_keep_who',
    table: 'memberships',
    before: 'update of id, case_id, person_id, role, from_at',
    sentence: 'a membership never changes whose it was; end it and start another',
  });
  await createTable(db, kind, 'interests', () => `
    id text primary key not null,
    case_id text not null references cases (id),
    person_id text not null references people (id),
    kind text not null ${oneOf('kind', 'director', 'shareholder', 'employee', 'other', 'none')},
    detail text not null,
    declared_at text not null
  `);
  await run(db, 'create index interests_of_case on interests (case_id, person_id)');
  await keepRows(db, kind, 'interests', 'a declared interest is never deleted');
  await refuse(db, kind, {
    name: 'interests_keep',
    table: 'interests',
    before: 'update',
    sentence: 'a declared interest is never changed; declare another',
  });
}
