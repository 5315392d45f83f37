import { createTable } from './kit.ts';
import type { Any, Kind } from './kit.ts';

export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'pathway_versions', ({ whole }) => `
    key text not null,
    version ${whole} not null check (version > 0),
    definition_json text not null,
    released_at text not null,
    primary key (key, version)
  `);
}
