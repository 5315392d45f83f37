import type { Reader } from '#db/database.server.ts';
import { unansweredMustChanges } from '#db/tables/comments.server.ts';
import { conditionsOfCases } from '#db/tables/conditions.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { sentReviewsOfCases } from '#db/tables/reviews.server.ts';
import { submissionsOfCases } from '#db/tables/submissions.server.ts';
import type { Row } from '#db/schema.ts';
import { describe, hasTag } from '#workflows/decide.ts';
import { STAGES, type Role, type StageKey } from '#workflows/definition.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { conditionTurn } from '#workflows/turn.ts';
import { counted } from '../../lib/money.ts';
import { today } from '../clock.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { REVIEW_TITLES } from '../stages/reviews.policy.ts';
import { standsStill } from '../stages/stage-facts.server.ts';
import type { CaseCard } from './case-cards.server.ts';

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
interface Gathered {
  cards: readonly CaseCard[];
  me: string;
  changes: Awaited<ReturnType<typeof unansweredMustChanges>>;
  names: ReadonlyMap<string, string>;
}

/** All that waits for a person in these cases: late first, then by date. Five reads. */
export async function tasksFor(reader: Reader, actor: Actor, cards: readonly CaseCard[]): Promise<HomeTask[]> {
  const ids = cards.map((card) => card.case.id);
  const [changes, conditions, submissions, reviews] = await Promise.all([
    unansweredMustChanges(reader, ids), conditionsOfCases(reader, ids), submissionsOfCases(reader, ids), sentReviewsOfCases(reader, ids),
  ]);
  const names = new Map((await peopleByIds(reader, [...new Set(changes.map((change) => change.by))])).map((person) => [person.id, person.name]));
  const gathered = { cards, me: actor.id, changes, names };
  const done = new Set(reviews.map((review) => `${review.submission_id} ${review.role}`));
  const latest = new Map(submissions.filter((s) => s.withdrawn_at === null).map((s) => [`${s.case_id} ${s.stage}`, s.id]));
  return [
    ...cards.flatMap((card) => turnTasks(card, gathered)),
    ...cards.flatMap((card) => reviewTasks(card, (stage, role) => done.has(`${latest.get(`${card.case.id} ${stage}`)} ${role}`))),
    ...conditions.flatMap((condition) => conditionTask(condition, gathered)),
  ].sort(byUrgency);
}

const byUrgency = (a: HomeTask, b: HomeTask) => Number(b.late) - Number(a.late) || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999');

function turnTasks(card: CaseCard, { changes, names }: Gathered): HomeTask[] {
  return card.turns.flatMap((turn): HomeTask[] => {
    const row = card.stages.get(turn.stage);
    if (turn.whose !== 'you' || !turn.action || !row) return [];
    const asked = changes.filter((change) => change.case_id === card.case.id && change.stage === turn.stage);
    const who = names.get(asked[0]?.by ?? '');
    const answers = asked.length > 0 && hasTag('stage', row.state, 'team');
    const title = answers ? `Answer ${counted(asked.length, 'change')}${who ? ` ${who} asked for` : ''}` : turn.words.replace(/( by \d.*)?\.$/, '');
    const { title: state, tone } = describe('stage', row.state);
    return [{
      key: `${card.case.id} ${turn.stage}`, title, to: turn.action.to, caseTitle: card.case.title, why: turn.stageTitle, tag: { title: state, tone },
      dueOn: turn.dueOn ?? null, late: turn.late ?? false, action: turn.action.label,
    }];
  });
}

/** Reviews asked of the person's roles that are not in yet. */
function reviewTasks(card: CaseCard, isIn: (stage: StageKey, role: Role) => boolean): HomeTask[] {
  if (standsStill(card.case.state)) return [];
  return STAGES.flatMap((key) => {
    const row = card.stages.get(key);
    if (!row || !hasTag('stage', row.state, 'approver')) return [];
    const entry = stageOf(card.pathway, key);
    return entry.signOff.reviewers.filter((role) => card.roles.includes(role) && !isIn(key, role)).map((role): HomeTask => ({
      key: `${card.case.id} ${key} ${role}`, title: `Review the ${inWords(entry.stage.noun, card.pathway)}`, to: `/cases/${card.case.id}/stages/${key}/review`,
      caseTitle: card.case.title, why: REVIEW_TITLES[role], tag: { title: 'Review asked for', tone: 'violet' },
      dueOn: row.due_on, late: row.due_on !== null && row.due_on < today(), action: 'Read and review',
    }));
  });
}

function conditionTask(row: Row<'conditions'>, { cards, me }: Gathered): HomeTask[] {
  const card = cards.find(({ case: { id } }) => id === row.case_id);
  const turn = conditionTurn(row.state);
  const mine = (turn === 'owner' && row.owner_id === me) || (turn === 'verifier' && row.verifier_id === me);
  if (!card || !mine || standsStill(card.case.state)) return [];
  const { title: state, tone } = describe('condition', row.state);
  const check = turn === 'verifier';
  return [{
    key: row.id, title: `${check ? 'Check the evidence for' : 'Meet'} condition ${row.number}`, to: `/cases/${row.case_id}/conditions/${row.id}`, caseTitle: card.case.title,
    why: row.text, tag: { title: state, tone }, dueOn: row.due_on, late: row.due_on < today(), action: check ? 'Check it' : 'Send evidence',
  }];
}
