import { ballotChecks } from './ballots.ts';
import type { Check } from './check.ts';
import { governanceChecks } from './governance.ts';
import { workforceChecks } from './workforce.ts';

export const governanceWorkforceChecks: Record<string, Check> = { ...governanceChecks, ...workforceChecks, ...ballotChecks };
