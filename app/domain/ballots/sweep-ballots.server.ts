import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { ballotById, ballotsOf, ballotsUnderWay, changeBallot } from '#db/tables/ballots.server.ts';
import { dueOf, halfwayOf } from '#workflows/secret-ballots.ts';
import { today } from '../clock.server.ts';
import { CLOCK, command, done } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { closeBallot } from './end-ballot.server.ts';
import { postLinks } from './post-links.server.ts';

/** Opens, reminds and closes each ballot whose day has come, once, and goes on writing to those still to be written to. */
export async function sweepBallots(): Promise<void> {
  for (const { id } of await ballotsUnderWay(reader(), today())) await tend(id);
}

/** Counts a ballot of this case whose last day has gone, for whoever asks before the next sweep does. */
export async function closeWhatIsOver(caseId: string): Promise<void> {
  for (const row of await ballotsOf(reader(), caseId)) if (due(row) === 'close') await tend(row.id);
}

const due = (row: Row<'ballots'>) => dueOf({ state: row.state, opensOn: row.opens_on, closesOn: row.closes_on }, today());

async function tend(id: string): Promise<void> {
  await command(CLOCK, async (tx, at) => {
    const ballot = await ballotById(tx, id);
    if (!ballot) return done(null);
    if (due(ballot) === 'close') return closeBallot(tx, ballot, at);
    if (due(ballot) === 'open') return move(tx, ballot, { state: 'open' }, 'ballot.open', 'opened the ballot and wrote to everybody who may vote');
    return reminds(ballot) ? move(tx, ballot, { reminded_at: at }, 'ballot.remind', 'reminded everybody who had not voted') : done(null);
  });
  await postLinks(id);
}

async function move(tx: Writer, ballot: Row<'ballots'>, changes: Parameters<typeof changeBallot>[2], kind: string, sentence: string) {
  const moved = await changeBallot(tx, ballot, changes);
  return moved ? done(null, { kind, caseId: ballot.case_id, subject: { ballot: ballot.id }, sentence }) : done(null);
}

/** Halfway, once. It names no number: how many had voted is nobody's to know before the end. */
function reminds({ state, reminded_at, opens_on, closes_on }: Row<'ballots'>): boolean {
  const halfway = halfwayOf(opens_on, closes_on);
  return state === 'open' && reminded_at === null && halfway !== null && halfway <= today() && today() <= closes_on;
}
