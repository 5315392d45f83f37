import { setup } from 'xstate';
import type { BenefitFacts, Doing } from '../facts.ts';
import { benefitGuards } from '../guards.ts';
import { everyGuard, when as every, type StateMeta } from './lawful.ts';

export type BenefitEvent = {
  type: 'describe' | 'contract' | 'leaveOut' | 'agree' | 'record' | 'restate' | 'judge' | 'withdraw' | 'reinstate';
} & Doing;

const when = (...guards: (keyof typeof benefitGuards)[]) => every(...guards);
const meta = (title: string, tone: StateMeta['tone'], description: string): StateMeta => ({ title, tone, description });

/* Every move names its target, its own state too: a move with neither target nor effect counts as none. */

/** Once it is in the contract, how it is measured stays complete; from go-live on it stays as it was. */
const describe = <S extends string>(target: S) => ({ guard: when('notFixed', 'isMeasurable'), target });
const contractTo = <S extends string>(target: S) => ({ guard: when('isMeasurable', 'namesClause'), target });
const contract = [{ guard: when('isMeasurable', 'namesClause', 'hasResults'), target: 'measuring' as const }, contractTo('contracted')];
const leaveOut = <S extends string>(target: S) => ({ guard: when('givesReason'), target });
const agree = <S extends string>(target: S) => ({ guard: when('isOffRamp'), target });
const record = <S extends string>(target: S) => ({ guard: when('isMeasured'), target });
const restate = <S extends string>(target: S) => ({ guard: when('isMeasurable', 'otherSideAgrees', 'givesReason'), target });
const judge = { guard: when('isIndependent', 'givesReasonWhereItDiffers'), target: 'judged' as const };
const withdraw = { guard: when('givesReason'), target: 'withdrawn' as const };

/** How one promised benefit moves from the promise to a verdict. Whether it is in the contract stays on its record in every later state. */
export const benefitMachine = setup({
  types: { context: {} as BenefitFacts, events: {} as BenefitEvent, meta: {} as StateMeta, tags: {} as 'live' | 'settled' | 'measured' },
  guards: everyGuard<BenefitFacts, BenefitEvent>(benefitGuards),
}).createMachine({
  id: 'benefit',
  initial: 'promised',
  context: ({ input }) => input as unknown as BenefitFacts,
  states: {
    promised: {
      meta: meta('Promised', 'outline', 'It still needs a measure, a starting figure or a target'),
      tags: ['live'],
      on: {
        describe: [{ guard: when('isMeasurable'), target: 'measurable' }, { target: 'promised' }],
        contract, leaveOut: leaveOut('notContracted'), record: record('promised'), withdraw,
      },
    },
    measurable: {
      meta: meta('Measurable', 'blue', 'It can be measured. Whether it goes into the contract is still to be decided'),
      tags: ['live'],
      on: {
        describe: [{ guard: when('isMeasurable'), target: 'measurable' }, { target: 'promised' }],
        contract, leaveOut: leaveOut('notContracted'), record: record('measurable'), withdraw,
      },
    },
    contracted: {
      meta: meta('In the contract', 'blue', 'The contract asks for it. Nothing has been measured yet'),
      tags: ['live', 'settled'],
      on: {
        describe: describe('contracted'), contract: contractTo('contracted'), leaveOut: leaveOut('notContracted'),
        record: record('measuring'), restate: restate('contracted'), judge, withdraw,
      },
    },
    notContracted: {
      meta: meta('Not in the contract', 'grey', 'Left out of the contract, with the reason recorded'),
      tags: ['live', 'settled'],
      on: {
        describe: { guard: when('notFixed'), target: 'notContracted' }, contract, leaveOut: leaveOut('notContracted'), agree: agree('notContracted'),
        record: record('measuring'), restate: restate('notContracted'), judge, withdraw,
      },
    },
    measuring: {
      meta: meta('Being measured', 'violet', 'Results are coming in'),
      tags: ['live', 'settled', 'measured'],
      on: {
        describe: describe('measuring'), contract: contractTo('measuring'), leaveOut: leaveOut('measuring'), agree: agree('measuring'),
        record: record('measuring'), restate: restate('measuring'), judge, withdraw,
      },
    },
    judged: {
      meta: meta('Judged', 'teal', 'A verdict has been given. It is measured on until its last review'),
      tags: ['live', 'settled', 'measured'],
      on: {
        describe: describe('judged'), contract: contractTo('judged'), leaveOut: leaveOut('judged'), agree: agree('judged'),
        record: record('measuring'), restate: restate('measuring'), judge, withdraw,
      },
    },
    withdrawn: {
      meta: meta('Withdrawn', 'grey', 'No longer promised, with the reason recorded'),
      tags: [],
      on: { reinstate: [{ guard: when('givesReason', 'isMeasurable'), target: 'measurable' }, { guard: when('givesReason'), target: 'promised' }] },
    },
  },
});
