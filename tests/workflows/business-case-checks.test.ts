import { describe, expect, it } from 'vitest';
import type { AnswerValue, Row } from '#workflows/checks/check.ts';
import { found, harbourLane, line, months, pathway, pounds, withAnswers, without, type Answers } from './business-case-answers.ts';

/** A finding starts with its severity and holds these words; 'nothing' means no finding at all. */
const expectFindings = (found: string[], expected: 'nothing' | RegExp) =>
  expected === 'nothing' ? expect(found).toEqual([]) : expect(found.join('\n')).toMatch(expected);
type Case = [name: string, key: string, value: AnswerValue, answers: Answers, expected: 'nothing' | RegExp];

const small: Answers = { 'eoi.headcount': 6, 'eoi.budget': pounds(500_000) };
const vatRows = (years: number, vat: number | null = pounds(12_000)): Row[] =>
  Array.from({ length: years }, (_, i) => ({ row: `y${i + 1}`, vatable: pounds(60_000), share: 100, vat: i === years - 1 ? vat : pounds(12_000) }));

describe('a plan that adds up', () => {
  it.each(['bc.payers', 'fin.income', 'fin.pay', 'fin.pension_cost', 'fin.nonpay', 'fin.vat_irrecoverable', 'fin.insurance', 'fin.cashflow', 'fin.cashflow_y2'])(
    '%s has nothing to say', (key) => expect(found(key, harbourLane[key]!, harbourLane)).toEqual([]),
  );
});

describe('nothing left blank', () => {
  it.each([
    ['VAT blank in a year blocks', 'fin.vat_irrecoverable', vatRows(5, null), {}, /^block: Enter the VAT you cannot get back in year 5\. Enter 0 only if your adviser says there is none$/],
    ['VAT row missing blocks', 'fin.vat_irrecoverable', vatRows(4), {}, /^block: .*year 5/],
    ['VAT of 0 is an answer', 'fin.vat_irrecoverable', vatRows(5).map((row) => ({ ...row, share: 0, vat: 0 })), {}, 'nothing'],
    ['a small team gives 3 years of VAT', 'fin.vat_irrecoverable', vatRows(3), small, 'nothing'],
    ['a small team still gives 3', 'fin.vat_irrecoverable', vatRows(2), small, /^block: .*year 3/],
    ['income for 3 years is not enough', 'fin.income', [line('inc-01', 400_000, 3)], {}, /^warn: Enter income for year 4 and year 5, or 0 if there is none$/],
    ['but it is for a small team', 'fin.income', [line('inc-01', 400_000, 3)], small, 'nothing'],
    ['one staff over the limit is not small', 'fin.income', [line('inc-01', 400_000, 3)], { ...small, 'eoi.headcount': 26 }, /^warn/],
    ['VAT opinion ordered blocks', 'fin.vat_advice', 'ordered', {}, /^block: Get a signed VAT opinion/],
    ['VAT opinion signed', 'fin.vat_advice', 'signed', {}, 'nothing'],
    ['VAT that does not follow from spending', 'fin.vat_irrecoverable', vatRows(5, pounds(6_000)), {}, /^warn: VAT in year 5 is £6,000, but 20% of £60,000, with 100% not recovered, is £12,000/],
    ['insurance without a cost', 'fin.insurance', [{ row: 'clinical' }, { row: 'employer', cover: pounds(5_000_000) }], {}, /^warn: Enter a yearly cost for clinical negligence/],
    ['employers\' liability under the law', 'fin.insurance', [{ row: 'employer', cover: pounds(4_999_999) }], {}, /^block: Employers' liability cover must be at least £5,000,000 by law$/],
    ['employers\' liability blank', 'fin.insurance', [{ row: 'employer' }], {}, /^block: Employers' liability/],
  ] as Case[])('%s', (_, key, value, answers, expected) => expectFindings(found(key, value, answers), expected));
});

describe('sums that agree', () => {
  // The press gave half-year figures whose staff and lease costs add up to more than the total beside them.
  const plymouth: Answers = {
    'fin.income': [line('inc-01', 46_000_000, 1)], 'fin.pay': [line('pay-01', 42_500_000, 1)], 'fin.nonpay': [line('non-02', 3_800_000, 1)],
  };
  const totals = (income: number, cost: number): Row[] => [{ row: 'income', y1: pounds(income) }, { row: 'cost', y1: pounds(cost) }];
  const fill = { column: 'y1', row: 'non-02' };
  it.each([
    ['lines over the stated total block', 'fin.totals', totals(46_000_000, 45_600_000), plymouth, /^block: Your cost lines for year 1 add up to £46,300,000, more than the total you give, £45,600,000\. Correct the lines or the total$/],
    ['lines that match the total', 'fin.totals', totals(46_000_000, 46_300_000), plymouth, 'nothing'],
    ['lines under the stated total', 'fin.totals', totals(46_000_000, 48_000_000), plymouth, /^warn: Your cost lines .*less than/],
    ['income lines over the stated income', 'fin.totals', totals(40_000_000, 46_300_000), plymouth, /^block: Your income lines/],
    ['payers over income', 'bc.payers', [{ payer: 'A', amount: pounds(4_000_000) }], harbourLane, /^block: Payers add up to £4,000,000, more than your income in year 1, £3,200,000/],
    ['payers under income', 'bc.payers', [{ payer: 'A', amount: pounds(3_000_000) }], harbourLane, /^warn: Payers add up to £3,000,000, less than/],
    ['payers before income is known', 'bc.payers', [{ payer: 'A', amount: 5 }], {}, 'nothing'],
    ['premises over their line', 'fin.estates', [{ row: 'rent', [fill.column]: pounds(160_000) }], harbourLane, /^block: Premises costs add up to £160,000, more than the premises line in year 1, £150,000/],
    ['premises that match', 'fin.estates', [{ row: 'rent', y1: pounds(100_000) }, { row: 'rates', y1: pounds(50_000) }], harbourLane, 'nothing'],
    ['overheads under their line', 'fin.overheads', [{ row: 'hr', y1: pounds(20_000) }], harbourLane, /^warn: Overheads .* less than/],
    ['more posts than staff', 'fin.pay_build', [{ group: 'Therapists', wte: 43, pay: pounds(50_000), oncost: 12 }], harbourLane, /^block: Full-time equivalent staff add up to 43, more than the staff in scope, 42/],
    ['posts that do not cost the pay line', 'fin.pay_build', [{ group: 'Therapists', wte: 40, pay: pounds(30_000), oncost: 10 }], harbourLane, /^warn: These posts cost £1,320,000, but your pay lines for year 1 come to £2,350,000/],
    ['pension that does not follow the rate', 'fin.pension_cost', [line('pay-07', 300_000)], harbourLane, /^warn: 23\.78% of £1,500,000 is £356,700, but you entered £300,000/],
    ['activity that does not make the income line', 'fin.activity_income', [{ service: 'Falls', activity: 100, price: pounds(50) }], withAnswers({ 'fin.income': [line('inc-02', 10_000)] }), /^warn: Activity times price is £5,000/],
    ['market shares over 100%', 'bc.market', [{ competitor: 'A', share: 60, threat: 'high' }, { competitor: 'B', share: 50, threat: 'low' }], {}, /^block: Market shares must add up to 100% or less\. They add up to 110%/],
    ['surplus shares that add up', 'fin.surplus_policy', [{ row: 'reinvest', share: 70 }, { row: 'reserves', share: 25 }, { row: 'community', share: 5 }], {}, 'nothing'],
    ['surplus shares that do not', 'fin.surplus_policy', [{ row: 'reinvest', share: 70 }, { row: 'reserves', share: 20 }], {}, /^block: Shares of surplus must add up to 100\. They add up to 90/],
    ['option weights', 'bc.option_weights', [{ row: 'quality', weight: 60 }, { row: 'support', weight: 30 }], {}, /^block: Weights must add up to 100/],
  ] as Case[])('%s', (_, key, value, answers, expected) => expectFindings(found(key, value, answers), expected));
});

describe('income, pay and savings', () => {
  it.each([
    ['transition money in year 4', 'fin.income', [line('inc-01', 3_200_000), { row: 'inc-06', y2: 100, y4: 100 }], {}, /^warn: One-off transition money must end after year 2\. Enter 0 in year 4$/],
    ['transition money in year 2', 'fin.income', [line('inc-01', 3_200_000), { row: 'inc-06', y2: 100, y4: 0 }], {}, 'nothing'],
    ['one payer over 80%', 'bc.commissioner_dependency', 80.5, {}, /^warn: 80\.5% of your income comes from one payer/],
    ['one payer at 80%', 'bc.commissioner_dependency', 80, {}, 'nothing'],
    ['bold new income', 'bc.diversification', [{ line: 'Training', status: 'idea', ...line('x', 400_000) }], harbourLane, /^warn: New income that nobody has signed is more than 10% of your income in year 1, year 2/],
    ['signed new income', 'bc.diversification', [{ line: 'Training', status: 'signed', ...line('x', 400_000) }], harbourLane, 'nothing'],
    ['too little for surprises', 'fin.nonpay', harbourLane['fin.nonpay']!, withAnswers({ 'fin.income': [line('inc-01', 3_300_000)] }), /^warn: We suggest setting aside at least 1% of income/],
    ['lower pension rate', 'fin.pension_cost', [line('pay-07', 215_700)], withAnswers({ 'fin.pension_rate': 14.38 }), /^warn: At the full rate of 23\.78% you would pay £356,700 in year 1, £141,000 more/],
    ['lower pension rate in writing', 'fin.pension_cost', [line('pay-07', 215_700)], withAnswers({ 'fin.pension_rate': 14.38, 'fin.pension_confirmed': 'yes' }), 'nothing'],
    ['council work and the NHS scheme', 'fin.clinical_cover', 'cnst', harbourLane, /^warn: The NHS scheme does not cover work under council contracts/],
    ['council work and both covers', 'fin.clinical_cover', 'both', harbourLane, 'nothing'],
    ['NHS work and the NHS scheme', 'fin.clinical_cover', 'cnst', { 'bc.payers': [{ payer: 'ICB', kind: 'nhs', amount: 1 }] }, 'nothing'],
    ['savings under the rate', 'fin.efficiency', [{ scheme: 'Booking', ...line('x', 64_000) }], withAnswers({ 'fin.efficiency_rate': 4 }), /^warn: Savings in year 1 come to £64,000, 50% of the £128,000 asked for/],
    ['savings at the rate', 'fin.efficiency', [{ scheme: 'Booking', ...line('x', 128_000) }], withAnswers({ 'fin.efficiency_rate': 4 }), 'nothing'],
    ['loss after year 1', 'fin.surplus_years', 'x', withAnswers({ 'fin.income': [line('inc-01', 3_100_000)] }), /^warn: You plan a loss in year 2, year 3, year 4 and year 5/],
    ['dividend over the cap', 'fin.financing', [line('dividend', 10_000)], harbourLane, /^warn: The dividend of £10,000 in year 1 is more than 35% of the surplus/],
    ['dividend within the cap', 'fin.financing', [line('dividend', 6_000)], harbourLane, 'nothing'],
    ['low reserves target', 'fin.reserves_target', 0.5, {}, /^warn: We suggest a target of at least 1 month/],
  ] as Case[])('%s', (_, key, value, answers, expected) => expectFindings(found(key, value, answers), expected));

  it('does not hold a historic pathway to the pension rate of 2024', () => {
    const historic = { ...pathway, key: 'right-to-request' as const };
    expect(found('fin.pension_cost', [line('pay-07', 210_000)], withAnswers({ 'fin.pension_rate': 14 }), historic)).toEqual([]);
  });
});

describe('cash, loans and bad years', () => {
  const dry = months(1, 12, 200_000, 265_000);
  it.each([
    ['cash runs out', 'fin.cashflow', dry, without('fin.income'), /^warn: Cash falls to minus £25,000 in month 5 \(August 2027\)/],
    ['cash runs out in year 2', 'fin.cashflow_y2', months(13, 24, 200_000, 265_000), without('fin.income'), /^warn: Cash falls to .* in month 17/],
    ['money in far from income', 'fin.cashflow', dry, harbourLane, /warn: Money in over year 1 is £2,400,000, but your income is £3,200,000/],
    ['part of a year is not compared', 'fin.cashflow', months(1, 3, 267_000, 265_000), harbourLane, 'nothing'],
    ['debt on day one blocks', 'fin.opening_net', pounds(-1_000_000), {}, /^block: On day one you would owe £1,000,000 more than you own/],
    ['nothing on day one', 'fin.opening_net', 0, {}, 'nothing'],
    ['set-up nobody agreed to pay', 'fin.setup_costs', [{ row: 'legal', cost: pounds(9_000), when: 'before', agreed: 'no' }], {}, /^warn: Get it in writing who pays £9,000 for legal advice/],
    ['set-up without a date', 'fin.setup_costs', [{ row: 'legal', cost: 100 }], {}, /^warn: Select when you pay for legal advice/],
    ['set-up of 0', 'fin.setup_costs', [{ row: 'legal', cost: 0 }], {}, 'nothing'],
    ['loan longer than the contract', 'fin.loan_years', 7, harbourLane, /^warn: The loan lasts 7 years and the contract 5/],
    ['old debt without cover', 'fin.liabilities', [{ liability: 'Back pay', amount: pounds(20_000), after: 'enterprise', cover: 'none' }], {}, /^warn: Get an indemnity or cash for "Back pay", £20,000/],
    ['old debt without a holder', 'fin.liabilities', [{ liability: 'Back pay', amount: 1, after: 'open', cover: 'none' }], {}, /^warn: Agree who holds "Back pay"/],
    ['old debt that stays', 'fin.liabilities', [{ liability: 'Back pay', amount: 1, after: 'parent', cover: 'none' }], {}, 'nothing'],
    ['test that empties the bank', 'fin.sensitivity', [{ row: 'late-30', surplus: 0, cash: pounds(-50_000) }], {}, /^warn: "Payer pays 30 days late" empties the bank by £50,000\. Say what you would do/],
    ['answer to a test that is too small', 'fin.sensitivity', [{ row: 'late-30', cash: pounds(-50_000), response: 'Overdraft', worth: pounds(20_000) }], {}, /^warn: .*worth £20,000, less than the gap of £50,000/],
    ['answer to a test that is enough', 'fin.scenarios', [{ row: 's11', cash: pounds(-50_000), response: 'Overdraft', worth: pounds(50_000) }], {}, 'nothing'],
    ['quick test that empties the bank', 'fin.test_pay', -1, {}, /^warn: Cash runs out if this happens: pay award/],
    ['thin working capital', 'fin.working_capital', 10, {}, /^warn: We suggest at least 30 days/],
    ['breaking point', 'fin.break_point', 4.9, {}, /^warn: A fall in income of less than 5%/],
    ['extra value under 0', 'bc.value_extra', -5, {}, /^warn: The spin-out costs more/],
  ] as Case[])('%s', (_, key, value, answers, expected) => expectFindings(found(key, value, answers), expected));

  it('keeps to the contract length of the pathway', () => {
    const rules = { ...pathway, contractMonths: { min: 36, max: 60, source: { title: 'Right to Request' } } };
    expect(found('bc.contract_years', 7, {}, rules)).toEqual(['warn: Contract length must be 5 years or less on this pathway']);
    expect(found('bc.contract_years', 2, {}, rules)).toEqual(['warn: Contract length must be 3 years or more on this pathway']);
    expect(found('bc.contract_years', 5, {}, rules)).toEqual([]);
    expect(found('bc.contract_years', 7)).toEqual([]);
  });
});

describe('options, service and award', () => {
  const option = (choice: string, score: number, npv: number | null = 1): Row =>
    ({ choice, quality: score, efficiency: score, sustainability: score, support: score, integration: score, deliverability: score, npv });
  const four = [option('status-quo', 2), option('nhs-provider', 3), option('spin-out', 4), option('do-minimum', 2)];
  it.each([
    ['4 fair options', 'bc.options', four, {}, 'nothing'],
    ['no NHS option', 'bc.options', [option('status-quo', 2), option('spin-out', 4), option('do-minimum', 2), option('tender', 1)], {}, /^block: Add a row for each of these: Another NHS provider$/],
    ['3 options', 'bc.options', four.slice(0, 3), {}, /^block: Add 1 more\. You need at least 4 different options$/],
    ['the same option twice', 'bc.options', [...four.slice(0, 3), option('status-quo', 1)], {}, /^block: Add 1 more/],
    ['two other options', 'bc.options', [...four.slice(0, 3), option('other', 1), option('other', 1)], {}, 'nothing'],
    ['status quo without a value', 'bc.options', [option('status-quo', 2, null), ...four.slice(1)], {}, /^warn: Enter the value over 5 years\. Staying as you are has a value too/],
    ['another option scores higher', 'bc.options', [option('status-quo', 2), option('nhs-provider', 5), option('spin-out', 4), option('do-minimum', 2)], {}, /^warn: "Another NHS provider" scores 5 and your choice 4/],
    ['2 scorers', 'bc.scorers', [{ name: 'A', role: 'x', independent: 'no' }, { name: 'B', role: 'y', independent: 'yes' }], {}, /^warn: We suggest at least 3 scorers/],
    ['range upside down', 'bc.score_range', [{ option: 'A', lowest: 20, highest: 12 }], {}, /^block: The lowest total, 20, must not be more than the highest, 12/],
    ['benefit that comes anyway', 'bc.benefits_by_option', [{ benefit: 'Wait', unit: 'weeks', status_quo: 13, next_best: 9, spin_out: 13 }], {}, /^warn: "Wait" is the same if nothing changes/],
    ['less optimism allowed without evidence', 'bc.optimism', [{ row: 'benefits', used: 10 }], {}, /^warn: Benefits lower by \(%\): you used 10 and we suggest 25/],
    ['less optimism allowed with evidence', 'bc.optimism', [{ row: 'benefits', used: 10, reason: 'Two years of data' }], {}, 'nothing'],
    ['target wait longer than today', 'bc.services', [{ name: 'Physiotherapy', wait_now: 16, wait_target: 20 }], {}, /^warn: Target wait for Physiotherapy, 20 weeks, is longer than today's 16 weeks/],
    ['target wait shorter', 'bc.services', [{ name: 'Physiotherapy', wait_now: 16, wait_target: 5 }], {}, 'nothing'],
    ['direct award C for a new body', 'bc.award_route', 'direct-award-c', {}, /^warn: Direct award C is for the provider that holds the contract now/],
    ['most suitable provider', 'bc.award_route', 'most-suitable', {}, 'nothing'],
    ['fixed sum only', 'bc.payment_basis', ['block'], {}, /^note: A fixed sum leaves the risk/],
  ] as Case[])('%s', (_, key, value, answers, expected) => expectFindings(found(key, value, answers), expected));
});

describe('due diligence, risks, social value and benefits', () => {
  const flagged: Answers = { 'bc.due_diligence': [{ row: 'estates', status: 'done', flag: 'yes', impact: pounds(90_000) }] };
  const promise = { title: 'Shorter waits', beneficiary: 'Patients', measure: 'Wait', unit: 'weeks', direction: 'down', baseline: 16, target: 5, targetOn: '2029-03-31' };
  const register = (...promises: Row[]): Answers => ({ benefits: promises });
  const whole = { ...promise, baselineOn: '2026-09-30', baselineSource: 'Booking system' };
  it.each([
    ['red flag without a cost', 'bc.due_diligence', [{ row: 'estates', status: 'done', flag: 'yes' }], {}, /^warn: Enter the money at stake in "Buildings"/],
    ['check not started', 'bc.due_diligence', [{ row: 'estates', status: 'not-started', flag: 'no' }], {}, /^note: 1 of 1 checks have not started/],
    ['red flag nobody accepted', 'bc.flags_open', 1, {}, /^warn: Settle the open red flags, or ask your board/],
    ['red flag accepted', 'bc.flags_open', 1, { 'bc.flags_accepted': 'yes' }, 'nothing'],
    ['cap under the flags', 'bc.flags_cap', pounds(50_000), flagged, /^warn: Open red flags put £90,000 at stake, more than the £50,000/],
    ['cap over the flags', 'bc.flags_cap', pounds(90_000), flagged, 'nothing'],
    ['sites without terms', 'bc.estates', [{ site: 'A', tenure: 'open', repair: 'you' }, { site: 'B', tenure: 'lease', repair: 'owner' }], {}, /^warn: 1 of 2 sites have no agreed terms/],
    ['risk left with others without a cost', 'bc.risks', [{ risk: 'Hand-back', bearer: 'commissioner', 'review-on': '2027-01-10' }], {}, /^warn: Enter what "Hand-back" would cost/],
    ['risk with a date that has passed', 'bc.risks', [{ risk: 'Cash', bearer: 'spin-out', 'review-on': '2026-01-10' }], {}, /^note: Next look must be today or later/],
    ['commitment without evidence', 'bc.social_value', [{ commitment: '3 apprentices' }], {}, /^warn: Enter how you will show "3 apprentices"/],
    ['bold money value', 'bc.social_value', [{ commitment: 'A', evidence: 'Payroll', proxy: pounds(600_000) }], harbourLane, /^warn: Social value of £600,000 a year is more than 20%/],
    ['modest money value', 'bc.social_value', [{ commitment: 'A', evidence: 'Payroll', proxy: pounds(60_000) }], harbourLane, 'nothing'],
    ['no promise at all', 'bc.benefits', 0, register(), /^block: Add at least one promised benefit/],
    ['promise without a measure blocks', 'bc.benefits', 1, register({ ...whole, measure: null }, whole, whole), /^block: Add the measure to "Shorter waits"/],
    ['promise without a source blocks', 'bc.benefits', 1, register({ ...promise, baselineOn: '2026-09-30' }, whole, whole), /^block: Add the source of the starting figure to "Shorter waits"$/],
    ['promise without date and source', 'bc.benefits', 1, register(promise, whole, whole), /^block: Add the date and the source of the starting figure/],
    ['3 whole promises', 'bc.benefits', 3, register(whole, whole, whole), 'nothing'],
  ] as Case[])('%s', (_, key, value, answers, expected) => expectFindings(found(key, value, answers), expected));
});
