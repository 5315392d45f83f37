import { describe, expect, it } from 'vitest';
import type { AnswerValue, CheckInput, Row } from '#workflows/checks/check.ts';
import { contractChecks } from '#workflows/checks/contract.ts';
import { findings } from '#workflows/checks/index.ts';
import { contractComputations } from '#workflows/computed/contract.ts';
import { computations } from '#workflows/computed/index.ts';
import { balanced, contracted, found, pathwayOf, questions, today, work, type Answers } from './contract.kit.ts';

describe('money', () => {
  it.each<[string, AnswerValue, Answers, string[]]>([
    ['over cost and near the budget', 310_000_000, { 'con.cost_year1': 305_000_000, 'eoi.budget': 320_000_000 }, []],
    ['under cost', 300_000_000, { 'con.cost_year1': 305_000_000 }, ['warn: The price, £3,000,000, is £50,000 a year less than the cost. Raise the price, cut the work or show where the money comes from']],
    ['15% under the budget', 272_000_000, { 'eoi.budget': 320_000_000 }, ["warn: The price is 15% below today's budget, £3,200,000. Say how the service can be run for less"]],
    ['with nothing to compare', 272_000_000, {}, []],
  ])('a price %s', (_, value, answers, expected) => expect(found('con.annual_value', value, answers)).toEqual(expected));

  it.each<[string, number[], Answers, string[]]>([
    ['the whole term', [12, 12, 12], { 'con.annual_value': 300_000_000 }, []],
    ['a year too few', [12, 12], {}, ['warn: The years you list cover 24 months, but the contract lasts 36. Add or change a year']],
    ['another yearly value', [12, 12, 12], { 'con.annual_value': 320_000_000 }, ['warn: The first full year is £3,000,000, but you said a full year is worth £3,200,000. Change one, or say why they differ']],
    ['a part year first', [6, 12, 12, 6], { 'con.annual_value': 300_000_000 }, []],
  ])('years of %s', (_, months, answers, expected) => {
    const rows = months.map((m, i) => ({ year: `Year ${i + 1}`, months: m, value: m * 25_000_000, moved: null }));
    expect(found('con.year_values', rows, { 'con.start': '2027-04-01', 'con.end': '2030-03-31', ...answers })).toEqual(expected);
  });

  it('adds the years up', () =>
    expect(work('columnTotal', { 'con.year_values': [{ value: 100 }, { value: 250 }] }, { question: 'con.year_values', column: 'value', unit: 'money' }).value).toBe(350));

  it('sets the price against the cost', () => {
    expect(work('priceGap', { 'con.annual_value': 300, 'con.cost_year1': 400 }).value).toBe(-100);
    expect(work('priceGap', { 'con.annual_value': 300 }).value).toBeNull();
  });

  it.each<[string, number, AnswerValue | undefined, number]>([
    ['equal to the promise', 10_000_000, [contracted('Save', 'cash-saving', { valuePerYear: 10_000_000 })], 0],
    ['within 5%', 10_400_000, [contracted('Save', 'cash-saving', { valuePerYear: 10_000_000 })], 0],
    ['half the promise', 5_000_000, [contracted('Save', 'cash-saving', { valuePerYear: 10_000_000 })], 1],
    ['beside a promise that is not in the contract', 5_000_000, [{ title: 'Save', category: 'cash-saving', treatment: 'monitored', valuePerYear: 10_000_000 }], 0],
    ['with no promises', 5_000_000, undefined, 0],
  ])('savings %s', (_, amount, benefits, count) =>
    expect(found('con.savings_profile', [{ year: 'Year 1', percent: null, amount }], benefits ? { benefits } : {})).toHaveLength(count));

  it('warns of cash below zero, open prices and a stale cash check', () => {
    expect(found('con.lowest_cash', -100)).toEqual(['warn: Cash falls below zero. Agree earlier payment or a loan before you sign']);
    expect(found('con.lowest_cash', 0)).toEqual([]);
    expect(found('con.price_open', 'yes')).toHaveLength(1);
    expect(found('con.cash_check', '2026-09-01', { 'con.signing_date': '2026-11-30' })).toEqual(['warn: The cash was checked more than 30 days before signing. Check it again just before you sign']);
    expect(found('con.cash_check', '2026-11-20', { 'con.signing_date': '2026-11-30' })).toEqual([]);
  });
});

describe('promised benefits', () => {
  const nine: Row[] = [
    contracted('A', 'access', { valuePerYear: 4_000_000 }), contracted('B', 'safety'), contracted('C', 'staff'), contracted('D', 'productivity', { valuePerYear: 1_000_000 }),
    contracted('E', 'cash-saving', { valuePerYear: 1_000_000 }),
    { title: 'F', treatment: 'monitored', reason: 'New measure' }, { title: 'G', treatment: 'notContracted', reason: 'Already asked of everyone', valuePerYear: 3_000_000 },
    { title: 'H', treatment: 'notContracted', reason: 'Too costly to measure' }, { title: 'I', treatment: null },
  ];
  it.each<[string, AnswerValue | undefined, number | null, string]>([
    ['9 promises', nine, 55.6, '5 of 9 promised benefits are in the contract, worth £60,000 of £90,000 a year; 3 not in the contract with a reason; 1 not decided yet'],
    ['one promise, no money', [contracted('A', 'access')], 100, '1 of 1 promised benefits is in the contract'],
    ['one left out without a reason', [{ title: 'A', treatment: 'monitored', reason: null }], 0, '0 of 1 promised benefits are in the contract; 1 not in the contract and no reason yet'],
    ['no promise', [], null, 'Shown when a benefit has been promised'],
    ['nothing at all', undefined, null, 'Shown when a benefit has been promised'],
  ])('covers %s', (_, benefits, value, working) => expect(work('contractCoverage', benefits ? { benefits } : {})).toEqual({ value, unit: 'percent', working }));

  const settle = (benefits: AnswerValue, answers: Answers = {}) => found('con.benefits', 50, { benefits, ...answers });
  const blocks = (lines: string[]) => lines.filter((line) => line.startsWith('block'));
  const warns = (lines: string[]) => lines.filter((line) => line.startsWith('warn'));

  it('blocks when 6 are promised and 2 are in the contract, and names each of the others', () => {
    const six = [...balanced, ...['Fewer falls', 'Evening clinics', 'Less travel', 'More volunteers'].map((title) => ({ title, treatment: null }))];
    expect(settle(six)).toEqual([
      'block: Decide whether "Fewer falls" is in the contract', 'block: Decide whether "Evening clinics" is in the contract',
      'block: Decide whether "Less travel" is in the contract', 'block: Decide whether "More volunteers" is in the contract',
    ]);
  });

  it.each<[string, object, string[]]>([
    ['left out without a reason', { title: 'A', treatment: 'notContracted', reason: null }, ['block: Enter the reason "A" is not in the contract']],
    ['watched without a reason', { title: 'A', treatment: 'monitored', reason: '' }, ['block: Enter the reason "A" is watched but not in the contract']],
    ['in the contract without a clause', { title: 'A', treatment: 'contracted', clause: null }, ['block: Enter the contract clause for "A"']],
    ['left out with a reason', { title: 'A', treatment: 'notContracted', reason: 'Asked of every provider' }, []],
    ['watched, with the reason under its longer name', { title: 'A', treatment: 'monitored', treatmentReason: 'New data' }, []],
    ['of no known treatment', { title: null, treatment: 'dropped' }, ['block: Decide whether "Promise 3" is in the contract']],
  ])('blocks one %s', (_, row, expected) => expect(blocks(settle([...balanced, row] as AnswerValue))).toEqual(expected));

  it('asks for one promise at least', () => expect(blocks(found('con.benefits', 0))).toEqual(['block: Add at least one promised benefit on the Benefits page']));

  it.each<[string, AnswerValue, Answers, string[]]>([
    ['no value', [balanced[0]!], {}, ['block: No value benefit is in the contract. Add one, or say why not below']],
    ['no quality', [balanced[1]!], {}, ['block: No quality benefit is in the contract. Add one, or say why not below']],
    ['neither', [{ title: 'A', treatment: 'monitored', reason: 'New' }], {}, ['block: No quality benefit and no value benefit is in the contract. Add one, or say why not below']],
    ['neither, with a reason', [{ title: 'A', treatment: 'monitored', reason: 'New' }], { 'con.benefits_waiver': 'Both are asked of every provider' }, []],
  ])('blocks %s kind, unless it is said why', (_, benefits, answers, expected) => expect(blocks(settle(benefits, answers))).toEqual(expected));

  it.each<[string, AnswerValue, Answers, string[]]>([
    ['one of each', balanced, {}, []],
    ['staff absence alone', [contracted('Fewer days lost to sickness', 'staff')], { 'con.benefits_waiver': 'We will add more' }, ['warn: Staff absence is the only benefit in the contract. Add one that patients would notice']],
    ['categories in another spelling', [contracted('A', 'patient_outcome'), contracted('B', 'cash saving')], {}, []],
    ['a target after the end', [contracted('A', 'access', { targetOn: '2033-01-01' }), balanced[1]!], { 'con.end': '2032-03-31' }, ['warn: Target date of "A" is after the contract ends on 31 March 2032']],
    ['a target before the start', [contracted('A', 'access', { targetOn: '2026-01-01' }), balanced[1]!], { 'con.start': '2027-04-01' }, ['warn: Target date of "A" is before the contract starts on 1 April 2027']],
    ['no starting figure', [contracted('A', 'access', { baseline: null, target: 8 }), balanced[1]!], {}, ['warn: "A" is in the contract without a starting figure. Add it on the Benefits page']],
  ])('warns of %s', (_, benefits, answers, expected) => expect(warns(settle(benefits, answers))).toEqual(expected));
});

describe('measures and liabilities', () => {
  const measure = (kind: string, extra: object = {}) => ({ requirement: 'First visit', kind, threshold: '8 weeks or less', ...extra });
  const mixed = ['patient', 'safety', 'staff', 'finance'].map((kind) => measure(kind));
  it.each<[string, object[], string[]]>([
    ['a good mix', mixed, []],
    ['13 measures', [...mixed, ...Array.from({ length: 9 }, () => measure('other'))], ['warn: 13 measures are many for a new provider. We suggest 12 or fewer']],
    ['only patients', [measure('patient')], ['warn: We suggest one measure at least for each of these: staff, money or efficiency']],
    ['money without safety', [measure('patient'), measure('staff'), measure('finance')], ['warn: Add a safety measure beside each measure of money or efficiency, so that savings do not harm care']],
    ['a heavy incentive', [measure('patient', { incentive: 30 }), ...mixed.slice(1)], ['warn: We suggest that no measure carries more than 25% of the incentive money']],
    ['a vague measure', [measure('patient', { requirement: 'Improved access', threshold: 'where possible' }), ...mixed.slice(1)], ['warn: "Improved access" needs a number, so that both sides can tell when it is met']],
    ['2 measures in one', [measure('patient', { requirement: 'Wait and visits', threshold: '8 weeks, 95%' }), ...mixed.slice(1)], ['warn: "Wait and visits" seems to hold 2 measures. Put each on its own row']],
  ])('with %s', (_, value, expected) => expect(found('con.kpis', value as AnswerValue)).toEqual(expected));

  it('finds reporting too heavy for a small team', () => {
    expect(found('con.reporting_hours', 30, { 'eoi.headcount': 12 })).toEqual(['warn: 30 hours a month is a lot for 12 staff. We suggest 20 or fewer. Ask which reports could go']);
    expect(found('con.reporting_hours', 30, { 'eoi.headcount': 42 })).toEqual([]);
    expect(found('con.reporting_hours', 300)).toEqual([]);
  });

  const liability = (extra: object) => ({ liability: 'Back pay', after: 'enterprise', amount: 100, trigger: 'Claim', cover: 'insurance', ...extra });
  it.each<[string, object[], Answers, string[]]>([
    ['held and covered', [liability({})], {}, []],
    ['not agreed', [liability({ after: 'open' })], {}, ['warn: Agree who holds this liability: Back pay']],
    ['not covered', [liability({ cover: 'none' })], {}, ['warn: Say what covers this liability, such as insurance or reserves: Back pay']],
    ['left behind', [liability({})], { 'fin.liabilities': [{ liability: ' back  PAY ' }, { liability: 'Leave owed' }] }, ['warn: You told us about these liabilities in the business case. Add each one: Leave owed']],
  ])('a liability %s', (_, value, answers, expected) => expect(found('con.liabilities_residual', value as AnswerValue, answers)).toEqual(expected));

  it('names the heads of terms that are open or empty', () => {
    const lines = found('con.heads', [{ row: 'scope', agreed: 'All 4 services', status: 'agreed' }, { row: 'repairs', agreed: 'Landlord', status: 'talking' }]);
    expect(lines[0]).toMatch(/^warn: Answer the rest of the heads of terms: How long it lasts, .*Value$/);
    expect(lines[1]).toBe('warn: Agree these heads of terms before you send the contract: Repairs');
  });
});

describe('every contract check and computation', () => {
  const odd: AnswerValue[] = ['', 'x', '2026-13-40', -1, 0, 1e15, [], ['a'], [{}], [{ row: null, value: 'x', months: null }], {}];
  const question = questions.find((q) => q.key === 'con.heads')!;
  const cited = questions.flatMap((q) => q.rules ?? []);
  it('is cited', () => expect(Object.keys(contractChecks).filter((name) => !cited.some((rule) => rule.check === name))).toEqual([]));
  it.each(Object.keys(contractChecks))('%s is total', (name) => {
    const rule = cited.find((one) => one.check === name)!;
    for (const value of odd) {
      for (const other of [undefined, ...odd]) {
        const input: CheckInput = { question, value, answer: () => other, pathway: pathwayOf('public-service-mutual'), today };
        expect(Array.isArray(findings([rule], input))).toBe(true);
      }
    }
  });
  it.each(Object.keys(contractComputations))('%s is total', (name) => {
    for (const other of [undefined, ...odd]) {
      expect(computations[name]!({ answer: () => other, params: {}, pathway: pathwayOf('public-service-mutual'), today })).toHaveProperty('working');
    }
  });
});
