import { createTable, oneOf, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'cases', ({ whole }) => `
    id text primary key not null,
    reference text not null unique,
    title text not null,
    summary text not null,
    pathway text not null,
    pathway_version ${whole} not null,
    parent_id text references organisations (id),
    commissioner_id text references organisations (id),
    machine_version ${whole} not null,
    state text not null,
    revision ${whole} not null,
    short_form_at text,
    shown_as text not null ${oneOf('shown_as', 'real', 'illustrative', 'example')},
    transfer_on text,
    live_on text,
    created_by text not null references people (id),
    created_at text not null,
    foreign key (pathway, pathway_version) references pathway_versions (key, version)
  `);
  await run(db, 'create index cases_newest on cases (created_at, id)');
  await run(db, 'create index cases_commissioner on cases (commissioner_id)');
}
