import { createTable, keepRows, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

const SIZES = ['under-15', '15-to-99', '100-to-499', '500-or-more'];
const REGIONS = ['east', 'london', 'midlands', 'north-east', 'north-west', 'south-east', 'south-west'];

/** Mentor organisations with what they published, their advisers, and conflicts that keep an adviser from a case. */
export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'mentor_organisations', ({ whole }) => `
    organisation_id text primary key not null references organisations (id),
    legal_form text not null,
    services_json text not null,
    size text not null ${oneOf('size', ...SIZES)},
    region text not null ${oneOf('region', ...REGIONS)},
    spun_out_on text,
    about text not null,
    user_led_at text,
    left_at text,
    revision ${whole} not null,
    "by" text not null references people (id),
    at text not null
  `);
  await keepRows(db, kind, 'mentor_organisations', 'a mentor organisation leaves the directory, it is never deleted');
  await createTable(db, kind, 'mentor_results', () => `
    id text primary key not null,
    organisation_id text not null references mentor_organisations (organisation_id),
    words text not null,
    link text not null,
    published_on text not null,
    "by" text not null references people (id),
    at text not null,
    withdrawn_at text,
    withdrawn_by text references people (id)
  `);
  await run(db, 'create index mentor_results_of on mentor_results (organisation_id, published_on)');
  await createTable(db, kind, 'advisers', ({ whole }) => `
    id text primary key not null,
    person_id text not null unique references people (id),
    organisation_id text not null references mentor_organisations (organisation_id),
    topics_json text not null,
    places ${whole} not null check (places >= 0),
    hours_a_month ${whole} not null check (hours_a_month >= 0),
    meets text not null ${oneOf('meets', 'both', 'remote', 'visit')},
    free_from_on text,
    away_at text,
    ambassador_at text,
    about text not null,
    left_at text,
    revision ${whole} not null,
    "by" text not null references people (id),
    at text not null
  `);
  await run(db, 'create index advisers_of on advisers (organisation_id)');
  await keepRows(db, kind, 'advisers', 'an adviser leaves the directory, they are never deleted');
  await refuse(db, kind, { name: 'advisers_keep_who', table: 'advisers', before: 'update of id, person_id', sentence: 'an adviser never becomes another person' });
  await conflicts(db, kind);
}

async function conflicts(db: Any, kind: Kind) {
  const table = 'mentor_conflicts';
  await createTable(db, kind, table, () => `
    id text primary key not null,
    organisation_id text references mentor_organisations (organisation_id),
    adviser_id text references advisers (id),
    kind text not null ${oneOf('kind', 'bids', 'competes', 'works-for', 'family', 'other')},
    case_id text references cases (id),
    body_id text references organisations (id),
    detail text not null,
    "by" text not null references people (id),
    at text not null,
    ended_at text,
    ended_by text references people (id),
    check (organisation_id is not null or adviser_id is not null),
    check (case_id is not null or body_id is not null)
  `);
  await run(db, `create index ${table}_open on ${table} (at) where ended_at is null`);
  await keepRows(db, kind, table, 'a conflict that was declared is ended, never deleted');
  await refuse(db, kind, { name: `${table}_keep`, table, before: 'update of id, organisation_id, adviser_id, kind, case_id, body_id, detail, "by", at', sentence: 'a conflict that was declared is never rewritten; end it and declare another' });
}
