import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';

/** Those that stand for a stage, in the order written. */
export const mentorNotesOf = (reader: Reader, caseId: Id, stage: string): Promise<Row<'mentor_notes'>[]> =>
  reader.db.selectFrom('mentor_notes').selectAll().where('case_id', '=', caseId).where('stage', '=', stage).where('withdrawn_at', 'is', null).orderBy('at').orderBy('id').execute();

export async function insertMentorNote(tx: Writer, row: NewRow<'mentor_notes'>): Promise<void> {
  await tx.db.insertInto('mentor_notes').values(row).execute();
}

export async function withdrawMentorNote(tx: Writer, id: Id, at: Instant): Promise<void> {
  await tx.db.updateTable('mentor_notes').set({ withdrawn_at: at }).where('id', '=', id).where('withdrawn_at', 'is', null).execute();
}
