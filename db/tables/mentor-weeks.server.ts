import type { Reader, Writer } from '../database.server.ts';
import type { Day, Id, NewRow, Row } from '../schema.ts';
import { wasWritten } from '../sql.server.ts';

/** False when this mentor has written of that week already. */
export async function insertMentorWeek(tx: Writer, row: NewRow<'mentor_weeks'>): Promise<boolean> {
  return wasWritten(await tx.db.insertInto('mentor_weeks').values(row).onConflict((conflict) => conflict.columns(['case_id', 'mentor_id', 'week_on']).doNothing()).executeTakeFirst());
}

/** Newest first. */
export const mentorWeeksOf = (reader: Reader, caseId: Id): Promise<Row<'mentor_weeks'>[]> =>
  reader.db.selectFrom('mentor_weeks').selectAll().where('case_id', '=', caseId).orderBy('week_on', 'desc').orderBy('at', 'desc').execute();

/** The last week that each mentor wrote of in each of these cases, under "case mentor". */
export async function lastMentorWeeks(reader: Reader, caseIds: readonly Id[]): Promise<Map<string, Day>> {
  if (caseIds.length === 0) return new Map();
  const rows = await reader.db.selectFrom('mentor_weeks').select((eb) => ['case_id', 'mentor_id', eb.fn.max('week_on').as('week_on')]).where('case_id', 'in', caseIds).groupBy(['case_id', 'mentor_id']).execute();
  return new Map(rows.map((row) => [`${row.case_id} ${row.mentor_id}`, row.week_on]));
}
