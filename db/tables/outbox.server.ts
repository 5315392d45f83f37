import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';
import { countAll, wasWritten } from '../sql.server.ts';

/** Queues a mail. False when one with this `dedupe` is there already. */
export async function insertMail(tx: Writer, row: NewRow<'outbox'>): Promise<boolean> {
  const result = await tx.db
    .insertInto('outbox')
    .values(row)
    .onConflict((conflict) => conflict.column('dedupe').doNothing())
    .executeTakeFirst();
  return wasWritten(result);
}

/**
 * Takes up to `limit` mails that are due at `at`, oldest first, and keeps others from them until `until`. Counts the
 * attempt now, so a mail that ends the process is counted too.
 */
export async function leaseMail(tx: Writer, at: Instant, until: Instant, limit: number): Promise<Row<'outbox'>[]> {
  const due = await tx.db
    .selectFrom('outbox')
    .select('id')
    .where('sent_at', 'is', null)
    .where('dead_at', 'is', null)
    .where('due_at', '<=', at)
    .where((eb) => eb.or([eb('leased_until_at', 'is', null), eb('leased_until_at', '<=', at)]))
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  const leased = await tx.db
    .updateTable('outbox')
    .set((eb) => ({ leased_until_at: until, attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', due.map((mail) => mail.id))
    .returningAll()
    .execute();
  return leased.sort((a, b) => (a.due_at < b.due_at ? -1 : 1));
}

export async function markMailSent(tx: Writer, id: Id, at: Instant): Promise<void> {
  await tx.db
    .updateTable('outbox')
    .set({ sent_at: at, leased_until_at: null, last_error: null })
    .where('id', '=', id)
    .execute();
}

/** To be tried again at `dueAt`, or given up at `deadAt`. */
export async function markMailFailed(
  tx: Writer,
  id: Id,
  failure: { error: string } & ({ dueAt: Instant } | { deadAt: Instant }),
): Promise<void> {
  const then = 'dueAt' in failure ? { due_at: failure.dueAt } : { dead_at: failure.deadAt };
  await tx.db
    .updateTable('outbox')
    .set({ ...then, leased_until_at: null, last_error: failure.error })
    .where('id', '=', id)
    .execute();
}

/** How many mails wait, how many of them failed before, the one that waits longest and the one that failed last. */
export async function mailQueue(reader: Reader): Promise<{ waiting: number; failed: number; oldest: Row<'outbox'> | undefined; lastFailed: Row<'outbox'> | undefined }> {
  const waits = reader.db.selectFrom('outbox').where('sent_at', 'is', null).where('dead_at', 'is', null);
  const [counts, oldest, lastFailed] = await Promise.all([
    waits.select((eb) => [countAll().as('waiting'), eb.fn.count<number | string>('last_error').as('failed')]).executeTakeFirstOrThrow(),
    waits.selectAll().orderBy('queued_at').orderBy('id').limit(1).executeTakeFirst(),
    waits.selectAll().where('last_error', 'is not', null).orderBy('due_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst(),
  ]);
  return { waiting: counts.waiting, failed: Number(counts.failed), oldest, lastFailed };
}

/** Mails that were given up, the newest first. */
export const deadMail = (reader: Reader, limit: number): Promise<Row<'outbox'>[]> =>
  reader.db.selectFrom('outbox').selectAll().where('dead_at', 'is not', null).orderBy('dead_at', 'desc').orderBy('id', 'desc').limit(limit).execute();

/** Puts mails that were given up since an instant back into the queue, due at `at`: how many. */
export async function reviveMail(tx: Writer, since: Instant, at: Instant): Promise<number> {
  const result = await tx.db
    .updateTable('outbox')
    .set({ dead_at: null, due_at: at, attempts: 0 })
    .where('dead_at', '>=', since)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** The mail that was queued under a word. */
export const mailUnder = (reader: Reader, dedupe: string): Promise<Row<'outbox'> | undefined> =>
  reader.db.selectFrom('outbox').selectAll().where('dedupe', '=', dedupe).executeTakeFirst();

/** Newest first, whatever became of them. */
export const latestMail = (reader: Reader, limit: number): Promise<Row<'outbox'>[]> =>
  reader.db.selectFrom('outbox').selectAll().orderBy('queued_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
