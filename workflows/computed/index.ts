import type { Computation } from './computation.ts';
import { coreComputations } from './core.ts';
import { businessCaseComputations } from './business-case.ts';
import { contractFailureComputations } from './contract-failure.ts';
import { governanceWorkforceComputations } from './governance-workforce.ts';
import { readinessProposalComputations } from './readiness-proposal.ts';
import { transferReviewComputations } from './transfer-review.ts';

/** Every computation a definition may cite, by name. */
export const computations: Readonly<Record<string, Computation>> = {
  ...coreComputations,
  ...readinessProposalComputations,
  ...businessCaseComputations,
  ...governanceWorkforceComputations,
  ...contractFailureComputations,
  ...transferReviewComputations,
};
