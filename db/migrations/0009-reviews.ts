import { createTable, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';
import { isInsider } from './insider.ts';

export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'reviews', () => `
    id text primary key not null,
    submission_id text not null references submissions (id),
    case_id text not null references cases (id),
    role text not null,
    verdict text ${oneOf('verdict', 'supported', 'supportedWithComments', 'notSupported', 'statement')},
    comment text not null,
    "by" text not null references people (id),
    saved_at text not null,
    sent_at text,
    unique (submission_id, role, "by")
  `);
  await run(db, 'create index reviews_of_case on reviews (case_id)');
  const insider = { table: 'reviews', when: isInsider, sentence: 'nobody reviews a case they have a part in' };
  await refuse(db, kind, { ...insider, name: 'reviews_outsiders_write', before: 'insert' });
  await refuse(db, kind, { ...insider, name: 'reviews_outsiders_send', before: 'update' });
  const sent = { table: 'reviews', when: 'old.sent_at is not null', sentence: 'a review that was sent stays as it is' };
  await refuse(db, kind, { ...sent, name: 'reviews_sent_keep', before: 'update' });
  await refuse(db, kind, { ...sent, name: 'reviews_sent_stay', before: 'delete' });
}
