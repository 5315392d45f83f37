import type { Outcome } from '#app/domain/decisions/decisions.schema.ts';

/** The pages of a decision in order: each outcome asks only for what it needs. */
const AFTER_OUTCOME: Record<Outcome, readonly string[]> = {
  approved: ['criteria', 'check'],
  approvedWithConditions: ['criteria', 'conditions', 'check'],
  changesRequested: ['criteria', 'reasons', 'check'],
  declined: ['criteria', 'reasons', 'check'],
  deferred: ['reasons', 'check'],
};

/** The address of the page after `step`; '' is the first page. */
export function nextStep(base: string, outcome: Outcome, step: string): string {
  const steps = AFTER_OUTCOME[outcome];
  return `${base}/${step === '' ? steps[0] : (steps[steps.indexOf(step) + 1] ?? 'check')}`;
}

/** The page before `step`, for the way back. */
export function stepBefore(base: string, outcome: Outcome, step: string): { to: string; label: string } {
  const steps = AFTER_OUTCOME[outcome];
  const before = steps[steps.indexOf(step) - 1];
  return before ? { to: `${base}/${before}`, label: LABELS[before]! } : { to: base, label: 'Your decision' };
}
const LABELS: Record<string, string> = { criteria: 'Criteria', conditions: 'Conditions', reasons: 'Reasons' };

export const decisionPath = (caseId: string, stage: string): string => `/cases/${caseId}/stages/${stage}/decision`;
