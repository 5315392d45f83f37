import { describe, expect, it } from 'vitest';
import { ballotChecks } from '#workflows/checks/ballots.ts';
import type { AnswerValue } from '#workflows/checks/check.ts';
import { workforceChecks } from '#workflows/checks/workforce.ts';
import { T, ask, found, like, questions, shown, workforce, type Answers } from './workforce.kit.ts';

const group = (name: string, headcount: number, more: Record<string, string | number> = {}) => ({ group: name, headcount, wte: headcount, pension: headcount, union: 'no', ...more });

describe('telling and consulting', () => {
  const small = (transfer: string, employer: number, moving: number, union = 'no') => ({
    'hr.transfer_date': transfer, 'hr.employer_size': employer, 'hr.headcount_total': moving, 'hr.staff_table': [group('All', moving, { union })],
  });
  it.each<[string, Answers, string[]]>([
    ['49 employees in 2024', small('2024-07-01', 49, 20), []],
    ['50 employees and 10 who move', small('2024-07-01', 50, 10), ['block: You may inform staff directly only with fewer than 50 employees, or when fewer than 10 staff move']],
    ['9 who move from a large trust', small('2024-07-01', 5000, 9), []],
    ['9 who move, a day earlier', small('2024-06-30', 5000, 9), ['block: You may inform staff directly only with fewer than 10 employees. Elect']],
    ['9 employees in 2014', small('2014-07-31', 9, 9), []],
    ['9 employees before', small('2014-07-30', 9, 9), ['block: For transfers before 31 July 2014']],
    ['a recognised union', small('2024-07-01', 49, 9, 'yes'), ['block: A union is recognised for some staff']],
    ['size not known yet', { 'hr.transfer_date': T }, []],
  ])('direct: %s', (_, answers, expected) => expect(found('hr.reps_route', 'direct', answers)).toEqual(like(expected)));

  const rep = (name: string, kind: string) => ({ group: name, kind, body: 'x' });
  const table = { 'hr.staff_table': [group('Therapists', 30, { union: 'yes' }), group('Support', 12)] };
  const election = (more: Record<string, string | number>) => [{ group: 'Support', affected: 120, seats: 3, 'invited-on': '2026-12-01', eligible: 120, ...more }];
  it.each<[string, string, AnswerValue, Answers, string[]]>([
    ['everyone represented', 'hr.reps', [rep('therapists', 'union'), rep('Support', 'elected')], table, []],
    ['one union for all staff', 'hr.reps', [rep('All staff', 'union')], table, []],
    ['a group forgotten', 'hr.reps', [rep('Therapists', 'union')], table, ['warn: Add who represents each of these groups: Support']],
    ['elected where a union is recognised', 'hr.reps', [rep('Therapists', 'elected'), rep('Support', 'elected')], table, ['block 0: A union is recognised for Therapists']],
    ['elected beside the union', 'hr.reps', [rep('Therapists', 'elected'), rep('Therapists', 'union'), rep('Support', 'elected')], table, []],
    ['elected for all, past the union', 'hr.reps', [rep('All staff', 'elected')], table, ['block 0: A union is recognised for All staff']],
    ['a sound election', 'hr.elections', election({ candidates: 5, 'nominations-close': '2026-12-08', 'ballot-opens': '2026-12-09', 'ballot-closes': '2026-12-14', votes: 90, secret: 'yes' }), {}, []],
    ['too few seats', 'hr.elections', election({ seats: 2 }), {}, ['warn 0: We suggest 3 seats for 120 staff. You have 2']],
    ['too little time', 'hr.elections', election({ candidates: 5, 'nominations-close': '2026-12-04', 'ballot-opens': '2026-12-07', 'ballot-closes': '2026-12-08' }), {}, ['warn 0: There are 3 working days for nominations', 'warn 0: There is 1 working day to vote']],
    ['no contest, so no vote', 'hr.elections', election({ candidates: 3, 'ballot-opens': '2026-12-07', 'ballot-closes': '2026-12-08', secret: 'no' }), {}, []],
    ['out of order', 'hr.elections', election({ 'nominations-close': '2026-11-30' }), {}, ['block 0: Last day for nominations must be on or after invitation']],
    ['more papers than voters', 'hr.elections', election({ votes: 121 }), {}, ['block 0: Papers returned, 121']],
    ['somebody left out of the vote', 'hr.elections', election({ eligible: 119 }), {}, ['block 0: Every affected member of staff may vote']],
    ['not secret', 'hr.elections', election({ candidates: 5, secret: 'no' }), {}, ['warn 0: Votes must be secret']],
    ['more at a meeting than asked', 'hr.consult_log', [{ invited: 20, attended: 21 }], {}, ['block 0: Attended, 21']],
    ['a point with no reply', 'hr.union_points', [{ point: 'Pensions', reply: 'Yes', 'replied-on': null }], {}, ['warn 0: Reply to this point']],
    ['a letter after consultation began', 'hr.inform_date', '2027-01-05', { 'hr.consult_start': '2027-01-04', 'hr.transfer_date': T }, ['block: The information letter must be on or before the start of consultation, 4 January 2027']],
    ['a letter on the first day', 'hr.inform_date', '2027-01-04', { 'hr.consult_start': '2027-01-04', 'hr.transfer_date': T }, []],
    ['a letter after the transfer', 'hr.inform_date', '2027-04-02', { 'hr.transfer_date': T }, ['block: The information letter must be on or before the transfer']],
    ['consultation that ends on day 30', 'hr.consult_end', '2027-03-02', { 'hr.consult_start': '2027-01-04', 'hr.transfer_date': T }, []],
    ['consultation that ends late', 'hr.consult_end', '2027-03-03', { 'hr.consult_start': '2027-01-04', 'hr.transfer_date': T }, ['warn: We suggest that consultation ends by 2 March 2027']],
    ['more affected than staff', 'hr.measures', [{ who: 'transferring', affected: 43 }, { who: 'remaining', affected: 90 }], table, ['warn 0: 43 staff is more than the 42']],
    ['a duty done without a day', 'hr.duties', [{ row: 'inform', state: 'done' }, { row: 'direct', state: 'not-needed' }], {}, ['warn 0: Add the day', 'warn 1: Say why']],
    ['another day than in the proposal', 'hr.transfer_date', T, { 'eoi.timeline': [{ row: 'go-live', on: '2027-03-01' }] }, ['note: You told us 1 March 2027']],
    ['the same day', 'hr.transfer_date', T, { 'eoi.timeline': [{ row: 'go-live', on: T }] }, []],
  ])('%s', (_, key, value, answers, expected) => expect(found(key, value, answers)).toEqual(like(expected)));
});

describe('the handover, objections and redundancies', () => {
  it.each<[string, string, AnswerValue, Answers, string[]]>([
    ['on the last day', 'hr.eli_delivered', '2027-03-04', { 'hr.transfer_date': T }, []],
    ['a day late', 'hr.eli_delivered', '2027-03-05', { 'hr.transfer_date': T }, ['warn: The law asks for this information at least 28 days before the transfer, by 4 March 2027']],
    ['14 days before in 2011', 'hr.eli_delivered', '2011-03-18', { 'hr.transfer_date': '2011-04-01' }, []],
    ['13 days before in 2011', 'hr.eli_delivered', '2011-03-19', { 'hr.transfer_date': '2011-04-01' }, ['warn: The law asks for this information at least 14 days']],
    ['parts missing', 'hr.eli_contents', ['identity', 'age', 'terms', 'discipline', 'grievances'], {}, ['warn: Ask the old employer for these parts too: claims in the last 2 years, and claims expected, union agreements']],
    ['an objection about place', 'hr.objections', [{ reason: 'location', replaced: 'yes' }], {}, ['warn 0: An objection about place']],
    ['an objection with advice', 'hr.objections', [{ reason: 'pay', advice: 'Jones, 3 May', replaced: 'no' }], {}, ['warn 0: Plan who will do this work']],
    ['an objection for another reason', 'hr.objections', [{ reason: 'other', replaced: 'yes' }], {}, []],
    ['a change because of the transfer', 'hr.variations', [{ reason: 'transfer', agreed: 'yes' }], {}, ['block 0: A change made because of the transfer has no effect']],
    ['an economic reason not agreed', 'hr.variations', [{ reason: 'economic', agreed: 'no' }], {}, ['block 0: This change needs the agreement']],
    ['allowed by the contract', 'hr.variations', [{ reason: 'contract', agreed: 'no' }], {}, []],
    ['dismissals with no reason', 'hr.dismissal_reason', 'not-sure', {}, ['warn: A dismissal because of the transfer is unfair']],
    ['none planned', 'hr.dismissal_reason', 'none-planned', {}, []],
    ['20 redundancies, 29 days', 'hr.first_dismissal', '2027-01-30', { 'hr.redundancies': 20, 'hr.redundancy_consult_start': '2027-01-01' }, ['block: With this many redundancies, consultation must start at least 30 days before the first dismissal. Choose 31 January 2027']],
    ['20 redundancies, 30 days', 'hr.first_dismissal', '2027-01-31', { 'hr.redundancies': 20, 'hr.redundancy_consult_start': '2027-01-01' }, []],
    ['100 redundancies, 44 days', 'hr.first_dismissal', '2027-02-14', { 'hr.redundancies': 100, 'hr.redundancy_consult_start': '2027-01-01' }, ['block: With this many redundancies, consultation must start at least 45 days']],
    ['19 redundancies', 'hr.first_dismissal', '2027-01-02', { 'hr.redundancies': 19, 'hr.redundancy_consult_start': '2027-01-01' }, []],
  ])('%s', (_, key, value, answers, expected) => expect(found(key, value, answers)).toEqual(like(expected)));

  it('works out what a mistake could cost', () => {
    expect(shown('hr.inform_exposure', { 'hr.weekly_pay': 2_500_000 }).value).toBe(32_500_000);
    expect(shown('hr.eli_exposure', { 'hr.headcount_total': 42 }).value).toBe(2_100_000);
    expect(shown('hr.redundancy_exposure', { 'hr.redundancy_weekly_pay': 700_000, 'hr.first_dismissal': '2026-04-01' }).value).toBe(18_000_000);
    expect(shown('hr.redundancy_exposure', { 'hr.redundancy_weekly_pay': 700_000, 'hr.first_dismissal': '2026-03-31' }).value).toBe(9_000_000);
    for (const key of ['hr.inform_exposure', 'hr.eli_exposure', 'hr.redundancy_exposure']) expect(shown(key, {}).value).toBeNull();
  });
  it.each<[Answers, string | null]>([
    [{ 'hr.redundancies': 20, 'hr.first_dismissal': '2027-01-31' }, '2027-01-01'],
    [{ 'hr.redundancies': 100, 'hr.first_dismissal': '2027-02-15' }, '2027-01-01'],
    [{ 'hr.redundancies': 19, 'hr.first_dismissal': '2027-01-31' }, null],
    [{ 'hr.redundancies': 20 }, null],
  ])('consults on redundancies by the right day: %o', (answers, expected) => expect(shown('hr.redundancy_consult_by', answers).value).toBe(expected));
});

describe('pensions, pay and starting figures', () => {
  const route = (members: number, way: string, more: Record<string, string> = {}) => ({ group: 'x', members, route: way, 'half-time': 'yes', ...more });
  const staff = { 'hr.staff_table': [group('Therapists', 42, { pension: 40 })] };
  const run = (expected: number, tested: number, unpaid = 0) => [{ on: '2027-02-15', expected, tested, unpaid }];
  it.each<[string, string, AnswerValue, Answers, string[]]>([
    ['a way for all', 'hr.pension_routes', [route(30, 'closed-direction'), route(10, 'independent-provider')], staff, []],
    ['no way for some', 'hr.pension_routes', [route(30, 'closed-direction'), route(10, 'none')], staff, ['warn: 10 of 40 NHS Pension Scheme members have no way to stay']],
    ['more members than there are', 'hr.pension_routes', [route(41, 'open-direction')], staff, ['block: These groups add up to 41 members']],
    ['half their time elsewhere', 'hr.pension_routes', [route(40, 'closed-direction', { 'half-time': 'no' })], staff, ['warn 0: Pension protection is for staff']],
    ['26 weeks before', 'hr.pension_applied', '2026-10-01', { 'hr.transfer_date': T }, []],
    ['later than that', 'hr.pension_applied', '2026-10-02', { 'hr.transfer_date': T }, ['warn: We suggest applying by 1 October 2026']],
    ['granted before it was asked', 'hr.pension_granted', '2026-09-01', { 'hr.pension_applied': '2026-10-01' }, ['block: The grant must be after']],
    ['a payroll test within 0.5%', 'hr.payroll_runs', run(10_000_000, 10_049_900), {}, []],
    ['a payroll test at 0.5%', 'hr.payroll_runs', run(10_000_000, 9_950_000), {}, ['warn 0: The test differs by 0.5% of gross pay']],
    ['somebody unpaid', 'hr.payroll_runs', run(10_000_000, 10_000_000, 1), {}, ['warn 0: 1 person would not have been paid']],
    ['absence of 3.55%', 'hr.sickness_baseline', 3.55, { 'hr.sickness_unit': 'percent' }, []],
    ['absence of 101%', 'hr.sickness_baseline', 101, { 'hr.sickness_unit': 'percent' }, ['block: Sickness absence must be 100% or less']],
    ['absence of 367 days', 'hr.sickness_baseline', 367, { 'hr.sickness_unit': 'days-per-fte' }, ['block: Sickness absence must be 366 days']],
    ['a promise in days against a start in percent', 'hr.sickness_promised_unit', 'days-per-fte', { 'hr.sickness_unit': 'percent' }, ['block: The promise is in days for each full-time post, but the starting figure is in percent of working time. Give both in the same unit']],
    ['both in percent', 'hr.sickness_promised_unit', 'percent', { 'hr.sickness_unit': 'percent' }, []],
    ['no starting unit yet', 'hr.sickness_promised_unit', 'percent', {}, []],
  ])('%s', (_, key, value, answers, expected) => expect(found(key, value, answers)).toEqual(like(expected)));
});

describe('the readiness list', () => {
  const yes = (row: string) => [{ row, state: 'yes' }];
  it.each<[string, string, Answers, string | undefined]>([
    ['posts undecided', 'affected-list', { 'hr.assignment': [{ share: 30 }] }, '1 row of posts has no decision yet'],
    ['no letter', 'information-letter', {}, 'There is no date for the information letter'],
    ['a letter', 'information-letter', { 'hr.inform_date': '2026-12-31' }, undefined],
    ['no letter on changes', 'measures-letter', {}, 'There is no date for the letter on changes'],
    ['points open', 'replies', { 'hr.union_points': [{ point: 'a' }, { point: 'b' }] }, '2 written points have no reply'],
    ['nothing handed over', 'staff-information', {}, 'There is no date for the employee liability information'],
    ['no receipt', 'staff-information', { 'hr.eli_delivered': '2027-03-01' }, 'There is no receipt'],
    ['handed over late', 'staff-information', { 'hr.eli_delivered': '2027-03-05', 'hr.eli_acknowledged': '2027-03-05', 'hr.transfer_date': T }, 'after the last lawful day, 4 March 2027'],
    ['handed over', 'staff-information', { 'hr.eli_delivered': '2027-03-04', 'hr.eli_acknowledged': '2027-03-05', 'hr.transfer_date': T }, undefined],
    ['members left out', 'pensions', { 'hr.staff_table': [group('x', 5)] }, '5 NHS Pension Scheme members'],
    ['nobody in the scheme', 'pensions', {}, undefined],
    ['no cover', 'objections', { 'hr.objections': [{ replaced: 'no' }] }, 'Cover is not planned'],
    ['payroll failed', 'payroll', { 'hr.payroll_runs': [{ expected: 1000, tested: 990, unpaid: 0 }] }, 'The last payroll test did not pass'],
    ['payroll passed at last', 'payroll', { 'hr.payroll_runs': [{ expected: 1000, tested: 900, unpaid: 3 }, { expected: 1000, tested: 1000, unpaid: 0 }] }, undefined],
    ['no recognition and no reason', 'recognition', { 'hr.recognition': 'none' }, 'Union recognition is not complete'],
    ['nothing to compare with', 'policies', {}, undefined],
  ])('%s', (_, row, answers, expected) => {
    const blocks = found('hr.gate', yes(row), answers).filter((f) => f.startsWith('block'));
    expect(blocks).toEqual(expected === undefined ? [] : like([expected]));
  });
  it('counts what is settled', () => {
    const rows = ask('hr.gate').fixedRows!.map((row) => ({ row: row.key, state: 'yes' }));
    expect(rows).toHaveLength(14);
    expect(shown('hr.gate_count', { 'hr.gate': rows }).value).toBe('14 of 14');
    expect(shown('hr.gate_count', { 'hr.gate': [rows[0]!, { row: 'recognition', state: 'not-needed' }] }).value).toBe('1 of 14');
    expect(shown('hr.gate_count', {}).value).toBeNull();
    expect(found('hr.gate', [rows[0]!], { 'hr.inform_date': T })).toEqual(like(['warn: 13 of 14 checks are open']));
  });
});

describe('the stage', () => {
  it('cites every check of its own', () => {
    const cited = new Set(questions.flatMap((q) => q.rules ?? []).map((rule) => rule.check));
    expect(Object.keys({ ...workforceChecks, ...ballotChecks }).filter((name) => !cited.has(name))).toEqual([]);
  });
  it('asks for no names and no upload of employee liability information', () => {
    const columns = questions.flatMap((q) => q.columns ?? []).map((column) => column.key);
    expect(columns).not.toContain('name');
    expect(workforce.evidence.map((kind) => kind.title).join(' ')).not.toMatch(/liability information/i);
  });
  it('never throws, whatever was stored', () => {
    const odd: AnswerValue[] = ['', 'no such day', '2027-02-30', -1, [], [{}], [{ row: 'payroll', state: 'yes', share: 'x', 'invited-on': 'soon' }], { name: 'x' }];
    const strange = { 'hr.transfer_date': 'soon', 'hr.staff_table': 'x', 'hr.eli_delivered': 7, 'hr.consult_start': '2027-13-01' };
    for (const question of questions) {
      for (const value of odd) expect(() => found(question.key, value, strange)).not.toThrow();
      if (question.computed) expect(() => shown(question.key, strange)).not.toThrow();
    }
  });
});
