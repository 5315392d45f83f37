import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayNumber } from '#workflows/dates.ts';
import { reminderSteps, stepOn } from '#workflows/reminders.ts';
import { workingDaysBetween } from '#workflows/working-days.ts';

test('half time, two days before, one day after, and the support unit after five working days', () => {
  expect(reminderSteps({ from: '2026-12-01', dueOn: '2026-12-23' })).toEqual([
    { step: 'half', on: '2026-12-12' }, { step: 'soon', on: '2026-12-21' }, { step: 'late', on: '2026-12-24' }, { step: 'unit', on: '2027-01-04' },
  ]);
});

test.each([
  ['2026-06-01', '2026-06-03', ['half', 'late', 'unit']],
  ['2026-06-01', '2026-06-01', ['late', 'unit']],
  ['2026-06-01', '2026-06-05', ['half', 'late', 'unit']],
])('a short time from %s to %s leaves out what would come before its beginning or at once', (from, dueOn, steps) => {
  expect(reminderSteps({ from, dueOn }).map(({ step }) => step)).toEqual(steps);
});

test('each step is the newest on some day, in order, and none comes after a week too late', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 100 }), (offset, length) => {
    const span = { from: addDays('2026-01-01', offset), dueOn: addDays('2026-01-01', offset + length) };
    const steps = reminderSteps(span);
    const days = Array.from({ length: length + 40 }, (_, i) => stepOn(span, addDays(span.from, i)));
    expect([...new Set(days.filter(Boolean))]).toEqual(steps.map(({ step }) => step));
    for (const { step, on } of steps) expect([stepOn(span, addDays(on, -1)) === step, stepOn(span, on)]).toEqual([false, step]);
    expect(workingDaysBetween(span.dueOn, steps.at(-1)!.on)).toBe(5);
    expect(dayNumber(steps.at(-1)!.on) - dayNumber(span.from) + 8).toBeLessThanOrEqual(length + 40);
    expect(days.at(-1)).toBeUndefined();
  }), { numRuns: 40 });
});
