import type { Reader } from '#db/database.server.ts';
import { exampleCase, liveCaseIdsOf } from '#db/tables/case-pages.server.ts';
import { casesByIds } from '#db/tables/cases.server.ts';
import { lateStages } from '#db/tables/stages.server.ts';
import { hasTag, statesOf } from '#workflows/decide.ts';
import type { Role } from '#workflows/definition.ts';
import { today } from '../clock.server.ts';
import type { Actor } from '../people/actor.server.ts';
import type { TurnView } from '../stages/turns.server.ts';
import { cardsFor, type CaseCard } from './case-cards.server.ts';
import { inTeam } from './cases.policy.ts';
import { newsFor, type CaseNews } from './home-news.server.ts';
import { tasksFor, type HomeTask } from './home-tasks.server.ts';
import { threadInWords, threadOfCase, type ThreadBead } from './stage-thread.server.ts';

export interface HomeCase {
  id: string;
  title: string;
  roles: Role[];
  thread: ThreadBead[];
  words: string;
}
export interface Waiting {
  key: string;
  to: string;
  caseTitle: string;
  turn: TurnView;
}
export interface StuckCase {
  id: string;
  title: string;
  stage: string;
  turn: TurnView;
}
export interface HomePage {
  /** Nothing but decisions is asked of this person anywhere. */
  decidesOnly: boolean;
  tasks: HomeTask[];
  waiting: Waiting[];
  cases: HomeCase[];
  news: CaseNews;
  /** For the team: each mentor once, with the cases they help. */
  mentors: { name: string; cases: { title: string; to: string }[] }[];
  /** Support unit and auditors: what is late anywhere; null for others. */
  stuck: StuckCase[] | null;
  example: { id: string; title: string } | null;
}

const STUCK = 20;
const SHOWN = 5;

/** Everything the first page says, by a number of reads that does not grow with the number of cases. */
export async function homePage(reader: Reader, actor: Actor): Promise<HomePage> {
  const cases = await casesByIds(reader, await liveCaseIdsOf(reader, actor.id));
  const cards = await cardsFor(reader, actor, cases.sort((a, b) => (a.created_at < b.created_at ? 1 : -1)));
  const [tasks, news, stuck, example] = await Promise.all([
    tasksFor(reader, actor, cards), newsFor(reader, actor, cards), actor.posts.some((post) => post !== 'admin') ? stuckFor(reader, actor) : null,
    cases.length === 0 ? exampleCase(reader) : undefined,
  ]);
  return {
    decidesOnly: cards.length > 0 && cards.every((card) => card.roles.every((role) => role === 'sponsor' || role === 'secondLine')),
    tasks, news, stuck,
    waiting: cards.flatMap(waitingIn),
    cases: cards.slice(0, SHOWN).map(homeCase),
    mentors: mentorsOf(cards).slice(0, SHOWN),
    example: example ?? null,
  };
}

const waitingIn = (card: CaseCard): Waiting[] =>
  card.turns.filter((turn) => turn.whose !== 'you' && maySeeTurn(card, turn)).map((turn) => ({ key: `${card.case.id} ${turn.stage}`, to: `/cases/${card.case.id}`, caseTitle: card.case.title, turn }));

/** A mentor waits for nothing in stages that are not shared with them. */
const maySeeTurn = (card: CaseCard, turn: TurnView) => card.shared === null || turn.stageTitle === '' || card.shared.includes(turn.stage);

function homeCase(card: CaseCard): HomeCase {
  const thread = threadOfCase(card);
  return { id: card.case.id, title: card.case.title, roles: card.roles, thread, words: threadInWords(thread) };
}

function mentorsOf(cards: readonly CaseCard[]): HomePage['mentors'] {
  const mentors = new Map<string, HomePage['mentors'][number]>();
  for (const card of cards.filter(({ roles }) => inTeam(roles))) {
    for (const name of card.mentors) {
      const mentor = mentors.get(name) ?? { name, cases: [] };
      mentor.cases.push({ title: card.case.title, to: `/cases/${card.case.id}/meetings` });
      mentors.set(name, mentor);
    }
  }
  return [...mentors.values()];
}

async function stuckFor(reader: Reader, actor: Actor): Promise<StuckCase[]> {
  const waits = (state: string) => hasTag('stage', state, 'team') || hasTag('stage', state, 'approver') || hasTag('stage', state, 'secondLine');
  const moves = (state: string) => hasTag('case', state, 'moving') || hasTag('case', state, 'live');
  const late = await lateStages(reader, { today: today(), states: statesOf('stage').filter(waits), caseStates: statesOf('case').filter(moves), limit: STUCK });
  const cards = await cardsFor(reader, actor, await casesByIds(reader, [...new Set(late.map((stage) => stage.case_id))]));
  return late.flatMap((stage) => {
    const card = cards.find(({ case: { id } }) => id === stage.case_id);
    const turn = card?.turns.find((t) => t.stage === stage.stage);
    return card && turn ? [{ id: card.case.id, title: card.case.title, stage: turn.stageTitle, turn }] : [];
  });
}
