import type { Role } from '#workflows/definition.ts';

/** A copy of the whole case holds what every side wrote in confidence: for the support unit and audit. */
export const mayTakeCopy = (roles: readonly Role[]): boolean => roles.some((role) => role === 'support' || role === 'auditor');
