import { createTable, keepRows, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** What was judged of each benefit at each review, by somebody who neither reported nor owns it; and evidence in words. */
export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'verdicts', ({ whole }) => `
    id text primary key not null,
    benefit_id text not null references benefits (id),
    review_on text not null,
    month ${whole},
    proposed text not null ${oneOf('proposed', ...VERDICTS)},
    verdict text not null ${oneOf('verdict', ...VERDICTS)},
    grade text not null ${oneOf('grade', 'full', 'provisional', 'early')},
    rests_on_json text not null,
    reasons text not null,
    action text,
    action_owner_id text references people (id),
    action_due_on text,
    consequence text,
    replaces_id text unique references verdicts (id),
    "by" text not null references people (id),
    at text not null
  `);
  await run(db, 'create index verdicts_of on verdicts (benefit_id, review_on, at)');
  await keepRows(db, kind, 'verdicts', 'a verdict is replaced by a later one, never deleted');
  await refuse(db, kind, { name: 'verdicts_keep', table: 'verdicts', before: 'update', sentence: 'a verdict is replaced by a later one, never changed' });
  await refuse(db, kind, {
    name: 'verdicts_by_another', table: 'verdicts', before: 'insert',
    when: `exists (select 1 from readings r where r.benefit_id = new.benefit_id and r."by" = new."by")
      or exists (select 1 from benefits b where b.id = new.benefit_id and (b.provider_owner_id = new."by" or b.recorder_id = new."by"))`,
    sentence: 'a benefit is judged by someone who neither recorded its results nor owns it for the provider',
  });
  await createTable(db, kind, 'benefit_stories', () => `
    id text primary key not null,
    benefit_id text not null references benefits (id),
    kind text not null ${oneOf('kind', 'story', 'survey', 'audit', 'observation')},
    text text not null,
    consent text not null ${oneOf('consent', 'named', 'unnamed', 'none')},
    person_name text not null,
    heard_on text not null,
    "by" text not null references people (id),
    at text not null,
    withdrawn_at text
  `);
  await run(db, 'create index benefit_stories_of on benefit_stories (benefit_id, at)');
}

const VERDICTS = ['met', 'onTrack', 'atRisk', 'missed', 'notProven', 'tooEarly'];
