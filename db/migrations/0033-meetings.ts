import { createTable, keepRows, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** A team and its mentor: meetings by times offered, sessions written down, what is to be done, a note to the approver, calendars. */
export async function up(db: Any, kind: Kind) {
  await meetings(db, kind);
  await sessions(db, kind);
  await notes(db, kind);
  await feeds(db, kind);
}

async function meetings(db: Any, kind: Kind) {
  await createTable(db, kind, 'meetings', ({ whole }) => `
    id text primary key not null,
    case_id text not null references cases (id),
    mentor_id text not null references people (id),
    with_id text not null references people (id),
    topic text not null,
    place text not null,
    minutes ${whole} not null,
    state text not null ${oneOf('state', 'offered', 'agreed', 'cancelled')},
    round ${whole} not null,
    offered_by text not null references people (id),
    awaits_id text not null references people (id),
    starts_at text,
    ends_at text,
    reason text not null,
    at text not null,
    changed_at text not null,
    revision ${whole} not null
  `);
  await run(db, 'create index meetings_of_case on meetings (case_id, at)');
  await run(db, 'create index meetings_of_mentor on meetings (mentor_id, state)');
  await run(db, 'create index meetings_of_team on meetings (with_id, state)');
  await run(db, 'create index meetings_awaiting on meetings (awaits_id, state)');
  await keepRows(db, kind, 'meetings', 'a meeting is cancelled with a reason, never deleted');
  await createTable(db, kind, 'meeting_slots', ({ whole }) => `
    meeting_id text not null references meetings (id),
    round ${whole} not null,
    number ${whole} not null,
    starts_at text not null,
    primary key (meeting_id, round, number)
  `);
  await refuse(db, kind, { name: 'meetings_apart', table: 'meetings', before: 'update', when: `new.state = 'agreed' and ${doubleBooked}`, sentence: 'somebody has another meeting at that time' });
}

const doubleBooked = `exists (select 1 from meetings m where m.id <> new.id and m.state = 'agreed' and m.starts_at < new.ends_at and m.ends_at > new.starts_at
  and (m.mentor_id in (new.mentor_id, new.with_id) or m.with_id in (new.mentor_id, new.with_id)))`;

async function sessions(db: Any, kind: Kind) {
  await createTable(db, kind, 'mentor_sessions', ({ whole }) => `
    id text primary key not null,
    case_id text not null references cases (id),
    mentor_id text not null references people (id),
    meeting_id text references meetings (id),
    met_on text not null,
    topic text not null,
    minutes ${whole} not null,
    advice text not null,
    private_note text not null,
    "by" text not null references people (id),
    at text not null
  `);
  await run(db, 'create index mentor_sessions_of on mentor_sessions (case_id, mentor_id, met_on)');
  await run(db, 'create unique index mentor_sessions_once on mentor_sessions (meeting_id) where meeting_id is not null');
  await keepRows(db, kind, 'mentor_sessions', 'a session that was written down stays');
  await createTable(db, kind, 'mentor_actions', () => `
    id text primary key not null,
    session_id text not null references mentor_sessions (id),
    case_id text not null references cases (id),
    text text not null,
    owner_id text not null references people (id),
    due_on text not null,
    done_by text references people (id),
    done_at text
  `);
  await run(db, 'create index mentor_actions_of on mentor_actions (case_id, due_on)');
  await run(db, 'create index mentor_actions_open on mentor_actions (owner_id) where done_at is null');
}

async function notes(db: Any, kind: Kind) {
  await createTable(db, kind, 'mentor_notes', () => `
    id text primary key not null,
    case_id text not null references cases (id),
    stage text not null,
    mentor_id text not null references people (id),
    text text not null,
    at text not null,
    withdrawn_at text
  `);
  await run(db, 'create unique index mentor_notes_live on mentor_notes (case_id, stage, mentor_id) where withdrawn_at is null');
  await keepRows(db, kind, 'mentor_notes', 'a note to the approver is taken back, never deleted');
}

async function feeds(db: Any, kind: Kind) {
  await createTable(db, kind, 'calendar_feeds', () => `
    id text primary key not null,
    person_id text not null references people (id),
    case_id text references cases (id),
    secret_hash text not null,
    at text not null,
    revoked_at text
  `);
  await run(db, 'create unique index calendar_feeds_secret on calendar_feeds (secret_hash)');
  await run(db, 'create index calendar_feeds_of on calendar_feeds (person_id) where revoked_at is null');
}
