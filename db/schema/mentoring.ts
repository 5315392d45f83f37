import type { Day, Id, Instant } from './kinds.ts';

/** A day on which a mentor read a stage that is shared with them. */
export interface SharedReadingsTable {
  membership_id: Id;
  stage: string; // StageKey
  read_on: Day;
  at: Instant;
}

/** A meeting of a team and its mentor. Times are offered in rounds; the other side chooses one of the last round. */
export interface MeetingsTable {
  id: Id;
  case_id: Id;
  mentor_id: Id;
  with_id: Id; // who meets them for the team
  topic: string; // MentorTopic
  place: string;
  minutes: number;
  state: 'offered' | 'agreed' | 'cancelled';
  round: number;
  offered_by: Id;
  awaits_id: Id; // offered: who is to choose
  starts_at: Instant | null;
  ends_at: Instant | null;
  reason: string; // of the last move or the end
  at: Instant;
  changed_at: Instant;
  revision: number;
}

export interface MeetingSlotsTable {
  meeting_id: Id;
  round: number;
  number: number;
  starts_at: Instant;
}

/** A session that took place. `private_note` is read by the mentor and nobody else. */
export interface MentorSessionsTable {
  id: Id;
  case_id: Id;
  mentor_id: Id;
  meeting_id: Id | null;
  met_on: Day;
  topic: string;
  minutes: number;
  advice: string;
  private_note: string;
  by: Id;
  at: Instant;
}

/** What somebody is to do after a session. */
export interface MentorActionsTable {
  id: Id;
  session_id: Id;
  case_id: Id;
  text: string;
  owner_id: Id;
  due_on: Day;
  done_by: Id | null;
  done_at: Instant | null;
}

/** What a mentor says of a stage to its approver; the team reads it too. A later one takes the place of the one before. */
export interface MentorNotesTable {
  id: Id;
  case_id: Id;
  stage: string; // StageKey
  mentor_id: Id;
  text: string;
  at: Instant;
  withdrawn_at: Instant | null;
}

/** A secret address that a calendar reads, of all a person's cases or of one. */
export interface CalendarFeedsTable {
  id: Id;
  person_id: Id;
  case_id: Id | null; // null: all their cases
  secret_hash: string;
  at: Instant;
  revoked_at: Instant | null;
}
