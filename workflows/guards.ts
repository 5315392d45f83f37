import { againstBoard, howManyHave } from './boards.ts';
import type { BenefitFacts, CaseFacts, ConditionFacts, Doing, MentoringFacts, StageFacts } from './facts.ts';
import type { BenefitEvent } from './machines/benefit.ts';
import type { CaseEvent } from './machines/case.ts';
import type { ConditionEvent } from './machines/condition.ts';
import type { MentoringEvent } from './machines/mentoring.ts';
import type { StageEvent } from './machines/stage.ts';

/** A named predicate of (facts, event) with the sentence a person reads when it says no. Total: it never throws. */
export interface Guard<F, E> {
  test: (facts: F, event: E) => boolean;
  sentence: (facts: F, event: E) => string;
}

const list = (things: readonly string[]) =>
  things.length <= 5 ? things.join(', ') : `${things.slice(0, 4).join(', ')} and ${things.length - 4} more`;
const reopened = (stages: readonly string[]) => `${list(stages)} must be approved again first`;
const gave = (event: object) => ('reason' in event ? String((event as Doing).reason ?? '').trim() !== '' : false);
const read = <T>(event: object, key: string, otherwise: T): T =>
  key in event ? ((event as Record<string, unknown>)[key] as T) : otherwise;

export const stageGuards = {
  caseMoves: {
    test: (f) => f.caseStands === null,
    sentence: (f) => `The case is ${f.caseStands}, so nothing can be sent or decided until that ends`,
  },
  nothingComesFirst: {
    test: (f) => f.waitingFor.length === 0,
    sentence: (f) => `This opens after ${list(f.waitingFor)} ${f.waitingFor.length === 1 ? 'is' : 'are'} approved`,
  },
  nothingReopened: { test: (f) => f.reopened.length === 0, sentence: (f) => reopened(f.reopened) },
  noConditionInTheWay: {
    test: (f) => f.conditionsInTheWay.length === 0,
    sentence: (f) => `These conditions must be met first: ${list(f.conditionsInTheWay)}`,
  },
  somebodyDecides: { test: (f) => f.isDecided, sentence: (f) => `Nobody decides on the ${f.noun}. Finish it instead of sending it` },
  nobodyDecides: { test: (f) => !f.isDecided, sentence: (f) => `The ${f.noun} is decided by an approver. Send it instead of finishing it` },
  sectionsComplete: {
    test: (f) => f.toComplete.length === 0,
    sentence: (f) => `${f.toComplete.length === 1 ? '1 section is' : `${f.toComplete.length} sections are`} not completed: ${list(f.toComplete)}`,
  },
  evidenceAttached: {
    test: (f) => f.toAttach.length === 0,
    sentence: (f) => `Attach these documents first: ${list(f.toAttach)}`,
  },
  partnersConfirmed: {
    test: (f) => f.partnersToConfirm.length === 0,
    sentence: (f) => `These partners must confirm the ${f.noun} as it stands first: ${list(f.partnersToConfirm)}`,
  },
  nothingBlocks: {
    test: (f) => f.blocks.length === 0,
    sentence: (f) => f.blocks.join('. '),
  },
  benefitsSettled: {
    test: (f) => f.unsettledBenefits.length === 0,
    sentence: (f) =>
      `Say for each promised benefit that it is in the contract, or why it is not. Not settled yet: ${list(f.unsettledBenefits)}`,
  },
  staysWithinRequest: {
    test: (f) => f.changedBeyond.length === 0,
    sentence: (f) => `The approver asked for changes to named answers only. You also changed: ${list(f.changedBeyond)}. Put these back as they were, or ask the approver to widen the request`,
  },
  changesAnswered: {
    test: (f) => f.unansweredChanges === 0,
    sentence: (f) =>
      `Say in one line what you changed for ${f.unansweredChanges === 1 ? '1 comment' : `${f.unansweredChanges} comments`} marked "Must change"`,
  },
  notOpenedYet: {
    test: (f) => !f.wasOpened,
    sentence: (f) => `The ${f.noun} has been opened by its readers, so it can no longer be taken back. Ask them to request changes`,
  },
  isIndependent: { test: (f) => f.exclusion === null, sentence: (f) => f.exclusion ?? '' },
  hadNoHand: { test: (f) => f.hadAHand === null, sentence: (f) => f.hadAHand ?? '' },
  coverHolds: { test: (f) => f.coverFault === null, sentence: (f) => f.coverFault ?? '' },
  interestSaid: { test: (f) => f.interestSaid, sentence: () => 'Say first whether you have an interest in the new organisation. Open the stage to be asked' },
  sawThisVersion: {
    test: (f) => !f.isStale,
    sentence: (f) => `A newer version of the ${f.noun} was sent while you were reading. Read what changed, then decide`,
  },
  clockRuns: {
    test: (f, e) => f.sentAt === null || read(e, 'at', '') >= f.sentAt,
    sentence: (f) => `The clock of the server stands before the moment the ${f.noun} was sent, so nothing can be signed. Tell the support unit, and try again when it is right`,
  },
  criteriaJudged: {
    test: (_f, e) => read(e, 'unjudged', 0) === 0,
    sentence: (_f, e) => `Give a verdict on every criterion. ${read(e, 'unjudged', 0)} still to judge`,
  },
  noBlockingCriterionFailed: {
    test: (_f, e) => read<readonly string[]>(e, 'failedBlocking', []).length === 0,
    sentence: (_f, e) =>
      `You judged this not met: ${list(read<readonly string[]>(e, 'failedBlocking', []))}. It must be met, or met in part with a condition, before you approve`,
  },
  reviewsAreIn: {
    test: (f) => f.missingReviews.length === 0,
    sentence: (f) => `Wait for these reviews, which must be in before a decision: ${list(f.missingReviews)}`,
  },
  objectionsAnswered: {
    test: (f, e) => f.objections.length === 0 || gave(e),
    sentence: (f) => `Say why you decide against this advice: ${list(f.objections)}`,
  },
  boardConvened: {
    test: (f) => !f.board.required || f.board.convened,
    sentence: (f) => `A board gives its views before the ${f.noun} is decided on. Convene it first`,
  },
  boardHeard: { test: (f) => !f.board.convened || f.board.given >= f.board.quorum, sentence: (f) => howManyHave(f.board) },
  boardAnswered: {
    test: (f, e) => !againstBoard(e.type, f.board.majority) || gave(e),
    sentence: (f) => `Say why you decide against the board: most of its views ${f.board.majority === 'notSupport' ? 'do not support' : f.board.majority === 'support' ? 'support' : 'support, with conditions,'} the ${f.noun}`,
  },
  namesMinutes: {
    test: (f, e) => !f.board.convened || read(e, 'minutes', '').trim() !== '',
    sentence: () => 'Enter the reference of the board minutes',
  },
  namesChanges: {
    test: (_f, e) => read(e, 'changes', 0) > 0,
    sentence: () => 'Name at least one change: a comment marked "Must change", or a reason',
  },
  namesAnswers: {
    test: (_f, e) => read(e, 'only', 1) > 0,
    sentence: () => 'Mark at least one answer "Must change" on the review page, before you limit the changes to those answers',
  },
  namesConditions: {
    test: (_f, e) => read(e, 'conditions', 0) > 0,
    sentence: () => 'Add at least one condition, or choose Approve',
  },
  codesReasons: {
    test: (_f, e) => read(e, 'reasons', 0) > 0 && gave(e),
    sentence: () => 'Select at least one reason, and say what would change your mind',
  },
  givesReason: { test: (_f, e) => gave(e), sentence: () => 'Enter the reason' },
  givesNewDate: {
    test: (_f, e) => read(e, 'until', '') > read(e, 'at', '').slice(0, 10),
    sentence: () => 'The new decision date must be after today',
  },
  secondLineAssures: { test: (f) => f.needsAssurance, sentence: (f) => `The ${f.noun} does not need assurance` },
  differsFromSigner: {
    test: (f) => !f.signedFirstLine,
    sentence: () => 'You took the first decision, so someone else must assure it',
  },
  conditionsRemain: { test: (f) => f.openConditions > 0, sentence: () => 'No condition is open' },
  conditionsSettled: {
    test: (f) => f.openConditions === 0,
    sentence: (f) => `${f.openConditions === 1 ? '1 condition is' : `${f.openConditions} conditions are`} still open`,
  },
  failurePlanReady: {
    test: (f) => f.failurePlanGaps.length === 0,
    sentence: (f) => `Go-live needs an approved, exercised failure plan. ${list(f.failurePlanGaps)}`,
  },
} satisfies Record<string, Guard<StageFacts, StageEvent>>;

export const caseGuards = {
  givesReason: { test: (_f, e) => gave(e), sentence: () => 'Enter the reason' },
  proposalApproved: { test: (f) => f.proposalApproved, sentence: () => 'The proposal is not approved yet' },
  contractApproved: { test: (f) => f.contractApproved, sentence: () => 'The contract is not approved yet' },
  transferApproved: { test: (f) => f.transferApproved, sentence: () => 'The transfer is not approved yet' },
  nothingReopened: { test: (f) => f.reopened.length === 0, sentence: (f) => reopened(f.reopened) },
  noConditionInTheWay: {
    test: (f) => f.conditionsInTheWay.length === 0,
    sentence: (f) => `These conditions must be met before go-live: ${list(f.conditionsInTheWay)}`,
  },
  failurePlanReady: {
    test: (f) => f.failurePlanGaps.length === 0,
    sentence: (f) => `Go-live needs an approved, exercised failure plan. ${list(f.failurePlanGaps)}`,
  },
  transferDayReached: { test: (f) => f.transferDayReached, sentence: () => 'The transfer day has not come yet' },
} satisfies Record<string, Guard<CaseFacts, CaseEvent>>;

export const conditionGuards = {
  isTeamLead: { test: (f) => f.isTeamLead, sentence: () => 'Only the team lead can agree the words of a condition, or ask for others' },
  givesWords: { test: (_f, e) => read(e, 'words', '').trim() !== '', sentence: () => 'Enter the words you would agree to' },
  isOwner: { test: (f) => f.isOwner, sentence: () => 'Only the owner of this condition can send evidence for it' },
  givesEvidence: { test: (f) => f.evidenceCount > 0, sentence: () => 'Attach a document, or say what shows that the condition is met' },
  isVerifier: { test: (f) => f.isVerifier, sentence: () => 'Only the person named to check this condition can do this' },
  isNotOwner: { test: (f) => !f.isOwner, sentence: () => 'The owner of a condition cannot check it. Someone else must' },
  isIndependent: { test: (f) => f.exclusion === null, sentence: (f) => f.exclusion ?? '' },
  decisionStands: { test: (f) => f.decisionStands, sentence: () => 'The decision that set this condition no longer stands' },
  decisionFell: { test: (f) => !f.decisionStands, sentence: () => 'The decision that set this condition still stands' },
  givesReason: { test: (_f, e) => gave(e), sentence: () => 'Enter the reason' },
  givesNewDate: {
    test: (_f, e) => read(e, 'until', '') > read(e, 'at', '').slice(0, 10),
    sentence: () => 'The new date must be after today',
  },
} satisfies Record<string, Guard<ConditionFacts, ConditionEvent>>;

export const benefitGuards = {
  notFixed: { test: (f) => !f.isFixed, sentence: () => 'The starting figure and target were fixed at go-live. Ask for a change instead: the other side must agree to it' },
  isMeasurable: {
    test: (f) => f.missing.length === 0,
    sentence: (f) => `Say how it is measured first. Still needed: ${list(f.missing)}`,
  },
  isMeasured: { test: (f) => f.isMeasured, sentence: () => 'Say what is measured, and in which unit, before you record a result' },
  namesClause: { test: (f) => f.namesClause, sentence: () => 'Enter the clause or schedule it is in, and how often it is reported' },
  hasResults: { test: (f) => f.results > 0, sentence: () => 'No result has been recorded yet' },
  isOffRamp: { test: (f) => f.isOffRamp, sentence: () => 'This benefit is not recorded as left out of the contract' },
  otherSideAgrees: { test: (f) => f.otherSideAgrees, sentence: () => 'The other side of the contract must agree to this change first' },
  isIndependent: { test: (f) => f.exclusion === null, sentence: (f) => f.exclusion ?? '' },
  givesReasonWhereItDiffers: {
    test: (f, e) => !f.differsFromProposed || gave(e),
    sentence: () => 'Your verdict differs from the one the results point to. Enter the reason',
  },
  givesReason: { test: (_f, e) => gave(e), sentence: () => 'Enter the reason' },
} satisfies Record<string, Guard<BenefitFacts, BenefitEvent>>;

export const mentoringGuards = {
  asksForTeam: { test: (f) => f.side === 'team' || f.side === 'support' || f.side === 'clock', sentence: () => 'Only the team lead or the support unit can do this' },
  caseGoesOn: { test: (f) => !f.caseEnded, sentence: () => 'The case has ended, so nobody mentors it any more' },
  notInConflict: { test: (f) => f.conflict === null, sentence: (f) => `${f.adviser} cannot mentor this case, because ${f.conflict ?? ''}` },
  takesRequests: { test: (f) => !f.away, sentence: (f) => `${f.adviser} takes no requests for now. Choose somebody else` },
  hasRoom: {
    test: (f) => f.room > 0,
    sentence: (f) => (f.side === 'mentor' ? 'You have no place free. End or hand over another team first, or raise the number of teams you can help' : `${f.adviser} has no place free now. Choose somebody else`),
  },
  nobodyElseAsked: { test: (f) => !f.otherAsked, sentence: () => 'Somebody else has been asked and has not answered yet. Wait for the answer, or take that request back first' },
  isAdviser: { test: (f) => f.side === 'mentor', sentence: () => 'Only the adviser who was asked can answer' },
  inTime: { test: (f) => !f.isLate, sentence: () => 'The day to reply by has passed. The team can ask again' },
  replyDayPassed: { test: (f) => f.isLate, sentence: () => 'The day to reply by has not passed yet' },
  isParty: { test: (f) => f.side === 'team' || f.side === 'mentor', sentence: () => 'Only the team lead or the mentor can do this' },
  otherSideGoesOn: { test: (f) => f.otherSideGoesOn, sentence: () => 'The other side has not said yet whether it wants to go on' },
  mayEnd: { test: (f) => f.side !== null, sentence: () => 'Only the team lead, the mentor or the support unit can end it' },
  namesOutcome: { test: (_f, e) => read(e, 'outcome', '') !== '', sentence: () => 'Select how it ended' },
  givesReason: { test: (_f, e) => gave(e), sentence: () => 'Enter the reason' },
} satisfies Record<string, Guard<MentoringFacts, MentoringEvent>>;
