import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '#workflows/checks/check.ts';
import { fixed, found, tasksAs, work, type Answers } from './transfer-review.kit.ts';

describe('what must be in force', () => {
  const on = { 'go.transfer_date': '2027-04-01' };
  it.each<[string, string, AnswerValue, Answers, string[]]>([
    ['shadow form after transfer', 'go.shadow_from', '2027-05-01', on, ['warn: Start of shadow form must be on or before the transfer date, 1 April 2027']],
    ['cover with a gap', 'go.indemnity_from', '2027-04-02', on, ['block: Start of the cover must be on or before the transfer date, 1 April 2027']],
    ['cover on the day', 'go.indemnity_from', '2027-04-01', on, []],
    ['cover, date unknown', 'go.indemnity_from', '2027-04-02', {}, []],
    ['state scheme and a council', 'go.indemnity', 'cnst', { 'go.indemnity_council': 'yes' }, ['block: Choose insurance or both, because the state scheme does not cover work under a council contract']],
    ['both and a council', 'go.indemnity', 'both', { 'go.indemnity_council': 'yes' }, []],
    ['state scheme, no council', 'go.indemnity', 'cnst', { 'go.indemnity_council': 'no' }, []],
    ['legacy claims open', 'go.indemnity_legacy', 'no', {}, ['warn: Agree in writing who pays claims about care given before transfer']],
    ['cover under the law', 'go.employers_liability', 499_999_999, {}, ["block: Employers' liability cover must be £5,000,000 or more"]],
    ['cover at the law', 'go.employers_liability', 500_000_000, {}, []],
    ['payroll gap', 'go.payroll_gap', 0.5, {}, ['warn: The difference in pay is 0.5%. We suggest under 0.5%. Find the cause and test again']],
    ['small payroll gap', 'go.payroll_gap', 0.49, {}, []],
    ['unpaid staff', 'go.payroll_unpaid', 1, {}, ['warn: Find out why, correct it and run the payroll test again']],
    ['nobody unpaid', 'go.payroll_unpaid', 0, {}, []],
    ['facility not signed', 'go.bank_facility', 'agreed', {}, ['warn: Sign the facility before transfer, or show the cash that covers the first months']],
    ['agreement signed late', 'go.transfer_agreement', '2026-11-20', { 'go.transfer_date': '2026-12-01' }, ['note: The transfer agreement leaves 11 days before transfer. We suggest at least 30']],
    ['agreement in good time', 'go.transfer_agreement', '2026-10-20', { 'go.transfer_date': '2026-12-01' }, []],
    ['agreement after transfer', 'go.transfer_agreement', '2026-11-20', { 'go.transfer_date': '2026-11-01' }, ['block: Date signed must be on or before the transfer date, 1 November 2026']],
    ['support ends too soon', 'go.support_until', '2027-04-01', on, ['warn: End of support must be after the transfer date, 1 April 2027']],
    ['supplier has not agreed', 'go.contracts_novated', [{ supplier: 'Bright Cleaning', 'consent-on': null }], {}, ['warn: Get the agreement of Bright Cleaning']],
    ['supplier agreed tomorrow', 'go.contracts_novated', [{ supplier: 'Bright Cleaning', 'consent-on': '2026-11-24' }], {}, ['block: Date the supplier agreed must be today or in the past']],
    ['a list not complete', 'go.transfer_schedules', fixed('go.transfer_schedules', { done: 'yes' }, { records: { done: 'no' } }), {}, ['warn: Put this in place before go-live: Records']],
    ['starting figures missing', 'go.baselines', 'no', {}, ['warn: Record every starting figure before transfer, because it cannot be rebuilt later']],
    ['starting figures too late', 'go.baselines_on', '2026-11-20', { 'go.transfer_date': '2026-11-01' }, ['warn: Date the starting figures were frozen must be on or before the transfer date, 1 November 2026']],
    ['one firm for both', 'go.legal_team', 'Able & Co LLP', { 'go.legal_commissioner': 'able & co' }, ['warn: Both sides name the same law firm. Each side needs its own']],
    ['two firms', 'go.legal_team', 'Able & Co', { 'go.legal_commissioner': 'Baker Ltd' }, []],
    ['both in-house', 'go.legal_commissioner', 'in-house', { 'go.legal_team': 'In-house' }, []],
  ])('%s', (_name, key, value, answers, expected) => {
    expect(found(key, value, answers)).toEqual(expected);
  });

  it('asks for every row of the first day, and names the red ones', () => {
    const rows = fixed('go.day1_readiness', { colour: 'green', owner: 'A' }, { phones: { colour: 'red' } });
    expect(found('go.day1_readiness', rows)).toEqual(['warn: Red for the first day: Phones and switchboard. Say what will turn it green, or move the date']);
    expect(found('go.day1_readiness', rows.slice(1)).some((m) => m.startsWith('block: ') && m.includes('Registration, insurance and contract'))).toBe(true);
    expect(work('go.day1_summary', { 'go.day1_readiness': rows })).toMatchObject({ value: '11 green, 0 amber, 1 red', working: '12 of 12 rows have a colour' });
    expect(work('go.day1_summary', {}).value).toBeNull();
  });

  it('lists conditions that stop go-live', () => {
    const row = (text: string, blocks: string, state: string, dueOn: string) => ({ text, blocks, state, dueOn, owner: 'Maya Shah' });
    const five = [
      row('Board has every skill', 'goLive', 'met', '2026-10-01'), row('Staff and GPs are engaged', 'goLive', 'waived', '2026-10-01'),
      row('Advice on consultation', 'goLive', 'open', '2026-11-20'), row('Savings plan agreed', 'goLive', 'evidenceSent', '2026-12-01'),
      row('Brand agreed', 'nothing', 'open', '2026-12-01'),
    ];
    expect(work('go.conditions_open', { conditions: five })).toEqual({
      value: 2, unit: 'whole', working: 'Still open: Advice on consultation (was due 20 November 2026); Savings plan agreed (due 1 December 2026)',
    });
    expect(work('go.conditions_open', { conditions: [] }).value).toBe(0);
    expect(work('go.conditions_open', {}).value).toBeNull();
  });
});

describe('the decision to go', () => {
  const ready: Answers = {
    ...tasksAs('done'), 'go.cqc': 'registered', 'go.pension_direction': 'granted', 'go.challenge': 'no',
    'go.day1_readiness': fixed('go.day1_readiness', { colour: 'green', owner: 'A' }),
    'go.boards': fixed('go.boards', { person: 'A', on: '2026-11-20', view: 'go' }),
  };
  const red = fixed('go.day1_readiness', { colour: 'green', owner: 'A' }, { pay: { colour: 'red' }, phones: { colour: 'red' } });
  it.each<[string, string, Answers, string[]]>([
    ['everything ready', 'go', {}, []],
    ['no go needs nothing', 'no-go', { 'go.cqc': 'applied', 'go.challenge': 'yes', 'go.day1_readiness': red, ...tasksAs('not-started') }, []],
    ['not registered', 'go', { 'go.cqc': 'applied' }, ['block: Wait for the registration before you choose go']],
    ['not registered, with conditions', 'go-with-conditions', { 'go.cqc': 'refused' }, ['block: Wait for the registration before you choose go']],
    ['registration not needed', 'go', { 'go.cqc': 'not-needed' }, []],
    ['pensions open', 'go', { 'go.pension_direction': 'applied' }, ['block: Wait for NHS pension access before you choose go']],
    ['a legal challenge 3 days before', 'go', { 'go.challenge': 'yes' }, ['block: A legal challenge is open. Choose "Do not go yet" until a lawyer says otherwise']],
    ['red rows', 'go', { 'go.day1_readiness': red }, ['block: 2 rows are red for the first day. Turn them green or amber, or choose "Do not go yet"']],
    ['red rows, with conditions', 'go-with-conditions', { 'go.day1_readiness': red }, ['warn: 2 rows are red for the first day. Turn them green or amber, or choose "Do not go yet"']],
    ['one blocker open', 'go', tasksAs('done', { insurance: 'in-progress' }), ["block: Close this blocker first: Buy employers' liability, clinical negligence and other cover"]],
    ['one blocker open, with conditions', 'go-with-conditions', tasksAs('done', { insurance: 'in-progress' }), ["warn: Close this blocker first: Buy employers' liability, clinical negligence and other cover"]],
    ['a task that is no blocker', 'go', tasksAs('done', { equipment: 'not-started', 'after-transfer': 'not-started' }), []],
    ['a board said no', 'go', { 'go.boards': fixed('go.boards', { person: 'A', on: '2026-11-20', view: 'go' }, { parent: { view: 'no-go' } }) }, ['block: A board decided not to go. Choose "Do not go yet", or record its new decision']],
  ])('%s', (_name, value, answers, expected) => {
    expect(found('go.decision', value, { ...ready, ...answers })).toEqual(expected);
  });
  it('names four blockers and counts the rest, with the words of the pathway', () => {
    const [message] = found('go.decision', 'go', { ...ready, ...tasksAs('not-started') });
    expect(message).toMatch(/^block: Close these 23 blockers first: .*; and 19 more$/);
    expect(found('go.decision', 'go', { ...ready, ...tasksAs('done', { 'board-meetings': 'in-progress' }) })).toEqual([
      'block: Close this blocker first: Hold the go-live board meetings: the trust, the mutual and the integrated care board',
    ]);
  });
});
