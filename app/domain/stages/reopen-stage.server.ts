import { decisionsOf } from '#db/tables/decisions.server.ts';
import { moveStage } from '#db/tables/stages.server.ts';
import { decide } from '#workflows/decide.ts';
import { dueOn } from '#workflows/deadlines.ts';
import { changedMeanwhile, stageCommand } from '../cases/case-command.server.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import { mayDecide, mayLead, TEAM } from '../cases/cases.policy.ts';
import { dayOf } from '../clock.server.ts';
import { done, refused, type Deed, type Done, type Refused } from '../command.server.ts';
import { setAsideDecision } from '../decisions/set-aside-decision.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { heldDays } from './held-days.server.ts';

/** The reasoned way back: the stage goes to its team again. The decision on it and its open conditions are no longer in force, but stay on record. */
export async function reopenStage(actor: Actor, caseId: string, stage: string, reason: string): Promise<Done<null> | Refused> {
  return stageCommand({ actor, caseId, stage, as: ['sponsor', 'lead'] }, async (tx, file, loaded, at) => {
    const allowed = loaded.facts.isDecided ? mayDecide(file.roles) : mayLead(file.roles);
    if (!allowed) return refused(403, loaded.facts.isDecided ? 'Only the approver can reopen a decided stage' : 'Only the team lead can reopen it');
    const facts = loaded.facts.isDecided ? loaded.facts : { ...loaded.facts, exclusion: null };
    const decided = decide('stage', loaded.row.state, facts, { type: 'reopen', by: actor.id, at, reason });
    if (!decided.ok) return refused(422, ...decided.reasons);
    const due_on = dueOn(dayOf(at), loaded.entry.clock.prepare, heldDays(file.holds));
    if (!(await moveStage(tx, loaded.row, { state: decided.state, turn_since_at: at, due_on }))) return changedMeanwhile();
    const lapsed: Deed[] = [];
    for (const d of await decisionsOf(tx, caseId)) {
      if (d.stage === stage && d.voided_at === null) lapsed.push(...(await setAsideDecision(tx, file, d, at)));
    }
    await tell(tx, at, holdersOf(file, ...TEAM), { caseId, kind: 'needsYou', about: 'stages', text: `Reopened: ${loaded.facts.noun}, ${file.case.title}`, link: `/cases/${caseId}/stages/${stage}`, because: reason }, actor.id);
    return done(null, { kind: 'stage.reopen', caseId, subject: { stage, reason }, sentence: `reopened the ${loaded.facts.noun}`, isDecision: true }, ...lapsed);
  });
}
