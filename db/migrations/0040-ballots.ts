import { createTable, keepRows, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** Secret ballots of staff: who may vote and has, their links, and, apart from them, what was voted, as sums alone. */
export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'ballots', ({ whole }) => `
    id text primary key not null,
    case_id text not null references cases (id),
    question text not null,
    method text not null ${oneOf('method', 'ballot', 'indicative-vote')},
    threshold ${whole} not null check (threshold between 1 and 100),
    opens_on text not null,
    closes_on text not null,
    run_by text not null,
    runner text not null,
    electorate ${whole} not null check (electorate > 0),
    state text not null ${oneOf('state', 'planned', 'open', 'closed', 'cancelled')},
    "by" text not null references people (id),
    at text not null,
    reminded_at text,
    ended_at text,
    reason text not null,
    used_by text references people (id),
    used_at text,
    revision ${whole} not null
  `);
  await run(db, "create unique index ballots_live on ballots (case_id) where state in ('planned', 'open')");
  await run(db, 'create index ballots_of_case on ballots (case_id, at)');
  await keepRows(db, kind, 'ballots', 'a ballot is cancelled with a reason, never deleted');
  await refuse(db, kind, {
    name: 'ballots_as_agreed', table: 'ballots', before: 'update of question, method, threshold, opens_on, closes_on, run_by, runner, electorate',
    sentence: 'what was agreed before a ballot stays as it was agreed',
  });
  await electors(db, kind);
  await counts(db, kind);
}

async function electors(db: Any, kind: Kind) {
  await createTable(db, kind, 'ballot_electors', ({ whole }) => `
    id text primary key not null,
    ballot_id text not null references ballots (id),
    address text not null,
    voted ${whole} not null check (voted in (0, 1))
  `);
  await run(db, 'create unique index ballot_electors_once on ballot_electors (ballot_id, address)');
  await keepRows(db, kind, 'ballot_electors', 'who could vote stays on record');
  await refuse(db, kind, { name: 'ballot_electors_vote_once', table: 'ballot_electors', before: 'update of voted', when: 'old.voted = 1', sentence: 'nobody votes twice' });
  await refuse(db, kind, { name: 'ballot_electors_fixed', table: 'ballot_electors', before: 'insert', when: `not ${inState('planned')}`, sentence: 'who may vote is settled before a ballot opens' });
  await createTable(db, kind, 'ballot_links', ({ whole }) => `
    token_hash text primary key not null,
    elector_id text not null references ballot_electors (id),
    round ${whole} not null
  `);
  await run(db, 'create unique index ballot_links_once on ballot_links (elector_id, round)');
}

async function counts(db: Any, kind: Kind) {
  await createTable(db, kind, 'ballot_counts', ({ whole }) => `
    ballot_id text primary key not null references ballots (id),
    "for" ${whole} not null,
    against ${whole} not null,
    blank ${whole} not null
  `);
  await keepRows(db, kind, 'ballot_counts', 'what was voted stays');
  await refuse(db, kind, { name: 'ballot_counts_while_open', table: 'ballot_counts', before: 'update', when: `not ${inState('open')}`, sentence: 'votes count only while a ballot is open' });
}

const inState = (state: string) => `exists (select 1 from ballots b where b.id = new.ballot_id and b.state = '${state}')`;
