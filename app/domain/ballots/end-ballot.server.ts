import { changeBallot, ballotById, closedCounts } from '#db/tables/ballots.server.ts';
import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { caseById } from '#db/tables/cases.server.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { isLive, resultOf } from '#workflows/secret-ballots.ts';
import { caseCommand, changedMeanwhile } from '../cases/case-command.server.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import { mayLead } from '../cases/cases.policy.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { maySeeBallots } from './ballots.policy.ts';

/** Cancels a ballot before it closes, with a reason everybody who could vote may read. Its votes are never counted. */
export const cancelBallot = (actor: Actor, caseId: string, ballotId: string, reason: string): Promise<Done<null> | Refused> =>
  caseCommand(actor, caseId, ['lead'], async (tx, file, at) => {
    const ballot = await ballotById(tx, ballotId);
    if (ballot?.case_id !== caseId || !maySeeBallots(file.roles)) return absent();
    if (!mayLead(file.roles)) return refused(403, 'Only the team lead can cancel a ballot');
    if (!isLive(ballot.state)) return refused(422, `The ballot is ${ballot.state} already`);
    if (!(await changeBallot(tx, ballot, { state: 'cancelled', ended_at: at, reason }))) return changedMeanwhile();
    await tell(tx, at, holdersOf(file, 'staffSide', 'member'), { caseId, kind: 'information', about: 'other', text: `The ballot of staff is cancelled: ${file.case.title}`, link: `/cases/${caseId}/ballot`, because: `The reason: ${reason}` }, actor.id);
    return done(null, { kind: 'ballot.cancel', caseId, subject: { ballot: ballotId }, sentence: 'cancelled the ballot of staff' });
  });

/** Closes a ballot whose last day has gone. The counts can be read from now on; those of few votes stay unsaid, in the record too. */
export async function closeBallot(tx: Writer, ballot: Row<'ballots'>, at: string): Promise<Done<null> | Refused> {
  if (!(await changeBallot(tx, ballot, { state: 'closed', ended_at: at }))) return done(null);
  const [counts] = await closedCounts(tx, [ballot.id]);
  const returned = counts!.for + counts!.against + counts!.blank;
  if (returned !== counts!.voters) throw new Error(`Ballot ${ballot.id} holds ${returned} votes of ${counts!.voters} people who voted`);
  const { counts: said, ...result } = resultIn(ballot, counts!);
  const caseId = ballot.case_id;
  const [of, memberships] = [await caseById(tx, caseId), await membershipsOfCase(tx, caseId)];
  await tell(tx, at, holdersOf({ memberships }, 'lead', 'staffSide'), {
    caseId, kind: 'needsYou', about: 'other', text: `The ballot of staff has closed: ${of?.title ?? ''}`, link: `/cases/${caseId}/ballot`,
    because: 'The team and staff side can read the result now, and nobody could before.',
  }, null);
  return done(null, { kind: 'ballot.close', caseId, subject: { ballot: ballot.id, ...result, ...said }, sentence: 'closed the ballot of staff and counted the votes' });
}

export const resultIn = (ballot: Row<'ballots'>, counts: Pick<Row<'ballot_counts'>, 'for' | 'against' | 'blank'>) =>
  resultOf({ electorate: ballot.electorate, returned: counts.for + counts.against + counts.blank, for: counts.for, against: counts.against, spoilt: counts.blank }, ballot.threshold);
