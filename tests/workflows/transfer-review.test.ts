import { describe, expect, it } from 'vitest';
import type { AnswerValue, CheckInput } from '#workflows/checks/check.ts';
import { checks, findings } from '#workflows/checks/index.ts';
import { transferReviewChecks } from '#workflows/checks/transfer-review.ts';
import { computations } from '#workflows/computed/index.ts';
import { stageSchema, type Pathway, type Question, type Stage } from '#workflows/definition.ts';
import { labelsIn } from '#workflows/labels.ts';
import { earliestTransferDay, latestStart, realDay } from '#workflows/mobilisation.ts';
import { review as writtenReview } from '#workflows/stages/review.ts';
import { transfer as writtenTransfer } from '#workflows/stages/transfer.ts';
import { ALL_TASKS, TASK_TABLES } from '#workflows/stages/transfer/mobilisation.ts';

const transfer = stageSchema.parse(writtenTransfer);
const review = stageSchema.parse(writtenReview);
const labels: Pathway['labels'] = {
  team: 'team', parent: 'trust', commissioner: 'integrated care board', approver: 'board sponsor', approverBody: 'trust board',
  secondLine: 'regional team', enterprise: 'mutual', contractRegime: 'Provider Selection Regime', support: 'support unit',
};
const pathway = {
  key: 'public-service-mutual' as const,
  labels,
  smallTeam: { maxStaff: 25, maxBudgetPence: 100_000_000, source: { title: 'Slipway default' } },
};
const today = '2026-11-23';
type Answers = Record<string, AnswerValue>;
const reader = (answers: Answers) => (key: string) => (Object.hasOwn(answers, key) ? answers[key] : undefined);
const sectionsOf = (stage: Stage) => stage.groups.flatMap((group) => group.sections);
const questionsOf = (stage: Stage): Question[] => sectionsOf(stage).flatMap((section) => section.questions);
const everyQuestion = [...questionsOf(transfer), ...questionsOf(review)];
const ask = (key: string) => everyQuestion.find((q) => q.key === key)!;

/** What the rules of a question, as written in the stage, find in an answer: "severity: message". */
const found = (key: string, value: AnswerValue, answers: Answers = {}) => {
  const input: CheckInput = { question: ask(key), value, answer: reader({ [key]: value, ...answers }), pathway, today };
  return findings(ask(key).rules ?? [], input).map((f) => `${f.severity}: ${f.message}`);
};
/** A computed question, worked out as the stage cites it. */
const work = (key: string, answers: Answers, on = today) => {
  const { name, params } = ask(key).computed!;
  return computations[name]!({ answer: reader(answers), params, pathway, today: on });
};

/** All 11 tables with every task in one state, except those named. */
const tasksAs = (status: string, except: Record<string, string> = {}): Answers =>
  Object.fromEntries(
    TASK_TABLES.map((table) => [
      table,
      ask(table).fixedRows!.map(({ key }) => ({ row: key, status: except[key] ?? status, owner: 'Maya Shah', 'done-on': '2026-11-02', evidence: 'X1' })),
    ]),
  );
const fixed = (key: string, cells: Record<string, string | number>, except: Record<string, Record<string, string | number>> = {}) =>
  ask(key).fixedRows!.map((row) => ({ row: row.key, ...cells, ...except[row.key] }));

describe('the two stages as written', () => {
  it('asks every task of mobilisation, in tables by workstream', () => {
    expect(ALL_TASKS).toHaveLength(47);
    expect(ALL_TASKS.filter((task) => task.blocker)).toHaveLength(23);
    expect(new Set(ALL_TASKS.map((task) => task.key)).size).toBe(47);
    expect(TASK_TABLES.flatMap((table) => ask(table).fixedRows!.map((row) => row.key))).toEqual(ALL_TASKS.map((task) => task.key));
    const known = new Set(ALL_TASKS.map((task) => task.key));
    expect(ALL_TASKS.flatMap((task) => task.after).filter((key) => !known.has(key))).toEqual([]);
  });

  it.each([
    ['controlled-drugs', 30], ['pensions', 26], ['leases', 26], ['clinical-system', 24], ['board-appointed', 24], ['cqc-prepared', 22],
    ['cqc-decided', 16], ['staff-information', 4], ['board-meetings', 3], ['after-transfer', -1],
  ])('gives %s a lead of %i weeks', (key, weeks) => {
    expect(ALL_TASKS.find((task) => task.key === key)?.weeks).toBe(weeks);
  });

  it('asks everything a transfer and a review need', () => {
    const keys = new Set(everyQuestion.map((q) => q.key));
    const needed = [
      'go.cqc', 'go.indemnity', 'go.pension_direction', 'go.bank_facility', 'go.payroll_test', 'go.transfer_agreement', 'go.services_agreement',
      'go.support_services_agreement', 'go.leases', 'go.assets', 'go.contracts_novated', 'go.it', 'go.ig', 'go.clinical_safety', 'go.comms',
      'go.day1_readiness', 'go.conditions_open', 'go.decision', 'rev.period_from', 'rev.period_to', 'rev.actuals', 'rev.variance', 'rev.narrative',
      'rev.qualitative', 'rev.unexpected', 'rev.cost_actual', 'rev.savings_actual', 'rev.surplus_use', 'rev.staff', 'rev.quality_regulator',
      'rev.income_mix', 'rev.ewi_status', 'rev.decision', 'rev.lessons',
    ];
    expect(needed.filter((key) => !keys.has(key))).toEqual([]);
    expect(keys.size).toBe(everyQuestion.length);
    expect(ask('go.day1_readiness').fixedRows).toHaveLength(12);
  });

  it.each([transfer, review])('$title cites only checks, computations, evidence and sections that exist', (stage) => {
    const sections = sectionsOf(stage).map((section) => section.key);
    const evidence = stage.evidence.map((kind) => kind.key);
    expect(new Set(sections).size).toBe(sections.length);
    for (const q of questionsOf(stage)) {
      for (const rule of q.rules ?? []) expect(checks[rule.check]?.params.safeParse(rule.params).success, `${q.key}: ${rule.check}`).toBe(true);
      if (q.computed) expect(computations, q.key).toHaveProperty(q.computed.name);
      if (q.evidence) expect(evidence, q.key).toContain(q.evidence);
    }
    const pointers = [...stage.criteria.flatMap((c) => c.evidenceIn ?? []), ...sectionsOf(stage).flatMap((s) => s.after ?? [])];
    expect(pointers.filter((key) => !sections.includes(key))).toEqual([]);
    expect(stage.criteria.length).toBeGreaterThanOrEqual(5);
    expect(stage.criteria.length).toBeLessThanOrEqual(9);
    expect(labelsIn(JSON.stringify(stage).replace(/[{}]("|,|\[|\]|[{}])/g, '$1')).filter((name) => /^[a-zA-Z]+$/.test(name) && !(name in labels))).toEqual([]);
  });

  it('keeps sections short and their titles plain', () => {
    for (const section of [...sectionsOf(transfer), ...sectionsOf(review)]) {
      expect(section.questions.length, section.key).toBeLessThanOrEqual(6);
      const words = section.title.split(' ').length;
      expect(words, section.title).toBeLessThanOrEqual(5);
    }
    const words = JSON.stringify([transfer, review]).match(/\b(please|invalid|valid|sorry|oops|forbidden|required|e\.g\.)(?=\W)|!"|’/gi);
    expect(words).toBeNull();
  });

  it('takes no name that another record of checks or computations has', async () => {
    const others = await Promise.all([
      import('#workflows/checks/core.ts'), import('#workflows/checks/readiness-proposal.ts'), import('#workflows/checks/business-case.ts'),
      import('#workflows/checks/governance-workforce.ts'), import('#workflows/checks/contract-failure.ts'),
    ]);
    const taken = new Set(others.flatMap((module) => Object.values(module).flatMap((record) => (typeof record === 'object' && record ? Object.keys(record) : []))));
    expect(Object.keys(transferReviewChecks).filter((name) => taken.has(name))).toEqual([]);
  });
});

describe('dates', () => {
  it.each([
    ['2027-04-01', '2027-04-01'], ['2027-02-30', undefined], ['soon', undefined], ['', undefined], [7, undefined], [undefined, undefined],
    ['2027-4-1', undefined], ['9999-99-99', undefined],
  ])('reads %s as %s', (given, day) => {
    expect(realDay(given)).toBe(day);
  });

  it.each([
    ['staff-information', '2027-03-04'], ['pensions', '2026-10-01'], ['controlled-drugs', '2026-09-03'], ['after-transfer', '2027-04-08'],
  ])('counts the latest start of %s back from 1 April 2027', (key, day) => {
    expect(latestStart('2027-04-01', ALL_TASKS.find((task) => task.key === key)!)).toBe(day);
  });

  it('takes the longest blocker not started, and never adds leads together', () => {
    const states = new Map(ALL_TASKS.map((task) => [task.key, 'done' as const]));
    expect(earliestTransferDay(ALL_TASKS, states, today)).toEqual({ day: today, because: undefined });
    const waiting = new Map<string, 'done' | 'not-started'>(states).set('cqc-prepared', 'not-started').set('cqc-decided', 'not-started');
    expect(earliestTransferDay(ALL_TASKS, waiting, today).day).toBe('2027-04-26');
  });

  it('moves suggested days to the working day before, and leaves the days of the law', () => {
    const lines = String(work('go.key_dates', { 'go.transfer_date': '2027-04-01' }).value).split('\n');
    expect(lines).toContain('31 December 2026: Formal staff consultation starts');
    expect(lines).toContain('4 March 2027: Staff records given, the legal latest');
    expect(lines).toContain('1 October 2026: Apply for NHS pension access');
    expect(lines).toContain('2 April 2027: First-day check');
    expect(lines).toHaveLength(16);
    expect(work('go.key_dates', {}).value).toBeNull();
  });
});

describe('progress of the tasks', () => {
  const on = { 'go.transfer_date': '2027-12-01' };
  it('works out the share of blockers done, the late tasks and the earliest date', () => {
    const answers = { ...tasksAs('done', { 'controlled-drugs': 'not-needed', pensions: 'not-started', leases: 'in-progress' }), 'go.transfer_date': '2027-04-01' };
    const { value, working } = work('go.readiness', answers);
    expect(value).toBe(90.9);
    expect(working).toBe(
      '20 of 22 blockers done. Late to start: Get NHS pension access and set up the scheme for new joiners. ' +
        'Earliest transfer date on our lead times: 24 May 2027, later than the planned 1 April 2027',
    );
    expect(work('go.earliest_date', answers)).toMatchObject({ value: '2027-05-24', unit: 'date' });
  });
  it('is complete when every blocker is closed', () => {
    expect(work('go.readiness', { ...tasksAs('done'), ...on })).toMatchObject({ value: 100, working: '23 of 23 blockers done. Earliest transfer date on our lead times: 23 November 2026' });
    expect(work('go.readiness', tasksAs('not-needed')).value).toBeNull();
  });
  it('starts from nothing when no table is filled in', () => {
    expect(work('go.readiness', on)).toMatchObject({ value: 0 });
    expect(work('go.earliest_date', {})).toMatchObject({ value: '2027-06-21', working: expect.stringContaining('30 weeks') });
  });
  it('takes the date of the workforce stage until one is confirmed here', () => {
    expect(String(work('mob.people_starts', { 'hr.transfer_date': '2027-12-01' }).value)).toMatch(/^2 June 2027: Get NHS pension access/);
    expect(String(work('mob.people_starts', { 'hr.transfer_date': '2026-12-01' }).value)).toMatch(/\(late\)/);
    expect(work('mob.people_starts', {}).value).toBeNull();
    expect(work('mob.people_starts', { ...tasksAs('done'), ...on }).value).toBe('Everything here is done or not needed');
  });
  it('gives the share of one workstream', () => {
    expect(work('mob.buildings_share', tasksAs('done', { leases: 'in-progress' }))).toMatchObject({ value: 66.7, working: '2 of 3 tasks done. 1 blocker is open' });
    expect(work('mob.buildings_share', tasksAs('not-needed')).value).toBeNull();
  });
});

describe('what the rules of the tasks find', () => {
  const row = (key: string, cells: Record<string, string>) => [{ row: key, ...cells }];
  const rest: Answers = { ...tasksAs('done'), 'go.transfer_date': '2028-04-01' };
  it.each<[string, Record<string, string>, string]>([
    ['no date done', { status: 'done', evidence: 'L1' }, 'warn: Enter the date this was done: Sign leases or licences, with landlord consent, upkeep and rates'],
    ['a future date', { status: 'done', 'done-on': '2026-11-24' }, 'block: Date done must be today or in the past: Sign leases or licences, with landlord consent, upkeep and rates'],
    ['no owner', { status: 'in-progress' }, 'warn: Enter who owns this task: Sign leases or licences, with landlord consent, upkeep and rates'],
    ['a skipped blocker', { status: 'not-needed' }, 'warn: Say why this blocker is not needed: Sign leases or licences, with landlord consent, upkeep and rates'],
  ])('%s', (_name, cells, message) => {
    expect(found('mob.buildings', row('leases', cells), rest)).toContain(message);
  });
  it('finds nothing in a table that is whole', () => {
    expect(found('mob.buildings', rest['mob.buildings']!, rest)).toEqual([]);
    expect(found('mob.people', rest['mob.people']!, rest)).toEqual([]);
  });
  it('names the tasks without a status', () => {
    expect(found('mob.buildings', row('leases', { status: 'in-progress', owner: 'A' }), rest)).toEqual([
      'warn: Select a status for: Take on fire, water, asbestos and safety duties; List medical devices, upkeep and the loan store',
    ]);
  });
  it('names a task that should have started', () => {
    const tables = tasksAs('done', { leases: 'not-started' });
    expect(found('mob.buildings', tables['mob.buildings']!, { ...tables, 'go.transfer_date': '2027-04-01' })).toContain(
      'warn: Sign leases or licences, with landlord consent, upkeep and rates: start this now. It should have started by 1 October 2026',
    );
    expect(found('mob.buildings', tables['mob.buildings']!, tables).filter((m) => m.includes('start this now'))).toEqual([]);
  });
  it('names what comes first', () => {
    const tables = tasksAs('done', { 'organisation-codes': 'in-progress' });
    expect(found('mob.systems', tables['mob.systems']!, { ...tables, 'go.transfer_date': '2028-04-01' })).toContain(
      'warn: Open secure NHS email accounts and the directory is done, but this comes first: Get NHS codes for the organisation and its sites. Check both',
    );
  });
  it.each<[string, string, Answers, number]>([
    ['a date too soon', '2027-03-01', {}, 1], ['a date far off', '2028-03-01', {}, 0], ['a date in the past', '2026-01-01', {}, 0],
    ['everything started', '2026-12-01', tasksAs('in-progress'), 0],
  ])('transfer date: %s', (_name, date, answers, count) => {
    expect(found('go.transfer_date', date, answers)).toHaveLength(count);
  });
});

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
