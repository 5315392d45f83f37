import { z } from 'zod';
import { contradictions, yesShareOf, type BallotCounts } from '../ballots.ts';
import { asNumber, asRows, asText, check, type Check, type CheckInput } from './check.ts';

type Answers = CheckInput['answer'];
const round = (n: number) => Math.round(n * 10) / 10;
const none = z.strictObject({});

/** The counts of the vote on the proposal; a count not answered is left out. */
export function ballotCounts(answer: Answers): Partial<BallotCounts> {
  const counts = {
    electorate: asNumber(answer('hr.support_electorate')),
    returned: asNumber(answer('hr.support_returned')),
    for: asNumber(answer('hr.support_for')),
    against: asNumber(answer('hr.support_against')),
    spoilt: asNumber(answer('hr.support_spoilt')),
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== undefined));
}

/** Votes are stored as counts, so shares are worked out and never typed. */
export const ballotChecks: Record<string, Check> = {
  /** The counts agree: nobody votes twice, and every paper is for, against or spoilt. Arithmetic. */
  ballotCountsAgree: check({
    params: none,
    severity: 'block',
    run: ({ answer }) => contradictions(ballotCounts(answer)).map((message) => ({ message })),
  }),
  /** The counts of earlier votes agree, row by row. Arithmetic. */
  ballotRowsAgree: check({
    params: none,
    severity: 'block',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) => {
        const counts = Object.fromEntries(
          ['electorate', 'returned', 'for', 'against', 'spoilt'].flatMap((key) => (asNumber(row[key]) === undefined ? [] : [[key, asNumber(row[key])]])),
        );
        return contradictions(counts).map((message) => ({ message, row: i, column: 'returned' }));
      }),
  }),
  /** The share that was published is the share that the counts give, within `points`. Arithmetic. */
  publishedShareAgrees: check({
    params: z.strictObject({ points: z.number().default(1) }),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const published = asNumber(value);
      const { for: yes, against } = ballotCounts(answer);
      const counted = yes !== undefined && against !== undefined ? yesShareOf({ for: yes, against }) : undefined;
      return published !== undefined && counted !== undefined && Math.abs(published - counted) > p.points
        ? [{ message: `The counts give ${round(counted)}% for, but ${published}% was published. Check the counts, or say which figure was wrong and leave this empty` }]
        : [];
    },
  }),
  /** When most who voted said no, only a dated statement of the board lets the proposal go on. Slipway default. */
  opposedNeedsStatement: check({
    params: none,
    severity: 'block',
    run: ({ value, answer }) => {
      if (value !== 'Opposed') return [];
      if (asText(answer('hr.board_statement')) && asText(answer('hr.board_statement_on'))) return [];
      const { for: yes = 0, against = 0 } = ballotCounts(answer);
      return [{
        message:
          `${yes.toLocaleString('en-GB')} of ${(yes + against).toLocaleString('en-GB')} voters said yes, so the test of staff support is not met. ` +
          'A written board statement is needed before you go on. Add it with its date in "Board statement", or stop here',
      }];
    },
  }),
  /** The result goes to the approver in plain sight. Slipway default. */
  opposedIsShown: check({
    params: none,
    severity: 'warn',
    run: ({ value, answer }) =>
      value === 'Opposed' && asText(answer('hr.board_statement')) && asText(answer('hr.board_statement_on'))
        ? [{ message: 'Most who voted said no. The approver sees this result beside the board statement' }]
        : [],
  }),
  /** A majority on a low turnout says little. Slipway default. */
  weakSupport: check({
    params: none,
    severity: 'warn',
    run: ({ value }) =>
      value === 'Weak' ? [{ message: 'Most who voted said yes, but fewer than half of staff voted. Say how you will find out what the others think' }] : [],
  }),
  /** The yes share reaches what everybody agreed before the vote. Slipway default. */
  agreedThresholdMet: check({
    params: none,
    severity: 'warn',
    run: ({ answer }) => {
      const threshold = asNumber(answer('hr.support_threshold'));
      const { for: yes, against } = ballotCounts(answer);
      const share = yes === undefined || against === undefined ? undefined : yesShareOf({ for: yes, against });
      return threshold !== undefined && share !== undefined && share < threshold
        ? [{ message: `${round(share)}% said yes, below the ${threshold}% agreed before the vote. Tell the approver what happens now` }]
        : [];
    },
  }),
};
