import { createTable, keepRows, refuse } from './kit.ts';
import type { Any, Kind } from './kit.ts';

export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'submissions', ({ whole }) => `
    id text primary key not null,
    case_id text not null references cases (id),
    stage text not null,
    number ${whole} not null,
    body_json text not null,
    sha256 text not null,
    sent_by text not null references people (id),
    sent_at text not null,
    opened_at text,
    opened_by text references people (id),
    withdrawn_at text,
    unique (case_id, stage, number)
  `);
  await keepRows(db, kind, 'submissions', 'a sent version is never deleted');
  await refuse(db, kind, {
    name: 'submissions_keep',
    table: 'submissions',
    before: 'update of id, case_id, stage, number, body_json, sha256, sent_by, sent_at',
    sentence: 'a sent version is never changed',
  });
}
