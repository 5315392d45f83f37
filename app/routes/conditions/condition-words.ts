import type { ConditionRow } from '#app/domain/conditions/conditions-page.server.ts';

/** Whose turn a condition is, in the words of the turn line. */
export function whoseTurn({ whose, owner, verifier, offered }: Pick<ConditionRow, 'whose' | 'owner' | 'verifier' | 'offered'>): string {
  if (whose === 'you') return 'Your turn.';
  if (whose === 'lead') return 'With the team lead, to agree the words.';
  if (whose === 'owner') return `With ${owner}, to send evidence.`;
  return whose === 'verifier' ? `With ${verifier}, to ${offered === null ? 'check' : 'answer about the words'}.` : "Nobody's turn.";
}
