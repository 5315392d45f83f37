import { describe, expect, it } from 'vitest';
import { ASKERS, type Asker } from '#tests/setup/site-world.ts';
import type { Build } from '#tests/setup/site.ts';
import { ACCESS, type Access } from './access.table.ts';
import { ask, askTheSite, nameOf, site, watching } from './asking.ts';

askTheSite();

/** Every address of the built product with the methods it answers: "GET /cases/:case". */
function answered({ routes }: Build): string[] {
  const pathOf = (id: string): string => {
    const route = routes[id]!;
    return (route.parentId ? pathOf(route.parentId) : '') + (route.path ? `/${route.path.replace(/^\//, '')}` : '');
  };
  return Object.values(routes).filter((route) => route.id !== 'root').flatMap(({ id, module }) => {
    const path = pathOf(id).replace(/(.)\/$/, '$1') || '/';
    return [...(module.loader || module.default ? [`GET ${path}`] : []), ...(module.action ? [`POST ${path}`] : [])];
  });
}

describe('the table', () => {
  it('has a row for every route and method of the built product, and no row for what is gone', () => {
    const [there, told] = [new Set(answered(site.build)), new Set(ACCESS.map((row) => `${row.method} ${row.route}`))];
    const missing = [...there].filter((name) => !told.has(name)).map((name) => `${name} is served, and access.table.ts does not say for whom: add a row`);
    const stale = [...told].filter((name) => !there.has(name)).map((name) => `${name} stands in access.table.ts and is served no more: remove its row`);
    expect([...missing, ...stale]).toEqual([]);
  });

  it('says of every row what each person is answered', () => {
    const silent = ACCESS.flatMap((row) => ASKERS.filter((who) => !row.answers.has(who)).map((who) => `${nameOf(row)} does not say what ${who} is answered`));
    expect(silent).toEqual([]);
  });
});

describe('each person is answered as the table says', () => {
  it.each(ACCESS.map((row) => [nameOf(row), row] as const))('%s', async (_, row) => {
    const got: Record<string, string> = {};
    for (const who of ASKERS) got[who] = await cell(who, row);
    expect(got).toEqual(Object.fromEntries(ASKERS.map((who) => [who, String(row.answers.get(who))])));
  }, 60_000);
});

/** The answer in the table's words; a refusal that wrote something says so. */
async function cell(who: Asker, row: Access): Promise<string> {
  const watched = row.method === 'POST' ? await watching(() => ask(who, row)) : { response: await ask(who, row), written: false };
  const { status, headers } = watched.response;
  const signIn = status === 302 && /^\/sign-in(\?to=|$)/.test(headers.get('Location') ?? '');
  return `${signIn ? 'signIn' : status}${watched.written && (signIn || status >= 400) ? ', and something was written' : ''}`;
}
