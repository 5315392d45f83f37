import type { Reader, Writer } from '../database.server.ts';
import type { Changes, Id, Instant, NewRow, Row } from '../schema.ts';
import { nextRevision, tookEffect } from '../sql.server.ts';

type Saved<T> = Omit<T, 'revision'>;

/** Registers a mentor organisation. */
export async function insertMentorOrganisation(tx: Writer, row: NewRow<'mentor_organisations'>): Promise<void> {
  await tx.db.insertInto('mentor_organisations').values(row).execute();
}

/** False when somebody saved it after `revision`. */
export async function updateMentorOrganisation(tx: Writer, id: Id, revision: number, changes: Saved<Changes<'mentor_organisations'>>): Promise<boolean> {
  const result = await tx.db.updateTable('mentor_organisations').set((eb) => ({ ...changes, revision: nextRevision(eb) })).where('organisation_id', '=', id).where('revision', '=', revision).executeTakeFirst();
  return tookEffect(result);
}

/** Those in the directory; with `left`, those that left it too. In no order. */
export const mentorOrganisations = (reader: Reader, { left }: { left?: true } = {}): Promise<(Row<'mentor_organisations'> & { name: string })[]> =>
  reader.db
    .selectFrom('mentor_organisations as m').innerJoin('organisations as o', 'o.id', 'm.organisation_id')
    .selectAll('m').select('o.name')
    .$if(!left, (query) => query.where('m.left_at', 'is', null))
    .execute();

export const mentorOrganisationById = (reader: Reader, id: Id): Promise<(Row<'mentor_organisations'> & { name: string }) | undefined> =>
  reader.db.selectFrom('mentor_organisations as m').innerJoin('organisations as o', 'o.id', 'm.organisation_id').selectAll('m').select('o.name').where('m.organisation_id', '=', id).executeTakeFirst();

export async function insertMentorResult(tx: Writer, row: NewRow<'mentor_results'>): Promise<void> {
  await tx.db.insertInto('mentor_results').values(row).execute();
}

/** False when it was withdrawn already, or is of another organisation. */
export async function withdrawMentorResult(tx: Writer, organisationId: Id, id: Id, by: Id, at: Instant): Promise<boolean> {
  const result = await tx.db.updateTable('mentor_results').set({ withdrawn_by: by, withdrawn_at: at }).where('id', '=', id).where('organisation_id', '=', organisationId).where('withdrawn_at', 'is', null).executeTakeFirst();
  return tookEffect(result);
}

/** Those that stand, newest first. */
export const mentorResultsOf = (reader: Reader, organisationId: Id): Promise<Row<'mentor_results'>[]> =>
  reader.db.selectFrom('mentor_results').selectAll().where('organisation_id', '=', organisationId).where('withdrawn_at', 'is', null).orderBy('published_on', 'desc').orderBy('id').execute();

export async function insertMentorConflict(tx: Writer, row: NewRow<'mentor_conflicts'>): Promise<void> {
  await tx.db.insertInto('mentor_conflicts').values(row).execute();
}

/** False when it had ended already. */
export async function endMentorConflict(tx: Writer, id: Id, by: Id, at: Instant): Promise<boolean> {
  const result = await tx.db.updateTable('mentor_conflicts').set({ ended_by: by, ended_at: at }).where('id', '=', id).where('ended_at', 'is', null).executeTakeFirst();
  return tookEffect(result);
}

/** Every conflict that stands, in the order declared. */
export const openMentorConflicts = (reader: Reader): Promise<Row<'mentor_conflicts'>[]> =>
  reader.db.selectFrom('mentor_conflicts').selectAll().where('ended_at', 'is', null).orderBy('at').orderBy('id').execute();

/** The weights last set. */
export const latestMatchWeights = (reader: Reader): Promise<Row<'match_weights'> | undefined> =>
  reader.db.selectFrom('match_weights').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();

export async function insertMatchWeights(tx: Writer, row: NewRow<'match_weights'>): Promise<void> {
  await tx.db.insertInto('match_weights').values(row).execute();
}
