import type { CheckInput, Check, Finding } from './check.ts';
import type { Rule } from '../definition.ts';
import { coreChecks } from './core.ts';
import { businessCaseChecks } from './business-case.ts';
import { contractFailureChecks } from './contract-failure.ts';
import { governanceWorkforceChecks } from './governance-workforce.ts';
import { readinessProposalChecks } from './readiness-proposal.ts';
import { transferReviewChecks } from './transfer-review.ts';

/** Every check a definition may cite, by name. */
export const checks: Readonly<Record<string, Check>> = {
  ...coreChecks,
  ...readinessProposalChecks,
  ...businessCaseChecks,
  ...governanceWorkforceChecks,
  ...contractFailureChecks,
  ...transferReviewChecks,
};

/** What the rules of one question find in its answer. A rule of another pathway is passed over. */
export function findings(rules: readonly Rule[], input: CheckInput): Finding[] {
  return rules
    .filter((rule) => !rule.pathways || rule.pathways.includes(input.pathway.key))
    .flatMap((rule) => {
      const named = checks[rule.check];
      if (!named) return [{ severity: 'block' as const, message: `The check ${rule.check} is not known` }];
      const severity = rule.severity ?? named.severity;
      return named.run(input, named.params.parse(rule.params)).map((found) => ({ ...found, severity }));
    });
}
