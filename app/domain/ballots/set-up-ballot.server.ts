import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import { ballotsOf, changeBallot, insertBallot } from '#db/tables/ballots.server.ts';
import { dayInWords } from '#workflows/dates.ts';
import { dayFaults, dueOf, isLive } from '#workflows/secret-ballots.ts';
import { counted } from '../../lib/money.ts';
import { caseCommand, changedMeanwhile } from '../cases/case-command.server.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { mayLead } from '../cases/cases.policy.ts';
import { today } from '../clock.server.ts';
import { absent, done, refused, type Deed, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { standsStill } from '../stages/stage-facts.server.ts';
import { maySeeBallots } from './ballots.policy.ts';
import type { NewBallot } from './ballots.schema.ts';
import { postLinks } from './post-links.server.ts';

/** Sets up a ballot, for later or at once; when it opens, everybody who may vote is written to. */
export async function setUpBallot(actor: Actor, caseId: string, ballot: NewBallot): Promise<Done<{ ballotId: string }> | Refused> {
  const made = await caseCommand(actor, caseId, ['lead'], async (tx, file, at) => {
    if (!maySeeBallots(file.roles)) return absent();
    if (!mayLead(file.roles)) return refused(403, 'Only the team lead can set up a ballot');
    const why = await whyNot(tx, file, ballot);
    if (why) return why;
    const id = newId();
    const row = {
      id, case_id: caseId, question: ballot.question, method: ballot.method, threshold: ballot.threshold, opens_on: ballot.opensOn, closes_on: ballot.closesOn,
      run_by: ballot.runBy, runner: ballot.runner, electorate: ballot.electors.length, state: 'planned' as const, by: actor.id, at,
      reminded_at: null, ended_at: null, reason: '', used_by: null, used_at: null, revision: 1,
    };
    await insertBallot(tx, row, ballot.electors.map((address) => ({ id: newId(), ballot_id: id, address, voted: 0 })));
    const now = dueOf({ state: 'planned', opensOn: ballot.opensOn, closesOn: ballot.closesOn }, today()) === 'open';
    if (now && !(await changeBallot(tx, row, { state: 'open' }))) return changedMeanwhile();
    const when = `${now ? 'open now' : `from ${dayInWords(ballot.opensOn)}`} until ${dayInWords(ballot.closesOn)}`;
    await tell(tx, at, holdersOf(file, 'staffSide', 'member'), { caseId, kind: 'information', about: 'other', text: `A ballot of staff is set up, ${when}: ${file.case.title}`, link: `/cases/${caseId}/ballot` }, actor.id);
    return done({ ballotId: id }, ...deeds(caseId, id, `set up a ballot of ${counted(ballot.electors.length, 'member')} of staff, ${when}`, now));
  });
  if (made.ok) await postLinks(made.value.ballotId);
  return made;
}

async function whyNot(tx: Writer, file: CaseFile, { opensOn, closesOn }: NewBallot): Promise<Refused | undefined> {
  const stands = standsStill(file.case.state);
  if (stands) return refused(422, `The case is ${stands}, so no ballot can be set up`);
  if ((await ballotsOf(tx, file.case.id)).some(({ state }) => isLive(state))) return refused(409, 'There is a ballot already that has not ended. Cancel it first, or wait until it closes');
  const faults = dayFaults(opensOn, closesOn, today());
  return faults.length ? refused(422, ...faults) : undefined;
}

const deeds = (caseId: string, ballot: string, sentence: string, opened: boolean): Deed[] => [
  { kind: 'ballot.setUp', caseId, subject: { ballot }, sentence },
  ...(opened ? [{ kind: 'ballot.open', caseId, subject: { ballot }, sentence: 'opened the ballot and wrote to everybody who may vote' }] : []),
];
