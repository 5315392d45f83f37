import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';

export async function insertEvent(tx: Writer, row: NewRow<'events'>): Promise<void> {
  await tx.db.insertInto('events').values(row).execute();
}

/** Which events: of these kinds; of these families (what stands before the dot of a kind); none of the kinds in `without`. */
export interface EventFilter {
  kinds?: readonly string[] | undefined;
  families?: readonly string[] | undefined;
  without?: readonly string[] | undefined;
}

/** Newest first. `before` is the last event of the page before. */
export const eventsOf = (
  reader: Reader,
  caseId: Id,
  { before, limit, kinds, families, without }: EventFilter & { before?: Pick<Row<'events'>, 'at' | 'id'> | undefined; limit: number },
): Promise<Row<'events'>[]> =>
  reader.db
    .selectFrom('events')
    .selectAll()
    .where('case_id', '=', caseId)
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', kinds ?? []))
    .$if(families !== undefined, (query) => query.where((eb) => eb.or((families ?? []).map((family) => eb('kind', 'like', `${family}.%`)))))
    .$if(without !== undefined, (query) => query.where('kind', 'not in', without ?? []))
    .$if(before !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('at', 'id'), '<', eb.tuple(before?.at ?? '', before?.id ?? ''))),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

/** Of several cases, newest first. With `after`, only those later than that instant. */
export const eventsOfCases = (
  reader: Reader,
  caseIds: readonly Id[],
  { after, limit, without }: { after?: Instant | undefined; limit: number; without?: readonly string[] },
): Promise<Row<'events'>[]> =>
  reader.db
    .selectFrom('events')
    .selectAll()
    .where('case_id', 'in', caseIds)
    .$if(after !== undefined, (query) => query.where('at', '>', after ?? ''))
    .$if(without !== undefined, (query) => query.where('kind', 'not in', without ?? []))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
