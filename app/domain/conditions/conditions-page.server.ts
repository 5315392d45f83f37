import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { conditionById, conditionsOf } from '#db/tables/conditions.server.ts';
import { decisionById } from '#db/tables/decisions.server.ts';
import { documentsOf } from '#db/tables/documents.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { describe, hasTag } from '#workflows/decide.ts';
import { daysBetween } from '#workflows/dates.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { conditionTurn } from '#workflows/turn.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { mayLead, maySeeSubmission } from '../cases/cases.policy.ts';
import { today } from '../clock.server.ts';
import { beforeInWords } from '../decisions/record-page.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { CONDITION_MOVES, maySeeCondition, wordsOf, type MoveType } from './conditions.policy.ts';
import { movesFor } from './move-condition.server.ts';

export interface ConditionRow {
  id: string;
  number: number;
  stage: { key: StageKey; title: string };
  /** As it is today: as agreed, else as decided. */
  text: string;
  /** As it was decided, when other words were agreed since. */
  original: string | null;
  /** What the team asks for instead, not answered yet. */
  offered: string | null;
  evidence: string;
  owner: string;
  verifier: string;
  dueOn: string;
  /** Days late; 0 when it is not. */
  late: number;
  before: string;
  state: { title: string; tone: ReturnType<typeof describe>['tone'] };
  settled: boolean;
  /** Whose turn it is. */
  whose: 'you' | 'lead' | 'owner' | 'verifier' | 'nobody';
  note: string;
}
export interface ConditionsPage {
  case: { id: string; title: string };
  open: ConditionRow[];
  settled: ConditionRow[];
  /** How many there are beside these, of stages that are not for this reader. */
  others: number;
  /** Stages that were approved with conditions, none of which is open: each has a letter. */
  discharged: ConditionRow['stage'][];
}
export interface ConditionPage extends ConditionRow {
  case: { id: string; title: string };
  /** The decision that set it; null where the reader does not see what was decided on. */
  decisionId: string | null;
  documents: { id: string; title: string; fileName: string }[];
  history: { id: string; by: string; at: string; title: string; text: string }[];
  moves: { type: MoveType; title: string; hint: string; asks: 'note' | 'optional' | 'words' | 'date' }[];
  mayAttach: boolean;
}

const seen = (file: CaseFile, row: Row<'conditions'>) => maySeeCondition(file.roles, file.standings, file.actor.id, row);

/** Every condition of the case that this person may see, open ones by their date. */
export async function conditionsPage(reader: Reader, file: CaseFile): Promise<ConditionsPage> {
  const all = await conditionsOf(reader, file.case.id);
  const rows = all.filter((row) => seen(file, row));
  const name = await namesOf(reader, rows.flatMap((r) => [r.owner_id, r.verifier_id]));
  const shown = rows.map((row) => rowOf(file, row, name));
  return {
    case: { id: file.case.id, title: file.case.title },
    open: shown.filter((c) => !c.settled).sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number - b.number)),
    settled: shown.filter((c) => c.settled),
    others: all.length - rows.length,
    discharged: dischargedAmong(file, rows, shown),
  };
}

/** Approved in full, once its conditions were settled. */
function dischargedAmong(file: CaseFile, rows: readonly Row<'conditions'>[], shown: readonly ConditionRow[]): ConditionRow['stage'][] {
  const inForce = rows.filter((row) => !hasTag('condition', row.state, 'lapsed'));
  const stages = new Map(shown.filter((c) => inForce.some((row) => row.id === c.id)).map((c) => [c.stage.key, c.stage]));
  return [...stages.values()].filter(({ key }) => hasTag('stage', file.stages.get(key)!.state, 'passed') && shown.every((c) => c.stage.key !== key || c.settled));
}

/** One condition with its history and what this person can do to it now; undefined when it is not there for them. */
export async function conditionPage(reader: Reader, file: CaseFile, conditionId: string): Promise<ConditionPage | undefined> {
  const row = await conditionById(reader, conditionId);
  if (row?.case_id !== file.case.id || !seen(file, row)) return undefined;
  const [documents, decision, events] = await Promise.all([
    documentsOf(reader, file.case.id), decisionById(reader, row.decision_id), eventsOf(reader, file.case.id, { limit: 500, kinds: Object.keys(PAST) }),
  ]);
  const own = events.filter((e) => fromJson<{ condition?: string }>(e.subject_json).condition === row.id);
  const name = await namesOf(reader, [row.owner_id, row.verifier_id, ...own.map((e) => e.actor_id)]);
  const files = documents.filter((d) => d.condition_id === row.id);
  return {
    ...rowOf(file, row, name),
    case: { id: file.case.id, title: file.case.title },
    decisionId: maySeeSubmission(file.roles, file.standings, row.stage as StageKey) ? row.decision_id : null,
    documents: files.map((d) => ({ id: d.id, title: d.title, fileName: d.file_name })),
    history: own.map((e) => ({ id: e.id, by: name(e.actor_id), at: e.at, title: PAST[e.kind]!, text: fromJson<{ note?: string }>(e.subject_json).note ?? '' })),
    moves: movesFor(file, row, decision, files.length).map((type) => CONDITION_MOVES.find((m) => m.type === type)!),
    mayAttach: row.owner_id === file.actor.id && hasTag('condition', row.state, 'owner'),
  };
}

/** What happened to it, by the kind of event. */
const PAST: Readonly<Record<string, string>> = {
  ...Object.fromEntries(CONDITION_MOVES.map((m) => [`condition.${m.type}`, m.past])),
  'condition.lapse': 'Closed, because the decision no longer stands',
};

function rowOf(file: CaseFile, row: Row<'conditions'>, name: (id: string | null) => string): ConditionRow {
  const { title, tone } = describe('condition', row.state);
  const settled = hasTag('condition', row.state, 'settled');
  const turn = conditionTurn(row.state);
  const mine = (turn === 'lead' && mayLead(file.roles)) || (turn === 'owner' && row.owner_id === file.actor.id) || (turn === 'verifier' && row.verifier_id === file.actor.id);
  return {
    id: row.id,
    number: row.number,
    stage: { key: row.stage as StageKey, title: inWords(stageOf(file.pathway, row.stage as StageKey).stage.title, file.pathway) },
    text: wordsOf(row),
    original: row.words === null ? null : row.text,
    offered: row.offered,
    evidence: row.evidence,
    owner: name(row.owner_id),
    verifier: name(row.verifier_id),
    dueOn: row.due_on,
    late: settled ? 0 : Math.max(0, daysBetween(row.due_on, today())),
    before: beforeInWords(row.blocks),
    state: { title, tone },
    settled,
    whose: mine ? 'you' : turn,
    note: row.note,
  };
}
