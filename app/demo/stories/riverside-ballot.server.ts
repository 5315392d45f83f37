import { latestMail } from '#db/tables/outbox.server.ts';
import { addDays } from '#workflows/dates.ts';
import type { Vote } from '#workflows/secret-ballots.ts';
import type { NewBallot } from '../../domain/ballots/ballots.schema.ts';
import { castVote } from '../../domain/ballots/cast-vote.server.ts';
import { setUpBallot } from '../../domain/ballots/set-up-ballot.server.ts';
import { sweepBallots } from '../../domain/ballots/sweep-ballots.server.ts';
import { reader } from '../../domain/database.server.ts';
import { DEMO_DOMAIN } from '../../domain/outbox/outbox-worker.server.ts';
import type { Scene } from '../scene.server.ts';
import { must, onDay } from '../story.server.ts';

/** What the staff said in the spring: the last five did not vote. */
const SAID: readonly Vote[] = [...Array<Vote>(24).fill('for'), ...Array<Vote>(11).fill('against'), ...Array<Vote>(2).fill('blank')];

const MANY = 10_000;

/** A show of opinion in the spring, counted; the ballot on the plan itself, open this week. */
export async function askStaff({ caseId, facts, players: { lead } }: Scene, today: string): Promise<void> {
  const electors = Array.from({ length: facts.staff }, (_, i) => `staff${String(i + 1).padStart(2, '0')}${DEMO_DOMAIN}`);
  const ask = async (from: number, days: number, more: Pick<NewBallot, 'question' | 'method' | 'threshold' | 'runBy' | 'runner'>) => {
    const opensOn = addDays(today, -from);
    onDay(opensOn, '07:30');
    must(await setUpBallot(lead, caseId, { ...more, opensOn, closesOn: addDays(opensOn, days), electors }), 'set up a ballot');
  };
  await ask(120, 7, { question: 'Should the team write a plan to leave the trust and run the service itself?', method: 'indicative-vote', threshold: 51, runBy: 'team', runner: lead.name });
  const letters = (await latestMail(reader(), MANY)).filter(({ to_address }) => electors.includes(to_address)); // other stories, told before, go on later than this
  const secrets = letters.flatMap(({ text }) => /\/vote\/(\S+)/.exec(text)?.[1] ?? []);
  for (const [i, vote] of SAID.entries()) must(await castVote(secrets[i]!, vote), 'vote');
  onDay(addDays(today, -112), '00:05');
  await sweepBallots();
  await ask(3, 14, { question: 'Should Community therapies leave the trust and become Riverside Community Therapies CIC, on the terms in the plan of this month?', method: 'ballot', threshold: 60, runBy: 'joint', runner: 'Ruth Okafor of staff side and Colin Marsh of the trust' });
}
