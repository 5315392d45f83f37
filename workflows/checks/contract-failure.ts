import type { Check } from './check.ts';
import { contractChecks } from './contract.ts';

/** Checks of the contract and the failure plan. */
export const contractFailureChecks: Record<string, Check> = { ...contractChecks };
