import { CONFLICT_KINDS } from '#workflows/mentor-conflicts.ts';
import type { Actor } from '../people/actor.server.ts';

/** The directory of mentors, its advisers and how matches are weighed are kept by the support unit. */
export const mayKeepMentors = ({ posts }: Pick<Actor, 'posts'>): boolean => posts.includes('support');
/** Auditors read what the support unit works with. */
export const maySeeQueue = ({ posts }: Pick<Actor, 'posts'>): boolean => posts.includes('support') || posts.includes('auditor');

export const conflictTitle = (kind: string): string => CONFLICT_KINDS.find(({ key }) => key === kind)?.title ?? kind;
