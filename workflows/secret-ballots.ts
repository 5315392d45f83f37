import { turnoutOf, yesShareOf, type BallotCounts } from './ballots.ts';
import { addDays, daysBetween } from './dates.ts';

/** The law of a secret ballot of staff. No statute sets a threshold or a length: the numbers here are Slipway defaults. */
export const USUAL_THRESHOLD = 51;
export const LONGEST_BALLOT_DAYS = 60;
export const MOST_ELECTORS = 5000;
/** Fewer votes than this could show how somebody voted, so their counts are never shown. */
export const FEW_VOTES = 10;

/** The keys are those of the answer `hr.support_test`. */
export const BALLOT_METHODS = [
  { value: 'ballot', label: 'A ballot', hint: 'The result decides whether you go on' },
  { value: 'indicative-vote', label: 'A show of opinion', hint: 'The result is heard, and decides nothing by itself' },
] as const;
/** The keys are those of the answer `hr.support_run_by`. */
export const BALLOT_RUNNERS = [
  { value: 'independent', label: 'An independent scrutineer' },
  { value: 'joint', label: 'Unions and managers together' },
  { value: 'union', label: 'The unions' },
  { value: 'parent', label: 'The present employer' },
  { value: 'team', label: 'The team itself' },
] as const;

export const VOTES = [
  { value: 'for', label: 'For' },
  { value: 'against', label: 'Against' },
  { value: 'blank', label: 'I return a blank paper', hint: 'It counts as taking part, and neither for nor against' },
] as const;
export type Vote = (typeof VOTES)[number]['value'];

export const BALLOT_STATES = ['planned', 'open', 'closed', 'cancelled'] as const;
export type BallotState = (typeof BALLOT_STATES)[number];
export const isLive = (state: BallotState): boolean => state === 'planned' || state === 'open';

export interface BallotDays {
  state: BallotState;
  opensOn: string;
  closesOn: string;
}
/** What time alone brings about on a day; null when nothing. The last day counts whole. */
export function dueOf({ state, opensOn, closesOn }: BallotDays, on: string): 'open' | 'close' | null {
  if (state === 'planned' && opensOn <= on) return 'open';
  return state === 'open' && closesOn < on ? 'close' : null;
}
/** A vote counts from the opening to the end of the last day, whenever the count itself is made. */
export const takesVotes = ({ state, closesOn }: BallotDays, on: string): boolean => state === 'open' && on <= closesOn;

/** The day on which those who have not voted are reminded; null for a ballot too short for it. */
export function halfwayOf(opensOn: string, closesOn: string): string | null {
  const days = daysBetween(opensOn, closesOn);
  return days < 2 ? null : addDays(opensOn, Math.ceil(days / 2));
}

/** What is wrong with the days of a new ballot, beside which box. */
export function dayFaults(opensOn: string, closesOn: string, on: string): { field: 'opensOn' | 'closesOn'; message: string }[] {
  if (opensOn < on) return [{ field: 'opensOn', message: 'The ballot must open today or later' }];
  if (opensOn > addDays(on, 365)) return [{ field: 'opensOn', message: 'The ballot must open within a year' }];
  if (closesOn < opensOn) return [{ field: 'closesOn', message: 'The last day of voting must not be before the day the ballot opens' }];
  return daysBetween(opensOn, closesOn) > LONGEST_BALLOT_DAYS ? [{ field: 'closesOn', message: `The last day of voting must be within ${LONGEST_BALLOT_DAYS} days of the opening` }] : [];
}

/** A closed ballot as everybody who may read it reads it. With few votes there are no counts to read. */
export interface BallotResult {
  electorate: number;
  returned: number;
  turnout: number;
  reached: boolean;
  counts: { for: number; against: number; spoilt: number; share: number | null } | null;
}
export function resultOf(counts: BallotCounts, threshold: number): BallotResult {
  const share = yesShareOf(counts);
  return {
    electorate: counts.electorate, returned: counts.returned, turnout: round(turnoutOf(counts) ?? 0), reached: share !== undefined && share >= threshold,
    counts: counts.returned < FEW_VOTES ? null : { for: counts.for, against: counts.against, spoilt: counts.spoilt, share: share === undefined ? null : round(share) },
  };
}
const round = (n: number) => Math.round(n * 10) / 10;
