import { createTable, oneOf, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'conditions', ({ whole }) => `
    id text primary key not null,
    case_id text not null references cases (id),
    stage text not null,
    decision_id text not null references decisions (id),
    number ${whole} not null,
    text text not null,
    evidence text not null,
    owner_id text not null references people (id),
    verifier_id text not null references people (id),
    due_on text not null,
    blocks text not null ${oneOf('blocks', 'nextStage', 'contract', 'goLive', 'nothing')},
    machine_version ${whole} not null,
    state text not null,
    revision ${whole} not null,
    note text not null,
    "by" text not null references people (id),
    at text not null,
    unique (decision_id, number)
  `);
  await run(db, 'create index conditions_of_case on conditions (case_id, at, number)');
}
