import type { Insertable, Selectable, Updateable } from 'kysely';

/**
 * The common denominator of SQLite and PostgreSQL. Ids are UUIDv7 text; instants `*_at` are ISO UTC with
 * milliseconds; days `*_on` are YYYY-MM-DD; money is whole pence; flags are a nullable `*_at`, never a boolean;
 * `*_json` is text written and read by codec.ts; `revision` rises by one with each conditional update.
 */
export type Id = string;
export type Instant = string;
export type Day = string;
export type Json = string;

/** A person who can sign in, whatever their roles. */
export interface PeopleTable {
  id: Id;
  email: string; // lower case, unique
  name: string;
  job_title: string;
  organisation_id: Id | null;
  password_hash: string | null; // null until the invitation or sign-up is confirmed
  confirmed_at: Instant | null;
  disabled_at: Instant | null;
  colour_scheme: 'light' | 'dark' | null;
  created_at: Instant;
}

/** PCT, SHA, CCG, ICB, trust, council, spin-out, mentor organisation. Successors are dated. */
export interface OrganisationsTable {
  id: Id;
  name: string;
  kind: 'pct' | 'sha' | 'ccg' | 'icb' | 'trust' | 'council' | 'nhse' | 'spinOut' | 'mentor' | 'union' | 'support' | 'other';
  code: string | null;
  from_on: Day | null;
  until_on: Day | null;
  successor_id: Id | null;
}

/** A standing post outside any one case: support unit, auditor, administrator. Ended, never deleted. */
export interface AppointmentsTable {
  id: Id;
  person_id: Id;
  post: 'support' | 'auditor' | 'admin';
  from_at: Instant;
  until_at: Instant | null;
}

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

/** A frozen, numbered stage: canonical JSON and its SHA-256. Rows are never changed but for the nullable marks. */
export interface SubmissionsTable {
  id: Id;
  case_id: Id;
  stage: string;
  number: number;
  body_json: Json;
  sha256: string;
  sent_by: Id;
  sent_at: Instant;
  opened_at: Instant | null;
  opened_by: Id | null;
  withdrawn_at: Instant | null;
}

/** A specialist's advice, kept apart from the decision. Draft until sent. */
export interface ReviewsTable {
  id: Id;
  submission_id: Id;
  case_id: Id;
  role: string; // finance | hr | quality | legal | support | staffSide
  verdict: 'supported' | 'supportedWithComments' | 'notSupported' | 'statement' | null;
  comment: string;
  by: Id;
  saved_at: Instant;
  sent_at: Instant | null;
}

/** A comment on one answer. A draft belongs to its author until a review or decision is sent. */
export interface CommentsTable {
  id: Id;
  case_id: Id;
  stage: string;
  question: string;
  submission_id: Id | null;
  kind: 'question' | 'suggestion' | 'mustChange';
  text: string;
  proposed: string | null; // suggestion: the wording offered
  audience: 'team' | 'mentor' | 'reviewers';
  state: 'open' | 'answered' | 'settled';
  reply: string | null;
  replied_by: Id | null;
  replied_at: Instant | null;
  settled_by: Id | null;
  settled_at: Instant | null;
  by: Id;
  at: Instant;
  sent_at: Instant | null; // null: draft
}

/** What a signer has chosen so far, between the pages of the decision. */
export interface DecisionDraftsTable {
  submission_id: Id;
  person_id: Id;
  draft_json: Json;
  saved_at: Instant;
}

export interface DecisionsTable {
  id: Id;
  case_id: Id;
  stage: string;
  submission_id: Id;
  sha256: string; // of the submission decided on
  line: 'first' | 'second';
  outcome: 'approved' | 'approvedWithConditions' | 'changesRequested' | 'declined' | 'assured' | 'queried' | 'stopped';
  criteria_json: Json; // [{ criterion, verdict: met|partly|notMet, note }]
  reasons_json: Json; // [{ code, text }]
  note: string; // what would change our mind; what to change; why a review was overruled
  on_behalf_of: string; // "the board of 6 May 2026", or ''
  by: Id;
  role: string;
  organisation_id: Id | null;
  at: Instant;
  voided_at: Instant | null; // no longer in force (queried, or reopened); kept
}

export interface ConditionsTable {
  id: Id;
  case_id: Id;
  stage: string;
  decision_id: Id;
  number: number;
  text: string;
  evidence: string;
  owner_id: Id;
  verifier_id: Id;
  due_on: Day;
  blocks: 'nextStage' | 'contract' | 'goLive' | 'nothing';
  machine_version: number;
  state: string;
  revision: number;
  note: string; // the last word said on it
  by: Id;
  at: Instant;
}

/** A promised benefit. What is null has not been said yet: the thread is worked out from what is there. */
export interface BenefitsTable {
  id: Id;
  case_id: Id;
  number: number;
  title: string;
  beneficiary: string;
  category: string;
  promised_stage: string;
  promised_question: string | null; // the answer it was caught in
  measure: string | null;
  unit: string | null;
  direction: 'up' | 'down' | 'maintain' | 'band' | null;
  baseline: number | null;
  baseline_source: string | null;
  baseline_on: Day | null;
  target: number | null;
  target_on: Day | null;
  value_per_year_pence: number | null;
  treatment: 'contracted' | 'monitored' | 'notContracted' | null;
  treatment_reason: string | null;
  treatment_by: Id | null;
  treatment_at: Instant | null;
  clause: string | null;
  frequency: string | null;
  consequence: string | null;
  revision: number;
  by: Id;
  at: Instant;
  withdrawn_at: Instant | null;
  withdrawn_reason: string | null;
}

/** A measured result. Corrections are new rows that name the one they replace. */
export interface ReadingsTable {
  id: Id;
  benefit_id: Id;
  period_on: Day; // last day of the period
  value: number;
  numerator: number | null;
  denominator: number | null;
  n: number | null;
  quality: 'A' | 'B' | 'C' | 'D';
  note: string;
  replaces_id: Id | null;
  by: Id;
  at: Instant;
}

/** Append only, refused by triggers otherwise. One per command, in its transaction. */
export interface EventsTable {
  id: Id;
  case_id: Id | null;
  kind: string; // "stageSent"
  actor_id: Id | null; // null: the clock
  actor_role: string;
  at: Instant;
  subject_json: Json; // facts by reference
  sentence: string; // "sent the business case, version 2"
}

export interface NotificationsTable {
  id: Id;
  person_id: Id;
  case_id: Id | null;
  kind: 'needsYou' | 'information';
  text: string;
  link: string;
  at: Instant;
  read_at: Instant | null;
}

/** Mail to send once its transaction has committed; retried by row. */
export interface OutboxTable {
  id: Id;
  dedupe: string; // unique
  to_name: string;
  to_address: string;
  subject: string;
  text: string;
  queued_at: Instant;
  due_at: Instant;
  attempts: number;
  leased_until_at: Instant | null;
  sent_at: Instant | null;
  dead_at: Instant | null;
  last_error: string | null;
}

export interface InvitationsTable {
  id: Id;
  case_id: Id;
  email: string;
  name: string;
  role: string;
  stages_json: Json | null;
  organisation_id: Id | null;
  token_hash: string; // SHA-256 of the secret in the link
  invited_by: Id;
  at: Instant;
  expires_at: Instant;
  accepted_at: Instant | null;
  withdrawn_at: Instant | null;
}

/** Secrets mailed to a person: confirm an address, reset a password. Single use, hashed. */
export interface TokensTable {
  token_hash: string;
  person_id: Id;
  purpose: 'confirm' | 'reset';
  expires_at: Instant;
  used_at: Instant | null;
}

/** Lucia's sessions; the id is stored hashed. */
export interface SessionsTable {
  id: string;
  user_id: Id;
  expires_at: Instant;
  created_at: Instant; // absolute lifetime counts from here
  proved_at: Instant; // when the password was last given
}

/** What a save brought after its session had ended, kept for the person who signs in next with this secret. */
export interface HeldSavesTable {
  token_hash: string;
  person_id: Id;
  path: string;
  form_json: Json;
  held_at: Instant;
}

/** Where and when a person last looked, for "since you were last here" and "changed since you read it". */
export interface VisitsTable {
  person_id: Id;
  subject: string; // case id, or submission id
  at: Instant;
  before_at: Instant | null; // the visit before
}

/** The signer's own ticks: "I have read this section". */
export interface ReadMarksTable {
  person_id: Id;
  submission_id: Id;
  section: string;
  at: Instant;
}

/** One answer to each key a form carries: a double press has one effect. */
export interface IdempotencyKeysTable {
  key: string;
  person_id: Id;
  payload_hash: string;
  result_json: Json;
  at: Instant;
}

export interface Database {
  people: PeopleTable;
  organisations: OrganisationsTable;
  appointments: AppointmentsTable;
  pathway_versions: PathwayVersionsTable;
  cases: CasesTable;
  memberships: MembershipsTable;
  interests: InterestsTable;
  holds: HoldsTable;
  stages: StagesTable;
  section_marks: SectionMarksTable;
  answers: AnswersTable;
  answer_versions: AnswerVersionsTable;
  documents: DocumentsTable;
  submissions: SubmissionsTable;
  reviews: ReviewsTable;
  comments: CommentsTable;
  decision_drafts: DecisionDraftsTable;
  decisions: DecisionsTable;
  conditions: ConditionsTable;
  benefits: BenefitsTable;
  readings: ReadingsTable;
  events: EventsTable;
  notifications: NotificationsTable;
  outbox: OutboxTable;
  invitations: InvitationsTable;
  tokens: TokensTable;
  sessions: SessionsTable;
  held_saves: HeldSavesTable;
  visits: VisitsTable;
  read_marks: ReadMarksTable;
  idempotency_keys: IdempotencyKeysTable;
}

/** A row as read, as written, as changed. */
export type Row<T extends keyof Database> = Selectable<Database[T]>;
export type NewRow<T extends keyof Database> = Insertable<Database[T]>;
export type Changes<T extends keyof Database> = Updateable<Database[T]>;
