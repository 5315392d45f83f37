import { newId, toJson } from '#db/codec.ts';
import { insertDecision, liveDecision } from '#db/tables/decisions.server.ts';
import { moveStage } from '#db/tables/stages.server.ts';
import { decide } from '#workflows/decide.ts';
import { changedMeanwhile, stageCommand } from '../cases/case-command.server.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import { mayAssure, TEAM } from '../cases/cases.policy.ts';
import { declineCase } from '../cases/move-case.server.ts';
import { done, refused, type Deed, type Done, type Once, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import { forAway } from '../covers/signers.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { advance } from '../stages/advance.server.ts';
import { setAsideDecision } from './set-aside-decision.server.ts';

export interface Assurance {
  act: 'assure' | 'query' | 'stop';
  reason: string;
  sha256: string;
}
const OUTCOMES = { assure: 'assured', query: 'queried', stop: 'stopped' } as const;
const SENTENCES = { assure: 'assured', query: 'queried', stop: 'stopped' } as const;

/**
 * The second line's word on a first-line approval: assure lets it stand, query sends it back to the approver (the
 * first decision is set aside and kept), stop declines it. Never by the first signer, nor by anyone shut out.
 */
export async function assureStage(actor: Actor, caseId: string, stage: string, { act, reason, sha256 }: Assurance, once?: Once): Promise<Done<null> | Refused> {
  return stageCommand({ actor, caseId, stage, as: ['secondLine'], saw: sha256 }, async (tx, file, loaded, at) => {
    if (!mayAssure(file.roles)) return refused(403, file.exclusion ?? 'Only the second line can assure this decision');
    if (loaded.facts.isStale || !loaded.submission) return refused(409, `A newer version of the ${loaded.facts.noun} was sent. Read what changed first`);
    const decided = decide('stage', loaded.row.state, loaded.facts, { type: act, by: actor.id, at, reason });
    if (!decided.ok) return refused(422, ...decided.reasons);
    if (!(await moveStage(tx, loaded.row, { state: decided.state, turn_since_at: act === 'query' ? at : null, due_on: act === 'query' ? loaded.row.due_on : null }))) return changedMeanwhile();
    const first = await liveDecision(tx, loaded.submission.id, 'first');
    const lapsed = act !== 'assure' && first ? await setAsideDecision(tx, file, first, at) : [];
    const capacity = file.memberships.find((m) => m.person_id === actor.id && m.role === 'secondLine' && m.until_at === null);
    const id = newId();
    await insertDecision(tx, {
      id, case_id: caseId, stage: loaded.key, submission_id: loaded.submission.id, sha256, line: 'second', outcome: OUTCOMES[act],
      criteria_json: toJson([]), reasons_json: toJson([]), note: reason, on_behalf_of: '', minutes: '', by: actor.id, role: 'secondLine',
      organisation_id: capacity?.organisation_id ?? null, at, voided_at: act === 'query' ? at : null, for_id: loaded.signer.away?.id ?? null, only_json: null,
    });
    await tell(tx, at, act === 'query' ? holdersOf(file, 'sponsor') : holdersOf(file, ...TEAM, 'sponsor'), {
      caseId, kind: act === 'query' ? 'needsYou' : 'information', about: act === 'query' ? 'decisions' : 'stages',
      text: `${{ assure: 'Assured', query: 'Queried by the second line', stop: 'Stopped by the second line' }[act]}: ${loaded.facts.noun}, ${file.case.title}`,
      link: `/cases/${caseId}/stages/${loaded.key}`,
    }, actor.id);
    const deed: Deed = { kind: `stage.${act}`, caseId, subject: { stage, submission: loaded.submission.id, sha256, decision: id }, sentence: `${SENTENCES[act]} the decision on the ${loaded.facts.noun}, version ${loaded.submission.number}${forAway(loaded.signer)}`, seals: [['decisions', id]], isDecision: true };
    if (act === 'stop') return done(null, deed, ...lapsed, ...(await declineCase(tx, file, `The second line stopped the ${loaded.facts.noun}: ${reason}`, at)));
    return done(null, deed, ...lapsed, ...(decided.effects.includes('openNextStages') ? await advance(tx, file, at) : []));
  }, once);
}
