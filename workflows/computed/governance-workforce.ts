import { ballotComputations } from './ballots.ts';
import type { Computation } from './computation.ts';
import { governanceComputations } from './governance.ts';
import { workforceComputations } from './workforce.ts';

export const governanceWorkforceComputations: Record<string, Computation> = {
  ...governanceComputations, ...workforceComputations, ...ballotComputations,
};
