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

/** Asks on rows as they were laid out, whatever was posted before. `at` replaces words of the world. */
async function ask(who: Asker, row: Access, at: Record<string, string> = {}, ending = ''): Promise<Response> {
  const words = { ...world.words, ...at };
  const [path = '', ...search] = wordsIn(row.at, words).split('?');
  if (row.method === 'POST') await site.rewind();
  return site.ask(who, row.method, [path + ending, ...search].join('?'), row.method === 'POST' ? formIn(row.form, words) : undefined);
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

async function watching(work: () => Promise<Response>) {
  await site.rewind();
  const watch = watchFile(site.file);
  const response = await work();
  const written = watch.written();
  watch.close();
  return { response, written };
}

const OUTSIDE = ['admin', 'outsider', 'elsewhere'] as const;
const ofCase = ACCESS.filter((row) => row.at.includes('{case}')).map((row) => [nameOf(row), row] as const);

describe("somebody else's case cannot be told from one that does not exist", () => {
  it.each(ofCase)('%s', async (_, row) => {
    for (const who of OUTSIDE) {
      for (const ending of row.method === 'GET' ? ['', '.data'] : ['']) {
        const there = await told(await ask(who, row, {}, ending));
        expect(there, `${who} asks for the page${ending}`).toEqual(await told(await ask(who, row, { case: newId() }, ending)));
      }
    }
  }, 60_000);
});

const inner = (row: Access) => [...row.at.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).filter((name) => name !== 'case');

describe("what belongs to one case is not there under the address of another", () => {
  it.each(ofCase.filter(([, row]) => inner(row).length > 0))('%s', async (_, row) => {
    const own = { case: world.words.elsewhere! };
    const there = await told(await ask('elsewhere', row, own));
    expect(there.status).toBe(404);
    expect(there).toEqual(await told(await ask('elsewhere', row, { ...own, ...Object.fromEntries(inner(row).map((name) => [name, newId()])) })));
  });
});

describe('the example is read by everybody and changed by nobody who looks round', () => {
  it.each(ofCase.filter(([, row]) => row.method === 'POST'))('%s', async (_, row) => {
    for (const who of ['outsider', 'admin'] as const) {
      const { response, written } = await watching(() => ask(who, row, { case: world.words.example! }));
      expect({ refused: response.status >= 400 && response.status < 500, written }, `${who}: ${response.status}`).toEqual({ refused: true, written: false });
    }
  });
});

/** An answer without what differs each time: the nonce, and the ids that were asked for. */
async function told(response: Response) {
  const blank = (text: string) => text.replace(/nonce="[^"]*"/g, '').replace(/"nonce":"[^"]*"/g, '').replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f-]{17}/g, '{id}');
  return { status: response.status, headers: [...response.headers].map(([name, value]) => `${name}: ${blank(value)}`), body: blank(await response.text()) };
}
