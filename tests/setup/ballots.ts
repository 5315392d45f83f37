import { latestMail } from '#db/tables/outbox.server.ts';
import type { NewBallot } from '#app/domain/ballots/ballots.schema.ts';
import { castVote } from '#app/domain/ballots/cast-vote.server.ts';
import { setUpBallot } from '#app/domain/ballots/set-up-ballot.server.ts';
import { today } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { addDays } from '#workflows/dates.ts';
import type { SmallWorld } from './small-world.ts';
import { value } from './walk.ts';

export const addresses = (n: number): string[] => Array.from({ length: n }, (_, i) => `staff${i + 1}@wards.example`);

/** A ballot as a form gives it, with nothing remarkable about it. */
export const aBallot = (electors: string[], more: Partial<NewBallot> = {}): NewBallot => ({
  question: 'Should we leave the trust?', method: 'ballot', opensOn: '2027-03-01', closesOn: '2027-03-11', threshold: 51, runBy: 'joint', runner: 'Ada Brook', electors, ...more,
});

/** The secret of the newest link mailed to an address. */
export async function linkOf(address: string): Promise<string> {
  const mail = (await latestMail(reader(), 10_000)).find((one) => one.to_address === address && /\/vote\//.test(one.text));
  return /\/vote\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

/** An open ballot, a link of somebody who can vote and one of somebody who did. */
export async function furnishBallot({ lead }: SmallWorld['people'], caseId: string): Promise<Record<string, string>> {
  const electors = addresses(3);
  const { ballotId } = value(await setUpBallot(lead, caseId, aBallot(electors, { opensOn: today(), closesOn: addDays(today(), 10) })));
  const [voteSecret, votedSecret] = await Promise.all(electors.slice(0, 2).map(linkOf));
  value(await castVote(votedSecret!, 'for'));
  return { ballot: ballotId, voteSecret: voteSecret!, votedSecret: votedSecret! };
}
