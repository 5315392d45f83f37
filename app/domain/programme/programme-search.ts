/** What the address of a programme page asks for; '' for everything. */
export interface ProgrammeSearch {
  /** An id, or 'none' for cases without a commissioner. */
  commissioner: string;
  route: string;
  category: string;
  live: string;
  objective: string;
  kind: string;
}
export const FILTERS = ['commissioner', 'route', 'category', 'live', 'objective', 'kind'] as const satisfies readonly (keyof ProgrammeSearch)[];

/** How long cases have been live: from and up to how many whole months. */
export const MONTHS_LIVE = [
  ['not', 'Not live yet', null, null],
  ['0-11', 'Under 12 months', 0, 11],
  ['12-23', '12 to 23 months', 12, 23],
  ['24-35', '24 to 35 months', 24, 35],
  ['36', '36 months or more', 36, null],
] as const satisfies readonly (readonly [string, string, number | null, number | null])[];

export const KINDS = [['real', 'Real cases'], ['all', 'Real cases, illustrations and examples']] as const;

export const searchIn = (asked: URLSearchParams): ProgrammeSearch =>
  Object.fromEntries(FILTERS.map((name) => [name, (asked.get(name) ?? '').trim().slice(0, 60)])) as unknown as ProgrammeSearch;

/** An address with what is asked for, and more. */
export function addressOf(path: string, search: ProgrammeSearch, more: Record<string, string> = {}): string {
  const asked = new URLSearchParams(Object.entries({ ...search, ...more }).filter(([, value]) => value !== ''));
  return `${path}${asked.size ? `?${asked}` : ''}`;
}
