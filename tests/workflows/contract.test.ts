import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '#workflows/checks/check.ts';
import { type PathwayKey } from '#workflows/definition.ts';
import { firstSigningDay, standstillAfter } from '#workflows/standstill.ts';
import { found, intention, msp, questions, work, type Answers } from './contract.kit.ts';

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
