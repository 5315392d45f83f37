import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { ballotById, electorsWithoutLink, insertBallotLink } from '#db/tables/ballots.server.ts';
import { caseById } from '#db/tables/cases.server.ts';
import { publicOrigin } from '../../env.server.ts';
import { CLOCK, command, done } from '../command.server.ts';
import { enqueueMail } from '../outbox/send-mail.server.ts';
import { hashOf, newSecret } from '../people/secrets.server.ts';
import { ballotLetter } from './ballot-letters.ts';

const AT_ONCE = 100;

/**
 * Writes to every elector of an open ballot who has not voted and was not written to in this round, a hundred in each
 * transaction; what a restart interrupts goes on with the next sweep.
 */
export async function postLinks(ballotId: string): Promise<void> {
  for (let more = true; more;) {
    const posted = await command(CLOCK, async (tx, at) => {
      const ballot = await ballotById(tx, ballotId);
      if (ballot?.state !== 'open') return done(0);
      const round = ballot.reminded_at === null ? 1 : 2;
      const electors = await electorsWithoutLink(tx, ballotId, round, AT_ONCE);
      const title = (await caseById(tx, ballot.case_id))?.title ?? '';
      for (const elector of electors) await post(tx, at, ballot, title, elector, round);
      return done(electors.length);
    });
    more = posted.ok && posted.value === AT_ONCE;
  }
}

async function post(tx: Writer, at: string, ballot: Row<'ballots'>, title: string, { id, address }: { id: string; address: string }, round: number): Promise<void> {
  const secret = newSecret();
  await insertBallotLink(tx, { token_hash: hashOf(secret), elector_id: id, round });
  const letter = ballotLetter({ title, question: ballot.question, closesOn: ballot.closes_on, runner: ballot.runner, link: `${publicOrigin()}/vote/${secret}` }, round > 1);
  await enqueueMail(tx, { to: { name: address, address }, ...letter, dedupe: `ballot:${id}:${round}`, at });
}
