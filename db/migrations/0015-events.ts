import { createTable, keepRows, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'events', () => `
    id text primary key not null,
    case_id text references cases (id),
    kind text not null,
    actor_id text references people (id),
    actor_role text not null,
    at text not null,
    subject_json text not null,
    sentence text not null
  `);
  await run(db, 'create index events_of_case on events (case_id, at, id)');
  await keepRows(db, kind, 'events', 'what happened is never deleted');
  await refuse(db, kind, { name: 'events_keep', table: 'events', before: 'update', sentence: 'what happened is never changed' });
}
