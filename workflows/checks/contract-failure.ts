import type { Check } from './check.ts';
import { contractChecks } from './contract.ts';
import { failurePlanChecks } from './failure-plan.ts';

/** Checks of the contract and the failure plan. */
export const contractFailureChecks: Record<string, Check> = { ...contractChecks, ...failurePlanChecks };
