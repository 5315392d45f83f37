import { describe, expect, it } from 'vitest';
import { checks } from '#workflows/checks/index.ts';
import { transferReviewChecks } from '#workflows/checks/transfer-review.ts';
import { computations } from '#workflows/computed/index.ts';
import { labelsIn } from '#workflows/labels.ts';
import { earliestTransferDay, latestStart, realDay } from '#workflows/mobilisation.ts';
import { ALL_TASKS, TASK_TABLES } from '#workflows/stages/transfer/mobilisation.ts';
import { ask, everyQuestion, found, labels, questionsOf, review, sectionsOf, tasksAs, today, transfer, work, type Answers } from './transfer-review.kit.ts';

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
