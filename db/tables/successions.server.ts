import type { Reader, Writer } from '../database.server.ts';
import type { Day, Id, NewRow, Row } from '../schema.ts';

export async function insertSuccession(tx: Writer, row: NewRow<'successions'>): Promise<void> {
  await tx.db.insertInto('successions').values(row).execute();
}

/** In no order. */
export const allSuccessions = (reader: Reader): Promise<Row<'successions'>[]> => reader.db.selectFrom('successions').selectAll().execute();

/** Those whose day has come, earliest first, so that a chain is walked in its order. */
export const successionsUntil = (reader: Reader, today: Day): Promise<Row<'successions'>[]> =>
  reader.db.selectFrom('successions').selectAll().where('from_on', '<=', today).orderBy('from_on').orderBy('organisation_id').execute();

/** The ids of cases that name the body, or in which somebody acts for it today; without those in these states. */
export async function casesHeldFor(reader: Reader, organisationId: Id, without: readonly string[]): Promise<Id[]> {
  const rows = await reader.db
    .selectFrom('cases')
    .select('id')
    .where('state', 'not in', without)
    .where((eb) => eb.or([
      eb('parent_id', '=', organisationId),
      eb('commissioner_id', '=', organisationId),
      eb('id', 'in', eb.selectFrom('memberships').select('case_id').where('organisation_id', '=', organisationId).where('until_at', 'is', null)),
    ]))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
