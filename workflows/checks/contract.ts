import type { Check } from './check.ts';
import { contractBenefitChecks } from './contract-benefits.ts';
import { contractMoneyChecks } from './contract-money.ts';
import { contractTableChecks } from './contract-tables.ts';
import { contractTermsChecks } from './contract-terms.ts';

export const contractChecks: Record<string, Check> = {
  ...contractTermsChecks,
  ...contractTableChecks,
  ...contractMoneyChecks,
  ...contractBenefitChecks,
};
