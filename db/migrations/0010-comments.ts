import { createTable, oneOf, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'comments', () => `
    id text primary key not null,
    case_id text not null references cases (id),
    stage text not null,
    question text not null,
    submission_id text references submissions (id),
    kind text not null ${oneOf('kind', 'question', 'suggestion', 'mustChange')},
    text text not null,
    proposed text,
    audience text not null ${oneOf('audience', 'team', 'mentor', 'reviewers')},
    state text not null ${oneOf('state', 'open', 'answered', 'settled')},
    reply text,
    replied_by text references people (id),
    replied_at text,
    settled_by text references people (id),
    settled_at text,
    "by" text not null references people (id),
    at text not null,
    sent_at text
  `);
  await run(db, 'create index comments_of_stage on comments (case_id, stage, at)');
  await run(db, 'create index comments_drafted on comments (submission_id, "by") where sent_at is null');
}
