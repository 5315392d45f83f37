import { progress, reaches, type Promise as Promised } from './results.ts';

/** How a promise stands by its results. Two figures never judge it: what moves by chance is not called good or bad. */
export type Result = 'met' | 'missed' | 'onTrack' | 'atRisk' | 'tooFew';

export interface Reading {
  /** Last day of the period, YYYY-MM-DD. */
  on: string;
  value: number;
}

/** Readings before a word is said on the way to a target. Slipway default. */
const ENOUGH = 3;

/**
 * What the readings, oldest first, say of the promise: met or missed once its day has come; before that on track or
 * at risk by where the last one lies between the start and the target, given enough of them.
 */
export function resultOf(promise: Promised, readings: readonly Reading[]): Result {
  const last = readings.at(-1);
  if (!last) return 'tooFew';
  const there = reaches(promise, last.value);
  if (there === undefined) return 'tooFew';
  if (promise.targetOn && last.on >= promise.targetOn) return there ? 'met' : 'missed';
  if (readings.length < ENOUGH) return 'tooFew';
  return there || (progress(promise, last.value) ?? 0) > 0 ? 'onTrack' : 'atRisk';
}
