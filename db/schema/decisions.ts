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
  criteria_json: Json | null; // [{ criterion, verdict }], those the reviewer judged
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
  audience: 'team' | 'mentor' | 'reviewers'; // beside the team: its mentor, or those who review and decide
  state: 'open' | 'answered' | 'settled';
  reply: string | null;
  replied_by: Id | null;
  replied_at: Instant | null;
  settled_by: Id | null;
  settled_at: Instant | null;
  by: Id;
  at: Instant;
  sent_at: Instant | null; // null: draft
  proposed_by: Id | null;
  proposed_at: Instant | null;
  proposed_on: number | null; // the revision of the answer that the words were offered for; 0: there was none
  outcome: 'taken' | 'declined' | null;
  outcome_by: Id | null;
  outcome_at: Instant | null;
}

/** One reply in the thread of a comment. `comments.reply` is the answer that stands: none, once its opener has asked again. */
export interface CommentRepliesTable {
  id: Id;
  comment_id: Id;
  text: string;
  by: Id;
  at: Instant;
}

export interface CommentMentionsTable {
  comment_id: Id;
  person_id: Id;
  at: Instant;
}

/** What somebody is to do about a comment. */
export interface CommentTasksTable {
  id: Id;
  case_id: Id;
  comment_id: Id;
  text: string;
  owner_id: Id;
  due_on: Day;
  by: Id;
  at: Instant;
  done_at: Instant | null;
  done_by: Id | null;
}

/** A board asked for its views on one version. It stands until decided, or until dissolved while no view is in. */
export interface BoardsTable {
  id: Id;
  case_id: Id;
  stage: string;
  submission_id: Id;
  name: string;
  meets_on: Day;
  quorum: number; // views needed before a decision
  by: Id;
  at: Instant;
  dissolved_by: Id | null;
  dissolved_at: Instant | null;
  dissolved_reason: string | null;
}

/** What one member says of one version, once. Advice: the chair decides. */
export interface BoardViewsTable {
  id: Id;
  board_id: Id;
  case_id: Id;
  submission_id: Id;
  sha256: string; // of the version it is about
  view: 'support' | 'supportWithConditions' | 'notSupport' | 'cannotTakePart';
  words: string; // reasons, or what the interest is
  action: 'leavesRoom' | 'takesNoPapers' | 'noted' | null; // with an interest: what the member does about it
  by: Id;
  organisation_id: Id | null;
  at: Instant;
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
  for_id: Id | null; // decided by a deputy: the person covered
  minutes: string; // where the minutes of the board it is recorded for are found, or ''
  only_json: Json | null; // changesRequested: the questions that may change, when the request is limited to them
}

/** Days on which a deputy stands in for an approver. Who and when are never rewritten: ending is a mark. */
export interface CoversTable {
  id: Id;
  case_id: Id;
  person_id: Id; // who is away
  role: 'sponsor' | 'secondLine';
  deputy_id: Id;
  from_on: Day; // both days counted
  until_on: Day;
  reason: string;
  by: Id;
  at: Instant;
  membership_id: Id | null; // the deputy's part it made; null until it begins
  ended_at: Instant | null; // early, or after its last day
  ended_by: Id | null; // null with ended_at: by itself
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
  words: string | null; // agreed in place of `text`, which stays as it was decided
  offered: string | null; // what the team asks for instead, while the approver has not answered
}
