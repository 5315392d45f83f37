import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { conditionById, moveCondition as writeMove, conditionsOf } from '#db/tables/conditions.server.ts';
import { decisionById } from '#db/tables/decisions.server.ts';
import { documentsOf } from '#db/tables/documents.server.ts';
import { moveStage } from '#db/tables/stages.server.ts';
import { decide, hasTag } from '#workflows/decide.ts';
import { dayInWords } from '#workflows/dates.ts';
import type { ConditionFacts } from '#workflows/facts.ts';
import type { ConditionEvent } from '#workflows/machines/condition.ts';
import { caseCommand, changedMeanwhile } from '../cases/case-command.server.ts';
import { caseForActor, holdersOf, stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { mayLead } from '../cases/cases.policy.ts';
import { absent, done, refused, type Deed, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { advance } from '../stages/advance.server.ts';
import { loadStage } from '../stages/stage-facts.server.ts';
import { instant } from '../clock.server.ts';
import { CONDITION_MOVES, maySeeCondition, whyNotMove, wordsOf, type MoveType } from './conditions.policy.ts';

export interface ConditionMove {
  type: MoveType;
  /** Words: the evidence, or the reason. */
  note: string;
  /** askWords: what the team would agree to. */
  words?: string;
  /** extend: the new date. */
  until?: string;
}
const SENTENCES: Record<MoveType, string> = {
  agree: 'agreed the words of', askWords: 'asked for other words for', takeWords: 'took the words the team asked for in', keepWords: 'kept the words of',
  sendEvidence: 'sent evidence for', verify: 'checked and closed', sendBack: 'sent back the evidence for', waive: 'waived',
  fail: 'recorded as not met', reopen: 'reopened', extend: 'gave more time for',
};

/**
 * Moves one condition: the team lead agrees its words or asks for others; its owner sends evidence; the person named to check it verifies, sends back, waives, extends
 * or fails it, never the owner nor anyone shut out. When the last one of a stage is settled, the stage is approved in full.
 */
export async function moveCondition(actor: Actor, caseId: string, conditionId: string, move: ConditionMove): Promise<Done<Row<'conditions'>> | Refused> {
  return caseCommand(actor, caseId, ['sponsor', 'lead', 'member', 'adviser'], async (tx, file, at) => {
    const row = await conditionById(tx, conditionId);
    if (row?.case_id !== caseId || !maySeeCondition(file.roles, file.standings, actor.id, row)) return absent();
    const event = { type: move.type, by: actor.id, at, reason: move.note, until: move.until ?? '', words: move.words ?? '' } as ConditionEvent;
    const facts = await factsOf(tx, file, row, move);
    const shut = whyNotMove(move.type, facts);
    if (shut) return refused(403, shut);
    const decided = decide('condition', row.state, facts, event);
    if (!decided.ok) return refused(422, ...decided.reasons);
    const changes = { state: decided.state, note: move.note || row.note, ...(move.type === 'extend' && { due_on: move.until! }), ...wordsAfter(row, move) };
    if (!(await writeMove(tx, row, changes))) return changedMeanwhile();
    await tell(tx, at, heardBy(file, row, move.type, decided.effects), {
      caseId, kind: NEEDS.includes(move.type) ? 'needsYou' : 'information', about: 'conditions', text: `${actor.name} ${SENTENCES[move.type]} condition ${row.number}: ${file.case.title}`,
      link: `/cases/${caseId}/conditions/${conditionId}`, because: move.words || wordsOf(row),
    }, actor.id);
    const until = move.type === 'extend' ? ` until ${dayInWords(move.until!)}` : '';
    const deed = { kind: `condition.${move.type}`, caseId, subject: { condition: conditionId, stage: row.stage, note: move.note, ...(NEGOTIATES.includes(move.type) && { words: move.words || changes.words || wordsOf(row) }) }, sentence: `${SENTENCES[move.type]} condition ${row.number} of the ${row.stage.replace('-', ' ')}${until}` };
    return done(row, deed, ...(hasTag('condition', decided.state, 'settled') ? await discharge(tx, file, row.stage, at) : []));
  });
}

/** Moves after which somebody must act. */
const NEEDS: readonly MoveType[] = ['askWords', 'keepWords', 'sendEvidence', 'sendBack'];
/** Moves about the words: the record holds which. */
const NEGOTIATES: readonly MoveType[] = ['agree', 'askWords', 'takeWords', 'keepWords'];

const wordsAfter = (row: Row<'conditions'>, { type, words }: ConditionMove) =>
  type === 'askWords' ? { offered: words!.trim() } : type === 'takeWords' ? { words: row.offered, offered: null } : type === 'keepWords' ? { offered: null } : {};

function heardBy(file: CaseFile, row: Row<'conditions'>, type: MoveType, effects: readonly string[]): string[] {
  if (type === 'takeWords' || type === 'keepWords') return [row.owner_id, ...holdersOf(file, 'lead')];
  return [...(effects.includes('tellVerifier') ? [row.verifier_id] : []), ...(effects.includes('tellOwner') ? [row.owner_id] : [])];
}

async function factsOf(tx: Writer, file: CaseFile, row: Row<'conditions'>, move: ConditionMove): Promise<ConditionFacts> {
  const [documents, decision] = await Promise.all([documentsOf(tx, file.case.id), decisionById(tx, row.decision_id)]);
  return factsFor(file, row, decision, documents.filter((d) => d.condition_id === row.id).length + (move.note.trim() ? 1 : 0));
}

const factsFor = (file: CaseFile, row: Row<'conditions'>, decision: Row<'decisions'> | undefined, evidenceCount: number): ConditionFacts => ({
  isTeamLead: mayLead(file.roles),
  isOwner: row.owner_id === file.actor.id,
  isVerifier: row.verifier_id === file.actor.id || file.roles.includes('sponsor'),
  exclusion: file.exclusion?.replace('decide', 'check a condition') ?? null,
  decisionStands: decision?.voided_at === null,
  evidenceCount,
});

/** The moves this person could make now, once they say why: what its page offers. `documents`: attached as evidence. */
export function movesFor(file: CaseFile, row: Row<'conditions'>, decision: Row<'decisions'> | undefined, documents: number): MoveType[] {
  const facts = factsFor(file, row, decision, documents + 1);
  const event = (type: MoveType) => ({ type, by: file.actor.id, at: instant(), reason: 'said', words: 'said', until: '9999-12-31' }) as ConditionEvent;
  return CONDITION_MOVES.map((m) => m.type).filter((type) => decide('condition', row.state, facts, event(type)).ok);
}

/** The last condition of a stage is settled: its approval is complete, and what it held up may open. */
async function discharge(tx: Writer, before: CaseFile, stage: string, at: string): Promise<Deed[]> {
  const file = (await caseForActor(tx, before.actor, before.case.id))!;
  const found = stageInFile(file, stage)!;
  const left = (await conditionsOf(tx, file.case.id)).filter((c) => c.stage === stage && !hasTag('condition', c.state, 'settled'));
  const loaded = await loadStage(tx, file, found.key);
  const decided = decide('stage', found.row.state, loaded.facts, { type: 'discharge', by: null, at });
  if (left.length > 0 || !decided.ok) return advance(tx, file, at);
  await moveStage(tx, found.row, { state: decided.state });
  const deed = { kind: 'stage.discharge', caseId: file.case.id, subject: { stage, by: 'Slipway' }, sentence: `recorded that every condition of the ${loaded.facts.noun} is met` };
  return [deed, ...(await advance(tx, (await caseForActor(tx, file.actor, file.case.id))!, at))];
}
