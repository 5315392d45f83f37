import type { Row } from '#db/schema.ts';
import { dayInWords } from '#workflows/dates.ts';
import { describe, hasTag } from '#workflows/decide.ts';
import { workingDaysTaken, type Hold } from '#workflows/deadlines.ts';
import { STAGES, type Pathway, type Role, type StageKey } from '#workflows/definition.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { turnOf } from '#workflows/turn.ts';
import { APPROVING, holdsTurn } from '../cases/cases.policy.ts';

/** What is needed to say whose turn it is: one case with its live parts, for one reader. No reads here. */
export interface TurnSource {
  case: Pick<Row<'cases'>, 'id' | 'title' | 'state'>;
  pathway: Pathway;
  stages: ReadonlyMap<StageKey, Row<'stages'>>;
  /** Live memberships. */
  parts: readonly Pick<Row<'memberships'>, 'person_id' | 'role' | 'organisation_id'>[];
  holds: readonly Hold[];
  holdReason: string;
  names: ReadonlyMap<string, string>;
  organisations: ReadonlyMap<string, string>;
  /** The reader. */
  me: string;
  /** Why the reader can never judge the case; null when they can. */
  shutOut: string | null;
  today: string;
  dayOf: (at: string) => string;
}

/** Whose turn one stage is, in the words shown everywhere. */
export interface TurnView {
  stage: StageKey;
  stageTitle: string;
  whose: 'you' | 'other' | 'nobody';
  words: string;
  since?: string;
  /** Working days it has been there, and the number agreed. */
  days?: number;
  agreed?: number;
  late?: boolean;
  dueOn?: string;
  /** Why it is not theirs although they judge. */
  whyNot?: string;
  /** What pressing on takes the reader to do; only when it is their turn. */
  action?: { to: string; label: string };
}

const HOLDERS: Record<'team' | 'approver' | 'secondLine', Role> = { team: 'lead', approver: 'sponsor', secondLine: 'secondLine' };

/** The stages that wait for somebody, in stage order; one line saying nobody's when the case stands still. */
export function turnsOf(source: TurnSource): TurnView[] {
  if (hasTag('case', source.case.state, 'standing')) return [standing(source)];
  return STAGES.flatMap((key) => {
    const row = source.stages.get(key);
    const turn = row ? turnOf(source.case.state, row.state) : 'nobody';
    return row && turn !== 'nobody' ? [oneTurn(source, key, row, turn)] : [];
  });
}

function standing(source: TurnSource): TurnView {
  const { title } = describe('case', source.case.state);
  const from = source.holds.find((hold) => hold.until === null)?.from;
  const since = from ? ` since ${dayInWords(from)}` : '';
  return { stage: 'readiness', stageTitle: '', whose: 'nobody', words: `Nobody's turn. ${title}${since}${source.holdReason ? `: ${source.holdReason}` : ''}` };
}

function oneTurn(source: TurnSource, key: StageKey, row: Row<'stages'>, turn: 'team' | 'approver' | 'secondLine'): TurnView {
  const entry = stageOf(source.pathway, key);
  const roles = source.parts.filter((part) => part.person_id === source.me).map((part) => part.role as Role);
  const whyNot = turn !== 'team' && roles.some((role) => APPROVING.includes(role)) ? source.shutOut : null;
  const mine = holdsTurn(turn, roles) && !whyNot;
  const holders = source.parts.filter((part) => part.role === HOLDERS[turn]);
  const noun = inWords(entry.stage.noun, source.pathway);
  const since = row.turn_since_at ? source.dayOf(row.turn_since_at) : undefined;
  const agreed = turn === 'team' ? undefined : entry.clock.decide;
  return {
    stage: key,
    stageTitle: inWords(entry.stage.title, source.pathway),
    whose: mine ? 'you' : 'other',
    words: mine ? `${deed(turn, row, noun, entry.signOff.signer === 'none')}${by(row)}.` : `With ${whyNot ? named(source, holders.filter((part) => part.person_id !== source.me), turn, 'nobody else invited yet') : named(source, holders, turn)}`,
    ...(since && { since: dayInWords(since), days: workingDaysTaken(since, source.today, source.holds) }),
    ...(agreed && { agreed }),
    ...(row.due_on && { dueOn: row.due_on, late: row.due_on < source.today }),
    ...(whyNot && { whyNot }),
    ...(mine && { action: actionFor(source, key, turn, row) }),
  };
}

const by = (row: Row<'stages'>) => (row.due_on ? ` by ${dayInWords(row.due_on)}` : '');

function deed(turn: 'team' | 'approver' | 'secondLine', row: Row<'stages'>, noun: string, undecided: boolean): string {
  if (turn === 'approver') return `Read and decide on the ${noun}`;
  if (turn === 'secondLine') return `Assure or query the ${noun}`;
  if (describe('stage', row.state).tone === 'amber') return `Answer the changes asked for in the ${noun}`;
  return undecided ? `Finish the ${noun}` : `Complete and send the ${noun}`;
}

function named(source: TurnSource, holders: TurnSource['parts'], turn: string, nobody = 'nobody invited yet'): string {
  const words = holders.map((h) => [source.names.get(h.person_id) ?? 'a person', h.organisation_id && source.organisations.get(h.organisation_id)].filter(Boolean).join(', '));
  if (words.length > 0) return words.join(' and ');
  return turn === 'team' ? 'the team, which has no lead' : `the ${turn === 'approver' ? source.pathway.labels.approver : source.pathway.labels.secondLine}, ${nobody}`;
}

function actionFor(source: TurnSource, key: StageKey, turn: 'team' | 'approver' | 'secondLine', row: Row<'stages'>): { to: string; label: string } {
  const stage = `/cases/${source.case.id}/stages/${key}`;
  if (turn === 'team') return { to: stage, label: describe('stage', row.state).tone === 'amber' ? 'Answer the changes' : 'Continue' };
  return { to: `${stage}/review`, label: turn === 'approver' ? 'Read and decide' : 'Read and assure' };
}
