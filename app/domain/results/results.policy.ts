import type { Role } from '#workflows/definition.ts';
import { mayEdit, mayRecordResult } from '../cases/cases.policy.ts';

const CHECKING: readonly Role[] = ['sponsor', 'finance', 'quality', 'legal'];

/** One person before the results of one benefit. */
interface Before {
  me: string;
  roles: readonly Role[];
  /** Why they can never decide; null when they can. */
  exclusion: string | null;
}

/** The other side checks: the benefit's owner for the commissioner and the approver's side, never anyone shut out. */
export const mayCheckResults = ({ me, roles, exclusion }: Before, commissionerOwner: string | null): boolean =>
  exclusion === null && roles.length > 0 && (commissionerOwner === me || roles.some((role) => CHECKING.includes(role)));

/** Nobody confirms or queries a result of their own. */
export const mayCheckResult = (who: Before, commissionerOwner: string | null, recordedBy: string): boolean => recordedBy !== who.me && mayCheckResults(who, commissionerOwner);

/** Whoever recorded it, the person named to record, and the team. */
export const mayAnswerCheck = ({ me, roles }: Before, recorder: string | null, recordedBy: string): boolean => roles.length > 0 && (recordedBy === me || mayRecordResult(roles, me, recorder));

/** Results that come many at once: the team, and those who record at least one benefit. */
export const mayImportResults = ({ me, roles }: Before, recorders: readonly (string | null)[]): boolean => mayEdit(roles) || (roles.length > 0 && recorders.includes(me));

/** Which results are sampled concerns those who check, and those who oversee. */
export const maySeeSample = (who: Before, commissionerOwners: readonly (string | null)[]): boolean =>
  who.roles.some((role) => role === 'support' || role === 'auditor') || mayCheckResults(who, commissionerOwners.find((owner) => owner === who.me) ?? null);
