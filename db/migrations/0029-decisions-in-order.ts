import { refuse } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** A decision is on the version that is with its readers, and the second line speaks on an approval of the first. */
export async function up(db: Any, kind: Kind) {
  await refuse(db, kind, {
    name: 'decisions_on_the_last', table: 'decisions', before: 'insert',
    when: `exists (select 1 from submissions s where s.id = new.submission_id and (s.withdrawn_at is not null
      or exists (select 1 from submissions t where t.case_id = s.case_id and t.stage = s.stage and t.number > s.number)))`,
    sentence: 'a decision must be on the version that was sent last and not taken back',
  });
  await refuse(db, kind, {
    name: 'decisions_second_after_first', table: 'decisions', before: 'insert',
    when: `new.line = 'second' and not exists (select 1 from decisions d where d.submission_id = new.submission_id and d.line = 'first'
      and d.outcome in ('approved', 'approvedWithConditions') and (d.voided_at is null or new.outcome <> 'assured'))`, // a query or a stop has set it aside
    sentence: 'the second line speaks on a version that the first line has approved',
  });
}
