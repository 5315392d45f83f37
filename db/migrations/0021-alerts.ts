import { createTable, keepRows, oneOf, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** Early warning: a threshold of the failure plan that a measure has crossed, and what is done about it. */
export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'alerts', ({ whole, decimal }) => `
    id text primary key not null,
    case_id text not null references cases (id),
    sign text not null,
    level text not null ${oneOf('level', 'amber', 'red')},
    reading_id text references readings (id),
    value ${decimal},
    threshold ${decimal},
    period_on text not null,
    step text not null ${oneOf('step', 'usual', 'enhanced', 'contingency', 'invoke')},
    owner_id text references people (id),
    due_on text not null,
    opened_at text not null,
    seen_by text references people (id),
    seen_at text,
    closed_by text references people (id),
    closed_at text,
    closed_reason text,
    revision ${whole} not null
  `);
  await run(db, 'create index alerts_of on alerts (case_id, opened_at)');
  await run(db, 'create unique index alerts_open on alerts (case_id, sign) where closed_at is null');
  await keepRows(db, kind, 'alerts', 'a warning is closed with a reason, never deleted');
}
