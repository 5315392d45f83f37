import type { Check } from './check.ts';
import { failureExitChecks } from './failure-exit.ts';
import { failureServiceChecks } from './failure-services.ts';
import { failureSignChecks } from './failure-signs.ts';

export const failurePlanChecks: Record<string, Check> = { ...failureServiceChecks, ...failureSignChecks, ...failureExitChecks };
