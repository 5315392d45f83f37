import { createTable, keepRows, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'documents', ({ whole }) => `
    id text primary key not null,
    case_id text not null references cases (id),
    stage text,
    kind text not null,
    title text not null,
    file_name text not null,
    media_type text not null,
    bytes ${whole} not null check (bytes >= 0),
    content text not null,
    seen_by text not null ${oneOf('seen_by', 'team', 'mentor', 'reviewers', 'everyone')},
    personal_data_at text,
    version ${whole} not null,
    replaces_id text unique references documents (id),
    replaced_at text,
    withdrawn_at text,
    condition_id text references conditions (id),
    "by" text not null references people (id),
    at text not null
  `);
  await run(db, 'create index documents_of_case on documents (case_id, at, id)');
  await keepRows(db, kind, 'documents', 'a document is withdrawn, never deleted');
  await refuse(db, kind, {
    name: 'documents_keep',
    table: 'documents',
    before: 'update of id, case_id, bytes, content, version, replaces_id, "by", at',
    sentence: 'the content of a document never changes; replace it with a new version',
  });
}
