import type { Reader, Writer } from '../database.server.ts';
import type { Changes, Id, NewRow, Row } from '../schema.ts';
import { countAll, nextRevision, tookEffect } from '../sql.server.ts';

/** An adviser with who they are and where they work. */
export type AdviserNamed = Row<'advisers'> & { name: string; job_title: string; employer_id: Id | null; disabled_at: string | null };

/** Refused by the database when the person is an adviser already. */
export async function insertAdviser(tx: Writer, row: NewRow<'advisers'>): Promise<void> {
  await tx.db.insertInto('advisers').values(row).execute();
}

/** False when somebody saved it after `revision`. */
export async function updateAdviser(tx: Writer, id: Id, revision: number, changes: Omit<Changes<'advisers'>, 'id' | 'person_id' | 'revision'>): Promise<boolean> {
  const result = await tx.db.updateTable('advisers').set((eb) => ({ ...changes, revision: nextRevision(eb) })).where('id', '=', id).where('revision', '=', revision).executeTakeFirst();
  return tookEffect(result);
}

const named = (reader: Reader) =>
  reader.db.selectFrom('advisers as a').innerJoin('people as p', 'p.id', 'a.person_id').selectAll('a').select(['p.name', 'p.job_title', 'p.disabled_at', 'p.organisation_id as employer_id']);

/** What a match must know of an adviser, and no more: there may be thousands. */
export type AdviserOffered = Pick<AdviserNamed, 'id' | 'person_id' | 'organisation_id' | 'topics_json' | 'places' | 'free_from_on' | 'away_at' | 'ambassador_at' | 'employer_id'>;

/** Those who advise today, in no order. */
export const liveAdvisers = (reader: Reader): Promise<AdviserOffered[]> =>
  reader.db
    .selectFrom('advisers as a').innerJoin('people as p', 'p.id', 'a.person_id')
    .select(['a.id', 'a.person_id', 'a.organisation_id', 'a.topics_json', 'a.places', 'a.free_from_on', 'a.away_at', 'a.ambassador_at', 'p.organisation_id as employer_id'])
    .where('a.left_at', 'is', null).where('p.disabled_at', 'is', null).execute();

/** Of one organisation, those who left too, by name as the engine sorts. */
export const advisersOf = (reader: Reader, organisationId: Id): Promise<AdviserNamed[]> => named(reader).where('a.organisation_id', '=', organisationId).orderBy('p.name').orderBy('a.id').execute();

export const adviserById = (reader: Reader, id: Id): Promise<AdviserNamed | undefined> => named(reader).where('a.id', '=', id).executeTakeFirst();
/** In no order. */
export const advisersByIds = (reader: Reader, ids: readonly Id[]): Promise<AdviserNamed[]> => named(reader).where('a.id', 'in', ids).execute();
export const adviserOfPerson = (reader: Reader, personId: Id): Promise<AdviserNamed | undefined> => named(reader).where('a.person_id', '=', personId).executeTakeFirst();

/** How many mentorings in these states each adviser has; of one adviser, or of all. */
export async function placesTaken(reader: Reader, states: readonly string[], adviserId?: Id): Promise<Map<Id, number>> {
  const rows = await reader.db
    .selectFrom('mentorings').select(['adviser_id', countAll().as('taken')]).where('over_at', 'is', null).where('state', 'in', states)
    .$if(adviserId !== undefined, (query) => query.where('adviser_id', '=', adviserId ?? ''))
    .groupBy('adviser_id').execute();
  return new Map(rows.map((row) => [row.adviser_id, row.taken]));
}
