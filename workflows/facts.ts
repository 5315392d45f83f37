/** What the guards may know: plain facts, computed from rows by the domain before each move. Never stored. */

/** Who does it and when; every event carries both. No clock is read inside a machine. */
export interface Doing {
  by: string | null;
  at: string;
  /** Why, in the person's own words; '' when none was given. */
  reason?: string;
}

export interface StageFacts {
  /** "business case", for sentences. */
  noun: string;
  /** False for the readiness check, which nobody decides. */
  isDecided: boolean;
  /** "paused", "frozen" or "ended" when the case stands still; null when it moves. */
  caseStands: string | null;
  /** Titles of stages that must be approved first. */
  waitingFor: readonly string[];
  /** Titles of decided stages it rests on, near and far, that do not stand now. */
  reopened: readonly string[];
  /** Conditions of other stages that block this one. */
  conditionsInTheWay: readonly string[];
  /** Titles of sections the team has not declared complete. */
  toComplete: readonly string[];
  /** Titles of documents still to attach. */
  toAttach: readonly string[];
  /** Sentences of checks that block, and of answers that cannot be read. */
  blocks: readonly string[];
  /** Promised benefits that are neither in the contract nor left out with a reason. Contract stage only. */
  unsettledBenefits: readonly string[];
  /** Must-change comments without a word on what was changed. */
  unansweredChanges: number;
  /** Someone on the approver's side has opened the version last sent. */
  wasOpened: boolean;
  /** Why this person can never review or decide this case; null when they can. */
  exclusion: string | null;
  /** This person has said whether they have an interest in the new organisation, or need not. */
  interestSaid: boolean;
  /** The version the person looked at is no longer the one last sent. */
  isStale: boolean;
  /** Titles of specialist reviews not in yet. */
  missingReviews: readonly string[];
  /** Titles of specialist reviews that do not support it. */
  objections: readonly string[];
  /** The pathway asks the second line to assure this stage. */
  needsAssurance: boolean;
  /** This person took the first-line decision. */
  signedFirstLine: boolean;
  /** Conditions of this stage that are neither met nor waived. */
  openConditions: number;
  /** Go-live only: what is missing from an approved, exercised failure plan. */
  failurePlanGaps: readonly string[];
}

export interface CaseFacts {
  /** Titles of decided stages the transfer rests on that do not stand now. */
  reopened: readonly string[];
  proposalApproved: boolean;
  contractApproved: boolean;
  transferApproved: boolean;
  /** Conditions that block go-live and are open. */
  conditionsInTheWay: readonly string[];
  failurePlanGaps: readonly string[];
  /** The planned transfer day has come. */
  transferDayReached: boolean;
}

export interface ConditionFacts {
  /** The person is the condition's owner. */
  isOwner: boolean;
  /** The person is the named verifier. */
  isVerifier: boolean;
  /** Why this person can never verify or waive on this case; null when they can. */
  exclusion: string | null;
  /** The decision that set it is in force. */
  decisionStands: boolean;
  /** Documents or words given as evidence. */
  evidenceCount: number;
}

export interface BenefitFacts {
  /** What it still lacks before anyone can measure it, in words. */
  missing: readonly string[];
  /** It says what is measured and in which unit. */
  isMeasured: boolean;
  /** Starting figures and targets stand as they were at go-live. */
  isFixed: boolean;
  /** Clause and frequency are there. */
  namesClause: boolean;
  /** Left out of the contract, or reported on outside it. */
  isOffRamp: boolean;
  /** Results recorded. */
  results: number;
  /** A change of what was agreed: the side that did not ask for it has said yes. */
  otherSideAgrees: boolean;
  /** Why this person cannot judge it; null when they can. */
  exclusion: string | null;
  /** The verdict given is not the one the results point to. */
  differsFromProposed: boolean;
}
