import { createTable, keepRows, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'benefits', ({ whole, decimal }) => `
    id text primary key not null,
    case_id text not null references cases (id),
    number ${whole} not null,
    title text not null,
    beneficiary text not null,
    category text not null,
    promised_stage text not null,
    promised_question text,
    measure text,
    unit text,
    direction text ${oneOf('direction', 'up', 'down', 'maintain', 'band')},
    baseline ${decimal},
    baseline_source text,
    baseline_on text,
    target ${decimal},
    target_on text,
    value_per_year_pence ${whole},
    treatment text ${oneOf('treatment', 'contracted', 'monitored', 'notContracted')},
    treatment_reason text,
    treatment_by text references people (id),
    treatment_at text,
    clause text,
    frequency text,
    consequence text,
    revision ${whole} not null,
    "by" text not null references people (id),
    at text not null,
    withdrawn_at text,
    withdrawn_reason text,
    unique (case_id, number)
  `);
  await createTable(db, kind, 'readings', ({ whole, decimal }) => `
    id text primary key not null,
    benefit_id text not null references benefits (id),
    period_on text not null,
    value ${decimal} not null,
    numerator ${decimal},
    denominator ${decimal},
    n ${whole},
    quality text not null ${oneOf('quality', 'A', 'B', 'C', 'D')},
    note text not null,
    replaces_id text unique references readings (id),
    "by" text not null references people (id),
    at text not null
  `);
  await run(db, 'create index readings_of_benefit on readings (benefit_id, period_on, at)');
  await keepRows(db, kind, 'readings', 'a reading is corrected by a new one, never deleted');
  await refuse(db, kind, {
    name: 'readings_keep',
    table: 'readings',
    before: 'update',
    sentence: 'a reading is corrected by a new one, never changed',
  });
}
