import type { Reader } from '#db/database.server.ts';
import { unansweredMustChanges } from '#db/tables/comments.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import type { Row } from '#db/schema.ts';
import { describe, hasTag } from '#workflows/decide.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { conditionTurn } from '#workflows/turn.ts';
import { counted } from '../../lib/money.ts';
import { today } from '../clock.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { REVIEW_TITLES } from '../stages/reviews.policy.ts';
import type { CaseCard } from './case-cards.server.ts';
import { waitingFor } from './waiting-for.server.ts';

/** One thing that waits for this person. */
export interface HomeTask {
  key: string;
  /** Verb first, no full stop. */
  title: string;
  to: string;
  caseTitle: string;
  /** Why it is theirs, in a few words. */
  why: string;
  tag: { title: string; tone: ReturnType<typeof describe>['tone'] };
  /** YYYY-MM-DD; null when nothing says. */
  dueOn: string | null;
  late: boolean;
  action: string;
}

/** All that waits for a person in these cases: late first, then by date. */
export async function tasksFor(reader: Reader, actor: Actor, cards: readonly CaseCard[]): Promise<HomeTask[]> {
  const looked = { cases: cards.map((card) => card.case), stages: cards.flatMap((card) => [...card.stages.values()]), parts: cards.flatMap((card) => card.roles.map((role) => ({ case_id: card.case.id, role }))) };
  const [waits, changes] = await Promise.all([waitingFor(reader, actor.id, looked), unansweredMustChanges(reader, looked.cases.map(({ id }) => id))]);
  const names = new Map((await peopleByIds(reader, [...new Set(changes.map((change) => change.by))])).map((person) => [person.id, person.name]));
  const cardOf = (caseId: string) => cards.find((card) => card.case.id === caseId)!;
  return [
    ...waits.turns.map(({ caseId, stage }) => turnTask(cardOf(caseId), stage, { changes, names })),
    ...waits.reviews.map(({ caseId, stage, role }) => reviewTask(cardOf(caseId), stage, role)),
    ...waits.conditions.map((row) => conditionTask(cardOf(row.case_id), row)),
  ].sort(byUrgency);
}

const byUrgency = (a: HomeTask, b: HomeTask) => Number(b.late) - Number(a.late) || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999');

interface Asked {
  changes: Awaited<ReturnType<typeof unansweredMustChanges>>;
  names: ReadonlyMap<string, string>;
}

function turnTask(card: CaseCard, stage: StageKey, { changes, names }: Asked): HomeTask {
  const row = card.stages.get(stage)!;
  const turn = card.turns.find((one) => one.stage === stage)!;
  const asked = changes.filter((change) => change.case_id === card.case.id && change.stage === stage);
  const who = names.get(asked[0]?.by ?? '');
  const answers = asked.length > 0 && hasTag('stage', row.state, 'team');
  const title = answers ? `Answer ${counted(asked.length, 'change')}${who ? ` ${who} asked for` : ''}` : turn.words.replace(/( by \d.*)?\.$/, '');
  const { title: state, tone } = describe('stage', row.state);
  return {
    key: `${card.case.id} ${stage}`, title, to: turn.action!.to, caseTitle: card.case.title, why: turn.stageTitle, tag: { title: state, tone },
    dueOn: turn.dueOn ?? null, late: turn.late ?? false, action: turn.action!.label,
  };
}

function reviewTask(card: CaseCard, stage: StageKey, role: keyof typeof REVIEW_TITLES): HomeTask {
  const row = card.stages.get(stage)!;
  return {
    key: `${card.case.id} ${stage} ${role}`, title: `Review the ${inWords(stageOf(card.pathway, stage).stage.noun, card.pathway)}`, to: `/cases/${card.case.id}/stages/${stage}/review`,
    caseTitle: card.case.title, why: REVIEW_TITLES[role], tag: { title: 'Review asked for', tone: 'violet' },
    dueOn: row.due_on, late: row.due_on !== null && row.due_on < today(), action: 'Read and review',
  };
}

function conditionTask(card: CaseCard, row: Row<'conditions'>): HomeTask {
  const { title: state, tone } = describe('condition', row.state);
  const check = conditionTurn(row.state) === 'verifier';
  return {
    key: row.id, title: `${check ? 'Check the evidence for' : 'Meet'} condition ${row.number}`, to: `/cases/${row.case_id}/conditions/${row.id}`, caseTitle: card.case.title,
    why: row.text, tag: { title: state, tone }, dueOn: row.due_on, late: row.due_on < today(), action: check ? 'Check it' : 'Send evidence',
  };
}
