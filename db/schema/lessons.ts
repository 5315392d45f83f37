import type { Id, Instant } from './kinds.ts';

/** What a team tells other teams. `place` is 1 to 3 among those of its case that stand. */
export interface LessonsTable {
  id: Id;
  case_id: Id;
  place: number;
  title: string;
  happened: string;
  differently: string;
  stage: string; // StageKey
  topic: string; // MentorTopic
  readers: 'everyone' | 'signedIn';
  by: Id;
  at: Instant;
  changed_by: Id | null;
  changed_at: Instant | null;
  withdrawn_by: Id | null;
  withdrawn_at: Instant | null;
  withdrawn_reason: string | null;
  revision: number;
}
