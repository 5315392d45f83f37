/** 95 per cent of a normal distribution lies within so many standard deviations. */
const Z = 1.959963984540054;

export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson's 95% interval of a proportion, as shares from 0 to 1: between what true shares `part` of `whole` is to be
 * expected. Null where the counts cannot be: a part over the whole, or under 1 measured.
 */
export function wilson(part: number, whole: number): Interval | null {
  if (!(whole >= 1 && part >= 0 && part <= whole && whole < Infinity)) return null;
  const share = part / whole;
  const centre = share + (Z * Z) / (2 * whole);
  const half = Z * Math.sqrt((share * (1 - share) + (Z * Z) / (4 * whole)) / whole);
  const scale = 1 + (Z * Z) / whole;
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) };
}

/** Byar's 95% interval of a count of events: close to the exact Poisson one from 1 event up. Null for what is no count. */
export function byar(count: number): Interval | null {
  if (!(count >= 0 && count < Infinity)) return null;
  const bound = (n: number, z: number) => n * (1 - 1 / (9 * n) + z / (3 * Math.sqrt(n))) ** 3;
  return { low: count === 0 ? 0 : Math.max(0, bound(count, -Z)), high: bound(count + 1, Z) };
}
