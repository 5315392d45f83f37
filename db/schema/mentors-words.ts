import type { Day, Id, Instant } from './kinds.ts';

/** A mentor's answer in words without names. It is published once the mentor and a team lead have both agreed, and until one of them no longer does. */
export interface SharedGuidanceTable {
  id: Id;
  case_id: Id;
  comment_id: Id;
  question: string;
  stage: string; // StageKey
  topic: string; // key of a page of guidance
  title: string;
  text: string;
  mentor_id: Id;
  by: Id;
  at: Instant;
  mentor_agreed_at: Instant | null;
  lead_agreed_at: Instant | null;
  lead_agreed_by: Id | null;
  published_at: Instant | null;
  ended_at: Instant | null;
  ended_by: Id | null;
  outcome: 'refused' | 'takenBack' | 'withdrawn' | null;
}

/** What a mentor says of one week with a team. */
export interface MentorWeeksTable {
  id: Id;
  case_id: Id;
  mentor_id: Id;
  week_on: Day; // its Monday
  moved: string;
  stuck: string;
  next: string;
  at: Instant;
}
