import type { ConditionRow } from '#app/domain/conditions/conditions-page.server.ts';

/** Whose turn a condition is, in the words of the turn line. */
export function whoseTurn({ whose, owner, verifier }: Pick<ConditionRow, 'whose' | 'owner' | 'verifier'>): string {
  if (whose === 'you') return 'Your turn.';
  if (whose === 'owner') return `With ${owner}, to send evidence.`;
  return whose === 'verifier' ? `With ${verifier}, to check.` : "Nobody's turn.";
}
