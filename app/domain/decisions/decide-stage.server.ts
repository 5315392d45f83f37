import { newId, toJson } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import { commentsOf, sendDrafts } from '#db/tables/comments.server.ts';
import { insertCondition } from '#db/tables/conditions.server.ts';
import { dropDecisionDraft } from '#db/tables/decision-drafts.server.ts';
import { insertDecision } from '#db/tables/decisions.server.ts';
import { moveStage } from '#db/tables/stages.server.ts';
import { dayInWords } from '#workflows/dates.ts';
import { decide, machines } from '#workflows/decide.ts';
import { dueOn } from '#workflows/deadlines.ts';
import { inWords } from '#workflows/form.ts';
import type { StageEvent } from '#workflows/machines/stage.ts';
import { changedMeanwhile, stageCommand } from '../cases/case-command.server.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { mayDecide, TEAM } from '../cases/cases.policy.ts';
import { dayOf } from '../clock.server.ts';
import { done, refused, type Deed, type Done, type Once, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { advance } from '../stages/advance.server.ts';
import { declineCase } from '../cases/move-case.server.ts';
import { heldDays } from '../stages/held-days.server.ts';
import type { StageLoaded } from '../stages/stage-facts.server.ts';
import type { DecisionDraft, Outcome } from './decisions.schema.ts';

const VERBS = { approved: 'approve', approvedWithConditions: 'approveWithConditions', changesRequested: 'requestChanges', declined: 'decline', deferred: 'defer' } as const;

/** A complete choice: what the signer confirmed on the last page, and the hash of the version they read. */
export interface Decision extends DecisionDraft {
  outcome: Outcome;
  sha256: string;
}

/**
 * Records the first-line decision on the version last sent. Refused when the person is not an independent sponsor,
 * when a newer version exists, and while a criterion, review, reason or condition that is due is missing.
 * Deferring sets a new date and leaves the turn where it is.
 */
export async function decideStage(actor: Actor, caseId: string, stage: string, decision: Decision, once?: Once): Promise<Done<{ decisionId: string | null }> | Refused> {
  return stageCommand({ actor, caseId, stage, as: ['sponsor'], saw: decision.sha256 }, async (tx, file, loaded, at) => {
    if (!mayDecide(file.roles)) return refused(403, file.exclusion ?? 'Only the approver can record this decision');
    const drafts = (await commentsOf(tx, caseId, loaded.key)).filter((c) => c.by === actor.id && c.sent_at === null);
    const event = eventOf(decision, loaded, { by: actor.id, at, drafts: drafts.filter((c) => c.kind === 'mustChange').length });
    const decided = decide('stage', loaded.row.state, loaded.facts, event);
    if (!decided.ok) return refused(422, ...decided.reasons);
    if (!loaded.submission) return refused(409, 'There is no version to decide on');
    const due_on = turnEnds(decision, file, loaded, at);
    if (!(await moveStage(tx, loaded.row, { state: decided.state, turn_since_at: decision.outcome === 'deferred' ? loaded.row.turn_since_at : at, due_on }))) return changedMeanwhile();
    const decisionId = decision.outcome === 'deferred' ? null : await writeDecision(tx, file, loaded, decision, at);
    await sendDrafts(tx, loaded.submission.id, actor.id, at);
    await dropDecisionDraft(tx, loaded.submission.id, actor.id);
    await tellOutcome(tx, file, loaded, decision, decided.effects.includes('tellSecondLine'), at);
    return done({ decisionId }, deed(file, loaded, decision, decisionId), ...(await follows(tx, file, loaded, decision, decided.effects, at)));
  }, once);
}

function eventOf(d: Decision, loaded: StageLoaded, { by, at, drafts }: { by: string; at: string; drafts: number }): StageEvent {
  const judged = new Map(d.criteria.map((c) => [c.criterion, c.verdict]));
  const { criteria } = loaded.entry.stage;
  const unjudged = criteria.filter((c) => !judged.get(c.key)).length;
  const failedBlocking = criteria.filter((c) => c.blocking && judged.get(c.key) === 'notMet').map((c) => c.title);
  const reason = d.note;
  switch (d.outcome) {
    case 'approved':
      return { type: 'approve', by, at, reason, unjudged, failedBlocking };
    case 'approvedWithConditions':
      return { type: 'approveWithConditions', by, at, reason, unjudged, failedBlocking, conditions: d.conditions.length };
    case 'changesRequested':
      return { type: 'requestChanges', by, at, reason, unjudged, changes: drafts + d.reasons.length };
    case 'declined':
      return { type: 'decline', by, at, reason, unjudged, reasons: d.reasons.length };
    case 'deferred':
      return { type: 'defer', by, at, reason, until: d.until ?? '' };
  }
}

function turnEnds(d: Decision, file: CaseFile, loaded: StageLoaded, at: string): string | null {
  if (d.outcome === 'deferred') return d.until!;
  if (d.outcome === 'changesRequested') return dueOn(dayOf(at), loaded.entry.clock.prepare, heldDays(file.holds));
  return loaded.facts.needsAssurance && d.outcome !== 'declined' ? dueOn(dayOf(at), loaded.entry.clock.decide, heldDays(file.holds)) : null;
}

async function writeDecision(tx: Writer, file: CaseFile, loaded: StageLoaded, d: Decision, at: string): Promise<string> {
  const id = newId();
  const signer = file.memberships.find((m) => m.person_id === file.actor.id && m.role === 'sponsor' && m.until_at === null);
  await insertDecision(tx, {
    id, case_id: file.case.id, stage: loaded.key, submission_id: loaded.submission!.id, sha256: loaded.submission!.sha256,
    line: 'first', outcome: d.outcome as 'approved', criteria_json: toJson(d.criteria), reasons_json: toJson(d.reasons),
    note: d.note, on_behalf_of: d.onBehalfOf, by: file.actor.id, role: 'sponsor', organisation_id: signer?.organisation_id ?? null,
    at, voided_at: null,
  });
  if (d.outcome !== 'approvedWithConditions') return id;
  for (const [i, condition] of d.conditions.entries()) {
    await insertCondition(tx, {
      id: newId(), case_id: file.case.id, stage: loaded.key, decision_id: id, number: i + 1, text: condition.text,
      evidence: condition.evidence, owner_id: condition.ownerId, verifier_id: file.actor.id, due_on: condition.dueOn,
      blocks: condition.blocks, machine_version: machines.condition.version, state: 'open', revision: 1, note: '', by: file.actor.id, at,
    });
  }
  return id;
}

async function follows(tx: Writer, file: CaseFile, loaded: StageLoaded, d: Decision, effects: string[], at: string): Promise<Deed[]> {
  if (d.outcome === 'declined') return declineCase(tx, file, `The ${loaded.facts.noun} was declined: ${d.note}`, at);
  return effects.includes('openNextStages') ? advance(tx, file, at) : [];
}

const OUTCOME_SENTENCES = {
  approved: 'approved', approvedWithConditions: 'approved with conditions', changesRequested: 'asked for changes to',
  declined: 'declined', deferred: 'set a new decision date for',
} as const;

function deed(file: CaseFile, loaded: StageLoaded, d: Decision, decisionId: string | null): Deed {
  const forBoard = d.onBehalfOf ? `, recorded for ${d.onBehalfOf}` : '';
  const date = d.outcome === 'deferred' ? `: ${dayInWords(d.until!)}` : '';
  return {
    kind: `stage.${VERBS[d.outcome]}`,
    caseId: file.case.id,
    subject: { stage: loaded.key, submission: loaded.submission!.id, sha256: d.sha256, decision: decisionId },
    sentence: `${OUTCOME_SENTENCES[d.outcome]} the ${loaded.facts.noun}, version ${loaded.submission!.number}${date}${forBoard}`,
  };
}

async function tellOutcome(tx: Writer, file: CaseFile, loaded: StageLoaded, d: Decision, toSecondLine: boolean, at: string): Promise<void> {
  const noun = inWords(loaded.entry.stage.noun, file.pathway);
  const words = { approved: 'Approved', approvedWithConditions: `Approved with ${d.conditions.length} conditions`, changesRequested: 'Changes requested', declined: 'Declined', deferred: `Decision moved to ${d.until ? dayInWords(d.until) : ''}` }[d.outcome];
  const link = `/cases/${file.case.id}/stages/${loaded.key}`;
  const acts = d.outcome === 'changesRequested' || d.outcome === 'approvedWithConditions';
  await tell(tx, at, holdersOf(file, ...TEAM, 'mentor'), { caseId: file.case.id, kind: acts ? 'needsYou' : 'information', text: `${words}: ${noun}, ${file.case.title}`, link, because: `${file.actor.name} recorded this.` }, file.actor.id);
  if (!toSecondLine) return;
  await tell(tx, at, holdersOf(file, 'secondLine'), {
    caseId: file.case.id, kind: 'needsYou', text: `Assure or query: ${noun}, ${file.case.title}`, link: `${link}/review`, because: `${file.actor.name} approved it; the decision stands when you have assured it.`,
  }, file.actor.id);
}
