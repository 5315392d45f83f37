import { createTable, keepRows, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** What mentors write for others: answers that became guidance with the consent of both sides, and a short note each week. */
export async function up(db: Any, kind: Kind) {
  const table = 'shared_guidance';
  await createTable(db, kind, table, () => `
    id text primary key not null,
    case_id text not null references cases (id),
    comment_id text not null references comments (id),
    question text not null,
    stage text not null,
    topic text not null,
    title text not null,
    text text not null,
    mentor_id text not null references people (id),
    "by" text not null references people (id),
    at text not null,
    mentor_agreed_at text,
    lead_agreed_at text,
    lead_agreed_by text references people (id),
    published_at text,
    ended_at text,
    ended_by text references people (id),
    outcome text ${oneOf('outcome', 'refused', 'takenBack', 'withdrawn')},
    check (published_at is null or (mentor_agreed_at is not null and lead_agreed_at is not null)),
    check ((ended_at is null) = (outcome is null))
  `);
  await run(db, `create unique index shared_guidance_once on ${table} (comment_id) where ended_at is null`);
  await run(db, `create index shared_guidance_shown on ${table} (question) where published_at is not null and ended_at is null`);
  await run(db, `create index shared_guidance_by_mentor on ${table} (mentor_id)`);
  await keepRows(db, kind, table, 'what was asked of a mentor and a team is never deleted');
  await refuse(db, kind, { name: `${table}_keep`, table, before: 'update of id, case_id, comment_id, question, stage, topic, title, text, mentor_id, "by", at', sentence: 'words that somebody was asked to agree to are never changed; propose them anew' });
  await refuse(db, kind, { name: `${table}_over`, table, before: 'update', when: 'old.ended_at is not null', sentence: 'this guidance has ended' });
  await weeks(db, kind);
}

async function weeks(db: Any, kind: Kind) {
  await createTable(db, kind, 'mentor_weeks', () => `
    id text primary key not null,
    case_id text not null references cases (id),
    mentor_id text not null references people (id),
    week_on text not null,
    moved text not null,
    stuck text not null,
    next text not null,
    at text not null,
    unique (case_id, mentor_id, week_on)
  `);
  await keepRows(db, kind, 'mentor_weeks', 'a note of the week stays');
  await refuse(db, kind, { name: 'mentor_weeks_keep', table: 'mentor_weeks', before: 'update', sentence: 'a note of the week is never rewritten' });
}
