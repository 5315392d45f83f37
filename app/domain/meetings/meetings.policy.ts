import type { Role } from '#workflows/definition.ts';
import { mayLead, TEAM } from '../cases/cases.policy.ts';

const has = (roles: readonly Role[], among: readonly Role[]) => roles.some((role) => among.includes(role));

/** Meetings are between the team and its mentor; who supports or audits the case may look on. */
export const maySeeMeetings = (roles: readonly Role[]): boolean => has(roles, [...TEAM, 'mentor', 'support', 'auditor']);
/** Offering and choosing times, writing down a session: the two sides. */
export const mayMeet = (roles: readonly Role[]): boolean => has(roles, [...TEAM, 'mentor']);
/** Of several mentors each sees their own meetings; everybody else who sees any sees all. */
export const seesMentor = (roles: readonly Role[], me: string, mentorId: string): boolean => me === mentorId || has(roles, [...TEAM, 'support', 'auditor']);

/** What is to be done is ticked off by who does it, or by the team lead. */
export const mayTick = (roles: readonly Role[], me: string, ownerId: string): boolean => me === ownerId || mayLead(roles);

/** Kinds of event that are of no concern to those who do not see meetings. */
export const MEETING_EVENTS = ['meeting.offer', 'meeting.agree', 'meeting.move', 'meeting.cancel', 'session.log', 'action.done', 'week.note'] as const;
