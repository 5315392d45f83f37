import { sql } from 'kysely';
import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, Row } from '../schema.ts';

/** The person types at `question` now. They are at it since before when they were at it already, and not silent since `stillSince`. */
export async function putPresence(tx: Writer, { stillSince, ...row }: Omit<Row<'presences'>, 'since_at'> & { stillSince: Instant }): Promise<void> {
  await tx.db
    .insertInto('presences')
    .values({ ...row, since_at: row.seen_at })
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'person_id']).doUpdateSet({
        question: row.question,
        seen_at: row.seen_at,
        since_at: sql<Instant>`case when presences.question = ${row.question} and presences.seen_at >= ${stillSince} then presences.since_at else ${row.seen_at} end`,
      }),
    )
    .execute();
}

export async function dropPresence(tx: Writer, caseId: Id, personId: Id): Promise<void> {
  await tx.db.deleteFrom('presences').where('case_id', '=', caseId).where('person_id', '=', personId).execute();
}

/** Those who typed at or after `since`, in the order they began. */
export const presencesOf = (reader: Reader, caseId: Id, since: Instant): Promise<Row<'presences'>[]> =>
  reader.db.selectFrom('presences').selectAll().where('case_id', '=', caseId).where('seen_at', '>=', since).orderBy('since_at').orderBy('person_id').execute();

/** When anybody last typed, in each of these cases. */
export async function lastPresences(reader: Reader, caseIds: readonly Id[]): Promise<Map<Id, Instant>> {
  const rows = await reader.db.selectFrom('presences').select(({ fn }) => ['case_id', fn.max('seen_at').as('at')]).where('case_id', 'in', caseIds).groupBy('case_id').execute();
  return new Map(rows.map((row) => [row.case_id, row.at]));
}

export async function forgetPresences(tx: Writer, before: Instant): Promise<void> {
  await tx.db.deleteFrom('presences').where('seen_at', '<', before).execute();
}
