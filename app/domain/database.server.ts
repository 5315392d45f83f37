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

const OUTAGE = /^(SQLITE_(FULL|BUSY|IOERR|READONLY|CANTOPEN).*|ECONN(REFUSED|RESET)|EPIPE|40001|40P01|53\d{3}|55P03|57014|57P0[123])$/;

/** The database cannot be written or reached just now, by no fault of the request: worth trying again. */
export const isOutage = (error: unknown): boolean =>
  error instanceof Error && (OUTAGE.test(String((error as { code?: unknown }).code)) || /timeout exceeded when trying to connect/.test(error.message));
