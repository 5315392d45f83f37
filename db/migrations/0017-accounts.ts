import { createTable, oneOf, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'invitations', () => `
    id text primary key not null,
    case_id text not null references cases (id),
    email text not null check (email = lower(email)),
    name text not null,
    role text not null,
    stages_json text,
    organisation_id text references organisations (id),
    token_hash text not null unique,
    invited_by text not null references people (id),
    at text not null,
    expires_at text not null,
    accepted_at text,
    withdrawn_at text
  `);
  await run(db, 'create index invitations_of_case on invitations (case_id, at)');
  await createTable(db, kind, 'tokens', () => `
    token_hash text primary key not null,
    person_id text not null references people (id),
    purpose text not null ${oneOf('purpose', 'confirm', 'reset')},
    expires_at text not null,
    used_at text
  `);
  await run(db, 'create index tokens_of_person on tokens (person_id, purpose) where used_at is null');
  await createTable(db, kind, 'sessions', () => `
    id text primary key not null,
    user_id text not null references people (id),
    expires_at text not null,
    created_at text not null,
    proved_at text not null
  `);
  await run(db, 'create index sessions_of_person on sessions (user_id)');
  await run(db, 'create index sessions_by_end on sessions (expires_at)');
  await createTable(db, kind, 'held_saves', () => `
    token_hash text primary key not null,
    person_id text not null references people (id),
    path text not null,
    form_json text not null,
    held_at text not null
  `);
  await run(db, 'create index held_saves_by_age on held_saves (held_at)');
}
