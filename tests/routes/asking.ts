import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { siteWorld, type Asker, type SiteWorld } from '#tests/setup/site-world.ts';
import { openSite, watchFile, type Fields, type Site } from '#tests/setup/site.ts';
import type { Access } from './access.table.ts';

/* What the tests of the access table ask the built product with: one site and one world a file, rewound after each test. */
export let site: Site;
export let world: SiteWorld;
export function askTheSite(): void {
  beforeAll(async () => {
    site = await openSite();
    world = await siteWorld(site);
    await site.keep();
  }, 120_000);
  afterEach(() => site.rewind());
  afterAll(() => site?.close());
}

const wordsIn = (text: string, words: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? expect.fail(`The world has no word {${name}}`));
const formIn = (form: Fields, words: Record<string, string>): Fields =>
  Object.fromEntries(Object.entries(form).map(([name, sent]) => [name, typeof sent === 'string' ? wordsIn(sent, words) : sent.map((text) => wordsIn(text, words))]));

/** Asks on rows as they were laid out, whatever was posted before. `at` replaces words of the world. */
export async function ask(who: Asker, row: Access, at: Record<string, string> = {}, ending = ''): Promise<Response> {
  const words = { ...world.words, ...at };
  const [path = '', ...search] = wordsIn(row.at, words).split('?');
  if (row.method === 'POST') await site.rewind();
  return site.ask(who, row.method, [path + ending, ...search].join('?'), row.method === 'POST' ? formIn(row.form, words) : undefined);
}

export const nameOf = (row: Access) => `${row.method} ${row.route}${row.at === row.route ? '' : ` at ${row.at}`}`;

/** Does one thing on rows as they were laid out, and tells whether anything was written. */
export async function watching(work: () => Promise<Response>) {
  await site.rewind();
  const watch = watchFile(site.file);
  const response = await work();
  const written = watch.written();
  watch.close();
  return { response, written };
}
