import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { addVote, ballotById, electorByToken, markVoted } from '#db/tables/ballots.server.ts';
import { caseById } from '#db/tables/cases.server.ts';
import { dayInWords } from '#workflows/dates.ts';
import { takesVotes, type Vote } from '#workflows/secret-ballots.ts';
import { remember } from '../../lib/remember.ts';
import { today } from '../clock.server.ts';
import { absent, command, done, refused, type Doer, type Done, type Refused } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { hashOf } from '../people/secrets.server.ts';

/** What whoever holds a link reads. `open`: they can vote. */
export type VoterPage =
  | { state: 'open' | 'voted'; title: string; question: string; closes: string; runner: string; electorate: number }
  | { state: 'ended'; title: string; closes: string }
  | { state: 'cancelled'; title: string; reason: string };

/** The page of a link; undefined for one we never sent. Looking changes nothing. */
export async function voterPage(secret: string): Promise<VoterPage | undefined> {
  const found = await ballotOf(reader(), secret);
  if (!found) return undefined;
  const { ballot, voted } = found;
  const title = (await caseById(reader(), ballot.case_id))?.title ?? '';
  if (ballot.state === 'cancelled') return { state: 'cancelled', title, reason: ballot.reason };
  const about = { title, question: ballot.question, closes: dayInWords(ballot.closes_on), runner: ballot.runner, electorate: ballot.electorate };
  if (voted) return { state: 'voted', ...about };
  return takesVotes(daysOf(ballot), today()) ? { state: 'open', ...about } : { state: 'ended', title, closes: about.closes };
}

/** Nobody is named: the record holds no event of a vote, so this is never written. */
const VOTER: Doer = { id: null, name: 'A voter', role: 'voter' };

/**
 * Votes once with a link. In one transaction the elector is marked and the sums rise by one; no event, no key and no
 * notice is written, so that nothing in the database has a vote, or the moment of one, beside it. False: voted before.
 */
export const castVote = (secret: string, vote: Vote): Promise<Done<boolean> | Refused> =>
  inLine(() =>
    command(VOTER, async (tx) => {
      const found = await ballotOf(tx, secret);
      if (!found) return absent();
      if (found.voted) return done(false);
      if (!takesVotes(daysOf(found.ballot), today())) return refused(422, found.ballot.state === 'cancelled' ? 'This ballot was cancelled, so no votes are taken' : 'Voting has ended, so no more votes are taken');
      if (!(await markVoted(tx, found.electorId))) return done(false);
      await addVote(tx, found.ballot.id, vote);
      return done(true);
    }),
  );

async function ballotOf(from: Reader, secret: string): Promise<{ ballot: Row<'ballots'>; electorId: string; voted: boolean } | undefined> {
  const elector = await electorByToken(from, hashOf(secret));
  const ballot = elector && (await ballotById(from, elector.ballot_id));
  return ballot && { ballot, electorId: elector.id, voted: elector.voted === 1 };
}

const daysOf = (row: Row<'ballots'>) => ({ state: row.state, opensOn: row.opens_on, closesOn: row.closes_on });

const line = remember('votes in line', () => ({ last: Promise.resolve() as Promise<unknown> }));

/** Votes go one after the other: all of a ballot write the same row, and many who press at once must not be told to try again. */
function inLine<T>(work: () => Promise<T>): Promise<T> {
  const mine = line.last.then(work, work);
  line.last = mine.catch(() => undefined);
  return mine;
}
