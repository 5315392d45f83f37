import type { Reader, Writer } from '../database.server.ts';
import type { NewRow } from '../schema.ts';
import { wasWritten } from '../sql.server.ts';

/** Notes that a reminder is given. False when one was given under this word already. */
export async function insertReminder(tx: Writer, row: NewRow<'reminders'>): Promise<boolean> {
  const result = await tx.db
    .insertInto('reminders')
    .values(row)
    .onConflict((conflict) => conflict.column('word').doNothing())
    .executeTakeFirst();
  return wasWritten(result);
}

/** Under which of these words somebody was reminded. */
export async function remindedUnder(reader: Reader, words: readonly string[]): Promise<Set<string>> {
  const rows = await reader.db.selectFrom('reminders').select('word').where('word', 'in', words).execute();
  return new Set(rows.map((row) => row.word));
}
