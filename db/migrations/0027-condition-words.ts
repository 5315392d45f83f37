import { run } from './kit.ts';
import type { Any } from './kit.ts';

/** Both sides agree the words of a condition before it binds. What was written in the decision stays as it was. */
export async function up(db: Any) {
  await run(db, 'alter table conditions add column words text');
  await run(db, 'alter table conditions add column offered text');
}
