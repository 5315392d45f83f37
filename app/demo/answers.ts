import type { StageKey } from '#workflows/definition.ts';
import { businessCaseAnswers } from './answers/business-case.ts';
import { contractAnswers } from './answers/contract.ts';
import type { Answers, StoryFacts } from './answers/facts.ts';
import { failurePlanAnswers } from './answers/failure-plan.ts';
import { governanceAnswers } from './answers/governance.ts';
import { proposalAnswers } from './answers/proposal.ts';
import { readinessAnswers } from './answers/readiness.ts';
import { reviewAnswers } from './answers/review.ts';
import { transferAnswers } from './answers/transfer.ts';
import { workforceAnswers } from './answers/workforce.ts';

export type Tale = (f: StoryFacts) => Answers;

/** What a team says in each stage, given the facts of its story. */
export const TALES: Record<StageKey, Tale> = {
  readiness: readinessAnswers,
  proposal: proposalAnswers,
  'business-case': businessCaseAnswers,
  governance: governanceAnswers,
  workforce: workforceAnswers,
  contract: contractAnswers,
  'failure-plan': failurePlanAnswers,
  transfer: transferAnswers,
  review: reviewAnswers,
};
