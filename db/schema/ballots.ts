import type { Day, Id, Instant } from './kinds.ts';

/** A vote of staff on the proposal, with what was agreed before it. What it counts is in ballot_counts. */
export interface BallotsTable {
  id: Id;
  case_id: Id;
  question: string;
  method: 'ballot' | 'indicative-vote';
  threshold: number; // whole per cent of votes for and against
  opens_on: Day;
  closes_on: Day; // the last day of voting
  run_by: string; // BALLOT_RUNNERS
  runner: string; // their name
  electorate: number;
  state: 'planned' | 'open' | 'closed' | 'cancelled';
  by: Id;
  at: Instant;
  reminded_at: Instant | null; // those who had not voted
  ended_at: Instant | null; // closed or cancelled
  reason: string; // why it was cancelled
  used_by: Id | null; // put its figures in the answer
  used_at: Instant | null;
  revision: number;
}

/** Who may vote, and whether they have. Without the time of it: a time could be held against what else happened then. */
export interface BallotElectorsTable {
  id: Id;
  ballot_id: Id;
  address: string;
  voted: number;
}

/** A link mailed to an elector: the first, or the one of the reminder. Only the hash of its secret is kept. */
export interface BallotLinksTable {
  token_hash: string;
  elector_id: Id;
  round: number; // 1 at the opening, 2 with the reminder
}

/**
 * What was voted: three sums of a ballot and no paper. There is no row, no id, no time and no order of a single vote
 * that could be laid beside an elector; each vote rewrites the same one row.
 */
export interface BallotCountsTable {
  ballot_id: Id;
  for: number;
  against: number;
  blank: number;
}
