import type { Role } from '#workflows/definition.ts';
import { APPROVING } from '../cases/cases.policy.ts';

export const COMMENT_KINDS = {
  question: { title: 'Question', hint: 'You want to know something' },
  suggestion: { title: 'Suggestion', hint: 'You offer other words; the team chooses' },
  mustChange: { title: 'Must change', hint: 'The team must say what it changed before it can send again' },
} as const;
export type CommentKind = keyof typeof COMMENT_KINDS;

/** The kinds this reader may leave, none for who only reads: only the approver's side, while it may judge, asks for a change that must be made. */
export const kindsFor = (roles: readonly Role[], excluded: boolean): CommentKind[] => {
  if (!mayComment(roles)) return [];
  return !excluded && roles.some((role) => APPROVING.includes(role)) ? ['question', 'suggestion', 'mustChange'] : ['question', 'suggestion'];
};

/** Whoever works on the case or judges it may comment on what they read; an auditor only reads. */
export const mayComment = (roles: readonly Role[]): boolean => roles.some((role) => role !== 'auditor' && role !== 'admin');
