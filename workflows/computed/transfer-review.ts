import { benefitReviewComputations } from './benefit-review.ts';
import type { Computation } from './computation.ts';
import { mobilisationComputations } from './mobilisation.ts';

/** Computations of the last two stages: transfer and review. */
export const transferReviewComputations: Record<string, Computation> = { ...mobilisationComputations, ...benefitReviewComputations };
