import type { Role, StageKey } from '#workflows/definition.ts';
import { APPROVING, inTeam, levelIn, type Standing } from '../cases/cases.policy.ts';
import type { Audience, CommentKind } from '#workflows/comments.ts';

/** The kinds this reader may leave, none for who only reads: only the approver's side, while it may judge, asks for a change that must be made. */
export const kindsFor = (roles: readonly Role[], excluded: boolean): CommentKind[] => {
  if (!mayComment(roles)) return [];
  return isJudging(roles, excluded) ? ['question', 'suggestion', 'mustChange'] : ['question', 'suggestion'];
};

/** Whoever works on the case or judges it may comment on what they read; an auditor only reads, and a board member says what they think in their view. */
export const mayComment = (roles: readonly Role[]): boolean => roles.some((role) => role !== 'auditor' && role !== 'admin' && role !== 'boardMember');

/** The same in one stage: somebody of the team who only reads it leaves no comment there. */
export const mayCommentIn = (roles: readonly Role[], standings: readonly Standing[], stage: StageKey): boolean => mayComment(roles) && !(inTeam(roles) && levelIn(standings, stage) === 'view');
export const READS_ONLY = 'You can read this stage but not comment on it. The team lead can change that';

/** On the approver's side, and free to judge: their comments wait as drafts for their review or decision. */
export const isJudging = (roles: readonly Role[], excluded: boolean): boolean => !excluded && roles.some((role) => APPROVING.includes(role));

/** Whom this writer may speak to, the usual first. What judges say is for the team and each other, never for the mentor. */
export function audiencesFor(roles: readonly Role[]): [Audience, ...Audience[]] {
  if (inTeam(roles)) return ['team', 'mentor', 'reviewers'];
  return roles.some((role) => APPROVING.includes(role)) ? ['reviewers'] : ['mentor'];
}

const AMONG_MENTORS: readonly Role[] = ['mentor', 'support', 'auditor'];
const AMONG_REVIEWERS: readonly Role[] = [...APPROVING, 'boardMember', 'staffSide', 'support', 'auditor'];

/** The audiences this reader belongs to. What the team says among itself is the team's alone. */
export function audiencesOf(roles: readonly Role[]): Audience[] {
  if (inTeam(roles)) return ['team', 'mentor', 'reviewers'];
  const among = (some: readonly Role[]) => roles.some((role) => some.includes(role));
  return [...(among(AMONG_MENTORS) ? ['mentor' as const] : []), ...(among(AMONG_REVIEWERS) ? ['reviewers' as const] : [])];
}

interface Asked {
  kind: CommentKind;
  audience: Audience;
  /** Its writer is in the team. */
  fromTeam: boolean;
}

/** The team answers what it is asked, and alone says what it changed; a mentor or a judge answers what the team asks them. */
export function mayAnswer(roles: readonly Role[], { kind, audience, fromTeam }: Asked): boolean {
  if (inTeam(roles)) return true;
  if (kind === 'mustChange' || !fromTeam || !mayComment(roles)) return false;
  return audience === 'mentor' ? roles.includes('mentor') || roles.includes('support') : roles.some((role) => APPROVING.includes(role));
}

/** Who opened a comment settles it, or the approver; the team lead, once its writer has left the case. */
export const maySettle = (roles: readonly Role[], own: boolean, writerLeft: boolean): boolean => own || roles.includes('sponsor') || (writerLeft && roles.includes('lead'));
