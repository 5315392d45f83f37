import type { Check } from './check.ts';

export const businessCaseChecks: Record<string, Check> = {};
