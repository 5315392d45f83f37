import type { Role, StageKey } from '#workflows/definition.ts';
import type { Turn } from '#workflows/turn.ts';

/** One person's standing in one case, past and present. Types only: rows become this in case-file.server.ts. */
export interface Standing {
  role: Role;
  from: string;
  until: string | null;
  /** Mentor: the stages shared with them today; null: all that the role sees. */
  stages: readonly StageKey[] | null;
  /** Member or adviser: what they may do in stages where it is less than to edit. */
  access?: Access | null;
}
export const LEVELS = ['edit', 'comment', 'view'] as const;
export type Level = (typeof LEVELS)[number];
export const LEVEL_WORDS: Readonly<Record<Level, string>> = { edit: 'Change answers', comment: 'Comment, and suggest words', view: 'Read only' };
export type Access = Partial<Record<StageKey, Level>>;
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
/** What a person of the team may do in one stage, by the widest of their parts: the lead edits everywhere, and so does who was limited nowhere. */
export function levelIn(standings: readonly Standing[], stage: StageKey): Level | null {
  const levels = standings.filter((s) => s.until === null && TEAM.includes(s.role)).map((s) => (s.role === 'lead' ? 'edit' : (s.access?.[stage] ?? 'edit')));
  return LEVELS.find((level) => levels.includes(level)) ?? null;
}
/** Parts that may be limited stage by stage. */
export const hasAccess = (role: string): boolean => role === 'member' || role === 'adviser';
/** Only what is less than to edit is kept; null: nothing is. */
export function limitsOf(access: Access): Access | null {
  const limits = Object.entries(access).filter(([, level]) => level !== 'edit');
  return limits.length ? (Object.fromEntries(limits) as Access) : null;
}
/** Changing what the team wrote: with a stage named, the answers and documents of that stage. */
export const mayEdit = (roles: readonly Role[], standings: readonly Standing[] = [], stage?: StageKey): boolean => has(roles, TEAM) && (stage === undefined || levelIn(standings, stage) === 'edit');
/** Sending, taking back, pausing and withdrawing are the lead's. */
export const mayLead = (roles: readonly Role[]): boolean => roles.includes('lead');
export const mayInvite = (roles: readonly Role[]): boolean => has(roles, ['lead', 'support']);
export const mayReview = (roles: readonly Role[], reviewers: readonly string[]): boolean => roles.some((role) => reviewers.includes(role));
export const mayDecide = (roles: readonly Role[]): boolean => roles.includes('sponsor');
export const mayAssure = (roles: readonly Role[]): boolean => roles.includes('secondLine');
/** Whether somebody in these roles is who must act when it is this side's turn. */
export const holdsTurn = (turn: Turn, roles: readonly Role[]): boolean => ({ team: inTeam, approver: mayDecide, secondLine: mayAssure, nobody: () => false })[turn](roles);
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
  if (has(roles, [...TEAM, ...APPROVING, 'boardMember', 'support', 'auditor'])) return true;
  if (roles.includes('staffSide') && stage === 'workforce') return true;
  return sharedWith(standings, stage);
}

/** Reviewers' notes: never the team before they are sent, never a mentor. */
export const maySeeReviews = (roles: readonly Role[]): boolean => has(roles, [...TEAM, ...APPROVING, 'boardMember', 'support', 'auditor']);

/** A mentor and nothing more: no reviewer's words are for them, wherever they stand. */
export const isOnlyMentor = (roles: readonly Role[]): boolean => roles.includes('mentor') && !maySeeReviews(roles);

/** Stages in which benefits are promised, put into the contract and judged. */
const OF_BENEFITS: readonly StageKey[] = ['proposal', 'business-case', 'contract', 'review'];
/** Promised benefits: everyone in the case but staff side, whose part is the workforce stage, and a mentor with whom no stage about them is shared. */
export const maySeeBenefits = (roles: readonly Role[], standings: readonly Standing[]): boolean =>
  has(roles, [...TEAM, ...APPROVING, 'boardMember', 'support', 'auditor']) || OF_BENEFITS.some((stage) => sharedWith(standings, stage));

/** Early warnings: both sides of the contract, support and audit; never a mentor. */
export const maySeeAlerts = (roles: readonly Role[]): boolean => has(roles, [...TEAM, ...APPROVING, 'support', 'auditor']);
export const mayCloseAlert = (roles: readonly Role[], exclusion: string | null): boolean => exclusion === null && has(roles, ['sponsor', 'secondLine', 'finance', 'quality']);

/** Whether a stage is theirs to read only because it is shared with them as a mentor. */
export const readsAsMentor = (roles: readonly Role[], standings: readonly Standing[], stage: StageKey): boolean => sharedWith(standings, stage) && !maySeeSubmission(roles, [], stage);

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
