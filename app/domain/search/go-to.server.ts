import type { Reader } from '#db/database.server.ts';
import { liveCaseIdsOf, pageOfCases } from '#db/tables/case-pages.server.ts';
import { casesByIds } from '#db/tables/cases.server.ts';
import { cardsFor } from '../cases/case-cards.server.ts';
import { tasksFor } from '../cases/home-tasks.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { termsIn, type Piece } from './in-context.ts';
import { searchFor } from './search-page.server.ts';

/** Somewhere to go, as the palette lists it. */
export interface Place {
  to: string;
  title: string;
  kind: string;
  /** Where it belongs; '' when the title says all. */
  where: string;
}
const FEW = 5;
const MOST = 15;

/** Where this person can go for what they typed: what waits for them, their cases, and what a search finds. With nothing typed, the first of each. */
export async function placesFor(reader: Reader, actor: Actor, typed: string): Promise<Place[]> {
  const terms = termsIn(typed);
  if (typed.trim() !== '' && terms.length === 0) return [];
  const [tasks, cases, found] = await Promise.all([ownTasks(reader, actor), ownCases(reader, actor, typed.trim()), terms.length ? searchFor(reader, actor, { text: typed, kind: '', page: 1 }) : null]);
  const fits = ({ title, where }: Place) => terms.every((term) => `${title} ${where}`.toLowerCase().includes(term));
  const hits = (found?.hits ?? []).map((hit): Place => ({ to: hit.to, title: wordsOf(hit.title), kind: hit.kind, where: hit.where }));
  const places = [...tasks.filter(fits).slice(0, FEW), ...cases, ...hits];
  return places.filter((place, n) => places.findIndex((other) => other.to === place.to) === n).slice(0, MOST);
}

async function ownTasks(reader: Reader, actor: Actor): Promise<Place[]> {
  const ids = await liveCaseIdsOf(reader, actor.id);
  const cards = ids.length ? await cardsFor(reader, actor, await casesByIds(reader, ids)) : [];
  return (await tasksFor(reader, actor, cards)).map((task) => ({ to: task.to, title: task.title, kind: 'Your turn', where: task.caseTitle }));
}

async function ownCases(reader: Reader, actor: Actor, text: string): Promise<Place[]> {
  const all = actor.posts.includes('support') || actor.posts.includes('auditor');
  const { rows } = await pageOfCases(reader, { ...(!all && { personId: actor.id }), limit: FEW, text });
  return rows.map((row) => ({ to: `/cases/${row.id}`, title: row.title, kind: 'Case', where: row.reference }));
}

const wordsOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');
