import type { Day, Id, Instant, Json } from './kinds.ts';

/** An organisation that mentors others, by the closed lists of workflows/mentors. Leaves the directory, never deleted. */
export interface MentorOrganisationsTable {
  organisation_id: Id;
  legal_form: string;
  services_json: Json; // keys
  size: 'under-15' | '15-to-99' | '100-to-499' | '500-or-more';
  region: 'east' | 'london' | 'midlands' | 'north-east' | 'north-west' | 'south-east' | 'south-west';
  spun_out_on: Day | null; // null: it never left a public body
  about: string;
  user_led_at: Instant | null; // set: led by the people it serves, as they say themselves
  left_at: Instant | null;
  revision: number;
  by: Id;
  at: Instant;
}

/** A result the organisation has published, with where it can be read. */
export interface MentorResultsTable {
  id: Id;
  organisation_id: Id;
  words: string;
  link: string;
  published_on: Day;
  by: Id;
  at: Instant;
  withdrawn_at: Instant | null;
  withdrawn_by: Id | null;
}

/** A person who advises teams for a mentor organisation. */
export interface AdvisersTable {
  id: Id;
  person_id: Id; // unique
  organisation_id: Id;
  topics_json: Json; // keys of workflows/mentor-topics
  places: number; // teams they can help at once
  hours_a_month: number;
  meets: 'both' | 'remote' | 'visit';
  free_from_on: Day | null;
  away_at: Instant | null; // set: takes no requests for now
  ambassador_at: Instant | null; // set: helps voluntary and user-led groups find their way
  about: string;
  left_at: Instant | null;
  revision: number;
  by: Id;
  at: Instant;
}

/** What stands between a mentor organisation, or one adviser, and a case or everything a body decides on. */
export interface MentorConflictsTable {
  id: Id;
  organisation_id: Id | null;
  adviser_id: Id | null;
  kind: 'bids' | 'competes' | 'works-for' | 'family' | 'other';
  case_id: Id | null;
  body_id: Id | null;
  detail: string;
  by: Id;
  at: Instant;
  ended_at: Instant | null;
  ended_by: Id | null;
}

/** What a team asks a mentor for; one a case, as it stands now. */
export interface MentorNeedsTable {
  case_id: Id;
  topics_json: Json;
  services_json: Json;
  size: MentorOrganisationsTable['size'] | null;
  legal_form: string | null;
  region: MentorOrganisationsTable['region'] | null;
  stuck: string;
  tried: string;
  often: 'weekly' | 'fortnightly' | 'monthly' | 'when-needed';
  revision: number;
  by: Id;
  at: Instant;
}

/** One adviser for one case, from the team's choice to the end. */
export interface MentoringsTable {
  id: Id;
  case_id: Id;
  adviser_id: Id;
  machine_version: number;
  state: string;
  revision: number;
  rank: number; // 1: asked first
  reply_days: number;
  chosen_by: Id;
  chosen_at: Instant;
  by_hand_at: Instant | null; // set: matched by the support unit
  asked_at: Instant | null;
  reply_by_on: Day | null;
  replied_at: Instant | null;
  membership_id: Id | null; // the part the mentor has in the case
  team_goes_on_at: Instant | null;
  mentor_goes_on_at: Instant | null;
  words: string; // why not, why passed over, what was said at the end
  outcome: 'done' | 'partly' | 'not-a-fit' | 'no-time' | 'changed' | null;
  over_by: Id | null;
  over_at: Instant | null;
}

/** What each side says once it is over. */
export interface MentoringFeedbackTable {
  id: Id;
  mentoring_id: Id;
  side: 'team' | 'mentor';
  helped: 'a-lot' | 'some' | 'little';
  words: string;
  by: Id;
  at: Instant;
}

/** What a match is judged by, as the support unit last set it. */
export interface MatchWeightsTable {
  id: Id;
  weights_json: Json;
  by: Id;
  at: Instant;
}
