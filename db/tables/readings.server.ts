import { sql } from 'kysely';
import type { Reader, Writer } from '../database.server.ts';
import type { Id, NewRow, Row } from '../schema.ts';

/** A correction names what it replaces; the second to correct the same one is refused as a unique violation. */
export async function insertReading(tx: Writer, row: NewRow<'readings'>): Promise<void> {
  await tx.db.insertInto('readings').values(row).execute();
}

/** Many at once, in as few statements as both engines take. */
export async function insertReadings(tx: Writer, rows: readonly NewRow<'readings'>[]): Promise<void> {
  for (let i = 0; i < rows.length; i += MOST_AT_ONCE) await tx.db.insertInto('readings').values(rows.slice(i, i + MOST_AT_ONCE)).execute();
}
// 14 columns a row; SQLite takes 32,766 values in a statement, PostgreSQL 65,535.
const MOST_AT_ONCE = 1000;

/** By benefit and period, then in the order given; replaced ones too. */
export const readingsOf = (reader: Reader, benefitIds: readonly Id[]): Promise<Row<'readings'>[]> =>
  reader.db
    .selectFrom('readings')
    .selectAll()
    .where('benefit_id', 'in', benefitIds)
    .orderBy('benefit_id')
    .orderBy('period_on')
    .orderBy('at')
    .execute();

/** Which of these have any result. Reads none of them but the first. */
export async function measuredBenefits(reader: Reader, benefitIds: readonly Id[]): Promise<Set<Id>> {
  const rows = await reader.db
    .selectFrom('benefits as b')
    .select('b.id')
    .where('b.id', 'in', benefitIds)
    .where((eb) => eb.exists(eb.selectFrom('readings as r').select('r.id').whereRef('r.benefit_id', '=', 'b.id')))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** How many results there are, corrected ones counted once. */
export async function readingCount(reader: Reader, benefitId: Id): Promise<number> {
  const { n } = await reader.db
    .selectFrom('readings')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('benefit_id', '=', benefitId)
    .where('replaces_id', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(n);
}

export const readingById = (reader: Reader, id: Id): Promise<Row<'readings'> | undefined> =>
  reader.db.selectFrom('readings').selectAll().where('id', '=', id).executeTakeFirst();

/** The last `count` results in force of each benefit, by benefit and period. */
export const lastReadingsOf = (reader: Reader, benefitIds: readonly Id[], count: number): Promise<Pick<Row<'readings'>, 'id' | 'benefit_id' | 'period_on' | 'value'>[]> =>
  reader.db
    .with('numbered', (db) =>
      db
        .selectFrom('readings as r')
        .select(['r.id', 'r.benefit_id', 'r.period_on', 'r.value', sql<number>`row_number() over (partition by r.benefit_id order by r.period_on desc, r.at desc)`.as('place')])
        .where('r.benefit_id', 'in', benefitIds)
        .where((eb) => eb.not(eb.exists(eb.selectFrom('readings as later').select('later.id').whereRef('later.replaces_id', '=', 'r.id')))),
    )
    .selectFrom('numbered')
    .select(['id', 'benefit_id', 'period_on', 'value'])
    .where('place', '<=', count)
    .orderBy('benefit_id')
    .orderBy('period_on')
    .execute();

/** The periods of results in force that end on `day` or later, in no order. */
export const periodsSince = (reader: Reader, benefitIds: readonly Id[], day: string): Promise<Pick<Row<'readings'>, 'benefit_id' | 'period_from' | 'period_on'>[]> =>
  reader.db
    .selectFrom('readings as r')
    .select(['r.benefit_id', 'r.period_from', 'r.period_on'])
    .where('r.benefit_id', 'in', benefitIds)
    .where('r.period_on', '>=', day)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('readings as later').select('later.id').whereRef('later.replaces_id', '=', 'r.id'))))
    .execute();
