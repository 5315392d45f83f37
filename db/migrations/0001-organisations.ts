import { createTable, oneOf } from './kit.ts';
import type { Any, Kind } from './kit.ts';

export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'organisations', () => `
    id text primary key not null,
    name text not null,
    kind text not null ${oneOf('kind', 'pct', 'sha', 'ccg', 'icb', 'trust', 'council', 'nhse', 'spinOut', 'mentor', 'union', 'support', 'other')},
    code text,
    from_on text,
    until_on text,
    successor_id text references organisations (id)
  `);
}
