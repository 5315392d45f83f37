import type { Reader } from '#db/database.server.ts';
import type { OpenChange } from '#db/tables/benefit-changes.server.ts';
import type { OpenTask } from '#db/tables/comment-tasks.server.ts';
import { casesByIds } from '#db/tables/cases.server.ts';
import { unansweredMustChanges } from '#db/tables/comments.server.ts';
import { requestsTo } from '#db/tables/mentorings.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import type { Row } from '#db/schema.ts';
import { describe, hasTag } from '#workflows/decide.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { conditionTurn } from '#workflows/turn.ts';
import { counted } from '../../lib/money.ts';
import { today } from '../clock.server.ts';
import { wordsOf } from '../conditions/conditions.policy.ts';
import { topicTitle } from '#workflows/mentor-topics.ts';
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
  const [waits, changes, requests] = await Promise.all([waitingFor(reader, actor.id, looked), unansweredMustChanges(reader, looked.cases.map(({ id }) => id)), requestTasks(reader, actor)]);
  const names = new Map((await peopleByIds(reader, [...new Set([...changes.map((change) => change.by), ...waits.meetings.flatMap((row) => [row.offered_by, row.with_id]), ...waits.changes.map((row) => row.by)])])).map((person) => [person.id, person.name]));
  const cardOf = (caseId: string) => cards.find((card) => card.case.id === caseId)!;
  return [
    ...waits.turns.map(({ caseId, stage }) => turnTask(cardOf(caseId), stage, { changes, names })),
    ...waits.reviews.map(({ caseId, stage, role }) => reviewTask(cardOf(caseId), stage, role)),
    ...waits.views.map((board) => viewTask(cardOf(board.case_id), board)),
    ...waits.conditions.map((row) => conditionTask(cardOf(row.case_id), row)),
    ...waits.meetings.map((row) => meetingTask(cardOf(row.case_id), row, names)),
    ...waits.actions.map((row) => actionTask(cardOf(row.case_id), row)),
    ...waits.changes.map((row) => changeTask(cardOf(row.case_id), row, names)),
    ...waits.partners.map((row) => partnerTask(cardOf(row.case_id), row)),
    ...waits.sections.map((row) => sectionTask(cardOf(row.case_id), row)),
    ...waits.tasks.map((row) => commentTask(cardOf(row.case_id), row)),
    ...requests,
  ].sort(byUrgency);
}

const byUrgency = (a: HomeTask, b: HomeTask) => Number(b.late) - Number(a.late) || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999');

/** Teams that ask this person to mentor them; they are in no case of theirs yet. */
async function requestTasks(reader: Reader, actor: Actor): Promise<HomeTask[]> {
  const rows = await requestsTo(reader, actor.id);
  const titles = new Map((rows.length ? await casesByIds(reader, rows.map((row) => row.case_id)) : []).map((row) => [row.id, row.title]));
  return rows.map((row) => {
    const { title: state, tone } = describe('mentoring', row.state);
    return {
      key: row.id, title: 'Answer a team that asks you to mentor them', to: `/mentoring/${row.id}`, caseTitle: titles.get(row.case_id) ?? 'A team', why: 'mentoring', tag: { title: state, tone },
      dueOn: row.reply_by_on, late: row.reply_by_on !== null && row.reply_by_on < today(), action: 'Read and answer',
    };
  });
}

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

function viewTask(card: CaseCard, board: Row<'boards'>): HomeTask {
  const stage = stageOf(card.pathway, board.stage as StageKey).stage;
  return {
    key: board.id, title: `Give your view on the ${inWords(stage.noun, card.pathway)}`, to: `/cases/${board.case_id}/stages/${board.stage}/review`, caseTitle: card.case.title,
    why: board.name, tag: { title: 'View asked for', tone: 'violet' }, dueOn: board.meets_on, late: board.meets_on < today(), action: 'Read and give your view',
  };
}

function meetingTask(card: CaseCard, row: Row<'meetings'>, names: Asked['names']): HomeTask {
  const path = `/cases/${row.case_id}`;
  const choose = row.state === 'offered';
  const other = names.get(choose ? row.offered_by : row.with_id) ?? 'the team';
  return {
    key: row.id, title: choose ? `Choose a time to meet ${other}` : `Write down the session with ${other}`, to: choose ? `${path}/meetings/${row.id}` : `${path}/sessions/new?meeting=${row.id}`,
    caseTitle: card.case.title, why: topicTitle(row.topic), tag: { title: choose ? 'Times offered' : 'Took place', tone: 'violet' }, dueOn: null, late: false, action: choose ? 'Choose a time' : 'Write it down',
  };
}

function actionTask(card: CaseCard, row: Row<'mentor_actions'>): HomeTask {
  return {
    key: row.id, title: row.text, to: `/cases/${row.case_id}/meetings`, caseTitle: card.case.title, why: 'Agreed with the mentor', tag: { title: 'To do', tone: 'blue' },
    dueOn: row.due_on, late: row.due_on < today(), action: 'See it and mark it as done',
  };
}

/** What each turn asks of its person: the task and its button. */
const CONDITION_ACTS = {
  lead: ['Agree the words of', 'Read the words'], owner: ['Meet', 'Send evidence'], verifier: ['Check the evidence for', 'Check it'],
  words: ['Answer about the words of', 'Answer'], nobody: ['See', 'Open it'],
} as const;

function conditionTask(card: CaseCard, row: Row<'conditions'>): HomeTask {
  const { title: state, tone } = describe('condition', row.state);
  const [title, action] = CONDITION_ACTS[row.offered === null ? conditionTurn(row.state) : 'words'];
  return {
    key: row.id, title: `${title} condition ${row.number}`, to: `/cases/${row.case_id}/conditions/${row.id}`, caseTitle: card.case.title,
    why: wordsOf(row), tag: { title: state, tone }, dueOn: row.due_on, late: row.due_on < today(), action,
  };
}

const commentTask = (card: CaseCard, row: OpenTask): HomeTask => ({
  key: row.id, title: row.text, to: `/cases/${row.case_id}/comments/${row.comment_id}`, caseTitle: card.case.title,
  why: `From a comment on the ${inWords(stageOf(card.pathway, row.stage as StageKey).stage.noun, card.pathway)}`, tag: { title: 'To do', tone: 'blue' },
  dueOn: row.due_on, late: row.due_on < today(), action: 'Open it and tick it off',
});

const changeTask = (card: CaseCard, row: OpenChange, names: Asked['names']): HomeTask => ({
  key: row.id, title: `Answer a change ${names.get(row.by) ?? 'the other side'} asks for: ${row.title}`, to: `/cases/${row.case_id}/benefits/${row.benefit_id}/changes/${row.id}`, caseTitle: card.case.title,
  why: `Benefit ${row.number}`, tag: { title: 'Change asked for', tone: 'amber' }, dueOn: null, late: false, action: 'Read and answer',
});

function partnerTask(card: CaseCard, row: Row<'stage_partners'>): HomeTask {
  const { noun } = stageOf(card.pathway, row.stage as StageKey).stage;
  return {
    key: `${row.case_id} ${row.stage} partner`, title: `Confirm the ${inWords(noun, card.pathway)} before it is sent`, to: `/cases/${row.case_id}/stages/${row.stage}/partners`, caseTitle: card.case.title,
    why: 'You are named as a partner', tag: { title: 'Your word is asked for', tone: 'blue' }, dueOn: null, late: false, action: 'Read and confirm',
  };
}

function sectionTask(card: CaseCard, row: Row<'section_assignments'>): HomeTask {
  const stage = stageOf(card.pathway, row.stage as StageKey).stage;
  const section = stage.groups.flatMap((g) => g.sections).find((s) => s.key === row.section);
  return {
    key: `${row.case_id} ${row.section}`, title: `Write the section "${inWords(section?.title ?? row.section, card.pathway)}"`, to: `/cases/${row.case_id}/stages/${row.stage}/${row.section}`, caseTitle: card.case.title,
    why: `${inWords(stage.title, card.pathway)}, your section`, tag: { title: 'Yours', tone: 'blue' }, dueOn: row.due_on, late: row.due_on !== null && row.due_on < today(), action: 'Write it',
  };
}
