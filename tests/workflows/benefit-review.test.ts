import { describe, expect, it } from 'vitest';
import type { AnswerValue, CheckInput } from '#workflows/checks/check.ts';
import { findings } from '#workflows/checks/index.ts';
import { computations } from '#workflows/computed/index.ts';
import { transferReviewChecks } from '#workflows/checks/transfer-review.ts';
import { transferReviewComputations } from '#workflows/computed/transfer-review.ts';
import { EVENT_SIGNS, NUMBER_SIGNS } from '#workflows/early-warning.ts';
import { stageSchema, type Question } from '#workflows/definition.ts';
import { isPercent, progress, promises, reaches, type Promise } from '#workflows/results.ts';
import { reviewSigns } from '#workflows/review-signs.ts';
import { review as written } from '#workflows/stages/review.ts';
import { transfer as writtenTransfer } from '#workflows/stages/transfer.ts';

const review = stageSchema.parse(written);
const pathway = {
  key: 'public-service-mutual' as const,
  labels: {
    team: 'team', parent: 'trust', commissioner: 'integrated care board', approver: 'board sponsor', approverBody: 'trust board',
    secondLine: 'regional team', enterprise: 'mutual', contractRegime: 'Provider Selection Regime', support: 'support unit',
  },
  smallTeam: { maxStaff: 25, maxBudgetPence: 100_000_000, source: { title: 'Slipway default' } },
};
const today = '2028-11-23';
type Answers = Record<string, AnswerValue>;
const reader = (answers: Answers) => (key: string) => (Object.hasOwn(answers, key) ? answers[key] : undefined);
const questions: Question[] = review.groups.flatMap((group) => group.sections.flatMap((section) => section.questions));
const ask = (key: string) => questions.find((q) => q.key === key)!;
const found = (key: string, value: AnswerValue, answers: Answers = {}) => {
  const input: CheckInput = { question: ask(key), value, answer: reader({ [key]: value, ...answers }), pathway, today };
  return findings(ask(key).rules ?? [], input).map((f) => `${f.severity}: ${f.message}`);
};
const work = (key: string, answers: Answers) => {
  const { name, params } = ask(key).computed!;
  return computations[name]!({ answer: reader(answers), params, pathway, today });
};

const sickness = { title: 'Less sickness', unit: '%', direction: 'down', baseline: 3.55, target: 2.5, targetOn: '2028-03-31' };
const waits = { title: 'Shorter waits', unit: 'weeks', direction: 'down', baseline: 16, target: 8, targetOn: '2028-09-30' };
const result = (benefit: string, value: number, unit: string, more: Record<string, string | number> = {}) => ({
  benefit, value, unit, quality: 'b', source: 'Staff records', ...more,
});

describe('results of benefits', () => {
  const answers = { benefits: [sickness] };
  it.each<[string, Record<string, string | number>, string[]]>([
    ['a percentage with its number', result('Less sickness', 2.4, '%', { n: 42, counts: 'people' }), []],
    ['a percentage alone', result('Less sickness', 2.4, '%'), ['block: Enter how many this percentage is out of: Less sickness']],
    ['a percentage in words alone', result('Less sickness', 2.4, 'per cent'), ['block: Enter how many this percentage is out of: Less sickness']],
    ['a denominator will do', result('Less sickness', 2.5, '%', { numerator: 5, denominator: 200 }), []],
    ['part and whole do not agree', result('Less sickness', 3.4, '%', { numerator: 5, denominator: 200 }), ['block: 5 out of 200 is 2.5%, not 3.4%: Less sickness. Change one of them']],
    ['part more than whole', result('Less sickness', 2.5, '%', { numerator: 250, denominator: 200 }), ['block: 250 out of 200 cannot be right: Less sickness. Check both numbers']],
    ['four people', result('Less sickness', 10, '%', { numerator: 4, denominator: 40 }), ['block: Leave out counts of people from 1 to 4, so that nobody can be recognised: Less sickness', 'note: "Less sickness" changed by 182%, from 3.55 to 10. Check the data, and say why you trust it']],
    ['four incidents', result('Less sickness', 2.4, '%', { n: 4, counts: 'events' }), ['note: Only 4 measured: Less sickness. Say which way it moved, and make no more of it']],
    ['nobody at all', result('Less sickness', 2.4, '%', { numerator: 0, n: 42 }), []],
    ['five people', result('Less sickness', 2.4, '%', { n: 5 }), ['note: Only 5 measured: Less sickness. Say which way it moved, and make no more of it']],
    ['days against a percentage', result('Less sickness', 8, 'days', { n: 42 }), ['block: "Less sickness" was promised in %. Give the result in %, not in days']],
    ['data nobody can rely on', result('Less sickness', 2.4, '%', { n: 42, quality: 'd' }), ['warn: This counts as not measured until the data can be relied on: Less sickness']],
  ])('%s', (_name, row, expected) => {
    expect(found('rev.actuals', [row], answers)).toEqual(expected);
  });

  it('finds a count of people in the result itself, and 22 days down to half a day', () => {
    expect(found('rev.actuals', [result('New volunteers', 3, 'people')])).toEqual([
      'block: Leave out counts of people from 1 to 4, so that nobody can be recognised: New volunteers',
    ]);
    const days = { ...sickness, unit: 'days', baseline: 22, target: 10 };
    expect(found('rev.actuals', [result('Less sickness', 0.5, 'days')], { benefits: [days] })).toEqual([
      'note: "Less sickness" changed by 98%, from 22 to 0.5. Check the data, and say why you trust it',
    ]);
  });

  it('names promised benefits without a result', () => {
    expect(found('rev.actuals', [result('less  SICKNESS', 2.4, '%', { n: 42 })], { benefits: [sickness, waits] })).toEqual([
      'warn: Add a result, or list it as dropped: Shorter waits',
    ]);
  });

  const promise = (direction: string, baseline: number | undefined, target: number | undefined): Promise => ({
    title: 'A', unit: '%', direction, baseline, target, targetOn: undefined,
  });
  it.each<[string, Promise, number, number | undefined, boolean | undefined]>([
    ['sickness down', promise('down', 3.55, 2.5), 1.74, 1.724, true],
    ['waits down', promise('down', 16, 8), 5, 1.375, true],
    ['a share up', promise('up', 40, 60), 50, 0.5, false],
    ['worse', promise('up', 40, 60), 30, -0.5, false],
    ['start is the target', promise('up', 40, 40), 50, undefined, true],
    ['no start', promise('up', undefined, 60), 70, undefined, true],
    ['no target', promise('down', 16, undefined), 5, undefined, undefined],
    ['kept', promise('maintain', 100, 100), 98.5, undefined, true],
    ['not kept', promise('maintain', 100, 100), 97, undefined, false],
    ['in a band', promise('band', 10, 20), 15, undefined, undefined],
  ])('progress: %s', (_name, of, value, way, reached) => {
    const far = progress(of, value);
    expect(far === undefined ? undefined : Math.round(far * 1000) / 1000).toBe(way === undefined ? undefined : Math.round(way * 1000) / 1000);
    expect(reaches(of, value)).toBe(reached);
  });

  it('says each result against its start and target', () => {
    const rows = [
      result('Less sickness', 1.74, '%', { n: 640 }),
      result('Shorter waits', 12, 'weeks', { comparator: 14 }),
      result('Shorter waits', 17, 'weeks'),
      result('Shorter waits', 16, 'weeks'),
      result('Shorter waits', 5, 'days'),
      result('Shorter waits', 5, 'weeks', { quality: 'd' }),
      result('Nobody promised this', 70, '%', { numerator: 28, denominator: 40 }),
    ];
    const { value, working } = work('rev.variance', { 'rev.actuals': rows, benefits: [sickness, waits] });
    expect(String(value).split('\n')).toEqual([
      'Less sickness: 1.74% (n = 640). Started at 3.55, target 2.5. Target reached, 172.4% of the way',
      'Shorter waits: 12 weeks. Started at 16, target 8. Target not reached, 50% of the way. Comparison figure: 14 weeks',
      'Shorter waits: 17 weeks. Started at 16, target 8. Worse than at the start',
      'Shorter waits: 16 weeks. Started at 16, target 8. No change from the start',
      'Shorter waits: 5 days. Not compared: the promise is in weeks',
      'Shorter waits: 5 weeks. Not measured: the data cannot be relied on',
      'Nobody promised this: 70% (28 of 40). Not compared: no promised benefit has this name',
    ]);
    expect(working).toBe('6 of 7 results match a promised benefit');
    expect(work('rev.variance', {}).value).toBeNull();
    expect(work('rev.variance', { 'rev.actuals': [{ benefit: 'A' }], benefits: [{ ...waits, title: 'A', baseline: '' }] }).value).toBe('A: no result');
  });

  it('reads promises and units in every spelling', () => {
    expect(promises(reader({ benefits: [{ title: null }, waits] }))).toHaveLength(1);
    expect(promises(reader({}))).toEqual([]);
    expect(['%', 'percent', 'Per cent', 'per cent of visits', 'percentage'].every(isPercent)).toBe(true);
    expect(['weeks', '', undefined].some(isPercent)).toBe(false);
  });
});

describe('the time a review covers', () => {
  const live = { 'hr.transfer_date': '2027-04-01' };
  it.each<[string, string, Answers, string[]]>([
    ['7 months live', '2027-11-30', live, ['note: Too early to judge before 1 April 2028, when you have been live for 12 months. Call what you find early signs']],
    ['12 months live', '2028-04-01', live, []],
    ['before transfer', '2027-03-31', live, ['warn: Last day of the period must be after the transfer date, 1 April 2027']],
    ['in the future', '2028-11-24', live, ['block: Last day of the period must be today or in the past']],
    ['ends before it starts', '2028-06-30', { ...live, 'rev.period_from': '2028-07-01' }, ['block: Last day of the period must be after the first day']],
    ['no transfer date', '2027-11-30', {}, []],
  ])('%s', (_name, to, answers, expected) => {
    expect(found('rev.period_to', to, answers)).toEqual(expected);
  });
  it.each<[string, Answers, number | null]>([
    ['a day short of 12', { ...live, 'rev.period_to': '2028-03-31' }, 11],
    ['12', { ...live, 'rev.period_to': '2028-04-01' }, 12],
    ['the confirmed date comes first', { ...live, 'go.transfer_date': '2027-10-01', 'rev.period_to': '2028-04-01' }, 6],
    ['before transfer', { ...live, 'rev.period_to': '2027-01-01' }, 0],
    ['unknown', { 'rev.period_to': '2028-04-01' }, null],
    ['not a date', { ...live, 'rev.period_to': 'soon' }, null],
  ])('months live: %s', (_name, answers, months) => {
    const { value, working } = work('rev.months_live', answers);
    expect(value).toBe(months);
    if (months === 11) expect(working).toContain('Too early to judge');
  });
});

describe('money, staff and stories', () => {
  const use = (shares: number[], amounts: number[] = []) =>
    ask('rev.surplus_use').fixedRows!.map(({ key }, i) => ({ row: key, share: shares[i] ?? 0, amount: amounts[i] ?? null }));
  it.each<[string, string, AnswerValue, Answers, string[]]>([
    ['adds up', 'rev.surplus_use', use([89, 6, 5]), {}, []],
    ['does not add up', 'rev.surplus_use', use([89, 6]), {}, ['block: Shares of the surplus must add up to 100. They add up to 95']],
    ['amounts add up', 'rev.surplus_use', use([50, 50], [500_000, 500_000]), { 'rev.surplus': 1_000_000 }, []],
    ['amounts do not', 'rev.surplus_use', use([50, 50], [500_000, 400_000]), { 'rev.surplus': 1_000_000 }, ['warn: The amounts add up to £9,000, but the surplus is £10,000']],
    ['dividend over the cap', 'rev.surplus_use', use([60, 0, 0, 40]), { 'gov.legal_form': 'cic-shares' }, ['warn: A community interest company may pay out 35% of its distributable surplus at most. Check this share with your accountant']],
    ['dividend at the cap', 'rev.surplus_use', use([65, 0, 0, 35]), { 'gov.legal_form': 'cic-shares' }, []],
    ['dividend by guarantee', 'rev.surplus_use', use([99, 0, 0, 1]), { 'gov.legal_form': 'cic-guarantee' }, ['warn: This legal form cannot pay dividends. Move this share to another row']],
    ['dividend, form unknown', 'rev.surplus_use', use([0, 0, 0, 100]), {}, []],
    ['surplus and no', 'rev.surplus_made', 'no', { 'rev.surplus': 1 }, ['block: You gave a surplus above. Change the figure, or choose yes']],
    ['deficit and yes', 'rev.surplus_made', 'yes', { 'rev.surplus': -1 }, ['block: You gave no surplus above. Change the figure, or choose no']],
    ['surplus and yes', 'rev.surplus_made', 'yes', { 'rev.surplus': 1 }, []],
    ['surplus unknown', 'rev.surplus_made', 'yes', {}, []],
    ['one payer', 'rev.income_mix', 81, {}, ['note: More than 80% comes from one payer. Say in your actions how you will find other income']],
    ['several payers', 'rev.income_mix', 80, {}, []],
    ['serious over all', 'rev.incidents', [{ kind: 'Falls', number: 3, serious: 4 }], {}, ['block: Serious incidents must not be more than the number reported, 3']],
    ['no consent', 'rev.qualitative', [{ kind: 'story', shows: 'A', consent: 'yes' }, { kind: 'story', shows: 'B', consent: 'no' }], {}, ['warn: Ask the person first, or take this out: row 2. It must not be shown to others yet']],
    ['short starting figures', 'rev.baseline_short', 'yes', {}, ['note: Say this beside each result it touches. Compare the same months of each year']],
  ])('%s', (_name, key, value, answers, expected) => {
    expect(found(key, value, answers)).toEqual(expected);
  });

  it('asks how many staff a percentage covers, and never for a handful', () => {
    const rows = (cells: Record<string, string | number>) =>
      ask('rev.staff').fixedRows!.map(({ key }) => ({ row: key, unit: 'none', ...(key === 'sickness' ? cells : {}) }));
    expect(found('rev.staff', rows({ unit: 'percent', value: 3.1 }))).toEqual(['block: Enter how many this percentage is out of: Sickness absence over 12 months']);
    expect(found('rev.staff', rows({ unit: 'percent', value: 3.1, n: 4 }))).toEqual([
      'block: Leave out counts of people from 1 to 4, so that nobody can be recognised: Sickness absence over 12 months',
    ]);
    expect(found('rev.staff', rows({ unit: 'days', value: 8 }))).toEqual([]);
  });
});

describe('early-warning signs in a review', () => {
  const numbers = (now: Record<string, number>) => NUMBER_SIGNS.filter(({ key }) => key in now).map(({ key }) => ({ row: key, now: now[key]! }));
  const events = (now: Record<string, string> = {}) => EVENT_SIGNS.map(({ key }) => ({ row: key, now: now[key] ?? 'clear' }));
  const signs = { numbers: 'rev.ewi', events: 'rev.ewi_events', limits: 'cont.ewi' };
  it.each<[string, Answers, string]>([
    ['all clear', { 'rev.ewi': numbers({ 't1-cash-days': 40 }), 'rev.ewi_events': events() }, 'usual'],
    ['one red', { 'rev.ewi': numbers({ 't8-agency': 12 }) }, 'enhanced'],
    ['cash and one more', { 'rev.ewi': numbers({ 't1-cash-days': 14, 't8-agency': 12 }) }, 'contingency'],
    ['2 red, 2 months after a renewal', { 'rev.ewi': numbers({ 't1-cash-days': 10, 't4-supplier-days': 70 }) }, 'contingency'],
    ['under 7 days of cash', { 'rev.ewi': numbers({ 't1-cash-days': 6 }) }, 'invoke'],
    ['advice on insolvency', { 'rev.ewi_events': events({ 'insolvency-advice': 'red' }) }, 'invoke'],
    ['limits of the failure plan', { 'rev.ewi': numbers({ 't8-agency': 12 }), 'cont.ewi': [{ row: 't8-agency', amber: 15, red: 20 }] }, 'usual'],
  ])('%s', (_name, answers, level) => {
    expect(reviewSigns(reader(answers), signs).level).toBe(level);
  });
  it('says the level and the signs behind it', () => {
    expect(work('rev.ewi_status', { 'rev.ewi': numbers({ 't1-cash-days': 14, 't8-agency': 12, 't18-late-payment': 20 }) })).toEqual({
      value: 'Contingency planning: meet within 3 working days',
      unit: 'text',
      working: 'Red: Days of cash; Agency staff, % of pay. Amber: Days the integrated care board is late to pay',
    });
    expect(work('rev.ewi_status', { 'rev.ewi_events': events() }).working).toBe(`All ${EVENT_SIGNS.length} signs reported are clear`);
    expect(work('rev.ewi_status', {}).value).toBeNull();
  });
  it('names the figures left empty', () => {
    const all = Object.fromEntries(NUMBER_SIGNS.map(({ key }) => [key, 1]));
    expect(found('rev.ewi', numbers(all))).toEqual([]);
    delete all['t8-agency'];
    expect(found('rev.ewi', numbers(all))).toEqual(['warn: Give the figures you have, or say why not. Still empty: Agency staff, % of pay']);
  });
});

describe('the decision of a review', () => {
  const base: Answers = { benefits: [waits], 'rev.actuals': [result('Shorter waits', 12, 'weeks')] };
  it.each<[string, string, Answers, number]>([
    ['a miss without an action', 'improve', {}, 1],
    ['a miss with an action', 'improve', { 'rev.actions': [{ benefit: 'shorter waits', action: 'Hire' }] }, 0],
    ['not due yet', 'continue', { benefits: [{ ...waits, targetOn: '2029-01-01' }] }, 0],
    ['reached', 'continue', { 'rev.actuals': [result('Shorter waits', 8, 'weeks')] }, 0],
    ['red signs and carry on', 'continue', { benefits: [], 'rev.ewi': [{ row: 't1-cash-days', now: 3 }] }, 1],
    ['red signs and an exit', 'plan-exit', { benefits: [], 'rev.ewi': [{ row: 't1-cash-days', now: 3 }] }, 0],
  ])('%s', (_name, value, answers, count) => {
    expect(found('rev.decision', value, { ...base, ...answers })).toHaveLength(count);
  });
  it('asks for 3 lessons', () => {
    expect(ask('rev.lessons').minRows).toBe(3);
  });
});

describe('every check and computation', () => {
  const strange: AnswerValue[] = ['', 'x', 0, -1, Number.NaN, [], ['a'], [{}], [{ row: 'x', status: 'done', 'done-on': 'never', n: Number.NaN }], { name: 'A' }];
  const both = [review, stageSchema.parse(writtenTransfer)].flatMap((stage) => stage.groups.flatMap((g) => g.sections.flatMap((s) => s.questions)));
  it('never throws, whatever was stored', () => {
    for (const value of strange) {
      for (const q of both) {
        const input: CheckInput = { question: q, value, answer: () => value, pathway, today };
        expect(() => findings(q.rules ?? [], input), q.key).not.toThrow();
      }
      for (const [name, computation] of Object.entries(transferReviewComputations)) {
        const cited = both.find((q) => q.computed?.name === name)?.computed;
        expect(cited, name).toBeDefined();
        expect(() => computation({ answer: () => value, params: cited!.params, pathway, today }), name).not.toThrow();
        expect(() => computation({ answer: () => value, params: {}, pathway, today }), name).not.toThrow();
      }
    }
    expect(Object.keys(transferReviewChecks).length).toBeGreaterThan(30);
  });
});
