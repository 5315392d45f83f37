import { describe, expect, it } from 'vitest';
import type { AnswerValue, CheckInput, Row } from '#workflows/checks/check.ts';
import { contractChecks } from '#workflows/checks/contract.ts';
import { findings } from '#workflows/checks/index.ts';
import { contractComputations } from '#workflows/computed/contract.ts';
import { computations } from '#workflows/computed/index.ts';
import { stageSchema, type Pathway, type PathwayKey, type Question } from '#workflows/definition.ts';
import { contract as written } from '#workflows/stages/contract.ts';
import { firstSigningDay, standstillAfter } from '#workflows/standstill.ts';

const contract = stageSchema.parse(written);
const questions: Question[] = contract.groups.flatMap((group) => group.sections.flatMap((section) => section.questions));
const labels: Pathway['labels'] = {
  team: 'team', parent: 'parent organisation', commissioner: 'commissioner', approver: 'board sponsor', approverBody: 'parent board',
  secondLine: 'regional team', enterprise: 'mutual', contractRegime: 'Provider Selection Regime', support: 'support unit',
};
const pathwayOf = (key: PathwayKey) => ({ key, labels, smallTeam: { maxStaff: 25, maxBudgetPence: 100_000_000, source: { title: 'Slipway default' } } });
const today = '2026-11-23';
type Answers = Record<string, AnswerValue>;
const reader = (answers: Answers) => (key: string) => (Object.hasOwn(answers, key) ? answers[key] : undefined);
const found = (key: string, value: AnswerValue, answers: Answers = {}, pathway: PathwayKey = 'public-service-mutual') => {
  const question = questions.find((q) => q.key === key)!;
  const input: CheckInput = { question, value, answer: reader({ [key]: value, ...answers }), pathway: pathwayOf(pathway), today };
  return findings(question.rules ?? [], input).map((f) => `${f.severity}: ${f.message}`);
};
const work = (name: string, answers: Answers, params: Record<string, unknown> = {}) =>
  computations[name]!({ answer: reader(answers), params, pathway: pathwayOf('public-service-mutual'), today });

const contracted = (title: string, category: string, extra: object = {}) => ({ title, category, treatment: 'contracted', clause: '4C.1', ...extra });
const balanced = [contracted('Shorter waits', 'access'), contracted('Time saved', 'productivity')];
const intention = (published: string) => ({ type: 'intention-to-award', ref: 'N1', published });
const msp = { 'con.route': 'most-suitable-provider' };

describe('the standstill', () => {
  it.each([
    ['2026-11-02', '2026-11-03', '2026-11-13'],
    ['2026-11-06', '2026-11-07', '2026-11-18'],
    ['2026-12-18', '2026-12-19', '2027-01-04'],
  ])('of a notice on %s starts on %s and ends on %s', (notice, starts, ends) => expect(standstillAfter(notice)).toEqual({ starts, ends }));

  it('lets both sides sign the day after, or 5 working days after the result of a challenge', () => {
    expect(firstSigningDay('2026-11-02')).toBe('2026-11-14');
    expect(firstSigningDay('2026-11-02', '2026-11-20')).toBe('2026-11-28');
    expect(firstSigningDay('2026-11-02', '2026-11-03')).toBe('2026-11-14');
  });

  it.each<[string, Answers, string | null]>([
    ['the notice', { ...msp, 'con.notices': [intention('2026-11-02')] }, '2026-11-13'],
    ['the last of 2 notices', { ...msp, 'con.notices': [intention('2026-11-06'), intention('2026-11-02')] }, '2026-11-18'],
    ['another kind of notice', { ...msp, 'con.notices': [{ type: 'award', ref: 'N2', published: '2026-11-02' }] }, null],
    ['a day that does not exist', { ...msp, 'con.notices': [intention('2026-02-31')] }, null],
    ['a route without one', { 'con.route': 'direct-award-b', 'con.notices': [intention('2026-11-02')] }, null],
    ['no route', {}, null],
  ])('is worked out from %s', (_, answers, value) => expect(work('standstillDeadline', answers).value).toBe(value));

  it('says how it was worked out', () =>
    expect(work('standstillDeadline', { ...msp, 'con.notices': [intention('2026-11-02')] }).working).toBe(
      'Notice published on 2 November 2026. The standstill starts on 3 November 2026. The 8th working day after that is 13 November 2026',
    ));

  it.each<[string, Answers, string | null]>([
    ['nobody challenges', { 'con.representations': 'no' }, '2026-11-14'],
    ['nobody has said', {}, '2026-11-14'],
    ['a challenge is open', { 'con.representations': 'yes' }, null],
    ['a challenge is answered', { 'con.representations': 'yes', 'con.further_decision': '2026-11-20' }, '2026-11-28'],
    ['an old answer about a challenge is left over', { 'con.representations': 'no', 'con.further_decision': '2026-11-20' }, '2026-11-14'],
  ])('opens signing when %s', (_, answers, value) =>
    expect(work('earliestSigning', { ...msp, 'con.notices': [intention('2026-11-02')], ...answers }).value).toBe(value));

  it.each<[string, string, Answers, string[]]>([
    ['on its last day', '2026-11-13', {}, ['block: Signing date must be 14 November 2026 or later, because the standstill ends the day before']],
    ['the day after', '2026-11-14', {}, []],
    ['while a challenge is open', '2026-12-14', { 'con.representations': 'yes' }, ['block: Signing date cannot be set yet. Someone has challenged the award, so enter when providers were told the result']],
    ['too soon after a challenge', '2026-11-27', { 'con.representations': 'yes', 'con.further_decision': '2026-11-20' }, ['block: Signing date must be 28 November 2026 or later, because the standstill ends the day before']],
    ['on a route without one', '2026-11-13', { 'con.route': 'direct-award-b' }, []],
    ['before any notice', '2026-11-13', { 'con.notices': [] }, []],
  ])('stops signing %s', (_, value, answers, expected) =>
    expect(found('con.signing_date', value, { ...msp, 'con.notices': [intention('2026-11-02')], ...answers })).toEqual(expected));
});

describe('notices', () => {
  const used = { type: 'intention-to-use-msp', ref: 'N0', published: '2026-10-01' };
  const award = (published: string) => ({ type: 'award', ref: 'N3', published });
  it.each<[string, AnswerValue, Answers, string[]]>([
    ['both intentions', [used, intention('2026-11-02')], msp, []],
    ['no first intention', [intention('2026-11-02')], msp, ['warn: Add the notice of intention to use the most suitable provider process']],
    ['no intention to award', [used], msp, ['warn: Add the notice of intention to award. The standstill starts the day after it']],
    ['an award too soon', [used, intention('2026-11-02'), award('2026-11-13')], msp, ['warn: The award notice is dated before the standstill ended on 13 November 2026. Check the dates']],
    ['a route that needs none of these', [award('2026-11-02')], { 'con.route': 'direct-award-b' }, []],
    ['an award notice 31 days after signing', [award('2026-10-02')], { 'con.route': 'direct-award-b', 'con.signing_date': '2026-09-01' }, ['warn: The award notice was due by 1 October 2026, 30 days after signing. Publish it, or check the dates']],
    ['an award notice 30 days after signing', [award('2026-10-01')], { 'con.route': 'direct-award-b', 'con.signing_date': '2026-09-01' }, []],
    ['no award notice yet, in time', [], { 'con.route': 'direct-award-b', 'con.signing_date': '2026-11-20' }, []],
  ])('with %s', (_, value, answers, expected) => expect(found('con.notices', value, answers)).toEqual(expected));

  it('has its last day worked out', () => {
    expect(work('awardNoticeDue', { 'con.signing_date': '2026-09-01' }).value).toBe('2026-10-01');
    expect(work('awardNoticeDue', {}).value).toBeNull();
  });
});

describe('the route', () => {
  const optionsIn = (pathway: PathwayKey) =>
    questions.find((q) => q.key === 'con.route')!.options!.filter((o) => !o.pathways || o.pathways.includes(pathway)).map((o) => o.key);
  it('is offered where it exists', () => {
    expect(optionsIn('right-to-request')).toEqual(['uncontested-rtr', 'competitive', 'variation', 'novation']);
    expect(optionsIn('right-to-provide')).toEqual(['negotiated', 'any-qualified-provider', 'competitive', 'variation', 'novation']);
    expect(optionsIn('public-service-mutual')).not.toContain('uncontested-rtr');
    expect(optionsIn('public-service-mutual')).toEqual(expect.arrayContaining(['direct-award-a', 'most-suitable-provider', 'reserved-s33', 'reserved-reg77']));
  });

  it.each<[string, string, number]>([
    ['a new body in place of the existing provider', 'direct-award-c', 1],
    ['a contract moved across', 'novation', 1],
    ['the most suitable provider', 'most-suitable-provider', 0],
  ])('warns about %s', (_, value, count) => expect(found('con.route', value)).toHaveLength(count));

  it.each<[string, string, string, string[]]>([
    ['before its rules', '2023-12-31', 'direct-award-b', ['warn: Direct award B could not be used before 1 January 2024. Check the route or the date']],
    ['on the first day of its rules', '2024-01-01', 'direct-award-b', []],
    ['after its rules', '2025-02-24', 'reserved-reg77', ['warn: A competition reserved under the 2015 regulations could only be used if it began by 23 February 2025. Say in your reason when it began']],
    ['on the last day of its rules', '2025-02-23', 'reserved-reg77', []],
    ['with no rule about dates', '2020-01-01', 'competitive', []],
  ])('chosen %s', (_, value, route, expected) => expect(found('con.route_date', value, { 'con.route': route })).toEqual(expected));

  it.each<[string, number[], string[]]>([
    ['weights of 100 with 10 for social value', [30, 30, 20, 10, 10], []],
    ['weights of 99', [30, 30, 19, 10, 10], ['block: Weights must add up to 100. They add up to 99']],
    ['5 for social value', [35, 30, 20, 10, 5], ['warn: Social value has 5%, under 10%: since April 2022 NHS buyers are expected to give it 10% or more. Check whether that applies here']],
  ])('scored with %s', (_, weights, expected) => {
    const keys = ['quality', 'value', 'integration', 'access', 'social-value'];
    expect(found('con.psr_scores', keys.map((row, i) => ({ row, weight: weights[i]!, score: 3, reason: null })))).toEqual(expected);
  });
});

describe('contract length', () => {
  const rtr = { 'con.route': 'uncontested-rtr', 'con.start': '2011-04-01' };
  const s33 = { 'con.route': 'reserved-s33', 'con.start': '2027-04-01' };
  it.each<[string, PathwayKey, string, Answers, string[]]>([
    ['Right to Request, 3 years', 'right-to-request', '2014-03-31', rtr, []],
    ['Right to Request, 5 years', 'right-to-request', '2016-03-31', rtr, []],
    ['Right to Request, a day over 5 years', 'right-to-request', '2016-04-01', rtr, ['block: Contract end must be 31 March 2016 or earlier, because a first contract under Right to Request was for 3 to 5 years']],
    ['Right to Request, 2 years', 'right-to-request', '2013-03-31', rtr, ['warn: Contract end must be 31 March 2014 or later, because a first contract under Right to Request was for 3 to 5 years']],
    ['Right to Request by competition, 7 years', 'right-to-request', '2018-03-31', { ...rtr, 'con.route': 'competitive' }, []],
    ['section 33, 5 years', 'public-service-mutual', '2032-03-31', s33, []],
    ['section 33, over 5 years', 'public-service-mutual', '2033-03-31', s33, ['block: Contract end must be 31 March 2032 or earlier, because a contract reserved under section 33 of the Procurement Act 2023 is for 5 years at most']],
    ['regulation 77, 3 years', 'public-service-mutual', '2030-03-31', { ...s33, 'con.route': 'reserved-reg77' }, []],
    ['regulation 77, over 3 years', 'public-service-mutual', '2030-04-01', { ...s33, 'con.route': 'reserved-reg77' }, ['block: Contract end must be 31 March 2030 or earlier, because a contract reserved under regulation 77 is for 3 years at most']],
    ['most suitable provider, 10 years', 'public-service-mutual', '2037-03-31', { ...s33, ...msp }, []],
    ['an end before the start', 'public-service-mutual', '2027-03-31', { ...s33, ...msp }, ['block: Contract end must be after the day the contract starts']],
    ['a loan that outlasts it', 'public-service-mutual', '2032-03-31', { ...s33, 'con.loan_end': '2033-01-01' }, ['warn: The last loan runs to 1 January 2033, after the contract ends. Say how it will be repaid']],
    ['no start', 'public-service-mutual', '2032-03-31', { 'con.route': 'reserved-s33' }, []],
  ])('%s', (_, pathway, value, answers, expected) => expect(found('con.end', value, answers, pathway)).toEqual(expected));

  it.each<[string, number, string, string[]]>([
    ['within the limit', 24, '2030-03-31', []],
    ['beyond the limit', 36, '2030-03-31', ['block: With the extension the contract could run to 31 March 2033. It must end by 31 March 2032, because a contract reserved under section 33 of the Procurement Act 2023 is for 5 years at most']],
    ['of a contract already too long', 12, '2033-03-31', []],
    ['of nothing', 0, '2032-03-31', []],
  ])('an extension %s', (_, value, end, expected) => expect(found('con.extension', value, { ...s33, 'con.end': end })).toEqual(expected));

  it.each<[string, string, string[]]>([
    ['before the start', '2027-03-01', ['block: First break date must be after 1 April 2027, when the contract starts']],
    ['after the end', '2033-01-01', ['block: First break date must be before 31 March 2032, when it ends']],
    ['after a year', '2028-04-01', ['warn: First break date is less than 24 months after the contract starts. We suggest 1 April 2029 or later']],
    ['after 2 years', '2029-04-01', []],
  ])('a break %s', (_, value, expected) => expect(found('con.break', value, { ...s33, 'con.end': '2032-03-31' })).toEqual(expected));

  it('is said in words', () => {
    expect(work('contractLength', { 'con.start': '2027-04-01', 'con.end': '2032-03-31' }).value).toBe('60 months (5 years)');
    expect(work('contractLength', { 'con.start': '2027-04-01', 'con.end': '2028-04-01', 'con.extension': 11 }).value).toBe('13 months, and up to 24 months (2 years) with the extension');
    expect(work('contractLength', { 'con.start': '2027-04-01' }).value).toBeNull();
    expect(work('contractLength', { 'con.start': '2027-04-01', 'con.end': '2026-04-01' }).value).toBeNull();
  });

  it('asks for a year of notice and for one start date', () => {
    expect(found('con.notice', 9)).toHaveLength(1);
    expect(found('con.notice', 12)).toEqual([]);
    expect(found('con.start', '2027-04-01', { 'hr.transfer_date': '2027-05-01' })).toEqual(['warn: Contract start is 1 April 2027, but the staff transfer date is 1 May 2027. Change one, or say why they differ']);
    expect(found('con.start', '2027-04-01', { 'hr.transfer_date': '2027-04-01' })).toEqual([]);
    expect(found('con.start', '2027-04-01')).toEqual([]);
  });
});

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
    ['one of each', balanced, {}, []],
    ['no value', [balanced[0]!], {}, ['warn: No value benefit is in the contract. Add one, or say why not below']],
    ['no quality', [balanced[1]!], {}, ['warn: No quality benefit is in the contract. Add one, or say why not below']],
    ['neither', [{ title: 'A', treatment: 'monitored', reason: 'New' }], {}, ['warn: No quality benefit and no value benefit is in the contract. Add one, or say why not below']],
    ['neither, with a reason', [{ title: 'A', treatment: 'monitored', reason: 'New' }], { 'con.benefits_waiver': 'Both are asked of every provider' }, []],
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
