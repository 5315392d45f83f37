import { createTable, keepRows, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/**
 * A comment may offer words for the answer, which are taken or declined; people are mentioned in it, and it is turned into
 * tasks. Until now everybody on the approver's side spoke to the team, and the rest among themselves: that becomes the audience.
 */
export async function up(db: Any, kind: Kind) {
  const whole = kind === 'sqlite' ? 'integer' : 'bigint';
  for (const column of ['proposed_by text references people (id)', 'proposed_at text', `proposed_on ${whole}`, "outcome text check (outcome in ('taken', 'declined'))", 'outcome_by text references people (id)', 'outcome_at text']) {
    await run(db, `alter table comments add column ${column}`);
  }
  await run(db, `update comments set audience = case when exists (select 1 from memberships m where m.case_id = comments.case_id and m.person_id = comments."by"
    and m.role in ('sponsor', 'secondLine', 'finance', 'hr', 'quality', 'legal')) then 'reviewers' else 'mentor' end`);
  await run(db, 'create index comments_of_case on comments (case_id, at, id)');
  await run(db, 'create index comments_of_question on comments (case_id, question, at, id)');
  await run(db, 'create index comments_counted on comments (case_id, stage, audience, state, kind, question, sent_at, "by")');
  await run(db, 'alter table answer_versions add column comment_id text references comments (id)');
  await createTable(db, kind, 'comment_mentions', () => `
    comment_id text not null references comments (id) on delete cascade,
    person_id text not null references people (id),
    at text not null,
    primary key (comment_id, person_id)
  `);
  await run(db, 'create index comment_mentions_of_person on comment_mentions (person_id)');
  await createTable(db, kind, 'comment_tasks', () => `
    id text primary key not null,
    case_id text not null references cases (id),
    comment_id text not null references comments (id),
    text text not null,
    owner_id text not null references people (id),
    due_on text not null,
    "by" text not null references people (id),
    at text not null,
    done_at text,
    done_by text references people (id)
  `);
  await run(db, 'create index comment_tasks_of_comment on comment_tasks (comment_id, at)');
  await run(db, 'create index comment_tasks_open on comment_tasks (owner_id, due_on) where done_at is null');
  await keepRows(db, kind, 'comment_tasks', 'a task is ticked off, never deleted');
}
