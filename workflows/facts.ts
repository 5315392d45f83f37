/** What the guards may know: plain facts, computed from rows by the domain before each move. Never stored. */

/** Who does it and when; every event carries both. No clock is read inside a machine. */
export interface Doing {
  by: string | null;
  at: string;
  /** Why, in the person's own words; '' when none was given. */
  reason?: string;
}

/** A board convened for the version that is decided on, in numbers. */
export interface BoardFacts {
  /** The pathway lets nothing be decided without one. */
  required: boolean;
  convened: boolean;
  /** How many views are needed, and how many are in from members who can take part. */
  quorum: number;
  given: number;
  members: number;
  /** Members who cannot take part. */
  unable: number;
  /** What more than half of the views in say; null when no view does. */
  majority: 'support' | 'supportWithConditions' | 'notSupport' | null;
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
  /** Titles of answers that were changed though the approver asked for changes to others only. */
  changedBeyond: readonly string[];
  /** Names of partners who must confirm the text as it stands and have not. */
  partnersToConfirm: readonly string[];
  /** Must-change comments without a word on what was changed. */
  unansweredChanges: number;
  /** When the version last sent was sent; null when none is with its readers. */
  sentAt: string | null;
  /** Someone on the approver's side has opened the version last sent. */
  wasOpened: boolean;
  /** Why this person can never review or decide this case; null when they can. */
  exclusion: string | null;
  /** What they did with this version or for the team that keeps them, or the person they cover, from signing; null: nothing. */
  hadAHand: string | null;
  /** A deputy whose cover is over or never counted, in a sentence; null for everybody else. */
  coverFault: string | null;
  /** This person has said whether they have an interest in the new organisation, or need not. */
  interestSaid: boolean;
  /** The version the person looked at is no longer the one last sent. */
  isStale: boolean;
  /** Titles of specialist reviews not in yet. */
  missingReviews: readonly string[];
  /** Titles of specialist reviews that do not support it. */
  objections: readonly string[];
  board: BoardFacts;
  /** The pathway asks the second line to assure this stage, always or for its value. */
  needsAssurance: boolean;
  /** This person, or the one they cover, took the first-line decision or had it taken for them. */
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
  /** The person leads the team today. */
  isTeamLead: boolean;
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

export interface MentoringFacts {
  /** Which side the person stands on: the team lead, the adviser, the support unit, or the clock; null: none of them. */
  side: 'team' | 'mentor' | 'support' | 'clock' | null;
  /** Why the adviser can never mentor this case, to go after "because"; null when nothing on record stands in the way. */
  conflict: string | null;
  /** Teams the adviser can still take on, and who they are in a sentence. */
  room: number;
  adviser: string;
  /** The adviser takes no requests for now. */
  away: boolean;
  /** Another adviser has been asked for this case and has not answered. */
  otherAsked: boolean;
  /** The day to reply by has passed. */
  isLate: boolean;
  caseEnded: boolean;
  /** The other side has said that it wants to go on after the first meetings. */
  otherSideGoesOn: boolean;
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
