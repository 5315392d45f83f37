import type { Reader } from '#db/database.server.ts';
import { commissionerIds, pageOfCases } from '#db/tables/case-pages.server.ts';
import { organisationsByIds } from '#db/tables/organisations.server.ts';
import { describe, statesOf } from '#workflows/decide.ts';
import { PATHWAYS } from '#workflows/definition.ts';
import { pathways } from '#workflows/index.ts';
import type { Actor } from '../people/actor.server.ts';
import type { TurnView } from '../stages/turns.server.ts';
import { cardsFor, type CaseCard } from './case-cards.server.ts';

const A_PAGE = 50;

/** What the address of the list says; '' for no filter. `after`: where the page before ended. */
export interface CaseSearch {
  text: string;
  state: string;
  route: string;
  commissioner: string;
  after: string;
}
export interface CaseRow {
  id: string;
  title: string;
  reference: string;
  route: string;
  state: { title: string; tone: ReturnType<typeof describe>['tone'] };
  commissioner: string;
  turn: { words: string; late: boolean };
}
export interface CaseList {
  rows: CaseRow[];
  total: number;
  next: string | null;
  /** All cases, for the support unit and auditors; otherwise those the person has a part in. */
  all: boolean;
  options: Record<'state' | 'route' | 'commissioner', { value: string; label: string }[]>;
}

/** One page of the cases this person may see, newest first: as many reads for fifty as for one. */
export async function casesListedFor(reader: Reader, actor: Actor, search: CaseSearch): Promise<CaseList> {
  const all = actor.posts.includes('support') || actor.posts.includes('auditor');
  const mine = all ? {} : { personId: actor.id };
  const found = await pageOfCases(reader, {
    ...mine, limit: A_PAGE, text: search.text,
    ...(search.state && { state: search.state }), ...(search.route && { pathway: search.route }),
    ...(search.commissioner && { commissionerId: search.commissioner }), ...(search.after && { after: search.after }),
  });
  const [cards, commissioners] = await Promise.all([cardsFor(reader, actor, found.rows), commissionerIds(reader, mine.personId)]);
  const organisations = await organisationsByIds(reader, commissioners);
  const names = new Map(organisations.map((o) => [o.id, o.name]));
  return {
    rows: cards.map((card) => rowOf(card, names.get(card.case.commissioner_id ?? '') ?? 'Not named yet')),
    total: found.total, next: found.next, all,
    options: {
      state: statesOf('case').map((state) => ({ value: state, label: describe('case', state).title })),
      route: PATHWAYS.map((key) => ({ value: key, label: pathways[key].title })),
      commissioner: organisations.map((o) => ({ value: o.id, label: o.name })).sort((a, b) => a.label.localeCompare(b.label, 'en-GB')),
    },
  };
}

function rowOf(card: CaseCard, commissioner: string): CaseRow {
  const { title, tone } = describe('case', card.case.state);
  return { id: card.case.id, title: card.case.title, reference: card.case.reference, route: card.pathwayTitle, state: { title, tone }, commissioner, turn: turnInShort(card.turns) };
}

/** The turn a list has room for: the reader's own, else the latest, else the first. */
function turnInShort(turns: readonly TurnView[]): CaseRow['turn'] {
  const turn = turns.find((t) => t.whose === 'you') ?? turns.find((t) => t.late) ?? turns[0];
  if (!turn) return { words: 'Nobody has the turn', late: false };
  const words = turn.whose === 'you' ? `Your turn. ${turn.words}` : turn.whose === 'other' ? `${turn.stageTitle}: ${turn.words.replace(/^With/, 'with')}` : turn.words;
  return { words, late: turn.late ?? false };
}
