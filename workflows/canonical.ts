/**
 * JSON with one spelling (the rules of RFC 8785): keys sorted by UTF-16 code units, no spaces, shortest numbers.
 * The same content gives the same bytes, so a hash over it can be checked years later without Slipway.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('A submission cannot hold a number that is not finite');
  return JSON.stringify(value);
}
