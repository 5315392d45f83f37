import type { Role, StageKey } from '#workflows/definition.ts';
import type { ConditionFacts } from '#workflows/facts.ts';
import { conditionGuards } from '#workflows/guards.ts';
import { APPROVING, maySeeSubmission, TEAM, type Standing } from '../cases/cases.policy.ts';

/** Conditions are for those who work on the case or judge it, for whoever must meet them, and for a mentor or staff side where they see the stage. */
export const maySeeCondition = (roles: readonly Role[], standings: readonly Standing[], me: string, condition: { owner_id: string; stage: string }): boolean =>
  condition.owner_id === me || roles.some((role) => TEAM.includes(role) || APPROVING.includes(role) || role === 'support' || role === 'auditor') || maySeeSubmission(roles, standings, condition.stage as StageKey);

/** What can be done to a condition, in the order it is offered. `asks`: what its form asks for. */
export const CONDITION_MOVES = [
  { type: 'agree', title: 'Agree these words', hint: 'The condition binds from then on', past: 'Words agreed', asks: 'optional' },
  { type: 'askWords', title: 'Ask for other words', hint: 'Say what you would agree to, and why. The approver answers', past: 'Other words asked for', asks: 'words' },
  { type: 'takeWords', title: 'Take their words', hint: 'The condition binds in the words the team asked for', past: "The team's words taken", asks: 'optional' },
  { type: 'keepWords', title: 'Keep the words as they were', hint: 'Say why. The team is asked again', past: 'Words kept', asks: 'note' },
  { type: 'sendEvidence', title: 'Send your evidence', hint: 'Say what shows that the condition is met, or add a document first', past: 'Evidence sent', asks: 'note' },
  { type: 'verify', title: 'It is met', hint: 'You have looked at the evidence and the condition is met', past: 'Checked and met', asks: 'optional' },
  { type: 'sendBack', title: 'Send it back', hint: 'The evidence does not show it yet. Say what is missing', past: 'Evidence sent back', asks: 'note' },
  { type: 'extend', title: 'Give more time', hint: 'Set a new date and say why', past: 'More time given', asks: 'date' },
  { type: 'waive', title: 'Waive it', hint: 'It is no longer asked for. Say why', past: 'Waived', asks: 'note' },
  { type: 'fail', title: 'Record that it is not met', hint: 'Say why', past: 'Not met', asks: 'note' },
  { type: 'reopen', title: 'Open it again', hint: 'Say why', past: 'Opened again', asks: 'note' },
] as const;
export type MoveType = (typeof CONDITION_MOVES)[number]['type'];

/** What a condition says today: the words both sides agreed, else those of the decision. */
export const wordsOf = ({ words, text }: { words: string | null; text: string }): string => words ?? text;

/** Why this person may not make a move, in a sentence; null when they may. Whether the condition can take it is for the law. */
export function whyNotMove(type: MoveType, facts: ConditionFacts): string | null {
  const asked = type === 'sendEvidence' ? (['isOwner'] as const) : type === 'agree' || type === 'askWords' ? (['isTeamLead'] as const) : (['isVerifier', 'isNotOwner', 'isIndependent'] as const);
  const says = asked.map((name) => conditionGuards[name]).find((guard) => !guard.test(facts));
  return says ? says.sentence(facts) : null;
}
