import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { OpenDatabase } from './open.server.ts';
import type { Database } from './schema.ts';

/** What a query may reach for: reading, and nothing else. */
type Readable = Pick<Kysely<Database>, 'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'getExecutor'>;

/** Passed to every query. `new Reader(open.reader)` outside a transaction. */
export class Reader {
  readonly db: Readable;
  constructor(db: Readable) {
    this.db = db;
  }
}

/** Passed to every change. Only `transaction` makes one, and it is of no use after its end. */
class Writer extends Reader {
  override readonly db: Transaction<Database>;
  readonly #hooks: (() => void)[];
  constructor(db: Transaction<Database>, hooks: (() => void)[]) {
    super(db);
    this.db = db;
    this.#hooks = hooks;
  }
  /** Runs `hook` once, after the commit and never otherwise. For wake-ups: it must not throw. */
  onCommit(hook: () => void): void {
    this.#hooks.push(hook);
  }
}
export type { Writer };

const RETRIES = 3;

/**
 * Runs `work` as one transaction that behaves as if it ran alone: `begin immediate` on SQLite, SERIALIZABLE on
 * PostgreSQL. When the engine asks for it to be tried again, `work` runs again, up to three times more; so `work`
 * holds queries and nothing slow or outside the database. A throw undoes everything.
 */
export async function transaction<T>(database: OpenDatabase, work: (tx: Writer) => Promise<T>): Promise<T> {
  for (let retry = 1; ; retry++) {
    const hooks: (() => void)[] = [];
    const outcome = await attempt(database, (db) => work(new Writer(db, hooks)));
    if (outcome.committed) {
      for (const hook of hooks) run(hook);
      return outcome.value;
    }
    if (retry > RETRIES || !mayBeRetried(outcome.error)) throw outcome.error;
    await pause(retry * (20 + Math.random() * 60));
  }
}

type Outcome<T> = { committed: true; value: T } | { committed: false; error: unknown };

async function attempt<T>(database: OpenDatabase, work: (db: Transaction<Database>) => Promise<T>): Promise<Outcome<T>> {
  try {
    const value = await database.writer.transaction().setIsolationLevel('serializable').execute(work);
    return { committed: true, value };
  } catch (error) {
    return { committed: false, error };
  }
}

/** What is committed stays committed, so a hook that fails is told of, not thrown. */
function run(hook: () => void) {
  try {
    hook();
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '');

/** Somebody else's change came between: 40001 serialization, 40P01 deadlock, or SQLite's lock was held. */
const mayBeRetried = (error: unknown) => /^(40001|40P01|SQLITE_BUSY.*)$/.test(codeOf(error));

/** The row is there already, by primary key or unique index. */
export const isUniqueViolation = (error: unknown): boolean =>
  ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'].includes(codeOf(error));

/** One of our own triggers refused; the message says why after "slipway: ". */
export const isRefusedByTrigger = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('slipway: ');
