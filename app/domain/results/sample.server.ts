import { createHash } from 'node:crypto';

/** One in twenty. */
const SHARE = 0.05;

/**
 * The results of a quarter that are to show their source: 5 in 100, at least one. Each is placed by the SHA-256 of the quarter,
 * a space and its id, and the lowest are taken, so anybody can work it out and nobody can choose.
 */
export function sampleOf(ids: readonly string[], quarter: string): Set<string> {
  const placed = ids.map((id) => ({ id, hash: createHash('sha256').update(`${quarter} ${id}`).digest('hex') })).sort((a, b) => (a.hash < b.hash ? -1 : 1));
  return new Set(placed.slice(0, Math.ceil(placed.length * SHARE)).map(({ id }) => id));
}

/** The quarter of the calendar a day lies in: "2027 Q2". */
export const quarterOf = (day: string): string => `${day.slice(0, 4)} Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
