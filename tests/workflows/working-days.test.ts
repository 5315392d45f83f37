import { describe, expect, it } from 'vitest';
import { BANK_HOLIDAYS } from '#workflows/bank-holidays.ts';
import { addDays, addMonths } from '#workflows/dates.ts';
import { addWorkingDays, isWorkingDay, lastHolidayKnown, workingDaysBetween } from '#workflows/working-days.ts';

describe('bank holidays', () => {
  it('are in order, never twice, never on a weekend, from 2005 to 2028', () => {
    expect([...new Set(BANK_HOLIDAYS)].sort()).toEqual(BANK_HOLIDAYS);
    expect(BANK_HOLIDAYS.filter((day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))).toEqual([]);
    expect([BANK_HOLIDAYS[0]!.slice(0, 4), lastHolidayKnown.slice(0, 4)]).toEqual(['2005', '2028']);
  });

  it('number 8 a year, and 9 or 10 where a day was added', () => {
    const extra: Record<string, number> = { 2011: 9, 2012: 9, 2022: 10, 2023: 9 };
    for (let year = 2005; year <= 2028; year += 1) {
      expect([year, BANK_HOLIDAYS.filter((day) => day.startsWith(`${year}-`)).length]).toEqual([year, extra[year] ?? 8]);
    }
  });

  it('are known for 12 months from now: add the next year to workflows/bank-holidays.ts when this fails', () => {
    expect(lastHolidayKnown >= addMonths(new Date().toISOString().slice(0, 10), 12)).toBe(true);
  });
});

const working = [
  '2005-01-04', '2008-06-30', '2010-09-30', '2011-03-30', '2011-04-21', '2011-04-28', '2012-05-28', '2012-06-01', '2012-06-06',
  '2020-05-04', '2020-05-07', '2020-05-11', '2020-12-24', '2021-12-29', '2022-05-30', '2022-06-01', '2022-06-06', '2022-09-16',
  '2022-09-20', '2023-05-05', '2023-05-09', '2024-01-02', '2026-11-23', '2026-12-29', '2027-12-29', '2028-01-04', '2028-12-27',
  // Working days in England though not in Scotland or Northern Ireland.
  '2026-01-02', '2026-03-17', '2026-11-30',
  // After the list ends only weekends are taken out.
  '2029-01-02',
];
const notWorking = [
  '2005-01-03', '2005-12-27', '2006-01-02', '2008-12-25', '2009-12-28', '2010-12-27', '2010-12-28', '2011-01-03', '2011-04-22',
  '2011-04-25', '2011-04-29', '2011-05-02', '2012-06-04', '2012-06-05', '2015-12-28', '2016-12-27', '2017-01-02', '2020-05-08',
  '2020-12-28', '2021-12-27', '2021-12-28', '2022-01-03', '2022-06-02', '2022-06-03', '2022-09-19', '2022-12-27', '2023-01-02',
  '2023-05-01', '2023-05-08', '2024-03-29', '2025-04-21', '2026-04-03', '2026-12-28', '2027-03-26', '2027-12-27', '2028-01-03',
  // Weekends, one of them a holiday whose substitute falls later.
  '2010-12-25', '2021-12-26', '2026-11-21', '2026-11-22', '2029-01-06',
];

describe('isWorkingDay', () => {
  it.each(working)('%s is a working day', (day) => expect(isWorkingDay(day)).toBe(true));
  it.each(notWorking)('%s is not a working day', (day) => expect(isWorkingDay(day)).toBe(false));
  it('tells at least 60 days apart', () => expect(new Set([...working, ...notWorking]).size).toBeGreaterThanOrEqual(60));
});

describe('addWorkingDays', () => {
  it.each([
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-21', 0, '2026-11-21'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-23', 5, '2026-11-30'],
    ['2026-12-24', 1, '2026-12-29'],
    ['2011-04-21', 1, '2011-04-26'],
    ['2011-04-28', 1, '2011-05-03'],
    ['2022-06-01', 1, '2022-06-06'],
    ['2022-09-16', 1, '2022-09-20'],
    ['2023-05-05', 1, '2023-05-09'],
    ['2026-11-23', -1, '2026-11-20'],
    ['2026-12-29', -1, '2026-12-24'],
    // The standstill: eight working days after it starts, a day after the notice.
    ['2026-11-03', 8, '2026-11-13'],
    ['2026-11-07', 8, '2026-11-18'],
    ['2026-11-23', 60, '2027-02-18'],
  ])('%s and %i working days is %s', (day, n, expected) => expect(addWorkingDays(day, n)).toBe(expected));
});

describe('workingDaysBetween', () => {
  it.each([
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-22', '2026-11-20', 0],
    ['2026-12-24', '2026-12-29', 1],
    ['2022-05-31', '2022-06-07', 3],
    ['2026-11-23', '2026-11-20', -1],
    ['2026-01-01', '2026-12-31', 253],
  ])('from %s to %s is %i', (from, to, expected) => expect(workingDaysBetween(from, to)).toBe(expected));

  it('undoes addWorkingDays', () => {
    for (let i = 0; i < 40; i += 1) {
      const start = addDays('2019-12-01', i * 83);
      expect([start, workingDaysBetween(start, addWorkingDays(start, i))]).toEqual([start, i]);
    }
  });
});
