import { createTable, keepRows, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** What teams ask for, who was asked in which order, how it went, and what a match is judged by. */
export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'mentor_needs', ({ whole }) => `
    case_id text primary key not null references cases (id),
    topics_json text not null,
    services_json text not null,
    size text ${oneOf('size', 'under-15', '15-to-99', '100-to-499', '500-or-more')},
    legal_form text,
    region text ${oneOf('region', 'east', 'london', 'midlands', 'north-east', 'north-west', 'south-east', 'south-west')},
    stuck text not null,
    tried text not null,
    often text not null ${oneOf('often', 'weekly', 'fortnightly', 'monthly', 'when-needed')},
    revision ${whole} not null,
    "by" text not null references people (id),
    at text not null
  `);
  await mentorings(db, kind);
  await createTable(db, kind, 'mentoring_feedback', () => `
    id text primary key not null,
    mentoring_id text not null references mentorings (id),
    side text not null ${oneOf('side', 'team', 'mentor')},
    helped text not null ${oneOf('helped', 'a-lot', 'some', 'little')},
    words text not null,
    "by" text not null references people (id),
    at text not null,
    unique (mentoring_id, side)
  `);
  await keepRows(db, kind, 'mentoring_feedback', 'feedback on a mentoring is never deleted');
  await refuse(db, kind, { name: 'mentoring_feedback_keep', table: 'mentoring_feedback', before: 'update', sentence: 'feedback on a mentoring is never changed' });
  await createTable(db, kind, 'match_weights', () => `
    id text primary key not null,
    weights_json text not null,
    "by" text not null references people (id),
    at text not null
  `);
  await keepRows(db, kind, 'match_weights', 'how matches were weighed is never deleted');
  await refuse(db, kind, { name: 'match_weights_keep', table: 'match_weights', before: 'update', sentence: 'how matches were weighed is never rewritten; set other weights' });
}

async function mentorings(db: Any, kind: Kind) {
  await createTable(db, kind, 'mentorings', ({ whole }) => `
    id text primary key not null,
    case_id text not null references cases (id),
    adviser_id text not null references advisers (id),
    machine_version ${whole} not null,
    state text not null,
    revision ${whole} not null,
    rank ${whole} not null check (rank > 0),
    reply_days ${whole} not null check (reply_days > 0),
    chosen_by text not null references people (id),
    chosen_at text not null,
    by_hand_at text,
    asked_at text,
    reply_by_on text,
    replied_at text,
    membership_id text references memberships (id),
    team_goes_on_at text,
    mentor_goes_on_at text,
    words text not null,
    outcome text ${oneOf('outcome', 'done', 'partly', 'not-a-fit', 'no-time', 'changed')},
    over_by text references people (id),
    over_at text
  `);
  await run(db, 'create unique index mentorings_live on mentorings (case_id, adviser_id) where over_at is null');
  await run(db, 'create unique index mentorings_asked on mentorings (case_id) where asked_at is not null and replied_at is null and over_at is null');
  await run(db, 'create index mentorings_of_case on mentorings (case_id, chosen_at)');
  await run(db, 'create index mentorings_of_adviser on mentorings (adviser_id, chosen_at)');
  await run(db, 'create index mentorings_awaited on mentorings (reply_by_on) where replied_at is null and over_at is null');
  await keepRows(db, kind, 'mentorings', 'who was asked to mentor a case is never deleted');
  const table = 'mentorings';
  await refuse(db, kind, { name: 'mentorings_keep', table, before: 'update of id, case_id, adviser_id, rank, chosen_by, chosen_at, by_hand_at', sentence: 'whom a team chose, and when, is never rewritten' });
  await refuse(db, kind, { name: 'mentorings_over', table, before: 'update', when: 'old.over_at is not null', sentence: 'a mentoring that is over stays as it is' });
  await refuse(db, kind, {
    name: 'mentorings_by_outsiders', table, before: 'update of membership_id',
    when: `new.membership_id is not null and not exists (select 1 from memberships m join advisers a on a.id = new.adviser_id
      where m.id = new.membership_id and m.case_id = new.case_id and m.person_id = a.person_id and m.role = 'mentor')`,
    sentence: 'a mentoring holds the part of its own mentor in its own case',
  });
}
