import { createTable, keepRows, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';
import { isInsider } from './insider.ts';

/**
 * Cover for an absent approver: a deputy signs only on the days agreed, never when either of the two is shut out, and
 * the decision says for whom. And bodies that take over from others, from a day on.
 */
export async function up(db: Any, kind: Kind) {
  await covers(db, kind);
  await run(db, 'alter table decisions add column for_id text references people (id)');
  await refuse(db, kind, { name: 'decisions_keep_for', table: 'decisions', before: 'update of for_id', sentence: 'a decision is never changed; it can only be set aside' });
  await run(db, kind === 'sqlite' ? 'drop trigger decisions_by_signers' : 'drop trigger decisions_by_signers on decisions');
  if (kind === 'postgres') await run(db, 'drop function decisions_by_signers()');
  for (const rule of signing(kind)) await refuse(db, kind, { ...rule, table: 'decisions', before: 'insert' });
  await successions(db, kind);
}

async function covers(db: Any, kind: Kind) {
  await createTable(db, kind, 'covers', () => `
    id text primary key not null,
    case_id text not null references cases (id),
    person_id text not null references people (id),
    role text not null ${oneOf('role', 'sponsor', 'secondLine')},
    deputy_id text not null references people (id),
    from_on text not null,
    until_on text not null,
    reason text not null,
    "by" text not null references people (id),
    at text not null,
    membership_id text references memberships (id),
    ended_at text,
    ended_by text references people (id),
    check (until_on >= from_on),
    check (deputy_id <> person_id)
  `);
  await run(db, 'create index covers_of_case on covers (case_id, from_on)');
  await run(db, 'create unique index covers_made on covers (membership_id)');
  await run(db, 'create index covers_open on covers (until_on) where ended_at is null');
  await keepRows(db, kind, 'covers', 'cover is ended, never deleted');
  const table = 'covers';
  await refuse(db, kind, { name: 'covers_keep', table, before: 'update of id, case_id, person_id, role, deputy_id, from_on, until_on, reason, "by", at', sentence: 'who covers whom, and on which days, is never rewritten; end it and name another' });
  await refuse(db, kind, { name: 'covers_ended_once', table, before: 'update', when: 'old.ended_at is not null', sentence: 'cover that has ended stays as it is' });
  // A cover that let go of the part it made would leave that part without its days.
  await refuse(db, kind, {
    name: 'covers_hold_their_part',
    table,
    before: 'update of membership_id',
    when: `not exists (select 1 from memberships m where m.id = new.membership_id and m.case_id = new.case_id
      and m.person_id = new.deputy_id and m.role = new.role and m.until_at is null)`,
    sentence: 'cover holds the live part of its deputy, and never lets go of it',
  });
}

async function successions(db: Any, kind: Kind) {
  await createTable(db, kind, 'successions', () => `
    organisation_id text primary key not null references organisations (id),
    successor_id text not null references organisations (id),
    from_on text not null,
    reason text not null,
    "by" text not null references people (id),
    at text not null,
    check (successor_id <> organisation_id)
  `);
  await keepRows(db, kind, 'successions', 'which body took over from which is never deleted');
  await refuse(db, kind, { name: 'successions_keep', table: 'successions', before: 'update', sentence: 'which body took over from which is never rewritten' });
}

/** The day in London of new.at. SQLite knows no zones: summer time is from the last Sunday of March to that of October, 1am UTC. */
const SUNDAY = (month: string) => `date(substr(new.at, 1, 4) || '-${month}-31', '-6 days', 'weekday 0') || 'T01:00:00.000Z'`;
const DAY: Record<Kind, string> = {
  sqlite: `date(new.at, case when new.at >= ${SUNDAY('03')} and new.at < ${SUNDAY('10')} then '+1 hour' else '+0 hours' end)`,
  postgres: `to_char(new.at::timestamptz at time zone 'Europe/London', 'YYYY-MM-DD')`,
};
const ROLE = `case new.line when 'first' then 'sponsor' else 'secondLine' end`;

/** Reviewed this very version, began the case for its team, or invited its first lead. */
const hadAHand = (person: string) => `
  exists (select 1 from reviews r where r.submission_id = new.submission_id and r."by" = ${person} and r.sent_at is not null)
  or exists (select 1 from cases k where k.id = new.case_id and k.created_by = ${person})
  or exists (select 1 from memberships m where m.case_id = new.case_id and m.role = 'lead' and m.invited_by = ${person}
    and not exists (select 1 from memberships f where f.case_id = m.case_id and f.role = 'lead'
      and (f.from_at < m.from_at or (f.from_at = m.from_at and f.id < m.id))))`;

const signing = (kind: Kind) => [
  {
    name: 'decisions_by_signers',
    when: `not exists (select 1 from memberships m where m.case_id = new.case_id and m.person_id = new."by" and m.until_at is null and m.role = ${ROLE}
      and not exists (select 1 from covers c where c.membership_id = m.id
        and (c.ended_at is not null or ${DAY[kind]} < c.from_on or ${DAY[kind]} > c.until_on
          or not exists (select 1 from memberships held where held.case_id = c.case_id and held.person_id = c.person_id
            and held.role = c.role and held.until_at is null))))`,
    sentence: 'only the case sponsor decides, and only the second line assures; a deputy only on the days of their cover',
  },
  {
    name: 'decisions_for_covered',
    when: `coalesce(new.for_id, '') <> coalesce((select c.person_id from covers c join memberships m on m.id = c.membership_id
      where m.case_id = new.case_id and m.person_id = new."by" and m.role = ${ROLE} and m.until_at is null), '')`,
    sentence: 'a deputy decides for the person they cover, and nobody else for anybody',
  },
  { name: 'decisions_for_outsiders', when: isInsider.replaceAll('new."by"', 'new.for_id'), sentence: 'nobody decides for somebody who has a part in the case' },
  { name: 'decisions_by_uninvolved', when: `${hadAHand('new."by"')} or ${hadAHand('new.for_id')}`, sentence: 'nobody decides on a version they reviewed, nor on a case they began or whose first lead they invited' },
  {
    name: 'decisions_by_two',
    when: `new.line = 'second' and exists (select 1 from decisions d where d.submission_id = new.submission_id and d.line = 'first' and d.voided_at is null
      and (d."by" in (new."by", new.for_id) or d.for_id in (new."by", new.for_id)))`,
    sentence: 'the two lines are two people',
  },
];
