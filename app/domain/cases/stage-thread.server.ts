import type { Row } from '#db/schema.ts';
import { describe, hasTag } from '#workflows/decide.ts';
import { STAGES, type Pathway, type StageKey } from '#workflows/definition.ts';
import { dayInWords } from '#workflows/dates.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { dayOf } from '../clock.server.ts';
import { recordPath } from '../decisions/records.server.ts';
import type { TurnView } from '../stages/turns.server.ts';

/** One stage as a bead on the case's thread; the words say what the bead shows. */
export interface ThreadBead {
  key: StageKey;
  title: string;
  to: string;
  state: string;
  tone: ReturnType<typeof describe>['tone'];
  date?: string;
  bead: 'done' | 'yours' | 'other' | 'draft' | 'closed';
  current?: boolean;
  note?: string;
  /** The record of the decision that stands. */
  record?: string;
}
interface Source {
  case: Pick<Row<'cases'>, 'id'>;
  pathway: Pathway;
  stages: ReadonlyMap<StageKey, Row<'stages'>>;
  turns: readonly TurnView[];
  /** Whose record the reader may open; none where records are not shown. */
  decisions?: readonly Row<'decisions'>[];
}

/** The nine stages in order, as this reader sees whose turn each is. */
export function threadOfCase(source: Source): ThreadBead[] {
  const moving = source.turns.filter((turn) => turn.stageTitle !== '');
  const current = (moving.find((turn) => turn.whose === 'you') ?? moving[0])?.stage;
  return STAGES.flatMap((key) => {
    const row = source.stages.get(key);
    return row ? [beadOf(source, key, row, moving.find((turn) => turn.stage === key), current === key)] : [];
  });
}

function beadOf({ case: { id }, pathway, decisions = [] }: Source, key: StageKey, row: Row<'stages'>, turn: TurnView | undefined, current: boolean): ThreadBead {
  const entry = stageOf(pathway, key);
  const { title, tone } = describe('stage', row.state);
  const date = dateOf(row);
  const note = noteOf(row, turn, entry.opensAfter.map((before) => STAGES.indexOf(before) + 1).sort());
  const decision = hasTag('stage', row.state, 'approver') ? undefined : decisions.filter((d) => d.stage === key && d.line === 'first' && d.voided_at === null).at(-1);
  return {
    key, tone, title: inWords(entry.stage.title, pathway), to: `/cases/${id}/stages/${key}`, state: title, bead: kindOf(row, turn),
    ...(date && { date }), ...(current && { current }), ...(note && { note }), ...(decision && { record: recordPath(id, key, decision.id) }),
  };
}

function kindOf(row: Row<'stages'>, turn: TurnView | undefined): ThreadBead['bead'] {
  if (hasTag('stage', row.state, 'passed')) return 'done';
  if (turn?.whose === 'you') return 'yours';
  if (hasTag('stage', row.state, 'approver') || hasTag('stage', row.state, 'secondLine')) return 'other';
  return hasTag('stage', row.state, 'team') ? 'draft' : 'closed';
}

function dateOf(row: Row<'stages'>): string {
  if (!row.turn_since_at) return '';
  const day = dayInWords(dayOf(row.turn_since_at));
  return hasTag('stage', row.state, 'settled') ? day : `since ${day}`;
}

function noteOf(row: Row<'stages'>, turn: TurnView | undefined, before: number[]): string {
  if (!turn) return hasTag('stage', row.state, 'team') || row.opened_at || before.length === 0 ? '' : `Opens after ${before.length > 1 ? 'stages' : 'stage'} ${before.join(', ').replace(/, (?=\d+$)/, ' and ')}`;
  const by = row.due_on ? dayInWords(row.due_on) : '';
  if (turn.late) return `${turn.whose === 'you' ? 'Your turn. ' : ''}Late: was due ${by}`;
  return turn.whose === 'you' ? `Your turn${by && `, by ${by}`}` : by && `Due ${by}`;
}

/** "2 approved, 1 with you, 3 not open yet": the thread in words. */
export function threadInWords(beads: readonly ThreadBead[]): string {
  const count = (kind: ThreadBead['bead']) => beads.filter((bead) => bead.bead === kind).length;
  const parts: [number, string][] = [[count('done'), 'done'], [count('yours'), 'with you'], [count('other'), 'with others'], [count('draft'), 'with the team'], [count('closed'), 'not open yet']];
  return parts.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`).join(', ');
}
