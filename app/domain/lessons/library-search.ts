/** What the address of the library asks for; '' for everything. */
export const LESSON_FILTERS = ['stage', 'topic', 'words'] as const;
export type LibrarySearch = Record<(typeof LESSON_FILTERS)[number] | 'page', string>;

export const librarySearchIn = (asked: URLSearchParams): LibrarySearch =>
  Object.fromEntries([...LESSON_FILTERS, 'page'].map((name) => [name, (asked.get(name) ?? '').trim().slice(0, 100)])) as LibrarySearch;

export function libraryAddress(search: Partial<LibrarySearch>): string {
  const asked = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== ''));
  return `/lessons${asked.size ? `?${asked}` : ''}`;
}
