import type { Day, Id, Instant, Json } from './kinds.ts';

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

/** Which body took over from which, from which day; its cases follow once that day has come. */
export interface SuccessionsTable {
  organisation_id: Id;
  successor_id: Id;
  from_on: Day; // the successor's first day
  reason: string;
  by: Id;
  at: Instant;
}

/** A standing post outside any one case: support unit, auditor, administrator. Ended, never deleted. */
export interface AppointmentsTable {
  id: Id;
  person_id: Id;
  post: 'support' | 'auditor' | 'admin';
  from_at: Instant;
  until_at: Instant | null;
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
  access_json: Json | null; // as of memberships
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

/** The app that gives a person codes, beside their password. */
export interface SecondFactorsTable {
  person_id: Id;
  sealed: string; // the secret, AES-256-GCM
  last_step: number; // of thirty seconds since 1970: a code is taken once
  begun_at: Instant;
  confirmed_at: Instant | null; // null until a first code was right
}

/** What somebody signs in with who has lost that app: each works once. */
export interface RecoveryCodesTable {
  person_id: Id;
  mark: string; // HMAC-SHA-256 of the code
  used_at: Instant | null;
}

/** A sign-in whose password was right and whose code is still to come. */
export interface HalfSignInsTable {
  secret_hash: string;
  person_id: Id;
  expires_at: Instant;
}

/** What a save brought after its session had ended, kept for the person who signs in next with this secret. */
export interface HeldSavesTable {
  token_hash: string;
  person_id: Id;
  path: string;
  form_json: Json;
  held_at: Instant;
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
  about: string; // a subject of NOTICES
  pace: 'once' | 'daily' | 'off' | null; // as the person had chosen; null: from before there was a choice
  summed_at: Instant | null; // taken up by the summary of a day, or left out of it for good
}

/** When a person is mailed about one kind of notice, where they chose otherwise than the default. */
export interface NoticeChoicesTable {
  person_id: Id;
  kind: 'needsYou' | 'information';
  about: string;
  pace: 'once' | 'daily' | 'off';
  at: Instant;
}

/** A reminder that was given: under one word once, whatever became of its mail. */
export interface RemindersTable {
  word: string;
  person_id: Id | null; // null: somebody who was invited and is nobody here yet
  at: Instant;
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

/** An address that a mail server refused for good. Nothing more is sent there until this is lifted. */
export interface RefusedAddressesTable {
  id: Id;
  address: string;
  said: string; // by the mail server
  at: Instant;
  lifted_at: Instant | null;
  lifted_by: Id | null;
}

/** Where and when a person last looked, for "since you were last here" and "changed since you read it". */
/** The filters of a page that a person keeps under a name. */
export interface SavedViewsTable {
  id: Id;
  person_id: Id;
  page: 'cases' | 'programme-cases' | 'mentors';
  name: string;
  search: string; // as in the address
  at: Instant;
}

export interface VisitsTable {
  person_id: Id;
  subject: string; // case id, or submission id
  at: Instant;
  before_at: Instant | null; // the visit before
}

/** Who is writing at which question just now; forgotten once they stop. */
export interface PresencesTable {
  case_id: Id;
  person_id: Id;
  question: string;
  since_at: Instant;
  seen_at: Instant; // when they last typed
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
