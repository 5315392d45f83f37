import { createTable, keepRows, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

const states = oneOf('state', 'answered', 'unknown', 'notApplicable', 'unreadable');

export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'answers', ({ whole }) => `
    case_id text not null references cases (id),
    question text not null,
    revision ${whole} not null,
    state text not null ${states},
    value_json text,
    raw_json text,
    known_by_on text,
    reason text,
    "by" text not null references people (id),
    at text not null,
    primary key (case_id, question)
  `);
  await createTable(db, kind, 'answer_versions', ({ whole }) => `
    id text primary key not null,
    case_id text not null references cases (id),
    question text not null,
    revision ${whole} not null,
    state text not null ${states},
    value_json text,
    raw_json text,
    known_by_on text,
    reason text,
    "by" text not null references people (id),
    at text not null,
    collided_at text,
    settled_at text,
    settled_by text references people (id)
  `);
  await run(db, 'create index answer_versions_of_question on answer_versions (case_id, question, at, id)');
  await run(db, 'create index answer_versions_collided on answer_versions (case_id) where collided_at is not null and settled_at is null');
  await keepRows(db, kind, 'answer_versions', 'an earlier wording is never deleted');
  await refuse(db, kind, {
    name: 'answer_versions_keep',
    table: 'answer_versions',
    before: 'update of id, case_id, question, revision, state, value_json, raw_json, known_by_on, reason, "by", at, collided_at',
    sentence: 'an earlier wording is never changed',
  });
}
