import { existsSync, rmSync } from 'node:fs';
import { openDatabase } from '#db/open.server.ts';
import { setClock, today } from '../domain/clock.server.ts';
import { closeTheDatabase, openTheDatabase, useDatabase } from '../domain/database.server.ts';
import { releaseBuiltInPathways } from '../domain/pathways/pathways.server.ts';
import { demoPeople } from '../domain/people/demo-people.server.ts';
import { DEMO_PASSWORD } from '../domain/people/passwords.server.ts';
import { env, publicOrigin, secrets } from '../env.server.ts';
import { gatherCast, signInTable } from './cast.server.ts';
import { STORIES } from './stories.server.ts';

/**
 * Fills the demonstration: people, organisations and stories, told through the real commands. A file that holds an
 * older demonstration is made anew; any other database that is not empty is left as it is. Its mail is to example
 * addresses, which the demonstration keeps and never sends. With --people-only nobody has a case yet.
 */
async function load(): Promise<void> {
  if (!env().demo) throw new Error('This fills a database with invented people whose password everyone knows. Set SLIPWAY_DEMO=1 to say that you want that');
  const url = secrets().databaseUrl;
  if (await keepsWhatIsThere(url)) return say('The demonstration is there already.');
  const began = Date.now();
  const real = today();
  const stories = process.argv.includes('--people-only') ? [] : Object.values(STORIES);
  await openTheDatabase(url);
  try {
    await releaseBuiltInPathways();
    const cast = await gatherCast();
    for (const tell of stories) await tell(cast, real);
  } finally {
    setClock(undefined);
    await closeTheDatabase();
  }
  say(`Told ${stories.length} stories in ${Math.round((Date.now() - began) / 1000)} seconds.`);
}

/** Clears an older demonstration out of a file; true when one is in a database that is no file. Throws when it holds anything else. */
async function keepsWhatIsThere(url: string): Promise<boolean> {
  const file = /^postgres(ql)?:/.test(url) ? undefined : url.replace(/^file:(\/\/(?=\/))?/, '');
  if (file && !existsSync(file)) return false;
  const isDemo = await holdsDemo(url);
  if (file && !isDemo) throw new Error(`${file} is not a demonstration, so it is left as it is. Remove it, or name another in DATABASE_URL`);
  if (!file) return isDemo;
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
  return false;
}

async function holdsDemo(url: string): Promise<boolean> {
  const open = await openDatabase(url);
  useDatabase(open);
  try {
    return (await demoPeople()).people.length > 0;
  } catch {
    return false; // no tables yet
  } finally {
    useDatabase(undefined);
    await open.close();
  }
}

const say = (text: string) => void process.stdout.write(`${text}\n`);

/** Who can sign in, set in columns. */
function introduce(): void {
  const rows = signInTable();
  const wide = (key: 'email' | 'name') => Math.max(...rows.map((row) => row[key].length)) + 2;
  const [address, name] = [wide('email'), wide('name')];
  say(`\nSign in at ${publicOrigin()} as any of these, with the password ${DEMO_PASSWORD}\n`);
  for (const row of rows) say(`  ${row.email.padEnd(address)}${row.name.padEnd(name)}${row.part}`);
  say('');
}

load().then(introduce).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
