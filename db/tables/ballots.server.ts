import type { Reader, Writer } from '../database.server.ts';
import type { Changes, Day, Id, NewRow, Row } from '../schema.ts';
import { countAll, nextRevision, tookEffect } from '../sql.server.ts';

const AT_ONCE = 200;

/** A ballot with those who may vote, their order left behind, and its three sums at nothing. */
export async function insertBallot(tx: Writer, row: NewRow<'ballots'>, electors: readonly NewRow<'ballot_electors'>[]): Promise<void> {
  await tx.db.insertInto('ballots').values(row).execute();
  await tx.db.insertInto('ballot_counts').values({ ballot_id: row.id, for: 0, against: 0, blank: 0 }).execute();
  for (let from = 0; from < electors.length; from += AT_ONCE) await tx.db.insertInto('ballot_electors').values(electors.slice(from, from + AT_ONCE)).execute();
}

/** False when somebody changed it first. */
export async function changeBallot(
  tx: Writer,
  { id, revision }: Pick<Row<'ballots'>, 'id' | 'revision'>,
  changes: Pick<Changes<'ballots'>, 'state' | 'reminded_at' | 'ended_at' | 'reason' | 'used_by' | 'used_at'>,
): Promise<boolean> {
  const result = await tx.db
    .updateTable('ballots')
    .set((eb) => ({ ...changes, revision: nextRevision(eb) }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return tookEffect(result);
}

/** The newest first. */
export const ballotsOf = (reader: Reader, caseId: Id): Promise<Row<'ballots'>[]> =>
  reader.db.selectFrom('ballots').selectAll().where('case_id', '=', caseId).orderBy('at', 'desc').orderBy('id', 'desc').execute();

export const ballotById = (reader: Reader, id: Id): Promise<Row<'ballots'> | undefined> =>
  reader.db.selectFrom('ballots').selectAll().where('id', '=', id).executeTakeFirst();

/** Planned ones that a day has reached, and all open ones. */
export const ballotsUnderWay = (reader: Reader, on: Day): Promise<Row<'ballots'>[]> =>
  reader.db
    .selectFrom('ballots')
    .selectAll()
    .where((eb) => eb.or([eb('state', '=', 'open'), eb.and([eb('state', '=', 'planned'), eb('opens_on', '<=', on)])]))
    .orderBy('id')
    .execute();

export async function insertBallotLink(tx: Writer, row: NewRow<'ballot_links'>): Promise<void> {
  await tx.db.insertInto('ballot_links').values(row).execute();
}

/** Those of an open ballot who have not voted and have no link of this round yet. */
export const electorsWithoutLink = (reader: Reader, ballotId: Id, round: number, limit: number): Promise<Pick<Row<'ballot_electors'>, 'id' | 'address'>[]> =>
  reader.db
    .selectFrom('ballot_electors as e')
    .innerJoin('ballots as b', 'b.id', 'e.ballot_id')
    .select(['e.id', 'e.address'])
    .where('b.id', '=', ballotId)
    .where('b.state', '=', 'open')
    .where('e.voted', '=', 0)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('ballot_links as l').select('l.token_hash').whereRef('l.elector_id', '=', 'e.id').where('l.round', '=', round))))
    .orderBy('e.id')
    .limit(limit)
    .execute();

/** Whose link it is. */
export const electorByToken = (reader: Reader, tokenHash: string): Promise<Row<'ballot_electors'> | undefined> =>
  reader.db.selectFrom('ballot_electors as e').innerJoin('ballot_links as l', 'l.elector_id', 'e.id').selectAll('e').where('l.token_hash', '=', tokenHash).executeTakeFirst();

/** False when they have voted already. */
export async function markVoted(tx: Writer, electorId: Id): Promise<boolean> {
  return tookEffect(await tx.db.updateTable('ballot_electors').set({ voted: 1 }).where('id', '=', electorId).where('voted', '=', 0).executeTakeFirst());
}

/** Adds one vote to the sums. All three columns are written each time, so that none is known to have been touched last. */
export async function addVote(tx: Writer, ballotId: Id, vote: 'for' | 'against' | 'blank'): Promise<void> {
  await tx.db
    .updateTable('ballot_counts')
    .set((eb) => ({ for: eb('for', '+', Number(vote === 'for')), against: eb('against', '+', Number(vote === 'against')), blank: eb('blank', '+', Number(vote === 'blank')) }))
    .where('ballot_id', '=', ballotId)
    .executeTakeFirstOrThrow();
}

/** The sums of ballots that are closed, and how many voted. Of a ballot that is not closed nothing can be read. */
export const closedCounts = (reader: Reader, ballotIds: readonly Id[]): Promise<(Row<'ballot_counts'> & { voters: number })[]> =>
  reader.db
    .selectFrom('ballot_counts as c')
    .innerJoin('ballots as b', 'b.id', 'c.ballot_id')
    .selectAll('c')
    .select((eb) => eb.selectFrom('ballot_electors as e').select(countAll().as('n')).whereRef('e.ballot_id', '=', 'c.ballot_id').where('e.voted', '=', 1).$asScalar().$notNull().as('voters'))
    .where('c.ballot_id', 'in', ballotIds)
    .where('b.state', '=', 'closed')
    .execute();
