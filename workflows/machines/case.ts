import { setup } from 'xstate';
import type { CaseFacts, Doing } from '../facts.ts';
import { caseGuards } from '../guards.ts';
import { everyGuard, when as every, type StateMeta } from './lawful.ts';

type Verb =
  | 'develop' | 'mobilise' | 'authorise' | 'goLive' | 'pause' | 'resume' | 'freeze' | 'unfreeze' | 'withdraw' | 'decline' | 'reopen'
  | 'close' | 'windUp' | 'bringBack' | 'merge';
export type CaseEvent = { type: Verb } & Doing;

const when = (...guards: (keyof typeof caseGuards)[]) => every(...guards);
const meta = (title: string, tone: StateMeta['tone'], description: string): StateMeta => ({ title, tone, description });
const reasoned = (target: string) => ({ guard: when('givesReason'), target, actions: ['tellEveryone' as const] });

/** Where a case stands is worked out again from its stages, so nothing need remember where it was. */
const carryOn = [
  { guard: when('givesReason', 'transferApproved'), target: 'authorised', actions: ['tellEveryone' as const] },
  { guard: when('givesReason', 'contractApproved'), target: 'mobilising', actions: ['tellEveryone' as const] },
  { guard: when('givesReason', 'proposalApproved'), target: 'developing', actions: ['tellEveryone' as const] },
  { guard: when('givesReason'), target: 'idea', actions: ['tellEveryone' as const] },
];
const stops = { pause: reasoned('paused'), freeze: reasoned('frozen'), withdraw: reasoned('withdrawn'), decline: reasoned('declined') };

/** How a whole case moves. The stages are rows of their own with their own machine. */
export const caseMachine = setup({
  types: { context: {} as CaseFacts, events: {} as CaseEvent, meta: {} as StateMeta, tags: {} as 'moving' | 'standing' | 'live' | 'ended' },
  guards: everyGuard<CaseFacts, CaseEvent>(caseGuards),
  actions: { tellEveryone: () => {} },
}).createMachine({
  id: 'case',
  initial: 'idea',
  context: ({ input }) => input as unknown as CaseFacts,
  states: {
    idea: {
      meta: meta('Idea', 'blue', 'The team is finding out whether this is right for them'),
      tags: ['moving'],
      on: { develop: { guard: when('proposalApproved'), target: 'developing' }, ...stops },
    },
    developing: {
      meta: meta('In development', 'outline', 'The proposal is approved; the case is being built'),
      tags: ['moving'],
      on: { mobilise: { guard: when('contractApproved'), target: 'mobilising' }, ...stops },
    },
    mobilising: {
      meta: meta('Mobilising', 'violet', 'The contract is approved; the transfer is being prepared'),
      tags: ['moving'],
      on: {
        authorise: { guard: when('transferApproved', 'nothingReopened', 'noConditionInTheWay', 'failurePlanReady'), target: 'authorised', actions: ['tellEveryone'] },
        ...stops,
      },
    },
    authorised: {
      meta: meta('Go-live authorised', 'teal', 'Go-live is authorised; the transfer day is awaited'),
      tags: ['moving'],
      on: {
        goLive: { guard: when('transferApproved', 'nothingReopened', 'transferDayReached', 'noConditionInTheWay', 'failurePlanReady'), target: 'live', actions: ['tellEveryone'] },
        ...stops,
      },
    },
    live: {
      meta: meta('Live', 'green', 'The enterprise runs the service; its benefits are reviewed'),
      tags: ['live'],
      on: { close: reasoned('closed'), windUp: reasoned('woundUp'), bringBack: reasoned('returned'), merge: reasoned('merged') },
    },
    paused: {
      meta: meta('Paused', 'grey', 'Paused by the team; clocks stand still'),
      tags: ['standing'],
      on: { resume: carryOn, withdraw: stops.withdraw, freeze: stops.freeze },
    },
    frozen: {
      meta: meta('Frozen', 'red', 'Frozen by a legal challenge; nothing moves, and go-live cannot happen'),
      tags: ['standing'],
      on: { unfreeze: carryOn, withdraw: stops.withdraw, decline: stops.decline },
    },
    declined: { meta: meta('Declined', 'red', 'Declined at a gate, with reasons'), tags: ['ended'], on: { reopen: carryOn } },
    withdrawn: { meta: meta('Withdrawn', 'grey', 'Withdrawn by the team'), tags: ['ended'], on: { reopen: carryOn } },
    closed: { meta: meta('Closed', 'grey', 'The contract ended as planned'), tags: ['ended'], type: 'final' },
    woundUp: { meta: meta('Wound up', 'grey', 'The enterprise was wound up'), tags: ['ended'], type: 'final' },
    returned: { meta: meta('Brought back', 'grey', 'The service went back to a public body'), tags: ['ended'], type: 'final' },
    merged: { meta: meta('Merged', 'grey', 'The enterprise joined another'), tags: ['ended'], type: 'final' },
  },
});
