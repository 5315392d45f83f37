import type { Computation } from './computation.ts';
import { contractComputations } from './contract.ts';
import { failurePlanComputations } from './failure-plan.ts';

/** Computations of the contract and the failure plan. */
export const contractFailureComputations: Record<string, Computation> = { ...contractComputations, ...failurePlanComputations };
