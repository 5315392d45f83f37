import type { Check } from './check.ts';
import { readinessToMoveChecks } from './readiness-to-move.ts';
import { representativeChecks } from './representatives.ts';
import { staffListChecks } from './staff-list.ts';
import { termsChecks } from './terms.ts';
import { transferStepChecks } from './transfer-steps.ts';

export const workforceChecks: Record<string, Check> = {
  ...staffListChecks, ...representativeChecks, ...transferStepChecks, ...termsChecks, ...readinessToMoveChecks,
};
