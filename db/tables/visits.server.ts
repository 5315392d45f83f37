import { sql } from 'kysely';
import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, Row } from '../schema.ts';

/**
 * The person looked at the subject at `at`. A look after `sameVisitSince` belongs to the visit going on: reading a
 * page twice must not make everything on it old. Absent: each look is a visit.
 */
export async function recordVisit(
  tx: Writer,
  personId: Id,
  subject: string,
  at: Instant,
  sameVisitSince: Instant = at,
): Promise<void> {
  await tx.db
    .insertInto('visits')
    .values({ person_id: personId, subject, at, before_at: null })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'subject']).doUpdateSet({
        at,
        before_at: sql<Instant | null>`case when visits.at > ${sameVisitSince} then visits.before_at else visits.at end`,
      }),
    )
    .execute();
}

export const visitOf = (reader: Reader, personId: Id, subject: string): Promise<Row<'visits'> | undefined> =>
  reader.db
    .selectFrom('visits')
    .selectAll()
    .where('person_id', '=', personId)
    .where('subject', '=', subject)
    .executeTakeFirst();
