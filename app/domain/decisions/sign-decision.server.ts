import { newId } from '#db/codec.ts';
import { reader } from '../database.server.ts';
import { caseForActor } from '../cases/case-file.server.ts';
import { absent, refused, type Done, type Refused } from '../command.server.ts';
import { now } from '../clock.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { provedLately } from '../people/people.policy.ts';
import { decisionDesk } from './decision-drafts.server.ts';
import { decideStage } from './decide-stage.server.ts';
import { CHANGE, type DecisionDraft } from './decisions.schema.ts';

export interface Signature {
  onBehalfOf: string;
  /** Of the version that stood on the page that was signed. */
  sha256: string;
  /** The page's own key: a second press gives the first answer. */
  key: string;
}

/** Signs what the person has chosen on the pages before: the kept draft becomes the decision. */
export async function signDecision(actor: Actor, caseId: string, stage: string, { onBehalfOf, sha256, key }: Signature): Promise<Done<{ decisionId: string | null }> | Refused> {
  const file = await caseForActor(reader(), actor, caseId);
  if (!file) return absent();
  const found = await decisionDesk(reader(), file, stage);
  const once = { key, payload: { caseId, stage, sha256, onBehalfOf } };
  // Decided already: a second press of the same key is answered as the first was; anything else the law refuses.
  if (!found.ok && found.status === 409) return decideStage(actor, caseId, stage, { outcome: 'deferred', criteria: [], conditions: [], reasons: [], note: '', onBehalfOf, sha256 }, once);
  if (!found.ok) return found.status === 404 ? absent() : refused(403, found.reason);
  const { outcome } = found.desk.draft;
  if (!outcome) return refused(422, { field: 'main', message: 'Choose your decision first' });
  return decideStage(actor, caseId, stage, { ...forOutcome(found.desk.draft), outcome, onBehalfOf, sha256 }, once);
}

/** Only what belongs to the outcome is signed: a signer who changed their mind leaves the rest behind. */
function forOutcome(draft: DecisionDraft): DecisionDraft {
  const kind = draft.outcome;
  return {
    ...draft,
    conditions: kind === 'approvedWithConditions' ? draft.conditions : [],
    reasons: draft.reasons.filter((r) => (kind === 'declined' && r.code !== CHANGE) || (kind === 'changesRequested' && r.code === CHANGE)),
    until: kind === 'deferred' ? draft.until : undefined,
  };
}

/** What the last page needs beside the draft: a key of its own, and whether the password must be given again. */
export const signaturePage = (actor: Actor): { formKey: string; asksPassword: boolean } => ({ formKey: newId(), asksPassword: !provedLately(actor.sessionProvedAt, now()) });
