import type { Day, Id, Instant, Json } from './kinds.ts';

export interface PathwayVersionsTable {
  key: string;
  version: number;
  definition_json: Json;
  released_at: Instant;
}

export interface CasesTable {
  id: Id;
  reference: string; // "SW-0042", unique
  title: string;
  summary: string;
  pathway: string;
  pathway_version: number;
  parent_id: Id | null; // organisation
  commissioner_id: Id | null;
  machine_version: number;
  state: string;
  revision: number;
  short_form_at: Instant | null; // small team: set when the thresholds were met at the time the business case opened
  shown_as: 'real' | 'illustrative' | 'example'; // illustrative: from published sources; example: invented
  transfer_on: Day | null;
  live_on: Day | null;
  created_by: Id;
  created_at: Instant;
}

/** A person's role in one case. Ended, never deleted: who ever was in the team can never decide. */
export interface MembershipsTable {
  id: Id;
  case_id: Id;
  person_id: Id;
  role: string; // Role of workflows/definition
  organisation_id: Id | null; // for whom they act
  stages_json: Json | null; // mentor: the stages shared with them; null: all their role sees
  invited_by: Id;
  from_at: Instant;
  until_at: Instant | null;
  shared_until_on: Day | null; // mentor: the last day of what is shared; null: none was set
  access_json: Json | null; // member, adviser: stages where they only comment or read; null: they edit all
}

/** A declared interest. kind 'director' | 'shareholder' | 'employee' shuts the person out of every decision on the case. */
export interface InterestsTable {
  id: Id;
  case_id: Id;
  person_id: Id;
  kind: 'director' | 'shareholder' | 'employee' | 'other' | 'none';
  detail: string;
  declared_at: Instant;
}

/** A time when a case's clocks stand still: paused by the team or frozen by a legal challenge. */
export interface HoldsTable {
  id: Id;
  case_id: Id;
  kind: 'paused' | 'frozen';
  reason: string;
  from_at: Instant;
  by: Id;
  until_at: Instant | null;
  ended_by: Id | null;
  end_reason: string | null;
}

export interface StagesTable {
  id: Id;
  case_id: Id;
  stage: string; // StageKey
  machine_version: number;
  state: string;
  revision: number;
  turn_since_at: Instant | null; // when the turn last moved
  due_on: Day | null; // by the agreed clock, or the new date when deferred
  opened_at: Instant | null; // opened to the team
}

/** The team's declaration that a section is complete. */
export interface SectionMarksTable {
  case_id: Id;
  section: string;
  completed_by: Id;
  completed_at: Instant;
}

/** Who in the team writes a section. */
export interface SectionAssignmentsTable {
  case_id: Id;
  section: string;
  stage: string;
  person_id: Id;
  due_on: Day | null;
  by: Id;
  at: Instant;
}

/** A partner who must confirm a stage before it is sent, and the text they confirmed. */
export interface StagePartnersTable {
  case_id: Id;
  stage: string;
  person_id: Id;
  by: Id;
  at: Instant;
  confirmed_hash: string | null;
  confirmed_at: Instant | null;
}

/** The current answer; every earlier wording is in answer_versions. */
export interface AnswersTable {
  case_id: Id;
  question: string;
  revision: number;
  state: 'answered' | 'unknown' | 'notApplicable' | 'unreadable';
  value_json: Json | null; // AnswerValue
  raw_json: Json | null; // as typed, when it could not be read
  known_by_on: Day | null; // unknown: when they will know
  reason: string | null; // notApplicable: why
  by: Id;
  at: Instant;
}

export interface AnswerVersionsTable {
  id: Id;
  case_id: Id;
  question: string;
  revision: number; // the revision this wording had, or was based on when it collided
  state: AnswersTable['state'];
  value_json: Json | null;
  raw_json: Json | null;
  known_by_on: Day | null;
  reason: string | null;
  by: Id;
  at: Instant;
  collided_at: Instant | null; // set: kept beside the current answer until somebody chooses
  settled_at: Instant | null;
  settled_by: Id | null;
  comment_id: Id | null; // the suggestion whose words these are
}

/** One version of one document. `replaces_id` chains versions; `content` is the SHA-256 of the bytes on disk. */
export interface DocumentsTable {
  id: Id;
  case_id: Id;
  stage: string | null;
  kind: string; // evidence kind key, or 'other'
  title: string;
  file_name: string;
  media_type: string;
  bytes: number;
  content: string;
  seen_by: 'team' | 'mentor' | 'reviewers' | 'everyone'; // each wider than the one before
  personal_data_at: Instant | null;
  version: number;
  replaces_id: Id | null;
  replaced_at: Instant | null;
  withdrawn_at: Instant | null;
  condition_id: Id | null; // evidence for a condition
  by: Id;
  at: Instant;
}

/** Append only, refused by triggers otherwise. Written in the transaction of its command, after the last of its chain. */
export interface EventsTable {
  id: Id;
  case_id: Id | null;
  kind: string; // "stageSent"
  actor_id: Id | null; // null: the clock
  actor_role: string;
  at: Instant;
  subject_json: Json; // facts by reference
  sentence: string; // "sent the business case, version 2"
  chain: string; // the case, else the person, else 'slipway'
  number: number; // from 1 in each chain
  hash: string; // SHA-256 in hex over this entry and the hash before
}

/** The public half of a key that signed heads: PEM. */
export interface RecordKeysTable {
  id: string; // the first 16 hex digits of the SHA-256 of the key
  public_key: string;
  from_at: Instant;
}

/** A signed statement that a chain had this entry at this moment. */
export interface RecordHeadsTable {
  id: Id;
  chain: string;
  number: number;
  hash: string;
  at: Instant;
  why: 'decision' | 'daily';
  key_id: string;
  signature: string; // Ed25519, base64
}
