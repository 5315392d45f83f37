import type { Role, StageKey } from '#workflows/definition.ts';
import { APPROVING, inTeam, mayEdit, maySeeSubmission, type Standing } from '../cases/cases.policy.ts';

/** Who may see a document: each audience is wider than the one before. */
export const AUDIENCES = [
  ['team', 'The team'],
  ['mentor', 'The team and its mentor'],
  ['reviewers', 'The team, its mentor, and the people who review and decide'],
  ['everyone', 'Everyone in the case'],
] as const;
export type Audience = (typeof AUDIENCES)[number][0];

export const mayAddDocument = (roles: readonly Role[]): boolean => inTeam(roles) || roles.some((role) => APPROVING.includes(role) || role === 'staffSide' || role === 'support');
/** The statement of staff side: words that nobody edits. Staff side alone adds one, and its author alone replaces or withdraws it. */
export const STATEMENT = 'union-statement';
export const mayAddKind = (roles: readonly Role[], kind: string): boolean => kind !== STATEMENT || roles.includes('staffSide');
export const mayChangeDocument = (roles: readonly Role[], own: boolean, kind: string): boolean => (kind === STATEMENT ? own && roles.includes('staffSide') : inTeam(roles) || own);
/** Who decides reads it beside the stage, so it cannot be kept from them. */
export const isTooNarrow = (kind: string, seenBy: Audience): boolean => kind === STATEMENT && (seenBy === 'team' || seenBy === 'mentor');
/** Somebody of the team who may not change answers in a stage adds and replaces no documents there. */
export const isShutOutOf = (roles: readonly Role[], standings: readonly Standing[], stage: string | null): boolean => stage !== null && inTeam(roles) && !mayEdit(roles, standings, stage as StageKey);

interface Seen {
  seen_by: Audience;
  stage: string | null;
  by: string;
  withdrawn_at: string | null;
}

/** Own documents always; what was sent, the readers of a stage it was sent in; otherwise by the audience chosen when it was added, until it is withdrawn. */
export function maySeeDocument(roles: readonly Role[], standings: readonly Standing[], me: string, document: Seen, sentIn: readonly StageKey[]): boolean {
  if (roles.length === 0) return false;
  if (document.by === me || seesEveryDocument(roles)) return true;
  if (sentIn.some((stage) => maySeeSubmission(roles, standings, stage))) return true;
  if (document.seen_by === 'team' || document.withdrawn_at !== null) return false;
  if (document.seen_by === 'everyone') return true;
  if (document.seen_by === 'reviewers' && roles.some((role) => APPROVING.includes(role))) return true;
  return roles.includes('mentor') && document.stage !== null && maySeeSubmission(roles, standings, document.stage as StageKey);
}

/** Who need not be asked about one document after another. */
export const seesEveryDocument = (roles: readonly Role[]): boolean => inTeam(roles) || roles.includes('support') || roles.includes('auditor');
