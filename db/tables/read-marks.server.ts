import type { Reader, Writer } from '../database.server.ts';
import type { Id, NewRow, Row } from '../schema.ts';

/** The first tick stays. */
export async function putReadMark(tx: Writer, row: NewRow<'read_marks'>): Promise<void> {
  await tx.db
    .insertInto('read_marks')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'submission_id', 'section']).doNothing())
    .execute();
}

export async function dropReadMark(tx: Writer, personId: Id, submissionId: Id, section: string): Promise<void> {
  await tx.db
    .deleteFrom('read_marks')
    .where('person_id', '=', personId)
    .where('submission_id', '=', submissionId)
    .where('section', '=', section)
    .execute();
}

export const readMarksOf = (reader: Reader, personId: Id, submissionId: Id): Promise<Row<'read_marks'>[]> =>
  reader.db
    .selectFrom('read_marks')
    .selectAll()
    .where('person_id', '=', personId)
    .where('submission_id', '=', submissionId)
    .execute();
