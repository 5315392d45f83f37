import type { Reader, Writer } from '../database.server.ts';
import type { Id, NewRow, Row } from '../schema.ts';

/** Marks a section complete; the first to say so stays. */
export async function markSection(tx: Writer, row: NewRow<'section_marks'>): Promise<void> {
  await tx.db
    .insertInto('section_marks')
    .values(row)
    .onConflict((conflict) => conflict.columns(['case_id', 'section']).doNothing())
    .execute();
}

export async function unmarkSection(tx: Writer, caseId: Id, section: string): Promise<void> {
  await tx.db.deleteFrom('section_marks').where('case_id', '=', caseId).where('section', '=', section).execute();
}

export const marksOf = (reader: Reader, caseId: Id): Promise<Row<'section_marks'>[]> =>
  reader.db.selectFrom('section_marks').selectAll().where('case_id', '=', caseId).execute();
