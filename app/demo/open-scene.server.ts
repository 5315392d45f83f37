import type { Role } from '#workflows/definition.ts';
import { moveWholeCase } from '../domain/cases/move-case.server.ts';
import type { NewCase } from '../domain/cases/create-case.server.ts';
import { reviewAnswers } from './answers/review.ts';
import type { StoryFacts } from './answers/facts.ts';
import { actuals, measure, settle, type Benefit } from './benefits.server.ts';
import { gatherTroupe, type Cast, type Troupe } from './cast.server.ts';
import type { Place } from './organisations.server.ts';
import { passStage, type Days, type Scene, type Told } from './scene.server.ts';
import { begin, join, must, onDay } from './story.server.ts';

/** How a story of people of its own begins. */
export interface Opening {
  day: string;
  title: string;
  /** What the story is, what of it is published and what invented. */
  summary: string;
  shownAs: NonNullable<NewCase['shownAs']>;
  facts: Omit<StoryFacts, 'today'>;
  parent: Place;
  commissioner: Place;
  troupe: Troupe;
  /** Who supports the team and puts people in their parts; the unit of the time when not said. */
  support?: 'department' | 'today';
}

/** Starts the case of a story and puts everyone in their part. A mentor reads the proposal and the business case. */
export async function openScene(cast: Cast, { day, title, summary, shownAs, facts, parent, commissioner, troupe, support = 'department' }: Opening): Promise<Scene> {
  onDay(day);
  const players = await gatherTroupe(cast, troupe);
  const unit = support === 'department' ? cast.department : cast.people.support;
  const caseId = await begin(players.lead, { title, summary, pathway: facts.pathway, parent: { id: cast.organisations[parent] }, commissioner: { id: cast.organisations[commissioner] }, shownAs });
  for (const [role, [, , place]] of Object.entries(troupe) as [Role, [string, string, Place]][]) {
    if (role === 'lead') continue;
    await join(caseId, players[role]!, role, unit, cast.organisations[place], role === 'mentor' ? ['proposal', 'business-case'] : []);
  }
  return { caseId, facts: { ...facts, today: day }, players: { ...players, support: unit } };
}

/** The team says of each promise whether it is in the contract, and the contract is agreed. */
export async function agreeContract(scene: Scene, settledOn: string, benefits: readonly Benefit[], days: Days, told: Told = {}): Promise<void> {
  onDay(settledOn);
  await settle(scene, benefits);
  await passStage(scene, 'contract', days, told);
}

/** The transfer day comes, and the enterprise is live. */
export async function goLive(scene: Scene): Promise<void> {
  onDay(scene.facts.transferOn, '08:30');
  must(await moveWholeCase(scene.players.lead, scene.caseId, 'goLive', ''), 'go live');
}

/** The first review, with what became known after `since` and by then; what became known later, up to `until`, is recorded on its own day. */
export async function reviewBenefits(scene: Scene, benefits: readonly Benefit[], since: string, days: Days, told: Told = {}, until = '9999-12-31'): Promise<void> {
  await measure(scene, benefits, days.sent, since);
  await passStage(scene, 'review', days, { tale: (f) => reviewAnswers(f, actuals(benefits, days.sent)), ...told });
  await measure(scene, benefits, until, days.sent);
}
