import { rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { closeTheDatabase, openTheDatabase, reader } from '#app/domain/database.server.ts';
import { searchFor } from '#app/domain/search/search-page.server.ts';
import { fill } from './fill.ts';
import { cpuOf } from './measure.ts';
import { indexed, world, type People } from './world.ts';

/** A search over 5,000 cases by who sees three, by who has a part in each of them and by the support unit; beside the index of words asked bare. */
export async function search(): Promise<void> {
  const filled = await world((people) => indexed(() => fill(5000, people)));
  await openTheDatabase(filled.url);
  const actor = (name: keyof People, posts: 'support'[]) => ({ id: filled.people[name], name, email: `${name}@bench.example`, posts, sessionProvedAt: '', colourScheme: null });
  const by = (name: keyof People, posts: 'support'[] = []) => cpuOf(() => searchFor(reader(), actor(name, posts), { text: 'median wait', kind: '', page: 1 }));
  const handle = new Sqlite(filled.url.slice(5), { readonly: true });
  const words = handle.prepare('select rowid from search_words where search_words match ? order by bm25(search_words) limit 21');
  const bare = await cpuOf(() => words.all('"median" AND "wait"*'));
  const [few, each, all] = [await by('lead'), await by('sponsor'), await by('support', ['support'])];
  const told = (ms: number) => `${ms.toFixed(1)} ms CPU (${(ms / bare).toFixed(1)}x)`;
  console.log(`\na search of 5,000 cases: ${told(few)} by who sees three, ${told(each)} by who has a part in each, ${told(all)} by the support unit; the index of words alone ${bare.toFixed(1)} ms`);
  handle.close();
  await closeTheDatabase();
  rmSync(filled.folder, { recursive: true, force: true });
}
