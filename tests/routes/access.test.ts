import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ASKERS, siteWorld, type Asker, type SiteWorld } from '#tests/setup/site-world.ts';
import { openSite, watchFile, type Build, type Fields, type Site } from '#tests/setup/site.ts';
import { newId } from '#db/codec.ts';
import { ACCESS, type Access } from './access.table.ts';

let site: Site;
let world: SiteWorld;
beforeAll(async () => {
  site = await openSite();
  world = await siteWorld(site);
  await site.keep();
}, 120_000);
afterEach(() => site.rewind());
afterAll(() => site?.close());

const wordsIn = (text: string, words: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? expect.fail(`The world has no word {${name}}`));
const formIn = (form: Fields, words: Record<string, string>): Fields =>
  Object.fromEntries(Object.entries(form).map(([name, sent]) => [name, typeof sent === 'string' ? wordsIn(sent, words) : sent.map((text) => wordsIn(text, words))]));

/** Asks on rows as they were laid out, whatever was asked before. */
async function ask(who: Asker, { method, at, form }: Pick<Access, 'method' | 'at' | 'form'>, words = world.words): Promise<Response> {
  if (method === 'POST') await site.rewind();
  return site.ask(who, method, wordsIn(at, words), method === 'POST' ? formIn(form, words) : undefined);
}

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

const nameOf = (row: Access) => `${row.method} ${row.route}${row.at === row.route ? '' : ` at ${row.at}`}`;

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
  it.each(ACCESS.map((row) => ({ name: nameOf(row), row })))('$name', async ({ row }) => {
    const got: Record<string, string> = {};
    for (const who of ASKERS) got[who] = await cell(who, row);
    expect(got).toEqual(Object.fromEntries(ASKERS.map((who) => [who, String(row.answers.get(who))])));
  }, 60_000);
});

/** The answer in the table's words; a refusal that wrote something says so. */
async function cell(who: Asker, row: Access): Promise<string> {
  if (row.method === 'POST') await site.rewind();
  const watch = watchFile(site.file);
  const response = await site.ask(who, row.method, wordsIn(row.at, world.words), row.method === 'POST' ? formIn(row.form, world.words) : undefined);
  const signIn = response.status === 302 && response.headers.get('Location')!.startsWith('/sign-in');
  const wrote = row.method === 'POST' && watch.written() && (response.status >= 400 || (signIn && who === 'anonymous'));
  watch.close();
  return `${signIn ? 'signIn' : response.status}${wrote ? ', and something was written' : ''}`;
}
