import { hasTag, statesOf, transitionsOf } from '#workflows/decide.ts';
import type { Role } from '#workflows/definition.ts';
import type { MentoringFacts } from '#workflows/facts.ts';
import { inTeam, mayLead } from '../cases/cases.policy.ts';
import { MOVES, type Move } from './mentoring-words.ts';

/** Who looks for a mentor, chooses and takes back: the team lead, or the support unit for them. */
export const maySeekMentor = (roles: readonly Role[]): boolean => mayLead(roles) || roles.includes('support');
/** How a team looks for a mentor is its own matter: never shown to those who judge it. A mentor sees what is theirs. */
export const maySeeMentoring = (roles: readonly Role[]): boolean => inTeam(roles) || roles.some((role) => role === 'support' || role === 'auditor' || role === 'mentor');
export const maySeeSearch = (roles: readonly Role[]): boolean => inTeam(roles) || roles.includes('support') || roles.includes('auditor');

/** States in which an adviser has given a place to a team. */
export const AGREED = statesOf('mentoring').filter((state) => hasTag('mentoring', state, 'agreed'));

type Side = MentoringFacts['side'];
const BY: Readonly<Record<Move, readonly Side[]>> = {
  withdraw: ['team', 'support'], begin: ['team', 'mentor'], goOn: ['team', 'mentor'], pause: ['team', 'mentor'], resume: ['team', 'mentor'], end: ['team', 'mentor', 'support'],
};
/** The moves this side may make from a state. */
export const movesFrom = (state: string, side: Side): Move[] => MOVES.filter((move) => BY[move].includes(side) && transitionsOf('mentoring', state, move).length > 0);
