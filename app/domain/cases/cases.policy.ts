import type { Role, StageKey } from '#workflows/definition.ts';

/** One person's standing in one case, past and present. Types only: rows become this in case-file.server.ts. */
export interface Standing {
  role: Role;
  from: string;
  until: string | null;
  /** Mentor: the stages shared with them; null: all that the role sees. */
  stages: readonly StageKey[] | null;
}
export interface Interest {
  kind: 'director' | 'shareholder' | 'employee' | 'other' | 'none';
  at: string;
}

export const TEAM: readonly Role[] = ['lead', 'member', 'adviser'];
/** Who may never review or decide, however long ago they left. */
export const SHUT_OUT: readonly Role[] = [...TEAM, 'mentor'];
export const REVIEWERS: readonly Role[] = ['finance', 'hr', 'quality', 'legal', 'support', 'staffSide'];
export const APPROVING: readonly Role[] = ['sponsor', 'secondLine', 'finance', 'hr', 'quality', 'legal'];

const has = (roles: readonly Role[], among: readonly Role[]) => roles.some((role) => among.includes(role));

export const inTeam = (roles: readonly Role[]): boolean => has(roles, TEAM);
export const mayEdit = (roles: readonly Role[]): boolean => has(roles, TEAM);
/** Sending, taking back, pausing and withdrawing are the lead's. */
export const mayLead = (roles: readonly Role[]): boolean => roles.includes('lead');
export const mayInvite = (roles: readonly Role[]): boolean => has(roles, ['lead', 'support']);
export const mayReview = (roles: readonly Role[], reviewers: readonly string[]): boolean => roles.some((role) => reviewers.includes(role));
export const mayDecide = (roles: readonly Role[]): boolean => roles.includes('sponsor');
export const mayAssure = (roles: readonly Role[]): boolean => roles.includes('secondLine');
export const mayFreeze = (roles: readonly Role[]): boolean => has(roles, ['legal', 'secondLine']);
/** To leave a promise out of the contract is agreed by the commissioner's side, never by anyone shut out of deciding. */
export const mayAgreeLeavingOut = (roles: readonly Role[], exclusion: string | null): boolean => exclusion === null && has(roles, ['sponsor', 'finance', 'legal']);
export const mayRecordResult = (roles: readonly Role[], personId: string, recorderId: string | null): boolean => mayEdit(roles) || recorderId === personId;
export const maySettleBenefit = (roles: readonly Role[]): boolean => has(roles, ['lead', 'sponsor', 'finance', 'legal']);

/** Drafts are the team's until sent; its mentor reads the stages shared, support and audit read all. */
export function maySeeDraft(roles: readonly Role[], standings: readonly Standing[], stage: StageKey): boolean {
  if (has(roles, [...TEAM, 'support', 'auditor'])) return true;
  return sharedWith(standings, stage);
}

/** The frozen versions of a stage: everyone in the case but a mentor it is not shared with, and staff side beyond workforce. */
export function maySeeSubmission(roles: readonly Role[], standings: readonly Standing[], stage: StageKey): boolean {
  if (has(roles, [...TEAM, ...APPROVING, 'support', 'auditor'])) return true;
  if (roles.includes('staffSide') && stage === 'workforce') return true;
  return sharedWith(standings, stage);
}

/** Reviewers' notes: never the team before they are sent, never a mentor. */
export const maySeeReviews = (roles: readonly Role[]): boolean => has(roles, [...TEAM, ...APPROVING, 'support', 'auditor']);

/** Promised benefits: everyone in the case but staff side, whose part is the workforce stage. */
export const maySeeBenefits = (roles: readonly Role[]): boolean => has(roles, [...TEAM, ...APPROVING, 'support', 'auditor', 'mentor']);

/** Early warnings: both sides of the contract, support and audit; never a mentor. */
export const maySeeAlerts = (roles: readonly Role[]): boolean => has(roles, [...TEAM, ...APPROVING, 'support', 'auditor']);
export const mayCloseAlert = (roles: readonly Role[], exclusion: string | null): boolean => exclusion === null && has(roles, ['sponsor', 'secondLine', 'finance', 'quality']);

const sharedWith = (standings: readonly Standing[], stage: StageKey) =>
  standings.some((s) => s.role === 'mentor' && s.until === null && (s.stages?.includes(stage) ?? false));

/** Why a person can never review or decide this case, in a sentence for them; null when they can. */
export function exclusionOf(standings: readonly Standing[], interests: readonly Interest[], dayInWords: (at: string) => string): string | null {
  const barred = standings.find((s) => SHUT_OUT.includes(s.role));
  if (barred) {
    const what = barred.role === 'mentor' ? "this team's mentor" : 'in this team';
    return barred.until ? `You cannot decide: you were ${what} until ${dayInWords(barred.until)}` : `You cannot decide: you are ${what}`;
  }
  const interest = interests.find((i) => i.kind === 'director' || i.kind === 'shareholder' || i.kind === 'employee');
  if (!interest) return null;
  const what = { director: 'a prospective director', shareholder: 'a prospective shareholder', employee: 'a prospective employee' }[interest.kind as 'director'];
  return `You cannot decide: you were declared ${what} of the new organisation on ${dayInWords(interest.at)}`;
}
