/** Rows under the key of each, in their order. */
export function byKey<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const found = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const there = found.get(key);
    if (there) there.push(row);
    else found.set(key, [row]);
  }
  return found;
}
