import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countThreads, missingOf, threadOf, type Promised, type ThreadCounts } from '#workflows/benefits.ts';
import { decide, hasTag } from '#workflows/decide.ts';
import { noBoard } from '#workflows/boards.ts';
import type { BenefitFacts, StageFacts } from '#workflows/facts.ts';
import type { BenefitEvent } from '#workflows/machines/benefit.ts';

/** Benefits of one case moved by people at random; the law is the real one, its facts come from the model. */
interface Model {
  benefits: { record: Promised; state: string; recorders: Set<number>; provider: number }[];
  /** What the record of events tells of each move, and no more. */
  events: { benefit: number; state: string; treatment: Promised['treatment']; agreed: boolean; readings: number }[];
  live: boolean;
  sent: number;
}
const EMPTY: Promised = {
  evidenceKind: null, measure: null, unit: null, direction: null, baseline: null, baselineSource: null, baselineOn: null, target: null, bandLow: null, bandHigh: null, targetOn: null,
  treatment: null, treatmentReason: null, treatmentAgreed: false, clause: null, frequency: null, readings: 0,
};
const WHOLE = { measure: 'Weeks', unit: 'weeks', direction: 'down', baseline: 16, baselineSource: 'List', baselineOn: '2026-03-31', target: 8, targetOn: '2028-03-31' };
const ACTS = ['promise', 'describe', 'undescribe', 'contract', 'leaveOut', 'agree', 'record', 'restate', 'judge', 'withdraw', 'reinstate', 'send', 'goLive'] as const;
const step = fc.record({ act: fc.constantFrom(...ACTS), which: fc.nat(3), who: fc.nat(4), says: fc.boolean(), differs: fc.boolean() });
type Step = { act: (typeof ACTS)[number]; which: number; who: number; says: boolean; differs: boolean };

const doing = (type: BenefitEvent['type'], { who, says }: Step) => ({ type, by: String(who), at: '2027-05-04T09:00:00.000Z', reason: says ? 'Said' : '' }) as BenefitEvent;

function act(model: Model, step: Step): void {
  if (step.act === 'promise') return promise(model, step);
  if (step.act === 'send') return send(model);
  if (step.act === 'goLive') return void (model.live ||= model.sent > 0);
  const index = step.which % Math.max(1, model.benefits.length);
  const benefit = model.benefits[index];
  if (!benefit) return;
  const type = step.act === 'undescribe' ? 'describe' : step.act;
  const after = changed(benefit.record, step);
  const facts: BenefitFacts = {
    missing: missingOf(after), isMeasured: after.measure !== null && after.unit !== null, isFixed: model.live && hasTag('benefit', benefit.state, 'settled'),
    namesClause: Boolean(after.clause && after.frequency), isOffRamp: after.treatment === 'notContracted' || after.treatment === 'monitored', results: benefit.record.readings,
    otherSideAgrees: step.differs, exclusion: benefit.recorders.has(step.who) || benefit.provider === step.who ? 'You recorded its results' : null, differsFromProposed: step.differs,
  };
  const decided = decide('benefit', benefit.state, facts, doing(type, step));
  if (!decided.ok) return;
  if (type === 'judge' && benefit.recorders.has(step.who)) throw new Error('a verdict by its recorder');
  if (type === 'record') benefit.recorders.add(step.who);
  Object.assign(benefit, { record: after, state: decided.state });
  model.events.push({ benefit: index, state: decided.state, treatment: after.treatment, agreed: after.treatmentAgreed, readings: after.readings });
}

function changed(record: Promised, { act, says }: Step): Promised {
  if (act === 'describe') return { ...record, ...WHOLE };
  if (act === 'undescribe') return { ...record, target: null };
  if (act === 'contract') return { ...record, treatment: 'contracted', clause: says ? '4.2' : null, frequency: 'monthly' };
  if (act === 'leaveOut') return { ...record, treatment: 'notContracted', treatmentReason: says ? 'Asked of all' : null, treatmentAgreed: false };
  if (act === 'agree') return { ...record, treatmentAgreed: true };
  if (act === 'record') return { ...record, readings: record.readings + 1 };
  return act === 'reinstate' ? { ...record, treatment: null, treatmentReason: null, treatmentAgreed: false } : record;
}

function promise(model: Model, { who, says }: Step): void {
  if (model.benefits.length >= 8) return;
  const state = says ? 'measurable' : 'promised';
  model.benefits.push({ record: says ? { ...EMPTY, ...WHOLE } : EMPTY, state, recorders: new Set(), provider: who });
  model.events.push({ benefit: model.benefits.length - 1, state, treatment: null, agreed: false, readings: 0 });
}

const live = (model: Model) => model.benefits.filter(({ state }) => state !== 'withdrawn');

/** The contract stage is sent when the law lets it. No promise it knows of may be silent then. */
function send(model: Model): void {
  const unsettledBenefits = live(model).filter(({ record }) => threadOf(record).undecided).map((_, i) => `Benefit ${i + 1}`);
  const facts = {
    noun: 'contract', isDecided: true, caseStands: null, waitingFor: [], conditionsInTheWay: [], toComplete: [], toAttach: [], blocks: [], unsettledBenefits, partnersToConfirm: [], unansweredChanges: 0, changedBeyond: [], sentAt: null, wasOpened: false,
    exclusion: null, isStale: false, missingReviews: [], objections: [], board: noBoard(false), needsAssurance: false, signedFirstLine: false, openConditions: 0, failurePlanGaps: [], reopened: [], hadAHand: null, coverFault: null, interestSaid: true,
  } satisfies StageFacts;
  if (!decide('stage', 'drafting', facts, { type: 'submit', by: '0', at: '2027-05-04T09:00:00.000Z' }).ok) return;
  for (const { record } of live(model)) {
    const contracted = record.treatment === 'contracted' && record.clause !== null && record.frequency !== null && missingOf(record).length === 0;
    const leftOut = record.treatment !== null && record.treatment !== 'contracted' && record.treatmentReason !== null && record.treatmentAgreed;
    if (!contracted && !leftOut) throw new Error('a contract was sent with a silent promise');
  }
  model.sent += 1;
}

/** Counts from the last event of each benefit alone. */
function recount(model: Model): Pick<ThreadCounts, 'promised' | 'contracted' | 'measured' | 'notContracted'> {
  const last = [...new Map(model.events.map((event) => [event.benefit, event])).values()].filter(({ state }) => state !== 'withdrawn');
  return {
    promised: last.length, contracted: last.filter((e) => e.treatment === 'contracted').length, measured: last.filter((e) => e.readings > 0).length,
    notContracted: last.filter((e) => e.treatment === 'notContracted' && e.agreed).length,
  };
}

it('keeps every promise over 10,000 histories: none disappears, none is silent in a contract sent, none judged by its recorder, and the events count the same', () => {
  let contracts = 0;
  let verdicts = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
      const model: Model = { benefits: [], events: [], live: false, sent: 0 };
      let promised = 0;
      for (const one of steps) {
        act(model, one);
        expect(model.benefits.length, 'a benefit disappeared').toBeGreaterThanOrEqual(promised);
        promised = model.benefits.length;
      }
      contracts += model.sent;
      verdicts += model.events.filter(({ state }) => state === 'judged').length;
      const counts = countThreads(live(model).map(({ record }) => threadOf(record)));
      expect(counts).toMatchObject(recount(model));
      expect(counts.contracted + counts.notContracted + counts.undecided, 'every promise is in the contract, out of it with a reason, or undecided').toBe(counts.promised);
    }),
    { numRuns: 10_000, seed: 20261129 },
  );
  expect(contracts, 'contracts were sent in some histories').toBeGreaterThan(1_000);
  expect(verdicts, 'verdicts were given in some histories').toBeGreaterThan(1_000);
}, 120_000);
