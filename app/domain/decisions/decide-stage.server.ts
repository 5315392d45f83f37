import { newId, toJson } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import { draftsOf, unsettledMustChanges } from '#db/tables/comments.server.ts';
import { insertCondition } from '#db/tables/conditions.server.ts';
import { dropDecisionDraft } from '#db/tables/decision-drafts.server.ts';
import { insertDecision } from '#db/tables/decisions.server.ts';
import type { SealedTable } from '#db/tables/record.server.ts';
import { moveStage } from '#db/tables/stages.server.ts';
import { dayInWords } from '#workflows/dates.ts';
import { decide, machines } from '#workflows/decide.ts';
import { dueOn } from '#workflows/deadlines.ts';
import { inWords } from '#workflows/form.ts';
import type { StageEvent } from '#workflows/machines/stage.ts';
import { changedMeanwhile, stageCommand } from '../cases/case-command.server.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { mayDecide, maySeeSubmission } from '../cases/cases.policy.ts';
import { counted } from '../../lib/money.ts';
import { dayOf } from '../clock.server.ts';
import { absent, done, refused, type Deed, type Done, type Once, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import { forAway } from '../covers/signers.server.ts';
import { sendComments } from '../comments/send-comments.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { advance } from '../stages/advance.server.ts';
import { declineCase } from '../cases/move-case.server.ts';
import { heldDays } from '../stages/held-days.server.ts';
import type { StageLoaded } from '../stages/stage-facts.server.ts';
import type { DecisionDraft, Outcome } from './decisions.schema.ts';
import { heardOfDecision } from './heard-of-decision.server.ts';

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
export const decideStage = (actor: Actor, caseId: string, stage: string, decision: Decision, once?: Once): Promise<Done<{ decisionId: string | null }> | Refused> =>
  decideAs({ actor, caseId, stage, saw: decision.sha256 }, async () => decision, once);

/** The same with a decision that is read in the transaction that records it; `chosen` may refuse. */
export async function decideAs({ actor, caseId, stage, saw }: { actor: Actor; caseId: string; stage: string; saw: string }, chosen: (tx: Writer, loaded: StageLoaded) => Promise<Decision | Refused>, once?: Once): Promise<Done<{ decisionId: string | null }> | Refused> {
  return stageCommand({ actor, caseId, stage, as: ['sponsor'], saw }, async (tx, file, loaded, at) => {
    if (!maySeeSubmission(file.roles, file.standings, loaded.key)) return absent();
    if (!mayDecide(file.roles)) return refused(403, file.exclusion ?? 'Only the approver can record this decision');
    const decision = await chosen(tx, loaded);
    if ('ok' in decision) return decision;
    const drafts = await draftsOf(tx, caseId, loaded.key, actor.id);
    const mustChange = drafts.filter((c) => c.kind === 'mustChange');
    const only = decision.outcome === 'changesRequested' && decision.limited ? await answersNamed(tx, loaded, mustChange) : null;
    const event = eventOf(decision, loaded, { by: actor.id, at, drafts: mustChange.length, only });
    const decided = decide('stage', loaded.row.state, loaded.facts, event);
    if (!decided.ok) return refused(422, ...decided.reasons);
    if (!loaded.submission) return refused(409, 'There is no version to decide on');
    const due_on = turnEnds(decision, file, loaded, at);
    if (!(await moveStage(tx, loaded.row, { state: decided.state, turn_since_at: decision.outcome === 'deferred' ? loaded.row.turn_since_at : at, due_on }))) return changedMeanwhile();
    const seals = decision.outcome === 'deferred' ? [] : await writeDecision(tx, file, loaded, { ...decision, only }, at);
    const decisionId = seals[0]?.[1] ?? null;
    await sendComments(tx, file, loaded.submission, at);
    await dropDecisionDraft(tx, loaded.submission.id, actor.id);
    await tellOutcome(tx, file, loaded, decision, decided.effects.includes('tellSecondLine'), at);
    return done({ decisionId }, { ...deed(file, loaded, decision, decisionId), seals, isDecision: true }, ...(await follows(tx, file, loaded, decision, decided.effects, at)));
  }, once);
}

function eventOf(d: Decision, loaded: StageLoaded, { by, at, drafts, only }: { by: string; at: string; drafts: number; only: string[] | null }): StageEvent {
  const judged = new Map(d.criteria.map((c) => [c.criterion, c.verdict]));
  const { criteria } = loaded.entry.stage;
  const unjudged = criteria.filter((c) => !judged.get(c.key)).length;
  const failedBlocking = criteria.filter((c) => c.blocking && judged.get(c.key) === 'notMet').map((c) => c.title);
  const said = { by, at, reason: d.note };
  const signed = { ...said, unjudged, minutes: d.minutes };
  switch (d.outcome) {
    case 'approved':
      return { type: 'approve', ...signed, failedBlocking };
    case 'approvedWithConditions':
      return { type: 'approveWithConditions', ...signed, failedBlocking, conditions: d.conditions.length };
    case 'changesRequested':
      return { type: 'requestChanges', ...signed, changes: drafts + d.reasons.length, ...(only && { only: only.length }) };
    case 'declined':
      return { type: 'decline', ...signed, reasons: d.reasons.length };
    case 'deferred':
      return { type: 'defer', ...said, until: d.until ?? '' };
  }
}

/** The questions that must change: by the signer's comments that go out now, and by others that still stand. */
async function answersNamed(tx: Writer, { submission, key }: StageLoaded, drafts: readonly { question: string }[]): Promise<string[]> {
  const standing = submission ? await unsettledMustChanges(tx, submission.case_id, key) : [];
  return [...new Set([...drafts, ...standing].map((c) => c.question))];
}

function turnEnds(d: Decision, file: CaseFile, loaded: StageLoaded, at: string): string | null {
  if (d.outcome === 'deferred') return d.until!;
  if (d.outcome === 'changesRequested') return dueOn(dayOf(at), loaded.entry.clock.prepare, heldDays(file.holds));
  return loaded.facts.needsAssurance && d.outcome !== 'declined' ? dueOn(dayOf(at), loaded.entry.clock.decide, heldDays(file.holds)) : null;
}

/** The rows of the decision and of its conditions, for the record to vouch for. */
async function writeDecision(tx: Writer, file: CaseFile, loaded: StageLoaded, d: Decision & { only: string[] | null }, at: string): Promise<[SealedTable, string][]> {
  const id = newId();
  const signer = file.memberships.find((m) => m.person_id === file.actor.id && m.role === 'sponsor' && m.until_at === null);
  await insertDecision(tx, {
    id, case_id: file.case.id, stage: loaded.key, submission_id: loaded.submission!.id, sha256: loaded.submission!.sha256,
    line: 'first', outcome: d.outcome as 'approved', criteria_json: toJson(d.criteria), reasons_json: toJson(d.reasons),
    note: d.note, on_behalf_of: d.onBehalfOf, minutes: d.minutes, by: file.actor.id, role: 'sponsor', organisation_id: signer?.organisation_id ?? null,
    at, voided_at: null, for_id: loaded.signer.away?.id ?? null, only_json: d.only && toJson(d.only),
  });
  const rows: [SealedTable, string][] = [['decisions', id]];
  if (d.outcome !== 'approvedWithConditions') return rows;
  for (const [i, condition] of d.conditions.entries()) {
    const conditionId = newId();
    rows.push(['conditions', conditionId]);
    await insertCondition(tx, {
      id: conditionId, case_id: file.case.id, stage: loaded.key, decision_id: id, number: i + 1, text: condition.text,
      evidence: condition.evidence, owner_id: condition.ownerId, verifier_id: loaded.signer.away?.id ?? file.actor.id, due_on: condition.dueOn,
      blocks: condition.blocks, machine_version: machines.condition.version, state: 'proposed', words: null, offered: null, revision: 1, note: '', by: file.actor.id, at,
    });
  }
  return rows;
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
    sentence: `${OUTCOME_SENTENCES[d.outcome]} the ${loaded.facts.noun}, version ${loaded.submission!.number}${date}${forBoard}${forAway(loaded.signer)}`,
  };
}

async function tellOutcome(tx: Writer, file: CaseFile, loaded: StageLoaded, d: Decision, toSecondLine: boolean, at: string): Promise<void> {
  const noun = inWords(loaded.entry.stage.noun, file.pathway);
  const words = { approved: 'Approved', approvedWithConditions: `Approved with ${counted(d.conditions.length, 'condition')}`, changesRequested: 'Changes requested', declined: 'Declined', deferred: `Decision moved to ${d.until ? dayInWords(d.until) : ''}` }[d.outcome];
  const link = `/cases/${file.case.id}/stages/${loaded.key}`;
  const { team, secondLine } = heardOfDecision(file, d.outcome, toSecondLine);
  await tell(tx, at, team.people, { ...team, caseId: file.case.id, text: `${words}: ${noun}, ${file.case.title}`, link, because: `${file.actor.name} recorded this.` }, file.actor.id);
  await tell(tx, at, secondLine.people, {
    ...secondLine, caseId: file.case.id, text: `Assure or query: ${noun}, ${file.case.title}`, link: `${link}/review`, because: `${file.actor.name} approved it; the decision stands when you have assured it.`,
  }, file.actor.id);
}
