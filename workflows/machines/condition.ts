import { setup } from 'xstate';
import type { ConditionFacts, Doing } from '../facts.ts';
import { conditionGuards } from '../guards.ts';
import { everyGuard, when as every, type StateMeta } from './lawful.ts';

export type ConditionEvent =
  | ({ type: 'sendEvidence' | 'verify' | 'sendBack' | 'waive' | 'fail' | 'reopen' | 'lapse' } & Doing)
  | ({ type: 'agree' | 'takeWords' | 'keepWords' } & Doing)
  | ({ type: 'askWords'; words: string } & Doing)
  | ({ type: 'extend'; until: string } & Doing);

const when = (...guards: (keyof typeof conditionGuards)[]) => every(...guards);
const meta = (title: string, tone: StateMeta['tone'], description: string): StateMeta => ({ title, tone, description });
const signer = ['isVerifier', 'isNotOwner', 'isIndependent', 'givesReason'] as const;
const extend = { guard: when(...signer, 'givesNewDate'), actions: ['tellOwner' as const] };
const reopen = { guard: when(...signer, 'decisionStands'), target: 'open', actions: ['tellOwner' as const] };
const lapse = { guard: when('decisionFell'), target: 'lapsed', actions: ['tellOwner' as const] };
const waive = { guard: when(...signer), target: 'waived', actions: ['tellOwner' as const] };

/** How one condition of an approval moves. It binds nobody before both sides have agreed its words, yet what it holds up waits. "Overdue" is worked out from its date. */
export const conditionMachine = setup({
  types: { context: {} as ConditionFacts, events: {} as ConditionEvent, meta: {} as StateMeta, tags: {} as 'open' | 'settled' | 'lapsed' | 'lead' | 'owner' | 'verifier' },
  guards: everyGuard<ConditionFacts, ConditionEvent>(conditionGuards),
  actions: { tellOwner: () => {}, tellVerifier: () => {} },
}).createMachine({
  id: 'condition',
  initial: 'proposed',
  context: ({ input }) => input as unknown as ConditionFacts,
  states: {
    proposed: {
      meta: meta('Words to agree', 'outline', 'The approver has written it; the team has still to agree the words'),
      tags: ['open', 'lead'],
      on: {
        agree: { guard: when('isTeamLead'), target: 'open', actions: ['tellVerifier', 'tellOwner'] },
        askWords: { guard: when('isTeamLead', 'givesWords', 'givesReason'), target: 'disputed', actions: ['tellVerifier'] },
        waive,
        lapse,
      },
    },
    disputed: {
      meta: meta('Other words asked for', 'violet', 'The team asks for other words; the approver has still to answer'),
      tags: ['open', 'verifier'],
      on: {
        takeWords: { guard: when('isVerifier', 'isNotOwner', 'isIndependent'), target: 'open', actions: ['tellOwner'] },
        keepWords: { guard: when(...signer), target: 'proposed', actions: ['tellOwner'] },
        waive,
        lapse,
      },
    },
    open: {
      meta: meta('Open', 'outline', 'The owner has still to show that it is met'),
      tags: ['open', 'owner'],
      on: {
        sendEvidence: { guard: when('isOwner', 'givesEvidence'), target: 'evidenceSent', actions: ['tellVerifier'] },
        extend,
        waive,
        fail: { guard: when(...signer), target: 'notMet', actions: ['tellOwner'] },
        lapse,
      },
    },
    evidenceSent: {
      meta: meta('Evidence sent', 'violet', 'The person named to check it has still to look'),
      tags: ['open', 'verifier'],
      on: {
        verify: { guard: when('isVerifier', 'isNotOwner', 'isIndependent'), target: 'met', actions: ['tellOwner'] },
        sendBack: { guard: when(...signer), target: 'open', actions: ['tellOwner'] },
        waive,
        fail: { guard: when(...signer), target: 'notMet', actions: ['tellOwner'] },
        lapse,
      },
    },
    met: { meta: meta('Met', 'green', 'Checked and met'), tags: ['settled'], on: { reopen } },
    notMet: { meta: meta('Not met', 'red', 'Checked and not met'), tags: ['open'], on: { reopen, waive, lapse } },
    waived: { meta: meta('Waived', 'grey', 'No longer asked for, with the reason'), tags: ['settled'], on: { reopen } },
    lapsed: { meta: meta('No longer in force', 'grey', 'Closed: the decision that set it no longer stands'), tags: ['settled', 'lapsed'], type: 'final' },
  },
});
