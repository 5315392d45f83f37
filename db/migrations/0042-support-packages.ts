import { createTable, keepRows, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** What help a case is given: packages of hours, how many hours each holds, and help that was bought for it. */
export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'package_hours', () => `
    id text primary key not null,
    hours_json text not null,
    "by" text not null references people (id),
    at text not null
  `);
  await keepRows(db, kind, 'package_hours', 'the hours that packages held are never deleted');
  await refuse(db, kind, { name: 'package_hours_keep', table: 'package_hours', before: 'update', sentence: 'the hours that packages held are never rewritten; set other hours' });
  await createTable(db, kind, 'support_packages', ({ whole }) => `
    id text primary key not null,
    case_id text not null references cases (id),
    kind text not null ${oneOf('kind', 'light', 'standard', 'intensive')},
    hours ${whole} not null check (hours > 0),
    reason text not null,
    "by" text not null references people (id),
    at text not null
  `);
  await run(db, 'create index support_packages_of on support_packages (case_id, at)');
  await keepRows(db, kind, 'support_packages', 'a package that was given is never deleted');
  await refuse(db, kind, { name: 'support_packages_keep', table: 'support_packages', before: 'update', sentence: 'a package that was given is never rewritten; give another' });
  await createTable(db, kind, 'help_bought', ({ whole }) => `
    id text primary key not null,
    case_id text not null references cases (id),
    bought_on text not null,
    what text not null,
    supplier text not null,
    minutes ${whole} not null check (minutes >= 0),
    cost_pence ${whole} not null check (cost_pence >= 0),
    funded_from text not null ${oneOf('funded_from', 'programme', 'employer', 'commissioner', 'grant', 'team')},
    "by" text not null references people (id),
    at text not null,
    withdrawn_at text,
    withdrawn_by text references people (id)
  `);
  await run(db, 'create index help_bought_of on help_bought (case_id, bought_on)');
  await keepRows(db, kind, 'help_bought', 'what was spent is taken back, never deleted');
  await refuse(db, kind, { name: 'help_bought_keep', table: 'help_bought', before: 'update of id, case_id, bought_on, what, supplier, minutes, cost_pence, funded_from, "by", at', sentence: 'what was spent is never rewritten; take it back and enter it again' });
  await refuse(db, kind, { name: 'help_bought_over', table: 'help_bought', before: 'update', when: 'old.withdrawn_at is not null', sentence: 'this entry is taken back already' });
}
