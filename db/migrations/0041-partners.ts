import { createTable, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** Partners who must confirm a stage before it is sent, and the very text that each confirmed. */
export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'stage_partners', () => `
    case_id text not null references cases (id),
    stage text not null,
    person_id text not null references people (id),
    "by" text not null references people (id),
    at text not null,
    confirmed_hash text,
    confirmed_at text,
    primary key (case_id, stage, person_id)
  `);
  await run(db, 'create index stage_partners_of_person on stage_partners (person_id)');
}
