import { createTable, keepRows, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** Addresses that a mail server refused for good: nothing more is sent there until somebody says that it works again. */
export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'refused_addresses', () => `
    id text primary key not null,
    address text not null,
    said text not null,
    at text not null,
    lifted_at text,
    lifted_by text references people (id)
  `);
  await run(db, 'create unique index refused_addresses_live on refused_addresses (address) where lifted_at is null');
  await keepRows(db, kind, 'refused_addresses', 'what a mail server said of an address is lifted, never deleted');
  await run(db, 'create index outbox_dead on outbox (dead_at) where dead_at is not null');
}
