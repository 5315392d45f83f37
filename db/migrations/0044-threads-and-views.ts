import { createTable, keepRows, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** Replies to a comment, in order: until now it had one answer, which opens its thread. And filters that people keep under a name. */
export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'comment_replies', () => `
    id text primary key not null,
    comment_id text not null references comments (id),
    text text not null,
    "by" text not null references people (id),
    at text not null
  `);
  await run(db, 'create index comment_replies_of on comment_replies (comment_id, at)');
  await run(db, 'insert into comment_replies (id, comment_id, text, "by", at) select id, id, reply, replied_by, replied_at from comments where reply is not null and replied_by is not null and replied_at is not null');
  await keepRows(db, kind, 'comment_replies', 'a reply that was sent stays');
  await refuse(db, kind, { name: 'comment_replies_keep', table: 'comment_replies', before: 'update', sentence: 'a reply that was sent is never rewritten' });
  await createTable(db, kind, 'saved_views', () => `
    id text primary key not null,
    person_id text not null references people (id),
    page text not null ${oneOf('page', 'cases', 'programme-cases', 'mentors')},
    name text not null,
    search text not null,
    at text not null,
    unique (person_id, page, name)
  `);
}
