import { fromJson, newId } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import { decisionDraft } from '#db/tables/decision-drafts.server.ts';
import { hasTag } from '#workflows/decide.ts';
import { stageGuards } from '#workflows/guards.ts';
import { now } from '../clock.server.ts';
import { refused, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { provedLately } from '../people/people.policy.ts';
import { hasSecondFactor } from '../people/second-factor.server.ts';
import { decideAs } from './decide-stage.server.ts';
import { CHANGE, decisionDraft as draftSchema, type DecisionDraft } from './decisions.schema.ts';

export interface Signature {
  onBehalfOf: string;
  /** Where the board's minutes are found; '' when no board was convened. */
  minutes?: string;
  /** Of the version that stood on the page that was signed. */
  sha256: string;
  /** The page's own key: a second press gives the first answer. */
  key: string;
}

/** Signs what the person has chosen on the pages before: the kept draft becomes the decision. A second press of the same key is answered as the first was. */
export const signDecision = (actor: Actor, caseId: string, stage: string, { onBehalfOf, minutes = '', sha256, key }: Signature): Promise<Done<{ decisionId: string | null }> | Refused> =>
  decideAs({ actor, caseId, stage, saw: sha256 }, async (tx, { submission, board, row, facts }) => {
    if (!submission || !hasTag('stage', row.state, 'approver')) return refused(409, `The ${facts.noun} is not with the approver now. Open it again to see how it stands`);
    const kept = await decisionDraft(tx, submission.id, actor.id);
    const draft = draftSchema.parse(kept ? fromJson(kept.draft_json) : {});
    if (!draft.outcome) return refused(422, { field: 'main', message: 'Choose your decision first' });
    if (board.row && draft.outcome !== 'deferred' && minutes === '') return refused(422, { field: 'minutes', message: stageGuards.namesMinutes.sentence() });
    return { ...forOutcome(draft), outcome: draft.outcome, onBehalfOf, minutes, sha256 };
  }, { key, payload: { caseId, stage, sha256, onBehalfOf, minutes } });

/** Only what belongs to the outcome is signed: a signer who changed their mind leaves the rest behind. */
function forOutcome(draft: DecisionDraft): DecisionDraft {
  const kind = draft.outcome;
  return {
    ...draft,
    conditions: kind === 'approvedWithConditions' ? draft.conditions : [],
    reasons: draft.reasons.filter((r) => (kind === 'declined' && r.code !== CHANGE) || (kind === 'changesRequested' && r.code === CHANGE)),
    until: kind === 'deferred' ? draft.until : undefined,
    limited: kind === 'changesRequested' && draft.limited,
  };
}

/** What the last page needs beside the draft: a key of its own, and whether the password, and a code with it, must be given again. */
export async function signaturePage(reader: Reader, actor: Actor): Promise<{ formKey: string; asksPassword: boolean; asksCode: boolean }> {
  const asksPassword = !provedLately(actor.sessionProvedAt, now());
  return { formKey: newId(), asksPassword, asksCode: asksPassword && (await hasSecondFactor(reader, actor.id)) };
}
