import type { Day, Id, Instant, Json } from './kinds.ts';

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
