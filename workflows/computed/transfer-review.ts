import type { Computation } from './computation.ts';

export const transferReviewComputations: Record<string, Computation> = {};
