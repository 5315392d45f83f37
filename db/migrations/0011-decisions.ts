import { createTable, keepRows, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';
import { isInsider } from './insider.ts';

export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'decision_drafts', () => `
    submission_id text not null references submissions (id),
    person_id text not null references people (id),
    draft_json text not null,
    saved_at text not null,
    primary key (submission_id, person_id)
  `);
  await createTable(db, kind, 'decisions', () => `
    id text primary key not null,
    case_id text not null references cases (id),
    stage text not null,
    submission_id text not null references submissions (id),
    sha256 text not null,
    line text not null ${oneOf('line', 'first', 'second')},
    outcome text not null ${oneOf('outcome', 'approved', 'approvedWithConditions', 'changesRequested', 'declined', 'assured', 'queried', 'stopped')},
    criteria_json text not null,
    reasons_json text not null,
    note text not null,
    on_behalf_of text not null,
    "by" text not null references people (id),
    role text not null,
    organisation_id text references organisations (id),
    at text not null,
    voided_at text
  `);
  await run(db, 'create unique index decisions_live on decisions (submission_id, line) where voided_at is null');
  await run(db, 'create index decisions_of_case on decisions (case_id, at)');
  await keepRows(db, kind, 'decisions', 'a decision is never deleted');
  for (const rule of rules) await refuse(db, kind, { ...rule, table: 'decisions' });
}

const rules = [
  {
    name: 'decisions_keep',
    before:
      'update of id, case_id, stage, submission_id, sha256, line, outcome, criteria_json, reasons_json, note, on_behalf_of, "by", role, organisation_id, at',
    sentence: 'a decision is never changed; it can only be set aside',
  },
  {
    name: 'decisions_voided_once',
    before: 'update of voided_at',
    when: 'old.voided_at is not null or new.voided_at is null',
    sentence: 'a decision is set aside once and for all',
  },
  { name: 'decisions_by_outsiders', before: 'insert', when: isInsider, sentence: 'nobody decides on a case they have a part in' },
  {
    name: 'decisions_by_signers',
    before: 'insert',
    when: `not exists (select 1 from memberships m where m.case_id = new.case_id and m.person_id = new."by"
      and m.until_at is null and m.role = case new.line when 'first' then 'sponsor' else 'secondLine' end)`,
    sentence: 'only the case sponsor decides, and only the second line assures',
  },
  {
    name: 'decisions_on_what_was_sent',
    before: 'insert',
    when: `not exists (select 1 from submissions s where s.id = new.submission_id and s.case_id = new.case_id
      and s.stage = new.stage and s.sha256 = new.sha256)`,
    sentence: 'a decision must be on the very version that was sent',
  },
];
