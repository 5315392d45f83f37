/** For each place the sign of the run, of at least `length` alike, that it is part of; 0 for none. A sign of 0 breaks a run. */
export function runsOf(signs: readonly number[], length: number): number[] {
  const found = signs.map(() => 0);
  let start = 0;
  for (let i = 1; i <= signs.length; i += 1) {
    if (i < signs.length && signs[i] === signs[start]) continue;
    if (i - start >= length) found.fill(signs[start]!, start, i);
    start = i;
  }
  return found;
}

/** For each value 1 when it is part of `length` values each above the one before, -1 when each below; 0 for neither. */
export function trendsOf(values: readonly number[], length: number): number[] {
  const moves = runsOf(values.slice(1).map((value, i) => Math.sign(value - values[i]!)), length - 1);
  return values.map((_, i) => moves[i - 1] || moves[i] || 0);
}
