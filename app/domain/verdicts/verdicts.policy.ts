import type { Role } from '#workflows/definition.ts';
import { mayEdit } from '../cases/cases.policy.ts';

/** Who may judge what came of a promise: the approver's side. */
export const JUDGES: readonly Role[] = ['sponsor', 'secondLine', 'quality', 'finance', 'legal'];
export const mayJudge = (roles: readonly Role[]): boolean => roles.some((role) => JUDGES.includes(role));

interface Bearing {
  personId: string;
  /** Everybody who ever recorded one of its results, corrected ones too. */
  recordedBy: readonly string[];
  recorderId: string | null;
  providerOwnerId: string | null;
  /** Why the person can decide nothing in the case; null when they can. */
  exclusion: string | null;
}

/** Why this person can never judge this benefit, in a sentence for them; null when they can. */
export function whyNotJudge({ personId, recordedBy, recorderId, providerOwnerId, exclusion }: Bearing): string | null {
  if (exclusion) return exclusion.replace('You cannot decide', 'You cannot judge this');
  if (recordedBy.includes(personId)) return 'You cannot judge this: you recorded its results';
  if (recorderId === personId) return 'You cannot judge this: you are named to record its results';
  return providerOwnerId === personId ? 'You cannot judge this: you own it for the provider' : null;
}

/** Evidence in words comes from the team and whoever records the results. */
export const mayTell = (roles: readonly Role[], personId: string, recorderId: string | null): boolean => mayEdit(roles) || recorderId === personId;
/** Whoever gave a story may change their mind at any time, and tells somebody in the case. */
export const mayWithdrawStory = (roles: readonly Role[], personId: string, by: string): boolean => mayEdit(roles) || roles.includes('support') || by === personId;
