import type { Role } from '#workflows/definition.ts';
import { mayLead } from '../cases/cases.policy.ts';

/** The lead gives any section to anybody in the team; others take one that is free, or give up their own. */
export function mayGive(roles: readonly Role[], me: string, from: string | null, to: string | null): boolean {
  if (mayLead(roles)) return true;
  return from === me || (from === null && to === me);
}
