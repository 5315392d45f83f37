import type { Role } from '#workflows/definition.ts';
import type { Actor } from '../people/actor.server.ts';

/** The commissioner's people: in the programme they see the cases in which they hold one of these roles. */
export const PROGRAMME_ROLES: readonly Role[] = ['sponsor', 'finance', 'legal', 'quality', 'secondLine'];

export const isProgrammeRole = (role: string): boolean => (PROGRAMME_ROLES as readonly string[]).includes(role);

/** The support unit and auditors see the whole programme. */
export const seesWholeProgramme = ({ posts }: Pick<Actor, 'posts'>): boolean => posts.includes('support') || posts.includes('auditor');

/** What the programme is for, and its figures, are set by the support unit alone. */
export const maySetProgramme = ({ posts }: Pick<Actor, 'posts'>): boolean => posts.includes('support');

/** Which objectives a case serves is said by its lead or by the support unit. */
export const mayTagCase = (roles: readonly Role[]): boolean => roles.includes('lead') || roles.includes('support');
