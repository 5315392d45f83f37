import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noBoard } from '#workflows/boards.ts';
import { decide, hasTag } from '#workflows/decide.ts';
import { STAGES, type StageKey } from '#workflows/definition.ts';
import type { StageFacts } from '#workflows/facts.ts';
import { pathways } from '#workflows/index.ts';
import type { StageEvent } from '#workflows/machines/stage.ts';

/** A case as rows, walked by people at random; the law is the real one, the facts are computed from the model. */
interface Model {
  stages: Record<StageKey, { state: string; opened: boolean; version: number; decisions: { version: number; by: number; line: 1 | 2; live: boolean }[] }>;
  conditions: { stage: StageKey; blocks: 'nextStage' | 'goLive'; open: boolean }[];
}
const pathway = pathways['right-to-request'];
const entry = (key: StageKey) => pathway.stages.find((s) => s.stage.key === key)!;
/** People 0 to 2 were in the team once, 3 to 6 never. */
const inTeam = (person: number) => person < 3;
/** Person 6 has never said whether they have an interest. */
const hasSaid = (person: number) => person < 6;
const passed = (model: Model, key: StageKey) => hasTag('stage', model.stages[key].state, 'passed');

/** Decided stages it rests on that do not stand now. */
const reopened = (model: Model, key: StageKey): StageKey[] =>
  entry(key).opensAfter.flatMap((k) => [...reopened(model, k), ...(entry(k).signOff.signer === 'none' || passed(model, k) ? [] : [k])]);

function factsFor(model: Model, key: StageKey, person: number, saw: number): StageFacts {
  const stage = model.stages[key];
  const needed = entry(key).opensAfter;
  const live = stage.decisions.find((d) => d.version === stage.version && d.line === 1 && d.live);
  return {
    noun: key, isDecided: entry(key).signOff.signer !== 'none', caseStands: null,
    waitingFor: needed.filter((k) => !passed(model, k)), reopened: reopened(model, key),
    conditionsInTheWay: model.conditions.filter((c) => c.open && ((c.blocks === 'nextStage' && needed.includes(c.stage)) || (c.blocks === 'goLive' && key === 'transfer'))).map((c) => c.stage),
    toComplete: [], toAttach: [], blocks: [], unsettledBenefits: [], partnersToConfirm: [], unansweredChanges: 0, changedBeyond: [], sentAt: null, wasOpened: stage.opened,
    exclusion: inTeam(person) ? 'You were in this team' : null, hadAHand: null, coverFault: null, interestSaid: hasSaid(person), isStale: saw !== stage.version, missingReviews: [], objections: [], board: noBoard(false),
    needsAssurance: entry(key).signOff.secondLine === 'assures', signedFirstLine: live?.by === person,
    openConditions: model.conditions.filter((c) => c.stage === key && c.open).length, failurePlanGaps: key === 'transfer' && !passed(model, 'failure-plan') ? ['not approved'] : [],
  };
}

const EVENTS = ['open', 'submit', 'finish', 'takeBack', 'read', 'approve', 'approveWithConditions', 'requestChanges', 'decline', 'defer', 'assure', 'query', 'stop', 'discharge', 'reopen'] as const;
const step = fc.record({ stage: fc.constantFrom(...STAGES), event: fc.constantFrom(...EVENTS), person: fc.nat(6), stale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0), meets: fc.boolean() });

function act(model: Model, key: StageKey, type: (typeof EVENTS)[number], person: number, stale: boolean): void {
  const stage = model.stages[key];
  const facts = factsFor(model, key, person, stale ? stage.version - 1 : stage.version);
  const event = { type, by: String(person), at: '2026-05-04T09:00:00.000Z', reason: 'said', until: '2026-06-30', unjudged: 0, failedBlocking: [], conditions: 1, changes: 1, reasons: 1 } as unknown as StageEvent;
  const decided = decide('stage', stage.state, facts, event);
  if (!decided.ok) return;
  check(model, key, type, person, facts);
  if (type === 'submit') Object.assign(stage, { version: stage.version + 1, opened: false });
  if (type === 'read') stage.opened = true;
  if (['approve', 'approveWithConditions', 'requestChanges', 'decline'].includes(type)) stage.decisions.push({ version: stage.version, by: person, line: 1, live: true });
  if (type === 'assure' || type === 'stop') stage.decisions.push({ version: stage.version, by: person, line: 2, live: true });
  if (type === 'query' || type === 'stop' || type === 'reopen') for (const d of stage.decisions.filter((one) => one.line === 1 || type === 'reopen')) d.live = false;
  if (type === 'query' || type === 'stop' || type === 'reopen') for (const c of model.conditions.filter((one) => one.stage === key)) c.open = false;
  if (type === 'approveWithConditions') model.conditions.push({ stage: key, blocks: key === 'business-case' ? 'goLive' : 'nextStage', open: true });
  stage.state = decided.state;
}

/** What must never happen, looked at as each move is made. */
function check(model: Model, key: StageKey, type: string, person: number, facts: StageFacts): void {
  const decides = ['approve', 'approveWithConditions', 'requestChanges', 'decline', 'defer', 'assure', 'query', 'stop'].includes(type);
  if (decides && inTeam(person)) throw new Error('a person decided on their own case');
  if (decides && !hasSaid(person)) throw new Error('a person decided before they said whether they have an interest');
  if (decides && type !== 'assure' && type !== 'query' && type !== 'stop' && facts.isStale) throw new Error('an old version was decided on');
  if (type === 'open' && entry(key).opensAfter.some((k) => !passed(model, k))) throw new Error('a gate was skipped');
  if ((type.startsWith('approve') || type === 'assure') && reopened(model, key).length) throw new Error('a stage was approved over one that is open again');
  if ((type === 'open' || type.startsWith('approve')) && facts.conditionsInTheWay.length) throw new Error('a blocking condition was passed over');
  if (type.startsWith('approve') && key === 'transfer' && !passed(model, 'failure-plan')) throw new Error('go-live without a failure plan');
  if (['assure', 'query', 'stop'].includes(type) && facts.signedFirstLine) throw new Error('the first signer assured their own decision');
}

it('keeps the law over 10,000 histories: no own-case decision, no skipped gate, no two live decisions on a version', () => {
  let decisions = 0;
  let goneThrough = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 60, maxLength: 160 }), (steps) => {
      const model: Model = { conditions: [], stages: Object.fromEntries(STAGES.map((key) => [key, { state: key === 'readiness' ? 'drafting' : 'notOpen', opened: false, version: 0, decisions: [] }])) as unknown as Model['stages'] };
      for (const { stage, event, person, stale, meets } of steps) {
        act(model, stage, event, person, stale);
        // Half the time somebody helpful goes on with whatever can go on, so that histories reach the far gates.
        if (meets) helpfully(model, person);
        for (const { decisions: all } of Object.values(model.stages)) {
          const live = all.filter((d) => d.live).map((d) => `${d.version}/${d.line}`);
          if (new Set(live).size !== live.length) throw new Error('two live decisions on one version');
        }
      }
      decisions += Object.values(model.stages).reduce((sum, s) => sum + s.decisions.length, 0);
      goneThrough += passed(model, 'transfer') ? 1 : 0;
    }),
    { numRuns: 10_000, seed: 20261124 },
  );
  expect(decisions).toBeGreaterThan(20_000);
  expect(goneThrough).toBeGreaterThan(100);
}, 300_000);

const HELP: Record<string, (typeof EVENTS)[number][]> = { notOpen: ['open'], drafting: ['submit', 'finish'], sent: ['read'], inReview: ['approve', 'approveWithConditions'], deferred: ['approve'], inAssurance: ['assure'], changesRequested: ['submit'], approvedWithConditions: ['discharge'], declined: ['reopen'] };

function helpfully(model: Model, person: number): void {
  if (person % 2 === 0) for (const condition of model.conditions) condition.open = false;
  for (const key of STAGES) for (const type of HELP[model.stages[key].state] ?? []) act(model, key, type, person, false);
}
