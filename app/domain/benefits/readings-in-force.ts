import type { Row } from '#db/schema.ts';

/** Readings that no later one corrects, oldest period first. */
export function inForce<R extends Pick<Row<'readings'>, 'id' | 'replaces_id'>>(readings: readonly R[]): R[] {
  const corrected = new Set(readings.flatMap((reading) => reading.replaces_id ?? []));
  return readings.filter((reading) => !corrected.has(reading.id));
}
