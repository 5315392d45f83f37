import { describe, expect, it } from 'vitest';
import { contradictions, supportOf, SUPPORT_THRESHOLDS, type BallotCounts } from '#workflows/ballots.ts';
import { ballotChecks } from '#workflows/checks/ballots.ts';
import type { AnswerValue, CheckInput, Row } from '#workflows/checks/check.ts';
import { findings } from '#workflows/checks/index.ts';
import { suggestedFor } from '#workflows/checks/staff-list.ts';
import { workforceChecks } from '#workflows/checks/workforce.ts';
import { computations } from '#workflows/computed/index.ts';
import { stageSchema, type Pathway, type Question } from '#workflows/definition.ts';
import { eliDue, KEY_DATE_KEYS, keyDate, keyDates, type KeyDateKey } from '#workflows/key-dates.ts';
import { workforce as written } from '#workflows/stages/workforce.ts';

const workforce = stageSchema.parse(written);
const labels: Pathway['labels'] = {
  team: 'team', parent: 'parent organisation', commissioner: 'commissioner', approver: 'board sponsor', approverBody: 'parent board',
  secondLine: 'NHS England regional team', enterprise: 'mutual', contractRegime: 'Provider Selection Regime', support: 'support unit',
};
const pathway = { key: 'public-service-mutual' as const, labels, smallTeam: { maxStaff: 25, maxBudgetPence: 100_000_000, source: { title: 'Slipway default' } } };
const today = '2026-11-23';
type Answers = Record<string, AnswerValue>;
const questions: Question[] = workforce.groups.flatMap((group) => group.sections.flatMap((section) => section.questions));
const ask = (key: string) => questions.find((q) => q.key === key)!;
const reader = (answers: Answers) => (key: string) => (Object.hasOwn(answers, key) ? answers[key] : undefined);
const found = (key: string, value: AnswerValue, answers: Answers = {}, day = today) => {
  const question = ask(key);
  const input: CheckInput = { question, value, answer: reader({ ...answers, [key]: value }), pathway, today: day };
  return findings(question.rules ?? [], input).map((f) => `${f.severity}${f.row === undefined ? '' : ` ${f.row}`}: ${f.message}`);
};
/** What a computed question of the stage shows. */
const shown = (key: string, answers: Answers, day = today) => {
  const { name, params } = ask(key).computed!;
  return computations[name]!({ answer: reader(answers), params, pathway, today: day });
};
const like = (texts: string[]) => texts.map((text) => expect.stringContaining(text) as string);
const T = '2027-04-01';

describe('dates counted from the transfer', () => {
  const on = (key: KeyDateKey, transfer = T) => keyDate(key, { transfer })?.on;

  it('keeps the worked example of 1 April 2027', () => {
    expect(on('staff-information-due')).toBe('2027-03-04');
    expect(on('staff-information-aim')).toBe('2027-02-18');
    expect(keyDate('information-letter', { transfer: T })).toMatchObject({ counted: '2027-01-01', on: '2026-12-31' });
    expect(on('invite-representatives')).toBe('2026-12-10');
    expect(on('draft-staff-list')).toBe('2026-12-10');
    expect(on('pension-application')).toBe('2026-10-01');
  });

  it.each<[KeyDateKey, string]>([
    ['engagement-begins', '2026-04-01'],
    ['measures-letter', '2026-12-24'],
    ['representatives-in-place', '2026-12-24'],
    ['consultation-starts', '2026-12-31'],
    ['consultation-ends', '2027-02-12'], // 14 February is a Sunday
    ['consultation-report', '2027-02-24'],
    ['first-refresh', '2027-03-18'],
    ['second-refresh', '2027-03-25'],
    ['last-refresh', '2027-03-31'],
    ['objections-asked-by', '2027-03-04'],
    ['welcome-letters', '2027-03-18'],
    ['first-payroll-test', '2027-02-15'],
    ['second-payroll-test', '2027-03-17'],
    ['liability-cover', '2027-04-01'],
    ['tribunal-limit', '2027-06-30'],
    ['pay-questions-end', '2027-06-30'],
    ['agreed-terms-may-change', '2028-04-01'],
  ])('%s falls on %s', (key, expected) => expect(on(key)).toBe(expected));

  it.each<[string, string]>([
    ['2011-04-01', '2011-03-18'],
    ['2014-04-30', '2014-04-16'],
    ['2014-05-01', '2014-04-03'],
    ['2027-03-01', '2027-02-01'],
  ])('gives staff information for a transfer on %s by %s', (transfer, expected) => expect(eliDue(transfer)).toBe(expected));

  it('never moves a day the law sets', () => {
    expect(keyDate('staff-information-due', { transfer: '2027-01-29' })).toMatchObject({ counted: '2027-01-01', on: '2027-01-01' });
  });
  it('counts from other days too', () => {
    expect(keyDate('forum-sees-draft', { board: '2026-11-12' })?.on).toBe('2026-10-15');
    expect(keyDate('ballot-closes', { board: '2026-11-12' })?.on).toBe('2026-10-29');
    expect(keyDate('payroll-scheme-earliest', { payday: '2027-04-28' })?.on).toBe('2027-02-28');
    expect(keyDate('payroll-scheme-latest', { payday: '2027-04-28' })?.on).toBe('2027-04-07');
    expect(keyDate('measures-letter', { transfer: T, letter: '2026-12-01' })?.on).toBe('2026-11-24');
    expect(keyDate('consultation-report', { transfer: T, consultationEnd: '2027-02-01' })?.on).toBe('2027-02-11');
    expect(keyDate('tribunal-limit', { transfer: T, tribunalMonths: 6 })?.on).toBe('2027-09-30');
  });
  it('leaves out what cannot be counted, and puts the rest in order', () => {
    expect(keyDates({})).toEqual([]);
    const all = keyDates({ transfer: T, board: '2026-11-12', payday: '2027-04-28' });
    expect(all.map((d) => d.key).sort()).toEqual([...KEY_DATE_KEYS].sort());
    expect(all.map((d) => d.on)).toEqual(all.map((d) => d.on).sort());
  });
  it('shows every date of the plan in the stage', () => {
    const named = questions.filter((q) => q.computed?.name === 'keyDate').map((q) => q.computed!.params.date);
    expect(KEY_DATE_KEYS.filter((key) => !named.includes(key))).toEqual([]);
  });

  it('says how a day was worked out, and when it moved', () => {
    expect(shown('hr.date_information_letter', { 'hr.transfer_date': T })).toEqual({
      value: '2026-12-31',
      unit: 'date',
      working: '90 days before the transfer. 1 January 2027 is not a working day, so we suggest the working day before. This is our default, not law',
    });
    expect(shown('hr.date_information_letter', {}).value).toBeNull();
  });
  it('does not move what is done', () => {
    const done = { 'hr.transfer_date': T, 'hr.pension_applied': '2026-09-14' };
    expect(shown('hr.date_pension_application', done)).toMatchObject({ value: '2026-09-14', working: 'Done on this day. The plan said 1 October 2026' });
    expect(shown('hr.date_pension_application', { ...done, 'hr.transfer_date': '2027-05-01' }).value).toBe('2026-09-14');
  });
  it('tells a broken duty from a late task', () => {
    expect(shown('hr.eli_due', { 'hr.transfer_date': T }, '2027-03-05').working).toContain('the law may be broken');
    expect(shown('hr.eli_due', { 'hr.transfer_date': T }, '2027-03-04').working).not.toContain('passed');
    expect(shown('hr.eli_due', { 'hr.transfer_date': T, 'hr.eli_delivered': '2027-02-18' }, '2027-03-05')).toMatchObject({ value: '2027-03-04' });
    expect(shown('hr.date_pension_application', { 'hr.transfer_date': T }, '2026-11-23').working).toContain('Do it as soon as you can');
    expect(found('hr.eli_due', '2027-03-04', {}, '2027-03-05')).toEqual(like(['warn: The last lawful day, 4 March 2027, has passed']));
    expect(found('hr.eli_due', '2027-03-04', { 'hr.eli_delivered': '2027-03-01' }, '2027-03-05')).toEqual([]);
  });
  it('looks back 2 years for staff information', () => {
    expect(shown('hr.eli_from', { 'hr.transfer_date': T }).value).toBe('2025-03-04');
    expect(shown('hr.eli_from', { 'hr.transfer_date': T, 'hr.eli_delivered': '2027-02-18' }).value).toBe('2025-02-18');
    expect(shown('hr.eli_from', {}).value).toBeNull();
  });
});

const vote = (electorate: number, returned: number, yes: number, against: number, spoilt = 0): Answers => ({
  'hr.support_test': 'ballot', 'hr.support_electorate': electorate, 'hr.support_returned': returned,
  'hr.support_for': yes, 'hr.support_against': against, 'hr.support_spoilt': spoilt,
});

describe('votes', () => {
  const counts = (electorate: number, yes: number, against: number): BallotCounts => ({ electorate, returned: yes + against, for: yes, against, spoilt: 0 });
  it.each<[string, BallotCounts, string | undefined]>([
    ['60% for on a turnout of 60%', counts(100, 36, 24), 'strong'],
    ['60% for on a turnout of 59%', { electorate: 100, returned: 59, for: 36, against: 23, spoilt: 0 }, 'supportive'],
    ['59% for on a full turnout', counts(100, 59, 41), 'supportive'],
    ['a majority on a turnout of 50%', counts(100, 26, 24), 'supportive'],
    ['a majority on a turnout of 49%', counts(100, 48, 1), 'weak'],
    ['a tie', counts(100, 30, 30), 'opposed'],
    ['a majority against', counts(100, 10, 20), 'opposed'],
    ['nobody voted', counts(100, 0, 0), undefined],
    ['nobody could vote', counts(0, 0, 0), undefined],
  ])('%s', (_, given, expected) => expect(supportOf(given, SUPPORT_THRESHOLDS)).toBe(expected));

  it('stops Bedfordshire: 98% turnout, 97% against', () => {
    const bedfordshire = vote(1000, 980, 29, 951);
    expect(shown('hr.support_turnout', bedfordshire)).toMatchObject({ value: 98, working: '980 of 1,000 papers returned' });
    expect(shown('hr.support_yes', bedfordshire)).toMatchObject({ value: 3, working: '29 of 980 votes for or against' });
    expect(shown('hr.support_yes_of_all', bedfordshire).value).toBe(2.9);
    expect(shown('hr.support_status', bedfordshire).value).toBe('Opposed');
    expect(found('hr.support_status', 'Opposed', bedfordshire)).toEqual([
      'block: 29 of 980 voters said yes, so the test of staff support is not met. A written board statement is needed before you go on. Add it with its date in "Board statement", or stop here',
    ]);
    expect(found('hr.support_yes', 3, { ...bedfordshire, 'hr.support_threshold': 51 })).toEqual(like(['warn: 3% said yes, below the 51% agreed before the vote']));
  });
  it('lets it go on only with a dated board statement, in plain sight', () => {
    const said = { ...vote(1000, 980, 29, 951), 'hr.board_statement': 'The board met staff and will hold a second vote.' };
    expect(found('hr.support_status', 'Opposed', said)).toEqual(like(['block: ']));
    expect(found('hr.support_status', 'Opposed', { ...said, 'hr.board_statement_on': '2026-11-02' })).toEqual(like(['warn: Most who voted said no']));
  });
  it('refuses Middlesbrough: about 700 of 1,000 voted, over 500 against, yet 66% published', () => {
    // 66% of 700 is 462; 500 against and 34% of 700 for cannot both be true.
    expect(found('hr.support_returned', 700, vote(1000, 700, 238, 500))).toEqual(like(['block: Votes for, votes against and spoilt papers must add up to the 700 papers returned. They add up to 738']));
    expect(shown('hr.support_status', vote(1000, 700, 238, 500)).value).toBeNull();
    expect(found('hr.support_published_share', 34, vote(1000, 700, 200, 500))).toEqual(like(['block: The counts give 28.6% for, but 34% was published']));
  });
  it.each<[string, Partial<BallotCounts>, number]>([
    ['agree', { electorate: 42, returned: 40, for: 30, against: 8, spoilt: 2 }, 0],
    ['more papers than staff', { electorate: 42, returned: 43 }, 1],
    ['more votes than staff, papers unknown', { electorate: 42, for: 30, against: 13 }, 1],
    ['more votes than papers, spoilt unknown', { electorate: 42, returned: 40, for: 30, against: 11 }, 1],
    ['fewer votes than papers, spoilt unknown', { electorate: 42, returned: 40, for: 30, against: 8 }, 0],
    ['spoilt papers missing', { electorate: 42, returned: 40, for: 30, against: 8, spoilt: 0 }, 1],
    ['nothing counted', {}, 0],
  ])('counts: %s', (_, given, expected) => expect(contradictions(given)).toHaveLength(expected));

  it.each<[string, string, AnswerValue, Answers, string[]]>([
    ['published within a point', 'hr.support_published_share', 75, vote(100, 60, 45, 15), []],
    ['a weak majority', 'hr.support_status', 'Weak', vote(100, 40, 30, 10), ['warn: Most who voted said yes, but fewer than half']],
    ['a strong one', 'hr.support_status', 'Strong', vote(100, 90, 80, 10), []],
    ['an agreed bar missed by a hair', 'hr.support_yes', 51, { ...vote(10_000, 10_000, 5098, 4902), 'hr.support_threshold': 51 }, ['warn: 51% said yes']],
    ['an agreed bar reached', 'hr.support_yes', 51, { ...vote(100, 100, 51, 49), 'hr.support_threshold': 51 }, []],
    ['an earlier vote that does not add up', 'hr.earlier_votes', [{ electorate: 100, returned: 50, for: 30, against: 10, spoilt: 0 }], {}, ['block 0: Votes for']],
    ['an earlier vote that does', 'hr.earlier_votes', [{ electorate: 100, returned: 50, for: 30, against: 18, spoilt: 2 }], {}, []],
    ['nobody asked', 'hr.support_test', 'none', {}, ['warn: Ask staff']],
  ])('%s', (_, key, value, answers, expected) => expect(found(key, value, answers)).toEqual(like(expected)));

  it('shows nothing before the counts are there', () => {
    expect(shown('hr.support_status', { 'hr.support_electorate': 42 }).value).toBeNull();
    expect(shown('hr.support_yes', {}).value).toBeNull();
    expect(shown('hr.support_status', vote(42, 0, 0, 0)).value).toBeNull();
  });
});

const group = (name: string, headcount: number, more: Record<string, string | number> = {}) => ({ group: name, headcount, wte: headcount, pension: headcount, union: 'no', ...more });

describe('who moves', () => {
  it.each<[Record<string, string | number>, string | undefined]>([
    [{ share: 50, basis: 'permanent' }, 'in-scope'],
    [{ share: 49.9, basis: 'permanent' }, 'review'],
    [{ share: 20, basis: 'permanent' }, 'review'],
    [{ share: 19.9, basis: 'permanent' }, 'out'],
    [{ share: 10, basis: 'permanent', essential: 'yes' }, 'review'],
    [{ share: 100, basis: 'temporary' }, 'out'],
    [{ share: 100, basis: 'agency' }, 'out'],
    [{ basis: 'bank' }, 'out'],
    [{ share: 80, basis: 'support-staff' }, 'review'],
    [{ share: 0, basis: 'family-leave' }, 'review'],
    [{ share: 90, basis: 'long-term-sick' }, 'in-scope'],
    [{ basis: 'permanent' }, undefined],
  ])('%o', (row, expected) => expect(suggestedFor(row)).toBe(expected));

  it('counts posts by what is suggested', () => {
    const posts: Row[] = [{ posts: 38, share: 100, basis: 'permanent' }, { posts: 3, share: 40, basis: 'permanent' }, { posts: 1, basis: 'bank' }];
    expect(shown('hr.assignment_counts', { 'hr.assignment': posts }).value).toBe('38 move, 3 to review, 1 stay');
    expect(shown('hr.assignment_counts', {}).value).toBeNull();
  });

  const review = { share: 30, basis: 'permanent' };
  it.each<[string, string, AnswerValue, Answers, string[]]>([
    ['a sound list', 'hr.staff_table', [group('Therapists', 30), group('Support', 12)], { 'eoi.headcount': 42 }, []],
    ['another total than told', 'hr.staff_table', [group('Therapists', 45)], { 'eoi.headcount': 42 }, ['warn: The list adds up to 45 staff. You told us 42']],
    ['more members than people', 'hr.staff_table', [group('Therapists', 30, { pension: 31 })], {}, ['block 0: NHS Pension Scheme members, 31, must not be more than the headcount, 30']],
    ['more posts than people', 'hr.staff_table', [group('Therapists', 30, { wte: 30.5, 'fixed-term': 40 })], {}, ['block 0: Full-time equivalents, 30.5', 'block 0: Fixed-term staff, 40']],
    ['costed within 2%', 'hr.wte_costed', 100, { 'hr.staff_table': [group('All', 102)] }, []],
    ['costed beyond 2%', 'hr.wte_costed', 100, { 'hr.staff_table': [group('All', 103)] }, ['warn: The staff list has 103 full-time equivalents, but 100 are costed']],
    ['costed before the list', 'hr.wte_costed', 100, {}, []],
    ['an open review', 'hr.assignment', [review], {}, ['warn 0: Decide whether these posts move']],
    ['a review closed by nobody', 'hr.assignment', [{ ...review, decision: 'in-scope' }], {}, ['warn 0: Decide']],
    ['a review closed', 'hr.assignment', [{ ...review, decision: 'out', 'decided-by': 'HR and staff side', 'decided-on': '2026-11-01' }], {}, []],
    ['a decision against the rule', 'hr.assignment', [{ share: 100, basis: 'permanent', decision: 'out' }], {}, ['warn 0: Going by time and basis, we suggest that these posts move']],
    ['the same with a reason', 'hr.assignment', [{ share: 5, basis: 'permanent', decision: 'in-scope', reason: 'Only prescriber' }], {}, []],
    ['information given with a review open', 'hr.eli_delivered', '2027-02-18', { 'hr.transfer_date': T, 'hr.assignment': [review] }, ['warn: 1 row of posts had no decision yet']],
    ['a special case with no plan', 'hr.special_cases', [{ row: 'sponsored', count: 2 }, { row: 'agency', count: 0 }], {}, ['warn 0: Say how you handle this: staff with a sponsored visa']],
    ['a count of 4', 'hr.eq_profile', [{ count: 4 }, { count: 0 }, { count: 5 }], {}, ['warn 0: A count under 5 can point to a person']],
  ])('%s', (_, key, value, answers, expected) => expect(found(key, value, answers)).toEqual(like(expected)));
});

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
