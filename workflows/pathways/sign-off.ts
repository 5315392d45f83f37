import type { Clock, PathwayWritten, StageKey, StageWritten } from '../definition.ts';
import { businessCase } from '../stages/business-case.ts';
import { contract } from '../stages/contract.ts';
import { failurePlan } from '../stages/failure-plan.ts';
import { governance } from '../stages/governance.ts';
import { proposal } from '../stages/proposal.ts';
import { readiness } from '../stages/readiness.ts';
import { review } from '../stages/review.ts';
import { transfer } from '../stages/transfer.ts';
import { workforce } from '../stages/workforce.ts';

type Entry = PathwayWritten['stages'][number];
type SecondLine = Entry['signOff']['secondLine'];

export const slipwayDefault = { title: 'Slipway default', assumed: true } as const;

/**
 * The nine stages with who must look, in what order, and in how many working days. The three pathways share all of it
 * but the second line. The proposal opens the business case, and beside it governance, staff and the failure plan,
 * which run side by side. The contract needs the business case and the new body. The transfer needs everything.
 */
export const stagesOfPathway = (secondLine: Readonly<Record<StageKey, SecondLine>>): PathwayWritten['stages'] =>
  order.map(({ stage, opensAfter, reviewers, signer, board, assuresFrom, clock }) => ({
    stage,
    opensAfter,
    signOff: {
      reviewers, signer: signer ?? 'sponsor', secondLine: secondLine[stage.key],
      ...(assuresFrom && { assuresFrom: { pence: assuresFrom, source: slipwayDefault } }),
      ...(board && { board: { quorum: board, source: slipwayDefault } }),
    },
    clock: { ...clock, source: slipwayDefault },
  }));

const QUORUM = 3;

interface Place {
  stage: StageWritten;
  opensAfter: StageKey[];
  reviewers: Entry['signOff']['reviewers'];
  signer?: 'none';
  /** The views of a board that are needed, where the matrix names a board or a committee. */
  board?: number;
  /** Pence a year from which the second line assures what it is otherwise told of. */
  assuresFrom?: number;
  /** Working days. 60 calendar days are 43, 12 weeks 60, 4 weeks 20; go or no-go falls 10 days before the transfer. */
  clock: Omit<Clock, 'source'>;
}

const order: Place[] = [
  { stage: readiness, opensAfter: [], reviewers: [], signer: 'none', clock: { decide: 5, prepare: 20 } },
  { stage: proposal, opensAfter: ['readiness'], reviewers: ['support'], board: QUORUM, clock: { acknowledge: 5, decide: 43, prepare: 40 } },
  {
    stage: businessCase,
    opensAfter: ['proposal'],
    reviewers: ['finance', 'quality', 'hr', 'legal'],
    board: QUORUM,
    clock: { acknowledge: 5, decide: 60, prepare: 130 },
  },
  { stage: governance, opensAfter: ['proposal'], reviewers: ['legal'], clock: { acknowledge: 5, decide: 20, prepare: 80 } },
  { stage: workforce, opensAfter: ['proposal'], reviewers: ['hr', 'staffSide'], clock: { acknowledge: 5, decide: 20, prepare: 80 } },
  {
    stage: contract,
    opensAfter: ['business-case', 'governance'],
    reviewers: ['finance', 'quality', 'legal'],
    board: QUORUM,
    assuresFrom: 1_000_000_000,
    clock: { acknowledge: 5, decide: 28, prepare: 100 },
  },
  { stage: failurePlan, opensAfter: ['proposal'], reviewers: ['finance', 'quality'], clock: { acknowledge: 5, decide: 28, prepare: 100 } },
  {
    stage: transfer,
    opensAfter: ['contract', 'failure-plan', 'governance', 'workforce'],
    reviewers: ['finance', 'hr', 'quality', 'legal'],
    board: QUORUM,
    clock: { acknowledge: 2, decide: 10, prepare: 60 },
  },
  { stage: review, opensAfter: ['transfer'], reviewers: ['finance', 'quality'], clock: { acknowledge: 5, decide: 10, prepare: 20 } },
];
