import type { Role } from '#workflows/definition.ts';

/** Roles that judge a case; they may never be held by somebody who was in its team. */
const JUDGING: readonly Role[] = ['sponsor', 'finance', 'hr', 'quality', 'legal', 'secondLine', 'boardMember'];
const TEAM: readonly Role[] = ['lead', 'member', 'adviser', 'mentor'];
/** What each role may invite to a case. Posts outside the case count as their role of the same name. */
const INVITES: Partial<Record<Role, readonly Role[]>> = {
  lead: ['member', 'adviser', 'sponsor', 'mentor', 'staffSide'],
  sponsor: ['sponsor', 'finance', 'hr', 'quality', 'legal', 'secondLine', 'boardMember'],
  support: ['lead', 'member', 'adviser', 'sponsor', 'finance', 'hr', 'quality', 'legal', 'secondLine', 'boardMember', 'staffSide', 'mentor', 'auditor'],
  admin: ['lead', 'sponsor', 'secondLine', 'auditor'],
};

/** Whether someone with these live roles may invite somebody to this role. */
export const mayInviteAs = (roles: readonly Role[], role: Role): boolean =>
  roles.some((held) => INVITES[held]?.includes(role) ?? false);

/** Whether the two roles in one case would make a person judge of their own work. */
export const areApart = (held: Role, wanted: Role): boolean =>
  (TEAM.includes(held) && JUDGING.includes(wanted)) || (JUDGING.includes(held) && TEAM.includes(wanted));

/** Whether the password was given within the last `minutes`, as signing a decision asks; never by a clock that was set back. */
export function provedLately(provedAt: string, now: Date, minutes = 5): boolean {
  const age = now.getTime() - Date.parse(provedAt);
  return age <= minutes * 60_000 && age > -60_000;
}
