import type { Role } from '#workflows/definition.ts';
import { TEAM } from '../cases/cases.policy.ts';

/** A ballot of staff is between the team and staff side; who supports or audits the case may look on. Its approver reads the answer. */
export const maySeeBallots = (roles: readonly Role[]): boolean => roles.some((role) => [...TEAM, 'staffSide', 'support', 'auditor'].includes(role));

/** Kinds of event that are of no concern to those who do not see ballots. None of them tells of a single vote: nothing is kept of one. */
export const BALLOT_EVENTS = ['ballot.setUp', 'ballot.open', 'ballot.remind', 'ballot.close', 'ballot.cancel', 'ballot.use'] as const;
