import type { Row } from '#db/schema.ts';

/** Readings by their benefit, in the order given. */
export function byBenefit<R extends Pick<Row<'readings'>, 'benefit_id'>>(readings: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const reading of readings) {
    const group = groups.get(reading.benefit_id);
    if (group) group.push(reading);
    else groups.set(reading.benefit_id, [reading]);
  }
  return groups;
}

/** Readings that no later one corrects, oldest period first. */
export function inForce<R extends Pick<Row<'readings'>, 'id' | 'replaces_id'>>(readings: readonly R[]): R[] {
  const corrected = new Set(readings.flatMap((reading) => reading.replaces_id ?? []));
  return readings.filter((reading) => !corrected.has(reading.id));
}
