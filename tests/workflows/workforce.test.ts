import { describe, expect, it } from 'vitest';
import { contradictions, supportOf, SUPPORT_THRESHOLDS, type BallotCounts } from '#workflows/ballots.ts';
import type { AnswerValue, Row } from '#workflows/checks/check.ts';
import { suggestedFor } from '#workflows/checks/staff-list.ts';
import { eliDue, KEY_DATE_KEYS, keyDate, keyDates, type KeyDateKey } from '#workflows/key-dates.ts';
import { T, found, like, questions, shown, type Answers } from './workforce.kit.ts';

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
