import { Reader } from '#db/database.server.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { openDatabase, type OpenDatabase } from '#db/open.server.ts';
import { remember } from '../lib/remember.ts';

const kept = remember('database', (): { open?: OpenDatabase } => ({}));

/** The one open database. Throws when nothing has opened it: nothing is opened by import. */
export function database(): OpenDatabase {
  if (!kept.open) throw new Error('The database is not open yet: start() opens it, a test calls useDatabase()');
  return kept.open;
}

/** For queries outside a command. */
export const reader = (): Reader => new Reader(database().reader);

/** Opens the database of the product once, with its tables up to date. */
export async function openTheDatabase(url: string): Promise<OpenDatabase> {
  if (kept.open) return kept.open;
  const open = await openDatabase(url);
  await migrateToLatest(open);
  return (kept.open = open);
}

export async function closeTheDatabase(): Promise<void> {
  const { open } = kept;
  kept.open = undefined;
  await open?.close();
}

/** Makes an open database the one in use: for tests and for commands run from a terminal. */
export function useDatabase(open: OpenDatabase | undefined): void {
  kept.open = open;
}
