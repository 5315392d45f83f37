import { createTable, oneOf, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'people', () => `
    id text primary key not null,
    email text not null unique check (email = lower(email)),
    name text not null,
    job_title text not null,
    organisation_id text references organisations (id),
    password_hash text,
    confirmed_at text,
    disabled_at text,
    colour_scheme text ${oneOf('colour_scheme', 'light', 'dark')},
    created_at text not null
  `);
  await createTable(db, kind, 'appointments', () => `
    id text primary key not null,
    person_id text not null references people (id),
    post text not null ${oneOf('post', 'support', 'auditor', 'admin')},
    from_at text not null,
    until_at text
  `);
  await run(db, 'create unique index appointments_live on appointments (person_id, post) where until_at is null');
}
