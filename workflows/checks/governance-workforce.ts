import type { Check } from './check.ts';

export const governanceWorkforceChecks: Record<string, Check> = {};
