import { refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** A request for changes may be limited to named answers; a review may judge each criterion. */
export async function up(db: Any, kind: Kind) {
  await run(db, 'alter table decisions add column only_json text');
  await run(db, 'alter table reviews add column criteria_json text');
  await refuse(db, kind, { name: 'decisions_keep_only', table: 'decisions', before: 'update of only_json', sentence: 'a decision is never changed; it can only be set aside' });
}
