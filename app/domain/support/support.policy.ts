import type { Role } from '#workflows/definition.ts';

/** What help a case is given, and what it cost: the support unit's to enter, the team lead's and an auditor's to read. */
export const maySeeSupport = (roles: readonly Role[]): boolean => roles.some((role) => role === 'lead' || role === 'support' || role === 'auditor');
export const mayGiveSupport = (roles: readonly Role[]): boolean => roles.includes('support');

/** Kinds of event of no concern to those who do not see it. */
export const SUPPORT_EVENTS = ['package.give', 'help.buy', 'help.withdraw'] as const;
