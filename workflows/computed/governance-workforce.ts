import type { Computation } from './computation.ts';

export const governanceWorkforceComputations: Record<string, Computation> = {};
