import { createTable, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** What a mentor may read has a last day, and each day on which they read a stage is kept once. */
export async function up(db: Any, kind: Kind) {
  await run(db, 'alter table memberships add column shared_until_on text');
  await run(db, 'create index memberships_shared on memberships (shared_until_on) where shared_until_on is not null and until_at is null');
  await createTable(db, kind, 'shared_readings', () => `
    membership_id text not null references memberships (id),
    stage text not null,
    read_on text not null,
    at text not null,
    primary key (membership_id, stage, read_on)
  `);
}
