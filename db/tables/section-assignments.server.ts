import type { Reader, Writer } from '../database.server.ts';
import type { Id, NewRow, Row } from '../schema.ts';

/** Gives a section to somebody, or gives it anew. */
export async function putAssignment(tx: Writer, row: NewRow<'section_assignments'>): Promise<void> {
  const { case_id: _, section: __, ...given } = row;
  await tx.db.insertInto('section_assignments').values(row).onConflict((conflict) => conflict.columns(['case_id', 'section']).doUpdateSet(given)).execute();
}

export async function dropAssignment(tx: Writer, caseId: Id, section: string): Promise<void> {
  await tx.db.deleteFrom('section_assignments').where('case_id', '=', caseId).where('section', '=', section).execute();
}

export const assignmentsOf = (reader: Reader, caseId: Id, stage: string): Promise<Row<'section_assignments'>[]> =>
  reader.db.selectFrom('section_assignments').selectAll().where('case_id', '=', caseId).where('stage', '=', stage).execute();

/** What somebody has been given in these cases and nobody has marked as completed. */
export const unfinishedAssignments = (reader: Reader, personId: Id, caseIds: readonly Id[]): Promise<Row<'section_assignments'>[]> =>
  reader.db
    .selectFrom('section_assignments as given')
    .selectAll()
    .where('person_id', '=', personId)
    .where('case_id', 'in', caseIds)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('section_marks').select('section').whereRef('section_marks.case_id', '=', 'given.case_id').whereRef('section_marks.section', '=', 'given.section'))))
    .orderBy('section')
    .execute();
