/**
 * One of each per process: in development the bundler evaluates a module again on every change, and what holds a
 * connection or a timer must outlive that.
 */
export function remember<T>(name: string, make: () => T): T {
  const kept = globalThis as typeof globalThis & { slipway?: Map<string, unknown> };
  kept.slipway ??= new Map();
  if (!kept.slipway.has(name)) kept.slipway.set(name, make());
  return kept.slipway.get(name) as T;
}
