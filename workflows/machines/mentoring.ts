import { setup } from 'xstate';
import type { Doing, MentoringFacts } from '../facts.ts';
import { mentoringGuards } from '../guards.ts';
import { everyGuard, when as every, type StateMeta } from './lawful.ts';

export type MentoringEvent =
  | ({ type: 'ask' | 'passOver' | 'accept' | 'decline' | 'withdraw' | 'lapse' | 'begin' | 'goOn' | 'pause' | 'resume' } & Doing)
  | ({ type: 'end'; outcome: string } & Doing);

const when = (...guards: (keyof typeof mentoringGuards)[]) => every(...guards);
const meta = (title: string, tone: StateMeta['tone'], description: string): StateMeta => ({ title, tone, description });
const clear = ['caseGoesOn', 'notInConflict'] as const;
const end = { guard: when('mayEnd', 'namesOutcome'), target: 'ended', actions: ['tellOtherSide' as const] };
const withdraw = { guard: when('asksForTeam'), target: 'withdrawn' };

/**
 * How one adviser comes to mentor one case, and how that ends. Each choice of a team is a row of its own: the first is
 * asked, the others wait in line. Either side may end it, and need not say why.
 */
export const mentoringMachine = setup({
  types: { context: {} as MentoringFacts, events: {} as MentoringEvent, meta: {} as StateMeta, tags: {} as 'line' | 'asked' | 'agreed' | 'working' | 'over' },
  guards: everyGuard<MentoringFacts, MentoringEvent>(mentoringGuards),
  actions: { tellAdviser: () => {}, tellTeam: () => {}, tellOtherSide: () => {}, askNext: () => {}, giveAccess: () => {} },
}).createMachine({
  id: 'mentoring',
  initial: 'suggested',
  context: ({ input }) => input as unknown as MentoringFacts,
  states: {
    suggested: {
      meta: meta('Next in line', 'outline', 'Chosen by the team. Asked when those before have said no'),
      tags: ['line'],
      on: {
        ask: { guard: when('asksForTeam', ...clear, 'takesRequests', 'hasRoom', 'nobodyElseAsked'), target: 'requested', actions: ['tellAdviser'] },
        passOver: { guard: when('givesReason'), target: 'passedOver' },
        withdraw,
      },
    },
    requested: {
      meta: meta('Sent', 'violet', 'The adviser has still to answer'),
      tags: ['asked'],
      on: {
        accept: { guard: when('isAdviser', 'inTime', ...clear, 'hasRoom'), target: 'accepted', actions: ['giveAccess', 'tellTeam'] },
        decline: { guard: when('isAdviser'), target: 'declined', actions: ['tellTeam', 'askNext'] },
        withdraw: { ...withdraw, actions: ['tellAdviser'] },
        lapse: { guard: when('replyDayPassed'), target: 'lapsed', actions: ['tellTeam', 'askNext'] },
      },
    },
    accepted: {
      meta: meta('Accepted', 'blue', 'The adviser said yes. A first meeting is still to come'),
      tags: ['agreed'],
      on: { begin: { guard: when('isParty', ...clear), target: 'trial', actions: ['tellOtherSide'] }, end },
    },
    trial: {
      meta: meta('First meetings', 'blue', 'Up to 3 meetings to find out whether it works. Then both sides say whether to go on'),
      tags: ['agreed', 'working'],
      on: {
        goOn: [
          { guard: when('isParty', ...clear, 'otherSideGoesOn'), target: 'active', actions: ['tellOtherSide'] },
          { guard: when('isParty', ...clear), target: 'trial', actions: ['tellOtherSide'] },
        ],
        end,
      },
    },
    active: {
      meta: meta('Working together', 'green', 'Both sides agreed to go on'),
      tags: ['agreed', 'working'],
      on: { pause: { guard: when('isParty'), target: 'paused', actions: ['tellOtherSide'] }, end },
    },
    paused: {
      meta: meta('Paused', 'grey', 'No meetings for now. Either side can take it up again'),
      tags: ['agreed'],
      on: { resume: { guard: when('isParty', ...clear), target: 'active', actions: ['tellOtherSide'] }, end },
    },
    ended: { meta: meta('Ended', 'grey', 'Ended, with its outcome on record'), tags: ['over'], type: 'final' },
    declined: { meta: meta('Not this time', 'grey', 'The adviser could not take it on'), tags: ['over'], type: 'final' },
    withdrawn: { meta: meta('Taken back', 'grey', 'The team took the request back'), tags: ['over'], type: 'final' },
    lapsed: { meta: meta('No reply in time', 'grey', 'The day to reply by passed'), tags: ['over'], type: 'final' },
    passedOver: { meta: meta('Not asked', 'grey', 'It was not needed, or could no longer be asked'), tags: ['over'], type: 'final' },
  },
});
