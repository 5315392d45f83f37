import { createTable } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** Who is writing at which question just now. Nothing of it is kept: it says how things are, not how they were. */
export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'presences', () => `
    case_id text not null references cases (id),
    person_id text not null references people (id),
    question text not null,
    since_at text not null,
    seen_at text not null,
    primary key (case_id, person_id)
  `);
}
