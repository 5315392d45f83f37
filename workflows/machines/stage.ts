import { setup } from 'xstate';
import type { Doing, StageFacts } from '../facts.ts';
import { stageGuards } from '../guards.ts';
import { everyGuard, when as every, type StateMeta } from './lawful.ts';

interface Signing extends Doing {
  /** Criteria without a verdict. */
  unjudged: number;
  /** Where the board's minutes are found; '' when no board was convened. */
  minutes?: string;
}
interface Judging extends Signing {
  /** Titles of blocking criteria judged not met. */
  failedBlocking: readonly string[];
}
export type StageEvent =
  | ({ type: 'open' } & Doing)
  | ({ type: 'submit' } & Doing)
  | ({ type: 'finish' } & Doing)
  | ({ type: 'takeBack' } & Doing)
  | ({ type: 'read' } & Doing)
  | ({ type: 'approve' } & Judging)
  | ({ type: 'approveWithConditions'; conditions: number } & Judging)
  /** `only`: how many answers it is limited to; absent when it is not. */
  | ({ type: 'requestChanges'; changes: number; only?: number } & Signing)
  | ({ type: 'decline'; reasons: number } & Signing)
  | ({ type: 'defer'; until: string } & Doing)
  | ({ type: 'assure' } & Doing)
  | ({ type: 'query' } & Doing)
  | ({ type: 'stop' } & Doing)
  | ({ type: 'discharge' } & Doing)
  | ({ type: 'reopen' } & Doing);

const when = (...guards: (keyof typeof stageGuards)[]) => every(...guards);
const ready = ['caseMoves', 'sectionsComplete', 'evidenceAttached', 'nothingBlocks'] as const;
const judging = ['isIndependent', 'interestSaid', 'clockRuns'] as const;
const signer = [...judging, 'hadNoHand', 'coverHolds'] as const;
const signing = [...signer, 'caseMoves', 'sawThisVersion', 'criteriaJudged', 'boardConvened', 'boardHeard', 'namesMinutes'] as const;
const approving = [
  ...signing, 'noBlockingCriterionFailed', 'reviewsAreIn', 'objectionsAnswered', 'boardAnswered', 'nothingReopened', 'noConditionInTheWay', 'failurePlanReady',
] as const;
const tell = (...actions: ('tellTeam' | 'tellSigner' | 'tellReviewers' | 'tellSecondLine' | 'openNextStages')[]) => actions;

const deciding = {
  approve: [
    { guard: when(...approving, 'secondLineAssures'), target: 'inAssurance', actions: tell('tellTeam', 'tellSecondLine') },
    { guard: when(...approving), target: 'approved', actions: tell('tellTeam', 'openNextStages') },
  ],
  approveWithConditions: [
    { guard: when(...approving, 'namesConditions', 'secondLineAssures'), target: 'inAssurance', actions: tell('tellTeam', 'tellSecondLine') },
    { guard: when(...approving, 'namesConditions'), target: 'approvedWithConditions', actions: tell('tellTeam', 'openNextStages') },
  ],
  requestChanges: { guard: when(...signing, 'namesChanges', 'namesAnswers'), target: 'changesRequested', actions: tell('tellTeam') },
  decline: { guard: when(...signing, 'codesReasons', 'boardAnswered'), target: 'declined', actions: tell('tellTeam') },
  defer: { guard: when(...signer, 'caseMoves', 'sawThisVersion', 'givesReason', 'givesNewDate'), target: 'deferred', actions: tell('tellTeam') },
} as const;

const assuring = [...signer, 'differsFromSigner', 'caseMoves', 'nothingReopened', 'noConditionInTheWay', 'failurePlanReady'] as const;

const reopen = { guard: when('isIndependent', 'coverHolds', 'givesReason'), target: 'drafting', actions: tell('tellTeam') } as const;

const meta = (title: string, tone: StateMeta['tone'], description: string): StateMeta => ({ title, tone, description });

/** How one stage of one case moves. Flat: parallel stages are parallel rows. */
export const stageMachine = setup({
  types: { context: {} as StageFacts, events: {} as StageEvent, meta: {} as StateMeta, tags: {} as 'editable' | 'locked' | 'team' | 'approver' | 'secondLine' | 'settled' | 'passed' },
  guards: everyGuard<StageFacts, StageEvent>(stageGuards),
  actions: { tellTeam: () => {}, tellSigner: () => {}, tellReviewers: () => {}, tellSecondLine: () => {}, openNextStages: () => {} },
}).createMachine({
  id: 'stage',
  initial: 'notOpen',
  context: ({ input }) => input as unknown as StageFacts,
  states: {
    notOpen: {
      meta: meta('Not open yet', 'plain', 'Waits for the stages before it'),
      tags: ['locked'],
      on: { open: { guard: when('caseMoves', 'nothingComesFirst', 'noConditionInTheWay'), target: 'drafting', actions: tell('tellTeam') } },
    },
    drafting: {
      meta: meta('Draft', 'blue', 'The team is writing'),
      tags: ['editable', 'team'],
      on: {
        submit: { guard: when('somebodyDecides', ...ready, 'benefitsSettled', 'partnersConfirmed'), target: 'sent', actions: tell('tellSigner', 'tellReviewers') },
        finish: { guard: when('nobodyDecides', ...ready, 'partnersConfirmed'), target: 'finished', actions: tell('openNextStages') },
      },
    },
    sent: {
      meta: meta('With approver', 'violet', 'Sent, and not opened yet'),
      tags: ['locked', 'approver'],
      on: {
        takeBack: { guard: when('notOpenedYet'), target: 'drafting', actions: tell('tellSigner') },
        read: { guard: when(...judging), target: 'inReview' },
      },
    },
    inReview: {
      meta: meta('With approver', 'violet', 'Opened; reviews and the decision are awaited'),
      tags: ['locked', 'approver'],
      on: deciding,
    },
    deferred: {
      meta: meta('Deferred', 'violet', 'The approver has set a new date for the decision'),
      tags: ['locked', 'approver'],
      on: deciding,
    },
    inAssurance: {
      meta: meta('With second line', 'violet', 'Approved by the first line; the second line must assure it'),
      tags: ['locked', 'secondLine'],
      on: {
        assure: [
          { guard: when(...assuring, 'conditionsRemain'), target: 'approvedWithConditions', actions: tell('tellTeam', 'openNextStages') },
          { guard: when(...assuring), target: 'approved', actions: tell('tellTeam', 'openNextStages') },
        ],
        query: { guard: when(...signer, 'differsFromSigner', 'givesReason'), target: 'inReview', actions: tell('tellSigner') },
        stop: { guard: when(...signer, 'differsFromSigner', 'givesReason'), target: 'declined', actions: tell('tellTeam', 'tellSigner') },
      },
    },
    changesRequested: {
      meta: meta('Changes requested', 'amber', 'The team is answering what the approver asked for'),
      tags: ['editable', 'team'],
      on: {
        submit: { guard: when('somebodyDecides', ...ready, 'benefitsSettled', 'changesAnswered', 'staysWithinRequest', 'partnersConfirmed'), target: 'sent', actions: tell('tellSigner', 'tellReviewers') },
      },
    },
    approvedWithConditions: {
      meta: meta('Approved with conditions', 'teal', 'Approved; conditions are still to be met'),
      tags: ['locked', 'settled', 'passed'],
      on: { discharge: { guard: when('conditionsSettled'), target: 'approved', actions: tell('tellTeam', 'openNextStages') }, reopen },
    },
    approved: { meta: meta('Approved', 'green', 'Approved'), tags: ['locked', 'settled', 'passed'], on: { reopen } },
    declined: { meta: meta('Declined', 'red', 'Declined, with reasons'), tags: ['locked', 'settled'], on: { reopen } },
    finished: {
      meta: meta('Finished', 'green', 'Finished by the team; nobody decides on it'),
      tags: ['locked', 'settled', 'passed'],
      on: { reopen: { guard: when('givesReason'), target: 'drafting' } },
    },
  },
});
