import type { Computation } from './computation.ts';

export const businessCaseComputations: Record<string, Computation> = {};
