import type { BenefitFacts, CaseFacts, ConditionFacts, Doing, StageFacts } from './facts.ts';
import type { BenefitEvent } from './machines/benefit.ts';
import type { CaseEvent } from './machines/case.ts';
import type { ConditionEvent } from './machines/condition.ts';
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
  nothingBlocks: {
    test: (f) => f.blocks.length === 0,
    sentence: (f) => f.blocks.join('. '),
  },
  benefitsSettled: {
    test: (f) => f.unsettledBenefits.length === 0,
    sentence: (f) =>
      `Say for each promised benefit that it is in the contract, or why it is not. Not settled yet: ${list(f.unsettledBenefits)}`,
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
  interestSaid: { test: (f) => f.interestSaid, sentence: () => 'Say first whether you have an interest in the new organisation. Open the stage to be asked' },
  sawThisVersion: {
    test: (f) => !f.isStale,
    sentence: (f) => `A newer version of the ${f.noun} was sent while you were reading. Read what changed, then decide`,
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
  namesChanges: {
    test: (_f, e) => read(e, 'changes', 0) > 0,
    sentence: () => 'Name at least one change: a comment marked "Must change", or a reason',
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
