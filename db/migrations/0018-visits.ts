import { createTable, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'visits', () => `
    person_id text not null references people (id),
    subject text not null,
    at text not null,
    before_at text,
    primary key (person_id, subject)
  `);
  await createTable(db, kind, 'read_marks', () => `
    person_id text not null references people (id),
    submission_id text not null references submissions (id),
    section text not null,
    at text not null,
    primary key (person_id, submission_id, section)
  `);
  await createTable(db, kind, 'idempotency_keys', () => `
    key text primary key not null,
    person_id text not null references people (id),
    payload_hash text not null,
    result_json text not null,
    at text not null
  `);
  await run(db, 'create index idempotency_keys_by_age on idempotency_keys (at)');
}
