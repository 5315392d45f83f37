import type { Role, StageKey } from '#workflows/definition.ts';
import { APPROVING, inTeam, maySeeSubmission, type Standing } from '../cases/cases.policy.ts';

/** Who may see a document: each audience is wider than the one before. */
export const AUDIENCES = [
  ['team', 'The team'],
  ['mentor', 'The team and its mentor'],
  ['reviewers', 'The team and the people who review and decide'],
  ['everyone', 'Everyone in the case'],
] as const;
export type Audience = (typeof AUDIENCES)[number][0];

export const mayAddDocument = (roles: readonly Role[]): boolean => inTeam(roles) || roles.some((role) => APPROVING.includes(role) || role === 'staffSide' || role === 'support');
export const mayChangeDocument = (roles: readonly Role[], own: boolean): boolean => inTeam(roles) || own;

interface Seen {
  seen_by: Audience;
  stage: string | null;
  by: string;
}

/** Own documents always; what was sent in a version, its readers; otherwise by the audience chosen when it was added. */
export function maySeeDocument(roles: readonly Role[], standings: readonly Standing[], me: string, document: Seen, wasSent: boolean): boolean {
  if (document.by === me || inTeam(roles) || roles.includes('support') || roles.includes('auditor')) return true;
  if (wasSent && document.stage !== null && maySeeSubmission(roles, standings, document.stage as StageKey)) return true;
  if (document.seen_by === 'everyone') return roles.length > 0;
  if (document.seen_by === 'reviewers') return roles.some((role) => APPROVING.includes(role));
  return document.seen_by === 'mentor' && roles.includes('mentor') && document.stage !== null && maySeeSubmission(roles, standings, document.stage as StageKey);
}
