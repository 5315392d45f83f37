/** What the address of the directory asks for; '' for everything. */
export const MENTOR_FILTERS = ['topic', 'region', 'service', 'form', 'kind', 'open'] as const;
export type MentorSearch = Record<(typeof MENTOR_FILTERS)[number] | 'page', string>;

export const mentorSearchIn = (asked: URLSearchParams): MentorSearch =>
  Object.fromEntries([...MENTOR_FILTERS, 'page'].map((name) => [name, (asked.get(name) ?? '').trim().slice(0, 40)])) as MentorSearch;

export function mentorsAddress(search: Partial<MentorSearch>): string {
  const asked = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== ''));
  return `/mentors${asked.size ? `?${asked}` : ''}`;
}
