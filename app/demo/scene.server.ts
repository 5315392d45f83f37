import type { Role, StageKey } from '#workflows/definition.ts';
import type { Actor } from '../domain/people/actor.server.ts';
import { declareInterest } from '../domain/cases/memberships.server.ts';
import { conditionsPage } from '../domain/conditions/conditions-page.server.ts';
import { moveCondition } from '../domain/conditions/move-condition.server.ts';
import { reader } from '../domain/database.server.ts';
import type { ConditionAsked, DecisionDraft, Outcome } from '../domain/decisions/decisions.schema.ts';
import { TALES, type Tale } from './answers.ts';
import type { Answers, StoryFacts } from './answers/facts.ts';
import { assure, attach, decide, fileOf, must, onDay, read, review, send, write, type Which } from './story.server.ts';

/** Who plays which part in one case, by their roles in it. */
export type Players = Partial<Record<Role, Actor>> & { lead: Actor; sponsor: Actor };

/** One case on stage: what it is about and who plays in it. */
export interface Scene {
  caseId: string;
  facts: StoryFacts;
  players: Players;
}

/** The days on which a stage is written and sent, opened, reviewed, decided and, where it must be, assured. */
export interface Days {
  sent: string;
  opened: string;
  reviewed: string;
  decided: string;
  assured?: string;
}

export interface Told {
  /** What a reviewer says; those not named support it in the words of their trade. */
  says?: Partial<Record<Role, string>>;
  decision?: Partial<DecisionDraft> & { outcome?: Outcome };
  /** What the team says in this stage that only this story says, by question key. */
  extra?: Answers;
  /** The stage's answers, when they are not the usual ones. */
  tale?: Tale;
}

type Reviewer = 'finance' | 'hr' | 'quality' | 'legal' | 'support' | 'staffSide';

/** What each reviewer says when the story has nothing special to tell of them. */
const SUPPORTS: Record<Reviewer, string> = {
  finance: 'The figures agree with the budget we hold. Cash stays above the floor in the bad years.',
  hr: 'The staff list, the dates and the terms agree with our records.',
  quality: 'The clinical lead roles are named and the measures are ones we can count.',
  legal: 'The form and the way of award are open to us. The reasons are on file.',
  support: 'Complete, and the numbers agree with each other. Ready for the board.',
  staffSide: 'We were heard and our points were answered in writing. We will hold both employers to the answers.',
};

/** What a story says in one stage on a day, in its own words where it has them. */
export const answersOn = (scene: Scene, stage: StageKey, today: string, { extra, tale = TALES[stage] }: Pick<Told, 'extra' | 'tale'> = {}): Answers =>
  tale({ ...scene.facts, today, extra: { ...scene.facts.extra, ...extra } });

const writers = ({ lead, member, adviser }: Players): Actor[] => [lead, ...(member ? [member] : []), ...(adviser ? [adviser] : [])];

/** The team answers a stage and attaches what it asks for. */
export async function prepare(scene: Scene, stage: StageKey, day: string, told?: Told, which?: Which): Promise<void> {
  onDay(day);
  const { caseId, players } = scene;
  await attach(players.lead, caseId, stage);
  await write(writers(players), caseId, stage, answersOn(scene, stage, day, told), which);
  await attach(players.lead, caseId, stage);
}

/** The team completes a stage and sends it on the same day. */
export async function sendStage(scene: Scene, stage: StageKey, day: string, told?: Told): Promise<void> {
  await prepare(scene, stage, day, told);
  onDay(day, '16:05');
  await send(scene.players.lead, scene.caseId, stage);
}

/** The approver opens the version last sent. */
export async function openStage(scene: Scene, stage: StageKey, day: string): Promise<void> {
  onDay(day, '09:20');
  await read(scene.players.sponsor, scene.caseId, stage);
}

/** Everyone whose review is asked for, and who has a part, gives it. */
export async function reviewStage(scene: Scene, stage: StageKey, day: string, says: Told['says'] = {}): Promise<void> {
  onDay(day, '11:30');
  const { caseId, players } = scene;
  const { signOff } = (await fileOf(players.sponsor, caseId)).pathway.stages.find((entry) => entry.stage.key === stage)!;
  for (const role of signOff.reviewers) {
    const who = players[role];
    if (!who) throw new Error(`${stage}: nobody plays the ${role} reviewer`);
    const verdict = role === 'staffSide' ? 'statement' : says[role] ? 'supportedWithComments' : 'supported';
    await review(who, caseId, stage, { role, verdict, comment: says[role] ?? SUPPORTS[role] });
  }
}

/** The approver decides; where it must be, the second line assures the decision. */
export async function concludeStage(scene: Scene, stage: StageKey, days: Pick<Days, 'decided' | 'assured'>, decision: Told['decision'] = {}): Promise<void> {
  onDay(days.decided, '14:15');
  await decide(scene.players.sponsor, scene.caseId, stage, { outcome: 'approved', ...decision });
  if (decision.conditions) await agreeWords(scene, stage, days.decided);
  if (!days.assured) return;
  onDay(days.assured, '15:40');
  await assure(scene.players.secondLine!, scene.caseId, stage);
}

/** The team lead agrees the words of each condition, an hour later. */
async function agreeWords({ caseId, players: { lead } }: Scene, stage: StageKey, on: Days['decided']): Promise<void> {
  onDay(on, '15:15');
  const { open } = await conditionsPage(reader(), await fileOf(lead, caseId));
  for (const { id } of open.filter((c) => c.stage.key === stage)) must(await moveCondition(lead, caseId, id, { type: 'agree', note: '' }), 'agree a condition');
}

/** Takes a stage from the first answer to a decision that stands. */
export async function passStage(scene: Scene, stage: StageKey, days: Days, told: Told = {}): Promise<void> {
  await sendStage(scene, stage, days.sent, told);
  await openStage(scene, stage, days.opened);
  await reviewStage(scene, stage, days.reviewed, told.says);
  await concludeStage(scene, stage, days, told.decision);
}

/** Those who judge say that they have no interest in the case. */
export async function declareNoInterest({ caseId, players }: Scene, roles: readonly Role[] = ['sponsor', 'secondLine', 'finance', 'hr', 'quality', 'legal']): Promise<void> {
  for (const who of new Set(roles.flatMap((role) => players[role] ?? []))) {
    must(await declareInterest(who, caseId, { personId: who.id, kind: 'none', detail: '' }), `${who.name} declares no interest`);
  }
}

/** A condition as the approver words it. */
export const condition = (owner: Actor, dueOn: string, blocks: ConditionAsked['blocks'], text: string, evidence: string): ConditionAsked => ({ text, evidence, ownerId: owner.id, dueOn, blocks });
