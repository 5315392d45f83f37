import { addDays } from '#workflows/dates.ts';
import { conveneBoard } from '../../domain/boards/convene-board.server.ts';
import { giveView, type ViewGiven } from '../../domain/boards/give-view.server.ts';
import { declareInterest } from '../../domain/cases/memberships.server.ts';
import type { Actor } from '../../domain/people/actor.server.ts';
import { extra, type Cast } from '../cast.server.ts';
import type { Place } from '../organisations.server.ts';
import type { Scene } from '../scene.server.ts';
import { join, must, onDay, sha256Of } from '../story.server.ts';

/** Who sits beside the member who can sign in. */
const SEATS: [name: string, jobTitle: string, place: Place][] = [
  ['Gwen Tudor', 'Non-executive director, audit chair', 'trust'], ['Martin Blakeley', 'Medical director', 'trust'],
  ['Sunita Bhandari', 'Director of partnerships', 'icb'], ['Peter Lomax', 'Director of adult services', 'council'],
];

/** A board of five is asked for its views on the second version: two are in, one member cannot take part, two are still to come. */
export async function askBoard({ caseId, players }: Scene, { people, organisations: at }: Cast, today: string): Promise<void> {
  onDay(addDays(today, -5), '11:00');
  const seats: Actor[] = [people['board-member']];
  for (const [name, jobTitle, place] of SEATS) seats.push(await extra(people.admin, { name, jobTitle, organisationId: at[place], posts: [] }));
  for (const [i, who] of seats.entries()) {
    await join(caseId, who, 'boardMember', people.support, at[SEATS[i - 1]?.[2] ?? 'trust']);
    must(await declareInterest(who, caseId, { personId: who.id, kind: 'none', detail: '' }), `${who.name} declares no interest`);
  }
  onDay(addDays(today, -3), '09:10');
  const sha256 = await sha256Of(players.sponsor, caseId, 'business-case');
  must(await conveneBoard(players.sponsor, caseId, 'business-case', { name: 'the board of Wenbourne Community Health NHS Trust', meetsOn: addDays(today, 9), quorum: 3, sha256 }), 'convene the board');
  const says = async (seat: number, view: Omit<ViewGiven, 'sha256'>) => must(await giveView(seats[seat]!, caseId, 'business-case', { ...view, sha256 }), `the view of ${seats[seat]!.name}`);
  onDay(addDays(today, -2), '20:15');
  await says(1, { view: 'supportWithConditions', words: 'The plan holds in its bad years. I want the bank facility signed before any contract.', action: null });
  onDay(addDays(today, -1), '07:50');
  await says(3, { view: 'support', words: 'Patients keep the people they know, and the figures were open to us.', action: null });
  onDay(addDays(today, -1), '08:05');
  await says(2, { view: 'cannotTakePart', words: 'My wife works for the service and is to move with it', action: 'leavesRoom' });
}
