import { resultChecks, reviewChecks } from './benefit-review.ts';
import type { Check } from './check.ts';
import { goLiveChecks } from './go-live.ts';
import { taskChecks } from './mobilisation.ts';

/** Checks of the last two stages: transfer and review. */
export const transferReviewChecks: Record<string, Check> = { ...taskChecks, ...goLiveChecks, ...resultChecks, ...reviewChecks };
