import { addDays } from '../dates.ts';

/** The value when it is a real day written YYYY-MM-DD, else undefined. */
export function asDay(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  try {
    return addDays(value, 0);
  } catch {
    return undefined;
  }
}
