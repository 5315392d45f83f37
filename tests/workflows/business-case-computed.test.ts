import { describe, expect, it } from 'vitest';
import type { Row } from '#workflows/checks/check.ts';
import { computations } from '#workflows/computed/index.ts';
import { harbourLane, line, months, pathway, pounds, reader, today, withAnswers, without, work, type Answers } from './business-case-answers.ts';

const value = (key: string, answers: Answers) => work(key, answers).value;
const working = (key: string, answers: Answers) => work(key, answers).working;
const stress = (params: Record<string, number>, answers = harbourLane) =>
  computations.stressTest!({ answer: reader(answers), params, pathway, today });

describe('the five-year model', () => {
  it('adds up income, cost and surplus', () => {
    expect(value('fin.income_years', harbourLane)).toBe('Year 1: £3,200,000; Year 2: £3,200,000; Year 3: £3,200,000; Year 4: £3,200,000; Year 5: £3,200,000');
    expect(value('fin.cost_years', harbourLane)).toContain('Year 5: £3,180,700');
    expect(value('fin.surplus_years', harbourLane)).toContain('Year 1: £19,300');
  });
  it('takes set-up, interest, tax and depreciation off the surplus', () => {
    const answers = withAnswers({
      'fin.setup_costs': [{ row: 'legal', cost: pounds(10_000), when: 'y1' }, { row: 'it', cost: pounds(99_000), when: 'before' }],
      'fin.financing': [line('interest', 1_000), line('repayment', 5_000), line('dividend', 2_000), line('tax', 300)],
      'fin.capital': [line('spend', 50_000), line('depreciation', 4_000)],
    });
    expect(value('fin.surplus_years', answers)).toMatch(/^Year 1: £4,000; Year 2: £14,000/);
  });
  it('stops at the last year a small team gives', () => {
    const answers = withAnswers({ 'fin.income': [line('inc-01', 400_000, 3)], 'fin.pay': [line('pay-01', 300_000, 3)] });
    expect(String(value('fin.income_years', answers)).split(';')).toHaveLength(3);
  });
  it('says what is missing', () => {
    expect(work('fin.surplus_years', without('fin.pay'))).toEqual({ value: null, unit: 'text', working: 'Shown when you have entered income and pay' });
  });
});

describe('payers, VAT, pensions and overheads', () => {
  it('shows the share of the largest payer, adding up rows of the same payer', () => {
    const answers = { 'bc.payers': [{ payer: 'Northbridge ICB', amount: 60 }, { payer: ' northbridge icb ', amount: 25 }, { payer: 'Council', amount: 15 }] };
    expect(value('bc.commissioner_dependency', answers)).toBe(85);
  });
  it.each([[69.9, 'Green'], [70, 'Amber'], [90, 'Amber'], [90.1, 'Red']])('grades %d%% from one payer as %s', (share, colour) => {
    const payers = [{ payer: 'A', amount: share * 10 }, { payer: 'B', amount: 1000 - share * 10 > share * 10 ? 0 : 1000 - share * 10 }];
    const answers = { 'bc.payers': payers };
    expect(working('fin.k6', answers)).toMatch(new RegExp(`^${colour}\\. A pays`));
  });
  it('shows VAT beside the savings', () => {
    expect(work('fin.vat_leak', harbourLane)).toMatchObject({ value: pounds(12_000), working: '20% of £60,000 in year 1, with 100% not recovered' });
    const saving = withAnswers({ 'fin.efficiency': [{ scheme: 'Booking', ...line('x', 48_000) }] });
    expect(working('fin.vat_leak', saving)).toMatch(/uses up 25% of the £48,000/);
    expect(value('fin.vat_leak', without('fin.vat_irrecoverable'))).toBeNull();
  });
  it('runs both pension rates', () => {
    expect(value('fin.pension_lower', harbourLane)).toBe(pounds(215_700));
    expect(value('fin.pension_full', harbourLane)).toBe(pounds(356_700));
    expect(value('fin.pension_full', {})).toBeNull();
  });
  it('compares overheads', () => {
    const overheads = [{ row: 'finance', now: pounds(50_000), y1: pounds(60_000) }, { row: 'hr', now: pounds(30_000), y1: pounds(20_000) }];
    expect(work('fin.overhead_change', { 'fin.overheads': overheads })).toMatchObject({ value: 0, working: '£80,000 on your own and £80,000 today, 0% more' });
  });
});

describe('cash', () => {
  it('finds the lowest month and names it', () => {
    expect(work('fin.cash_lowest', harbourLane)).toMatchObject({ value: pounds(251_000), working: 'Cash stays at or above £0 in all 24 months you entered' });
    expect(value('fin.cash_lowest_month', harbourLane)).toBe('Month 1 (April 2027)');
  });
  it('says when cash runs out first', () => {
    const answers = withAnswers({ 'fin.cashflow': months(1, 12, 200_000, 265_000), 'fin.cashflow_y2': [], 'fin.start_month': 'soon' });
    expect(work('fin.cash_lowest', answers)).toMatchObject({ value: pounds(-480_000), working: 'Cash falls below £0 first in month 5' });
  });
  it('needs the cash of day one', () => {
    expect(value('fin.cash_lowest', without('fin.opening_balance'))).toBeNull();
    expect(value('fin.cash_lowest_month', {})).toBeNull();
  });
  it('finds the fall in income that empties the bank', () => {
    const answers = { 'fin.opening_balance': [{ row: 'cash', amount: 100 }], 'fin.cashflow': [{ row: 'm1', receipts: 1000, payments: 1000 }, { row: 'm2', receipts: 1000, payments: 1000 }] };
    expect(work('fin.break_point', answers)).toMatchObject({ value: 5, unit: 'percent' });
    expect(value('fin.break_point', { ...answers, 'fin.opening_balance': [{ row: 'cash', amount: 9000 }] })).toBeNull();
    expect(value('fin.break_point', { ...answers, 'fin.opening_balance': [{ row: 'cash', amount: 0 }], 'fin.cashflow': [{ row: 'm1', receipts: 0, payments: 5 }] })).toBe(0);
  });
  it('adds up day one', () => {
    expect(value('fin.opening_net', harbourLane)).toBe(pounds(250_000));
    expect(value('fin.opening_net', {})).toBeNull();
  });
});

describe('ratios', () => {
  it.each([
    ['fin.k1', harbourLane, 28.7, /^Green\. £250,000 against/],
    ['fin.k1', withAnswers({ 'fin.opening_balance': [{ row: 'cash', amount: 0 }, { row: 'creditors', amount: pounds(100_000) }] }), -11.5, /^Amber/],
    ['fin.k1', withAnswers({ 'fin.opening_balance': [{ row: 'cash', amount: 0 }, { row: 'creditors', amount: pounds(200_000) }] }), -23, /^Red/],
    ['fin.k2', harbourLane, 'Nothing to cover', /^Green/],
    ['fin.k2', withAnswers({ 'fin.financing': [line('repayment', 9_650)] }), 2, /^Amber\. In year 1 you have £19,300 to pay £9,650\. Our default: green is 2\.5 times or more, red is under 1\.25 times/],
    ['fin.k2', withAnswers({ 'fin.financing': [line('interest', 19_300)] }), 1, /^Red/],
    ['fin.k3', harbourLane, 0.6, /^Red\. In year 1 the operating result is £19,300 of £3,200,000 income/],
    ['fin.k4', harbourLane, 0.6, /^Amber/],
    ['fin.k4', withAnswers({ 'fin.income': [line('inc-01', 3_250_000)] }), 2.1, /^Green/],
    ['fin.k4', withAnswers({ 'fin.income': [line('inc-01', 3_500_000)] }), 9.1, /^Amber.*green is 1% to 5%, red is under 0%/],
    ['fin.k4', withAnswers({ 'fin.income': [line('inc-01', 3_100_000)] }), -2.6, /^Red/],
    ['fin.k5', harbourLane, 28.8, /^Amber\. At the end of month 1 \(April 2027\) you hold £251,000/],
    ['fin.k7', harbourLane, 2.5, /^Green/],
    ['fin.k8', harbourLane, 84.6, /^Amber\. In year 1 pay with pensions is £2,706,700/],
    ['fin.k9', harbourLane, 0, /^Green\. Year 1 has no one-off money/],
    ['fin.k9', withAnswers({ 'fin.income': [line('inc-01', 3_200_000), line('inc-06', 30_000, 1)] }), 60.9, /^Amber/],
    ['fin.k9', withAnswers({ 'fin.income': [line('inc-01', 3_000_000), line('inc-06', 50_000, 1)] }), 'No surplus', /^Red/],
    ['fin.k10', withAnswers({ 'fin.reserves_opening': pounds(250_000) }), 1.2, /^Green/],
    ['fin.k10', harbourLane, 0.2, /^Red/],
    ['fin.k11', withAnswers({ 'fin.efficiency': [line('x', 128_000)] }), 4, /^Amber/],
    ['fin.k12', withAnswers({ 'fin.loan_years': 5 }), 'Amber', /lasts 5 years and the longest loan 5/],
    ['fin.k12', withAnswers({ 'fin.loan_years': 7 }), 'Red', /longest loan 7/],
    ['fin.k13', withAnswers({ 'fin.bond': 'no' }), 'No bond asked for', /^Green/],
    ['fin.k13', withAnswers({ 'fin.bond': 'yes', 'fin.bond_amount': pounds(10_000_000) }), pounds(-9_749_000), /^Red/],
    ['fin.k13', withAnswers({ 'fin.bond_amount': pounds(300_000), 'fin.working_capital_limit': pounds(100_000), 'fin.working_capital_status': 'signed' }), pounds(51_000), /^Green/],
    ['fin.k13', withAnswers({ 'fin.bond_amount': pounds(300_000), 'fin.working_capital_limit': pounds(100_000), 'fin.working_capital_status': 'talks' }), pounds(-49_000), /^Red/],
    ['fin.k14', harbourLane, pounds(250_000), /^Green/],
    ['fin.k14', { 'fin.opening_balance': [{ row: 'cash', amount: 0 }] }, 0, /^Amber/],
    ['fin.k15', withAnswers({ 'fin.guarantee': 'parent' }), 'Guaranteed', /^The parent organisation stands behind/],
    ['fin.k15', withAnswers({ 'fin.guarantee': 'none' }), 1.3, /£3,200,000 of income beside a contract of £2,560,000/],
  ] as [string, Answers, number | string, RegExp][])('%s', (key, answers, expected, says) => {
    const result = work(key, answers);
    expect(result.value).toBe(expected);
    expect(result.working).toMatch(says);
  });

  it.each(Array.from({ length: 15 }, (_, i) => `fin.k${i + 1}`))('%s says what it needs when nothing is answered', (key) => {
    expect(work(key, {})).toMatchObject({ value: null, working: expect.stringMatching(/^Shown when/) });
  });
});

describe('stress tests', () => {
  it('takes an unfunded pay award off cash and surplus', () => {
    const result = stress({ pay: 2 });
    expect(result.value).toBe(pounds(188_732)); // 297,000 at month 24, less twice 2% of 2,706,700
    expect(result.working).toMatch(/Worst year is year 1, with a loss of £34,834/);
  });
  it.each([
    ['income falls in year 2 only', { income: 5, incomeFrom: 2 }, /month 24.*Worst year is year 2, with a loss of £140,700/],
    ['late payment by the largest payer moves cash and leaves the surplus', { lateMonth: 3 }, /Lowest in month 3 .*Cash does not run out\. Worst year is year 1, with a surplus of £19,300/],
    ['VAT already at the full rate changes nothing', { vatRate: 20 }, /surplus of £19,300/],
    ['a full pension rate already paid changes nothing', { pensionRate: 23.78 }, /surplus of £19,300/],
    ['agency staff cost half as much again', { vacancies: 10, agencyTimes: 1.5 }, /loss of £116,035/],
    ['demand moves clinical pay and supplies', { demand: 5 }, /loss of £75,700/],
    ['premises', { premises: 25 }, /loss of £18,200/],
    ['all costs', { cost: 3 }, /loss of £76,121/],
    ['an old debt falls due at once', { debt: 1 }, /Lowest in month 1.*Worst year is year 1, with a loss of £12,700/],
    ['a lost service keeps half of its costs', { lost: 15, saved: 50 }, /loss of £222,148/],
  ] as [string, Record<string, number>, RegExp][])('%s', (_, params, says) => {
    expect(stress(params).working).toMatch(says);
  });
  it('says when cash runs out in the combined test', () => {
    const thin = withAnswers({ 'fin.opening_balance': [{ row: 'cash', amount: pounds(80_000) }] });
    expect(work('fin.test_combined', thin).working).toMatch(/Cash runs out first in month 3 \(June 2027\).*Cash days red, operating margin red, surplus margin red/);
  });
  it('needs the model and the months', () => {
    expect(stress({ pay: 2 }, without('fin.cashflow', 'fin.cashflow_y2')).value).toBeNull();
    expect(stress({ pay: 2 }, without('fin.income')).value).toBeNull();
  });
});

describe('options', () => {
  const option = (choice: string, ...scores: number[]) =>
    Object.fromEntries([['choice', choice], ...['quality', 'efficiency', 'sustainability', 'support', 'integration', 'deliverability'].map((test, i) => [test, scores[i]!])]);
  const scored: Answers = { 'bc.options': [option('status-quo', 3, 2, 2, 2, 3, 5), option('spin-out', 5, 4, 3, 5, 4, 3), option('do-minimum', 3, 3, 3, 3, 3, 3)] };

  it('puts the highest score first, with equal weights when there are none', () => {
    expect(work('bc.best_option', scored)).toMatchObject({
      value: 'The spin-out, 4 out of 5', working: 'Then: Improve inside the parent organisation, 3 out of 5; Stay as we are, 2.83 out of 5',
    });
  });
  it('uses the weights', () => {
    const weights = ['quality', 'efficiency', 'sustainability', 'support', 'integration', 'deliverability'].map((row) => ({ row, weight: row === 'deliverability' ? 100 : 0 }));
    expect(value('bc.best_option', { ...scored, 'bc.option_weights': weights })).toBe('Stay as we are, 5 out of 5');
  });
  it('discounts at 3.5%', () => {
    const before = withAnswers({ 'fin.setup_costs': [{ row: 'legal', cost: pounds(50_000), when: 'before' }] });
    expect(value('bc.value_spin_out', before)).toBe(3_714_051);
    const stay = withAnswers({ 'bc.status_quo_forecast': [line('income', 100_000), line('cost', 110_000), line('saving', 5_000)] });
    expect(value('bc.value_status_quo', stay)).toBe(-2_257_526);
    expect(value('bc.value_extra', stay)).toBe(Number(value('bc.value_spin_out', stay)) - Number(value('bc.value_status_quo', stay)));
    expect(value('bc.value_extra', harbourLane)).toBeNull();
  });
});

describe('set-up, old debts, risks and red flags', () => {
  it('adds up set-up nobody agreed to pay', () => {
    const costs: Row[] = [{ row: 'legal', cost: 4000, agreed: 'yes' }, { row: 'it', cost: 1000, agreed: 'no' }, { row: 'dual', cost: 500 }];
    expect(work('fin.setup_open', { 'fin.setup_costs': costs })).toMatchObject({ value: 1500, working: '£40 of £55 is agreed in writing' });
  });
  it('adds up old debts taken on', () => {
    const liabilities = [{ amount: 5000, after: 'enterprise', cover: 'none' }, { amount: 700, after: 'enterprise', cover: 'cash' }, { amount: 900, after: 'parent', cover: 'none' }];
    expect(work('fin.liabilities_after', { 'fin.liabilities': liabilities })).toMatchObject({ value: 5700, working: '£50 of it is not covered' });
  });
  it('lists the highest risks and prices those left with others', () => {
    const risks: Row[] = [
      { risk: 'Cash', likelihood: 4, impact: 5, bearer: 'spin-out', cost: 100 },
      { risk: 'Leases', likelihood: 3, impact: 3, bearer: 'commissioner', cost: 2000 },
      { risk: 'IT', likelihood: 5, impact: 3, bearer: 'patients' },
    ];
    expect(work('bc.top_risks', { 'bc.risks': risks })).toMatchObject({ value: 'Cash (20); IT (15); Leases (9)', working: '2 of 3 score 15 or more out of 25' });
    expect(work('bc.risk_left', { 'bc.risks': risks })).toMatchObject({ value: 2000, working: '2 of 3 risks would fall on others. 1 of them has a cost' });
  });
  it('counts red flags that are not settled', () => {
    const rows: Row[] = [{ row: 'hr', flag: 'yes', impact: 3000, owner: 'Ana' }, { row: 'it', flag: 'yes', settled: 'yes', impact: 9 }, { row: 'cqc', flag: 'no' }];
    expect(work('bc.flags_open', { 'bc.due_diligence': rows })).toMatchObject({ value: 1, working: '£30 is at stake. Ask Ana' });
    expect(work('bc.flags_open', { 'bc.due_diligence': [] }).value).toBeNull();
  });
});
