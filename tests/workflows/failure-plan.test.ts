import { describe, expect, it } from 'vitest';
import type { AnswerValue, CheckInput } from '#workflows/checks/check.ts';
import { failurePlanChecks } from '#workflows/checks/failure-plan.ts';
import { findings } from '#workflows/checks/index.ts';
import { failurePlanComputations } from '#workflows/computed/failure-plan.ts';
import { computations } from '#workflows/computed/index.ts';
import { stageSchema, type Pathway, type Question } from '#workflows/definition.ts';
import { EVENT_SIGNS, NUMBER_SIGNS, signState, warningLevel, type SignState } from '#workflows/early-warning.ts';
import { failurePlan as written } from '#workflows/stages/failure-plan.ts';

const failurePlan = stageSchema.parse(written);
const questions: Question[] = failurePlan.groups.flatMap((group) => group.sections.flatMap((section) => section.questions));
const labels: Pathway['labels'] = {
  team: 'team', parent: 'parent organisation', commissioner: 'commissioner', approver: 'board sponsor', approverBody: 'parent board',
  secondLine: 'regional team', enterprise: 'mutual', contractRegime: 'Provider Selection Regime', support: 'support unit',
};
const pathway = { key: 'public-service-mutual' as const, labels, smallTeam: { maxStaff: 25, maxBudgetPence: 100_000_000, source: { title: 'Slipway default' } } };
const today = '2026-11-23';
type Answers = Record<string, AnswerValue>;
const reader = (answers: Answers) => (key: string) => (Object.hasOwn(answers, key) ? answers[key] : undefined);
const ask = (key: string) => questions.find((q) => q.key === key)!;
const found = (key: string, value: AnswerValue, answers: Answers = {}) => {
  const question = ask(key);
  const input: CheckInput = { question, value, answer: reader({ [key]: value, ...answers }), pathway, today };
  return findings(question.rules ?? [], input).map((f) => `${f.severity}: ${f.message}`);
};
const work = (name: string, answers: Answers, params: Record<string, unknown> = {}) => computations[name]!({ answer: reader(answers), params, pathway, today });

const service = (name: string, extra: object = {}) => ({
  name, essential: 'yes', alone: 'yes', inequality: 'no', dependents: 'no', protect: 'yes', reason: 'None within an hour', ...extra,
});
const fallback = (name: string, extra: object = {}) => ({ name, provider: 'County Hospital Trust', days: 5, agreed: 'yes', written: '2026-10-01', ...extra });

describe('essential services', () => {
  it.each<[string, object[], string[]]>([
    ['that meets a test and is protected', [service('Falls')], []],
    ['that meets none and is not', [service('Falls', { alone: 'no', protect: 'no' })], []],
    ['protected but not essential', [service('Falls', { essential: 'no' })], ['block: Falls cannot be protected and not essential. Change one of the two answers']],
    ['that meets a test but is not protected', [service('Falls', { protect: 'no' })], ['warn: Falls meets a test but is not protected. Check that your reason would stand up']],
    ['protected without a test', [service('Falls', { alone: 'no' })], ['warn: Falls is protected but meets none of the 3 tests. Say why in your reason']],
  ])('finds a service %s', (_, rows, expected) => expect(found('cont.essential', rows as AnswerValue)).toEqual(expected));

  it('sums the tests up', () => {
    const rows = [service('Falls'), service('Podiatry', { alone: 'no', protect: 'no' }), service('Stroke', { alone: 'no', inequality: 'yes' })];
    expect(work('protectionSummary', { 'cont.essential': rows })).toEqual({ value: '2 of 3 services meet a test', unit: 'text', working: 'Protected: Falls, Stroke' });
    expect(work('protectionSummary', { 'cont.essential': [service('Falls')] }).value).toBe('1 of 1 service meets a test');
    expect(work('protectionSummary', {}).value).toBeNull();
  });

  it.each<[string, string, Answers, number]>([
    ['exempt, small and reported each month', 'exempt', { 'con.finance_return': 'monthly', 'con.annual_value': 300_000_000 }, 0],
    ['exempt without a monthly return', 'exempt', { 'con.finance_return': 'quarterly' }, 1],
    ['exempt with a protected service', 'exempt', { 'con.finance_return': 'monthly', 'cont.essential': [service('Falls')] }, 1],
    ['exempt at £10m a year', 'exempt', { 'con.finance_return': 'monthly', 'con.annual_value': 1_000_000_000 }, 1],
    ['before there were licences', 'no-licence-then', { 'con.finance_return': 'monthly', 'con.annual_value': 1_000_000_000, 'cont.essential': [service('Falls')] }, 0],
    ['licensed', 'held', {}, 0],
  ])('checks a provider %s', (_, value, answers, count) => expect(found('cont.licence', value, answers)).toHaveLength(count));
});

describe('fallback providers', () => {
  const essential = [service('Falls'), service('Podiatry'), service('Acupuncture', { essential: 'no', protect: 'no' })];
  it.each<[string, object[], string[]]>([
    ['for each essential service', [fallback('Falls'), fallback(' podiatry ')], []],
    ['for one of 2', [fallback('Falls')], ['block: Name a fallback provider, and the days it needs, for: Podiatry']],
    ['without a name', [fallback('Falls'), fallback('Podiatry', { provider: null })], ['block: Name a fallback provider, and the days it needs, for: Podiatry']],
    ['without days', [fallback('Falls'), fallback('Podiatry', { days: null })], ['block: Name a fallback provider, and the days it needs, for: Podiatry']],
    ['ready at once', [fallback('Falls', { days: 0 }), fallback('Podiatry')], []],
    ['not yet agreed in writing', [fallback('Falls'), fallback('Podiatry', { written: null })], ['warn: Ask the fallback to agree in writing, and enter the date, for: Podiatry']],
    ['that have not agreed', [fallback('Falls', { agreed: 'no' }), fallback('Podiatry')], ['warn: Ask the fallback to agree in writing, and enter the date, for: Falls']],
  ])('named %s', (_, rows, expected) => expect(found('cont.alt_provider', rows as AnswerValue, { 'cont.essential': essential })).toEqual(expected));

  it('must come within the longest safe gap', () => {
    const answers = { 'cont.essential': [service('Falls')], 'cont.service_detail': [{ name: 'Falls', hours: 48 }] };
    expect(found('cont.alt_provider', [fallback('Falls')], answers)).toEqual(['warn: The fallback for Falls needs 5 days, but the longest safe gap is 48 hours. Plan cover for the time between']);
    expect(found('cont.alt_provider', [fallback('Falls', { days: 2 })], answers)).toEqual([]);
    expect(found('cont.alt_provider', [fallback('Falls'), fallback('Falls', { days: 1 })], answers)).toEqual([]);
  });

  it('says nothing while the services are not known', () => expect(found('cont.alt_provider', [fallback('Falls')])).toEqual([]));
});

describe('scenarios', () => {
  const full = ask('cont.scenarios').fixedRows!.map(({ key }) => ({ row: key, trigger: 'T', warning: 'W', response: 'R', lead: 'Director', time: 0, unit: 'hours' }));
  it('are 13', () => expect(full).toHaveLength(13));
  it('must all be answered', () => {
    expect(found('cont.scenarios', full)).toEqual([]);
    expect(found('cont.scenarios', full.slice(0, -1))).toEqual(['block: Answer the rest of the scenarios: The transfer is stopped before it happens']);
    expect(found('cont.scenarios', full.map((row) => (row.row === 'cyber' || row.row === 'fraud' ? { ...row, lead: null } : row)) as AnswerValue)).toEqual([
      'block: Answer the rest of the scenarios: Cyber attack, Fraud',
    ]);
  });
});

describe('warning signs', () => {
  it('are T1 to T18', () => {
    const numbers = new Set([...NUMBER_SIGNS, ...EVENT_SIGNS].flatMap(({ key }) => /^t(\d+)-/.exec(key)?.[1] ?? []).map(Number));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
  });

  it.each(NUMBER_SIGNS.map((sign) => [sign.key, sign] as const))('%s turns from clear to amber to red', (_, { worse, amber, red }) => {
    const step = worse === 'under' ? -0.01 : 0.01;
    expect([signState(worse, amber, amber, red), signState(worse, amber + step, amber, red), signState(worse, red, amber, red), signState(worse, red + step, amber, red)]).toEqual(['clear', 'amber', 'amber', 'red']);
  });

  const level = (states: Record<string, SignState>, cash?: number) => warningLevel(new Map(Object.entries(states)), cash);
  it.each<[string, Record<string, SignState>, number | undefined, string]>([
    ['nothing', {}, undefined, 'usual'],
    ['2 amber', { 't8-agency': 'amber', 't7-sickness': 'amber' }, 40, 'usual'],
    ['3 amber', { 't8-agency': 'amber', 't7-sickness': 'amber', 't6-turnover': 'amber' }, 40, 'enhanced'],
    ['one red', { 't8-agency': 'red' }, 40, 'enhanced'],
    ['2 red about staff', { 't8-agency': 'red', 't7-sickness': 'red' }, 40, 'enhanced'],
    ['2 red, one about cash', { 't8-agency': 'red', 't1-cash-days': 'red' }, 12, 'contingency'],
    ['2 red, one about the regulator', { 't8-agency': 'red', 't11-cqc': 'red' }, undefined, 'contingency'],
    ['7 days of cash', { 't1-cash-days': 'red' }, 7, 'enhanced'],
    ['under 7 days of cash', { 't1-cash-days': 'red' }, 6.9, 'invoke'],
    ['advice on insolvency', { 'insolvency-advice': 'red' }, 90, 'invoke'],
  ])('%s', (_, states, cash, expected) => expect(level(states, cash)).toBe(expected));

  const now = (row: string, value: number, extra: object = {}) => ({ row, amber: null, red: null, feed: 'finance-return', now: value, ...extra });
  it('put the plan into action 2 months after a contract was renewed', () => {
    const renewed = { 'con.start': '2026-09-29', 'con.end': '2029-09-28', 'con.signing_date': '2026-09-25' };
    const signs = [now('t1-cash-days', 4), now('t4-supplier-days', 75), now('t17-contract-end', 34)];
    expect(work('earlyWarningLevel', { ...renewed, 'cont.ewi': signs })).toEqual({
      value: 'Put the plan into action', unit: 'text', working: '2 red and 0 amber of 3 signs with a figure',
    });
  });

  it.each<[string, Answers, Record<string, unknown>, string | null]>([
    ['no figure', { 'cont.ewi': [{ row: 't1-cash-days', amber: null, red: null, feed: 'ledger', now: null }] }, {}, null],
    ['nothing', {}, {}, null],
    ['our defaults', { 'cont.ewi': [now('t1-cash-days', 14)] }, {}, 'Enhanced monitoring'],
    ['thresholds of its own', { 'cont.ewi': [now('t1-cash-days', 14, { amber: 12, red: 8 })] }, {}, 'Business as usual'],
    ['an event', { 'cont.ewi_events': [{ row: 't11-cqc', now: 'red' }, { row: 't4-arrears', now: 'red' }] }, {}, 'Contingency planning'],
    ['readings of another stage', { 'cont.ewi': [now('t1-cash-days', 40, { amber: 60, red: 50 })], 'x.now': [{ row: 't1-cash-days', now: 45 }] }, { readings: 'x.now' }, 'Enhanced monitoring'],
    ['another floor for cash', { 'cont.ewi': [now('t1-cash-days', 14)] }, { invokeCashDays: 15 }, 'Put the plan into action'],
  ])('work out the level from %s', (_, answers, params, value) => expect(work('earlyWarningLevel', answers, params).value).toBe(value));

  it.each<[string, object, string[]]>([
    ['left empty', {}, []],
    ['in order', { amber: 40, red: 20 }, []],
    ['the wrong way round', { amber: 20, red: 40 }, ['block: Red for "Days of cash" must be lower than amber, 20, because fewer is worse']],
    ['red alone, past our amber', { red: 30 }, ['block: Red for "Days of cash" must be lower than amber, 30, because fewer is worse']],
  ])('have cash thresholds %s', (_, extra, expected) =>
    expect(found('cont.ewi', [now('t1-cash-days', 40, extra)]).filter((line) => line.startsWith('block'))).toEqual(expected));

  it('have thresholds in the words of the pathway', () =>
    expect(found('cont.ewi', [now('t18-late-payment', 0, { amber: 20, red: 10 })])).toContain('block: Red for "Days the commissioner is late to pay" must be higher than amber, 20, because more is worse'));

  it('need a source', () => {
    expect(found('cont.ewi', [now('t8-agency', 1, { feed: 'none' })])).toContain('warn: These signs have no source yet. Choose one that is already reported: Agency staff, % of pay');
    expect(found('cont.ewi_events', [{ row: 't11-cqc', feed: 'none' }])).toContain('warn: These signs have no source yet. Choose one that is already reported: Care Quality Commission');
  });

  it('lead to a ladder with 2 people on each step', () => {
    const steps = ask('cont.ladder').fixedRows!.map(({ key }) => ({ row: key, action: 'A', days: 10, first: 'Director', second: 'Contract manager' }));
    expect(found('cont.ladder', steps)).toEqual([]);
    expect(found('cont.ladder', steps.map((row) => (row.row === 'step-in' ? { ...row, second: 'director' } : row)))).toEqual(['warn: Name 2 different people to approve a move to: Level 3, step-in']);
  });
});

describe('step-in, money and owners', () => {
  it('have 2 owners', () => {
    const person = (name: string) => ({ name, jobTitle: 'Lead', employer: '', email: '' });
    expect(found('cont.owner_provider', person('Ann Lee'), { 'cont.owner_commissioner': person('ann lee') })).toHaveLength(1);
    expect(found('cont.owner_provider', person('Ann Lee'), { 'cont.owner_commissioner': person('Karen Hall') })).toEqual([]);
    expect(found('cont.owner_provider', person('Ann Lee'))).toEqual([]);
  });

  it('have a place in the contract', () => {
    const placed = ['step-in', 'exit', 'insolvency'].map((row) => ({ row, schedule: 's2i', clause: null }));
    expect(found('cont.step_in', 'When cash runs out', { 'con.clauses': placed })).toEqual([]);
    expect(found('cont.step_in', 'When cash runs out', { 'con.clauses': placed.slice(1) })).toEqual(['warn: Find a place in the contract for these terms: step-in']);
    expect(found('cont.step_in', 'When cash runs out')).toEqual(['warn: Find a place in the contract for these terms: step-in, exit, insolvency']);
  });

  it('last 90 days at most by default', () => {
    expect(found('cont.step_in_days', 91)).toHaveLength(1);
    expect(found('cont.step_in_days', 90)).toEqual([]);
  });

  it('cover a month of pay', () => {
    const funding = [{ row: 'reserves', amount: 10_000_000 }, { row: 'guarantee', amount: 9_000_000 }];
    expect(found('cont.monthly_pay', 20_000_000, { 'cont.funding': funding })).toEqual(['warn: Money to keep going is £190,000, less than one month of pay, £200,000. Find a guarantee or more cash']);
    expect(found('cont.monthly_pay', 19_000_000, { 'cont.funding': funding })).toEqual([]);
    expect(work('runOffCover', { 'cont.monthly_pay': 20_000_000, 'cont.funding': funding }).value).toBe(1);
    expect(work('runOffCover', { 'cont.funding': funding }).value).toBeNull();
    expect(work('runOffCover', { 'cont.monthly_pay': 0, 'cont.funding': funding }).value).toBeNull();
  });
});

describe('exit', () => {
  it('copes with a handover pulled forward 4 months', () => {
    const end = { 'con.end': '2017-02-01' };
    expect(found('cont.exit_early_months', 4, end)).toEqual([]);
    expect(found('cont.exit_early_months', 3, end)).toEqual(['warn: We suggest you could hand over 4 months early, by 1 October 2016. Say in the exit plan what would have to change']);
    expect(found('cont.exit_early_months', 0)).toEqual(['warn: We suggest you could hand over 4 months early. Say in the exit plan what would have to change']);
    const params = { end: 'con.end', months: 'cont.exit_early_months' };
    expect(work('monthsBeforeEnd', { ...end, 'cont.exit_early_months': 4 }, params)).toEqual({ value: '2016-10-01', unit: 'date', working: '4 months before the contract ends on 1 February 2017' });
    expect(work('monthsBeforeEnd', end, params).value).toBeNull();
    expect(work('monthsBeforeEnd', { 'cont.exit_early_months': 4 }, params).value).toBeNull();
  });

  it.each<[string, string, number, number]>([
    ['exit work 11 months before the end', 'cont.exit_months', 11, 1],
    ['exit work 12 months before the end', 'cont.exit_months', 12, 0],
    ['staff list each 7 months', 'cont.staff_refresh', 7, 1],
    ['staff list each 6 months', 'cont.staff_refresh', 6, 0],
    ['staff list in 6 days', 'cont.staff_days', 6, 1],
    ['staff list in 5 days', 'cont.staff_days', 5, 0],
  ])('%s', (_, key, value, count) => expect(found(key, value)).toHaveLength(count));

  it('wants the first lists in a day', () => {
    const lists = ask('cont.exit_data').fixedRows!.map(({ key }) => ({ row: key, owner: 'Manager', hours: key === 'caseload' ? 48 : 24 }));
    expect(found('cont.exit_data', lists)).toEqual(['warn: We suggest 24 hours or fewer to produce these lists: Caseload and waiting list']);
  });

  const asset = (extra: object) => ({ asset: 'Scanner', funder: 'nhs', value: 600_000, reverts: 'yes', price: null, charge: 'no', consent: null, ...extra });
  it.each<[string, object, string[]]>([
    ['that comes back', {}, []],
    ['of which nothing is said', { reverts: null }, ['warn: Say whether this asset comes back if the provider fails: Scanner']],
    ['under £5,000', { reverts: null, value: 499_900 }, []],
    ['paid for by the enterprise', { reverts: null, funder: 'own' }, []],
    ['a lender could take', { charge: 'yes' }, ['warn: A lender could take this asset. Get agreement in writing, or free it: Scanner']],
    ['a lender could take, as agreed', { charge: 'yes', consent: 'yes' }, []],
  ])('looks at an asset %s', (_, extra, expected) => expect(found('cont.assets', [asset(extra)] as AnswerValue)).toEqual(expected));
});

describe('exercises', () => {
  const exercise = (type: string, date: string, result = 'met') => ({ type, date, people: 'Both owners', findings: 'Two gaps', result });
  const both = [exercise('desktop-insolvency', '2026-10-06'), exercise('data-extract', '2026-11-02', 'partly')];
  const action = (extra: object) => ({ action: 'Fix the list', owner: 'Manager', due: '2026-11-22', urgent: 'yes', closed: null, ...extra });
  it.each<[string, Answers, 'yes' | 'no', string]>([
    ['both kinds', { 'cont.exercises': both }, 'yes', 'Both exercises were held. The last one was on 2 November 2026'],
    ['both kinds, said to be held', { 'cont.exercise_held': 'yes', 'cont.exercises': both }, 'yes', 'Both exercises were held. The last one was on 2 November 2026'],
    ['none, with old rows left over', { 'cont.exercise_held': 'no', 'cont.exercises': both }, 'no', 'No desk-top exercise on money running out in the last 12 months that met its objectives. No test of producing the handover lists in the last 12 months that met its objectives'],
    ['one kind', { 'cont.exercises': both.slice(0, 1) }, 'no', 'No test of producing the handover lists in the last 12 months that met its objectives'],
    ['one that failed', { 'cont.exercises': [both[0]!, exercise('data-extract', '2026-11-02', 'not-met')] }, 'no', 'No test of producing the handover lists in the last 12 months that met its objectives'],
    ['one too long ago', { 'cont.exercises': [both[1]!, exercise('desktop-insolvency', '2025-11-22')] }, 'no', 'No desk-top exercise on money running out in the last 12 months that met its objectives'],
    ['one a year ago today', { 'cont.exercises': [both[1]!, exercise('desktop-insolvency', '2025-11-23')] }, 'yes', 'Both exercises were held. The last one was on 2 November 2026'],
    ['one that is planned', { 'cont.exercises': [both[0]!, exercise('data-extract', '2026-12-02')] }, 'no', 'No test of producing the handover lists in the last 12 months that met its objectives'],
    ['both, with an urgent action late', { 'cont.exercises': both, 'cont.exercise_actions': [action({})] }, 'no', '1 urgent action is late'],
    ['both, with an urgent action done', { 'cont.exercises': both, 'cont.exercise_actions': [action({ closed: '2026-11-20' })] }, 'yes', 'Both exercises were held. The last one was on 2 November 2026'],
    ['both, with an urgent action due today', { 'cont.exercises': both, 'cont.exercise_actions': [action({ due: today })] }, 'yes', 'Both exercises were held. The last one was on 2 November 2026'],
    ['both, with a lesser action late', { 'cont.exercises': both, 'cont.exercise_actions': [action({ urgent: 'no' })] }, 'yes', 'Both exercises were held. The last one was on 2 November 2026'],
  ])('of %s', (_, answers, value, working) => expect(work('failurePlanExercised', answers, { months: 12 })).toEqual({ value, unit: 'text', working }));

  it('come before the transfer and are repeated', () => {
    const transfer = { 'hr.transfer_date': '2027-04-01' };
    expect(found('cont.test_date', '2027-03-11', transfer)).toEqual([]);
    expect(found('cont.test_date', '2027-03-12', transfer)).toEqual(['warn: First exercise should be by 11 March 2027, 21 days before the transfer, so that there is time to act on it']);
    expect(found('cont.test_date', '2027-03-12')).toEqual([]);
    expect(found('cont.next_review', '2028-03-11', { 'cont.test_date': '2027-03-11' })).toEqual([]);
    expect(found('cont.next_review', '2028-03-12', { 'cont.test_date': '2027-03-11' })).toEqual(['warn: Next review should be by 11 March 2028, 12 months after the first exercise']);
    expect(found('cont.next_review', '2027-03-01', { 'cont.test_date': '2027-03-11' })).toEqual(['block: Next review must be after the first exercise']);
  });

  it('have happened when they are listed, and their urgent actions are not late', () => {
    expect(found('cont.exercises', [both[0]!, exercise('call-tree', '2026-11-24')])).toEqual(['block: Exercise date must be today or in the past']);
    expect(found('cont.exercise_actions', [action({})] as AnswerValue)).toEqual(['warn: These urgent actions are late. Close them or the exercise does not count: Fix the list']);
  });

  it('are one of the 8 checks of the plan', () => {
    expect(work('failurePlanGate', {}).value).toBe('0 of 8 checks met');
    const ready: Answers = {
      'cont.essential': [service('Falls')],
      'cont.alt_provider': [fallback('Falls')],
      'con.clauses': [{ row: 'step-in', schedule: 's2g' }, { row: 'exit', schedule: 's2i' }],
      'cont.ewi': NUMBER_SIGNS.map(({ key }) => ({ row: key, feed: 'ledger' })),
      'cont.ewi_events': EVENT_SIGNS.map(({ key }) => ({ row: key, feed: 'regulator' })),
      'cont.accountable_signed': '2026-11-01',
      'cont.exercises': both,
      'cont.abort': 'The trust keeps the service',
      'cont.monthly_pay': 100,
      'cont.funding': [{ row: 'reserves', amount: 100 }],
    };
    expect(work('failurePlanGate', ready)).toEqual({ value: '8 of 8 checks met', unit: 'text', working: 'Nothing is left to do' });
    for (const key of Object.keys(ready)) expect(work('failurePlanGate', { ...ready, [key]: [] }).value).not.toBe('8 of 8 checks met');
    expect(work('failurePlanGate', { ...ready, 'cont.alt_provider': [fallback('Falls', { written: null })] }).working).toBe('Still to do: get every fallback agreed in writing');
  });
});

describe('every failure plan check and computation', () => {
  const odd: AnswerValue[] = ['', 'x', 'exempt', '2026-13-40', -1, 0, 1e15, [], ['a'], [{}], [{ row: null, name: null, date: 'x' }], {}];
  const cited = questions.flatMap((q) => q.rules ?? []);
  it('is cited', () => expect(Object.keys(failurePlanChecks).filter((name) => !cited.some((rule) => rule.check === name))).toEqual([]));
  it.each(Object.keys(failurePlanChecks))('%s is total', (name) => {
    const rule = cited.find((one) => one.check === name)!;
    for (const value of odd) {
      for (const other of [undefined, ...odd]) {
        expect(Array.isArray(findings([rule], { question: ask('cont.ladder'), value, answer: () => other, pathway, today }))).toBe(true);
      }
    }
  });
  it.each(Object.keys(failurePlanComputations))('%s is total', (name) => {
    for (const other of [undefined, ...odd]) expect(computations[name]!({ answer: () => other, params: {}, pathway, today })).toHaveProperty('working');
  });
});
