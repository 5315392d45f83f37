import { createTable, oneOf, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'notifications', () => `
    id text primary key not null,
    person_id text not null references people (id),
    case_id text references cases (id),
    kind text not null ${oneOf('kind', 'needsYou', 'information')},
    text text not null,
    link text not null,
    at text not null,
    read_at text
  `);
  await run(db, 'create index notifications_of_person on notifications (person_id, at, id)');
  await run(db, 'create index notifications_unread on notifications (person_id, link) where read_at is null');
  await createTable(db, kind, 'outbox', ({ whole }) => `
    id text primary key not null,
    dedupe text not null unique,
    to_name text not null,
    to_address text not null,
    subject text not null,
    text text not null,
    queued_at text not null,
    due_at text not null,
    attempts ${whole} not null,
    leased_until_at text,
    sent_at text,
    dead_at text,
    last_error text
  `);
  await run(db, 'create index outbox_due on outbox (due_at) where sent_at is null and dead_at is null');
  await run(db, 'create index outbox_latest on outbox (queued_at, id)');
}
