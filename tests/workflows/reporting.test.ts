import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOfNumber, dayNumber } from '#workflows/dates.ts';
import { calendarOn, hasResult, periodsOf, remindersOf, USUAL_LAG, type Reporting } from '#workflows/reporting.ts';

const reporting = (frequency: string | null, from: string | null, until: string | null = null, lagDays: number | null = 14): Reporting => ({ frequency, from, until, lagDays });
const spans = (r: Reporting, from: string, to: string) => periodsOf(r, { from, to }).map((p) => `${p.from} ${p.to}`);

describe('the periods to report on', () => {
  it.each([
    ['months', reporting('monthly', '2027-01-01'), ['2027-01-01 2027-01-31', '2027-02-01 2027-02-28', '2027-03-01 2027-03-31']],
    ['a leap February', reporting('monthly', '2028-02-01', '2028-02-29'), []],
    ['the first month begins with go-live', reporting('monthly', '2027-02-15'), ['2027-02-15 2027-02-28', '2027-03-01 2027-03-31']],
    ['the last ends with the contract', reporting('monthly', '2027-01-01', '2027-02-10'), ['2027-01-01 2027-01-31', '2027-02-01 2027-02-10']],
    ['quarters of the calendar', reporting('quarterly', '2026-10-01'), ['2027-01-01 2027-03-31']],
    ['years of the public accounts', reporting('yearly', '2026-10-01'), ['2026-10-01 2027-03-31']],
    ['none without a frequency', reporting(null, '2027-01-01'), []],
    ['none for a word that is no frequency', reporting('weekly', '2027-01-01'), []],
    ['none before go-live', reporting('monthly', null), []],
    ['none when it goes live later', reporting('monthly', '2027-04-01'), []],
  ] as const)('%s', (_, r, expected) => expect(spans(r, '2027-01-01', '2027-03-31')).toEqual(expected));

  it('ends in leap February on the 29th', () => expect(spans(reporting('monthly', '2028-02-01'), '2028-02-01', '2028-02-01')).toEqual(['2028-02-01 2028-02-29']));

  it('is due so many days after its end; four weeks where nobody said', () => {
    expect(periodsOf(reporting('monthly', '2027-03-01', null, 20), { from: '2027-03-01', to: '2027-03-01' })[0]!.dueOn).toBe('2027-04-20');
    expect(periodsOf(reporting('monthly', '2027-03-01', null, null), { from: '2027-03-01', to: '2027-03-01' })[0]!.dueOn).toBe(addDays('2027-03-31', USUAL_LAG));
  });

  const day = fc.integer({ min: dayNumber('2008-01-01'), max: dayNumber('2050-12-31') }).map(dayOfNumber);
  it('tiles from go-live to the end without gap or overlap, and any window shows the same periods', () => {
    fc.assert(fc.property(fc.constantFrom('monthly', 'quarterly', 'yearly'), day, fc.nat(4000), fc.nat(4000), fc.nat(4000), (frequency, from, length, offset, width) => {
      const until = addDays(from, length);
      const all = periodsOf(reporting(frequency, from, until), { from, to: until });
      expect([all[0]!.from, all.at(-1)!.to]).toEqual([from, until]);
      for (const [i, period] of all.entries()) {
        expect(period.from <= period.to).toBe(true);
        if (i > 0) expect(period.from).toBe(addDays(all[i - 1]!.to, 1));
      }
      const window = { from: addDays(from, offset - 2000), to: addDays(from, offset - 2000 + width) };
      expect(periodsOf(reporting(frequency, from, until), window)).toEqual(all.filter((p) => p.to >= window.from && p.from <= window.to));
    }));
  });
});

describe('what is due and what is late', () => {
  const monthly = reporting('monthly', '2027-01-01', '2027-06-30', 14);
  const result = (from: string | null, to: string) => ({ from, to });
  const on = (today: string, ...results: ReturnType<typeof result>[]) => {
    const { next, overdue } = calendarOn(monthly, results, today);
    return [next?.from ?? null, overdue.map((p) => p.from)];
  };
  it.each([
    ['nothing is late on its day', '2027-02-14', [], ['2027-01-01', []]],
    ['it is late the day after', '2027-02-15', [], ['2027-02-01', ['2027-01-01']]],
    ['a result takes it away', '2027-02-15', [result('2027-01-01', '2027-01-31')], ['2027-02-01', []]],
    ['a result with only its last day does too', '2027-02-15', [result(null, '2027-01-28')], ['2027-02-01', []]],
    ['half a month does not', '2027-02-15', [result('2027-01-01', '2027-01-10')], ['2027-02-01', ['2027-01-01']]],
    ['one result may stand for several', '2027-05-20', [result('2027-01-01', '2027-03-31')], ['2027-05-01', ['2027-04-01']]],
    ['the last day alone says nothing of earlier periods', '2027-04-15', [result(null, '2027-03-31')], ['2027-04-01', ['2027-01-01', '2027-02-01']]],
    ['nothing is due after the end', '2027-07-15', [result('2027-01-01', '2027-06-30')], [null, []]],
  ] as const)('%s', (_, today, results, expected) => expect(on(today, ...results)).toEqual(expected));

  it('shows each period without a result once: as next, as late, or as not due yet', () => {
    fc.assert(fc.property(fc.nat(500), fc.array(fc.nat(180)), (later, ends) => {
      const today = addDays('2027-01-01', later);
      const results = ends.map((end) => result(null, addDays('2027-01-01', end)));
      const { next, overdue } = calendarOn(monthly, results, today);
      const open = periodsOf(monthly, { from: '2027-01-01', to: '2027-06-30' }).filter((p) => !hasResult(p, results));
      expect(overdue).toEqual(open.filter((p) => p.dueOn < today));
      expect(next).toEqual(open.find((p) => p.dueOn >= today) ?? null);
    }));
  });
});

describe('the days of reminders', () => {
  const days = (lag: number) => remindersOf({ from: '2027-06-01', to: '2027-06-30', dueOn: addDays('2027-06-30', lag) }).map(({ kind, on }) => `${kind} ${on}`);
  it.each([
    ['half time, two days before, one day after', 14, ['half 2027-07-07', 'soon 2027-07-12', 'late 2027-07-15']],
    ['too short for two days before', 3, ['half 2027-07-02', 'late 2027-07-04']],
    ['due on the last day itself', 0, ['late 2027-07-01']],
  ] as const)('%s', (_, lag, expected) => expect(days(lag)).toEqual(expected));
});
