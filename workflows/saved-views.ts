/** Pages with filters in their address that can be kept under a name. */
export const VIEW_PAGES = {
  cases: { path: '/cases', title: 'Cases', filters: ['text', 'state', 'route', 'commissioner'] },
  'programme-cases': { path: '/programme/cases', title: 'Cases of the programme', filters: ['commissioner', 'route', 'category', 'live', 'objective', 'kind'] },
  mentors: { path: '/mentors', title: 'Mentors', filters: ['topic', 'region', 'service', 'form', 'kind', 'open'] },
} as const;
export type ViewPage = keyof typeof VIEW_PAGES;
export const isViewPage = (word: string): word is ViewPage => Object.hasOwn(VIEW_PAGES, word);

/** How many views one person keeps of one page. */
export const MOST_VIEWS = 20;

/** The filters among what an address asks for, in one order whatever the order typed; '' for none. A place in the list is no filter. */
export function filtersIn(page: ViewPage, asked: URLSearchParams): string {
  const kept = VIEW_PAGES[page].filters.map((name): [string, string] => [name, (asked.get(name) ?? '').trim().slice(0, 200)]).filter(([, value]) => value !== '');
  return new URLSearchParams(kept).toString();
}
export const addressOfView = (page: ViewPage, search: string): string => `${VIEW_PAGES[page].path}${search ? `?${search}` : ''}`;
