import { createTable, oneOf, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** What each notice is about and when it is mailed, as each person chose; what waits for the summary of a day; reminders, each sent once. */
export async function up(db: Any, kind: Kind) {
  await run(db, "alter table notifications add column about text not null default 'other'");
  await run(db, `alter table notifications add column pace text ${oneOf('pace', 'once', 'daily', 'off')}`);
  await run(db, 'alter table notifications add column summed_at text');
  await run(db, "create index notifications_for_summary on notifications (person_id, at) where pace = 'daily' and summed_at is null");
  await createTable(db, kind, 'notice_choices', () => `
    person_id text not null references people (id),
    kind text not null ${oneOf('kind', 'needsYou', 'information')},
    about text not null,
    pace text not null ${oneOf('pace', 'once', 'daily', 'off')},
    at text not null,
    primary key (person_id, kind, about),
    check (kind <> 'needsYou' or pace <> 'off')
  `);
  await createTable(db, kind, 'reminders', () => `
    word text primary key not null,
    person_id text references people (id),
    at text not null
  `);
  // Those sent before this were known by their mail alone.
  await run(db, `insert into reminders (word, person_id, at) select o.dedupe, p.id, o.queued_at from outbox o join people p on p.email = o.to_address
    where o.dedupe like 'condition:%' or o.dedupe like 'result:%'`);
}
