import { hasTag } from './decide.ts';

/** Who must act next on a stage. A comment never moves it: it follows from the states alone. */
export type Turn = 'team' | 'approver' | 'secondLine' | 'nobody';

/** The turn of one stage in a case that is at `caseState`. Nobody's while the case stands still or has ended. */
export function turnOf(caseState: string, stageState: string): Turn {
  if (hasTag('case', caseState, 'standing') || hasTag('case', caseState, 'ended')) return 'nobody';
  if (hasTag('stage', stageState, 'team')) return 'team';
  if (hasTag('stage', stageState, 'approver')) return 'approver';
  if (hasTag('stage', stageState, 'secondLine')) return 'secondLine';
  return 'nobody';
}

/** Whose turn one condition is. */
export function conditionTurn(state: string): 'lead' | 'owner' | 'verifier' | 'nobody' {
  if (hasTag('condition', state, 'lead')) return 'lead';
  if (hasTag('condition', state, 'owner')) return 'owner';
  return hasTag('condition', state, 'verifier') ? 'verifier' : 'nobody';
}
