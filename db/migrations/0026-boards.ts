import { isInsider } from './insider.ts';
import { createTable, keepRows, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** A board is asked for its views on a version; each member gives one, once; a decision waits for as many as its quorum. */
export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'boards', ({ whole }) => `
    id text primary key not null,
    case_id text not null references cases (id),
    stage text not null,
    submission_id text not null references submissions (id),
    name text not null,
    meets_on text not null,
    quorum ${whole} not null check (quorum > 0),
    "by" text not null references people (id),
    at text not null,
    dissolved_by text references people (id),
    dissolved_at text,
    dissolved_reason text
  `);
  await run(db, 'create unique index boards_live on boards (submission_id) where dissolved_at is null');
  await run(db, 'create index boards_of_case on boards (case_id, at)');
  await keepRows(db, kind, 'boards', 'a board that was convened is never deleted');
  for (const rule of boardRules) await refuse(db, kind, { ...rule, table: 'boards' });
  await createTable(db, kind, 'board_views', () => `
    id text primary key not null,
    board_id text not null references boards (id),
    case_id text not null references cases (id),
    submission_id text not null references submissions (id),
    sha256 text not null,
    view text not null ${oneOf('view', 'support', 'supportWithConditions', 'notSupport', 'cannotTakePart')},
    words text not null,
    action text ${oneOf('action', 'leavesRoom', 'takesNoPapers', 'noted')},
    "by" text not null references people (id),
    organisation_id text references organisations (id),
    at text not null,
    unique (submission_id, "by")
  `);
  await run(db, 'create index board_views_of on board_views (board_id, at)');
  await keepRows(db, kind, 'board_views', 'the view of a board member is never deleted');
  for (const rule of viewRules) await refuse(db, kind, { ...rule, table: 'board_views' });
  await run(db, "alter table decisions add column minutes text not null default ''");
  for (const rule of decisionRules) await refuse(db, kind, { ...rule, table: 'decisions' });
  await refuse(db, kind, membersFromOutside);
}

const holds = (role: string) => `exists (select 1 from memberships m where m.case_id = new.case_id and m.person_id = new."by" and m.until_at is null and m.role = '${role}')`;
const decided = `exists (select 1 from decisions d where d.submission_id = new.submission_id and d.line = 'first' and d.voided_at is null)`;

const boardRules = [
  { name: 'boards_keep', before: 'update of id, case_id, stage, submission_id, name, meets_on, quorum, "by", at', sentence: 'a board that was convened is never changed; it can only be dissolved' },
  {
    name: 'boards_dissolved_once', before: 'update of dissolved_at, dissolved_by, dissolved_reason',
    when: `old.dissolved_at is not null or new.dissolved_at is null or new.dissolved_by is null or coalesce(new.dissolved_reason, '') = ''
      or exists (select 1 from board_views v where v.board_id = old.id)`,
    sentence: 'a board is dissolved once, with a reason, and never after a view is in',
  },
  { name: 'boards_by_outsiders', before: 'insert', when: isInsider, sentence: 'nobody convenes a board on a case they have a part in' },
  { name: 'boards_by_signers', before: 'insert', when: `not ${holds('sponsor')}`, sentence: 'only the case sponsor convenes a board' },
  {
    name: 'boards_on_what_was_sent', before: 'insert',
    when: `not exists (select 1 from submissions s where s.id = new.submission_id and s.case_id = new.case_id and s.stage = new.stage and s.withdrawn_at is null) or ${decided}`,
    sentence: 'a board is convened for a version that was sent and is not decided on',
  },
];

const viewRules = [
  { name: 'board_views_keep', before: 'update', sentence: 'the view of a board member is never changed' },
  // Someone with a stake says just that: that they cannot take part.
  { name: 'board_views_by_outsiders', before: 'insert', when: `new.view <> 'cannotTakePart' and (${isInsider})`, sentence: 'nobody gives a view on a case they have a part in' },
  { name: 'board_views_by_members', before: 'insert', when: `not ${holds('boardMember')}`, sentence: 'only members of the board give a view' },
  {
    name: 'board_views_on_what_was_sent', before: 'insert',
    when: `not exists (select 1 from boards b join submissions s on s.id = b.submission_id where b.id = new.board_id and b.dissolved_at is null
      and b.submission_id = new.submission_id and b.case_id = new.case_id and s.sha256 = new.sha256 and s.withdrawn_at is null
      and not exists (select 1 from submissions later where later.case_id = s.case_id and later.stage = s.stage and later.number > s.number))`,
    sentence: 'a view must be on the very version that was sent, for a board that stands',
  },
  { name: 'board_views_before_decision', before: 'insert', when: decided, sentence: 'a view is given before the decision' },
];

const hasStake = `
  exists (select 1 from memberships m where m.case_id = v.case_id and m.person_id = v."by" and m.role in ('lead', 'member', 'adviser', 'mentor'))
  or exists (select 1 from interests i where i.case_id = v.case_id and i.person_id = v."by" and i.kind in ('director', 'shareholder', 'employee'))`;

const decisionRules = [
  { name: 'decisions_minutes_keep', before: 'update of minutes', sentence: 'a decision is never changed; it can only be set aside' },
  {
    name: 'decisions_with_quorum', before: 'insert',
    when: `new.line = 'first' and exists (select 1 from boards b where b.submission_id = new.submission_id and b.dissolved_at is null
      and b.quorum > (select count(*) from board_views v where v.board_id = b.id and v.view <> 'cannotTakePart' and not (${hasStake})))`,
    sentence: 'a decision waits for the views that its board needs',
  },
];

const membersFromOutside = {
  name: 'memberships_board_outsiders', table: 'memberships', before: 'insert',
  when: `new.role = 'boardMember' and exists (select 1 from memberships m where m.case_id = new.case_id and m.person_id = new.person_id
    and m.role in ('lead', 'member', 'adviser', 'mentor'))`,
  sentence: 'nobody sits on the board of a case whose team they were in',
};
