import type { Role } from '#workflows/definition.ts';
import type { CaseFile } from '../cases/case-file.server.ts';

/** What each specialist review is called. Staff side files a statement, attached unedited. */
export const REVIEW_TITLES = {
  finance: 'Finance review',
  hr: 'Workforce review',
  quality: 'Clinical quality review',
  legal: 'Legal and procurement review',
  support: 'Support unit check',
  staffSide: 'Staff side statement',
} as const;

export const VERDICT_TITLES = {
  supported: 'Supported',
  supportedWithComments: 'Supported with comments',
  notSupported: 'Not supported',
  statement: 'Statement filed',
} as const;

/** The roles that say whether they have an interest before they read, as the sign-off pages ask. */
const ASKED: readonly Role[] = ['sponsor', 'secondLine', 'finance', 'hr', 'quality', 'legal', 'boardMember'];

/** Whether a person must first declare their interests: they judge, are not shut out already, and have not said. */
export const asksInterest = ({ actor, roles, exclusion, interests }: Pick<CaseFile, 'actor' | 'roles' | 'exclusion' | 'interests'>): boolean =>
  exclusion === null && roles.some((role) => ASKED.includes(role)) && !interests.some((i) => i.person_id === actor.id);
