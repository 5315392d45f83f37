import { describe, expect, it } from 'vitest';
import { crossedSigns, levelOf, type Watched } from '#workflows/watch.ts';

const quiet: Watched = { code: null, contracted: true, direction: 'down', baseline: 16, baselineOn: '2026-03-31', target: 8, targetOn: '2028-03-31', tolerance: 0, results: [], missed: 0 };
const results = (...values: number[]) => values.map((value, i) => ({ id: `r${i}`, on: `2027-0${i + 1}-28`, value }));
const signs = (benefits: Watched[], limits?: Parameters<typeof crossedSigns>[1]) => crossedSigns(benefits, limits, '2027-06-30').map(({ sign, level }) => `${sign} ${level}`);

describe('the signs that measures cross', () => {
  it.each<[string, Partial<Watched>, string[]]>([
    ['cash above both thresholds', { code: 'FI03', direction: 'up', results: results(40) }, []],
    ['cash under the amber one', { code: 'FI03', results: results(40, 29) }, ['t1-cash-days amber']],
    ['cash under the red one', { code: 'FI03', results: results(14) }, ['t1-cash-days red']],
    ['on a threshold is not past it', { code: 'FI03', results: results(30) }, []],
    ['sickness against its own start: 1.3 times', { code: 'ST01', baseline: 4, results: results(5.2) }, ['t7-sickness amber']],
    ['sickness twice its start', { code: 'ST01', baseline: 4, results: results(8) }, ['t7-sickness red']],
    ['sickness that started at nought says nothing', { code: 'ST01', baseline: 0, results: results(8) }, []],
    ['a measure of no sign', { code: 'EX01', results: results(99) }, []],
    ['one report missed', { missed: 1 }, ['t10-missed-data amber']],
    ['two in a row', { missed: 2 }, ['t10-missed-data red']],
    ['a report missed outside the contract', { contracted: false, missed: 2 }, []],
  ])('%s', (_, b, expected) => expect(signs([{ ...quiet, contracted: 'missed' in b, ...b }])).toEqual(expected));

  it.each<[string, number[], string[]]>([
    ['on the straight line to its target', [12.3, 11.9], []],
    ['short of the line once', [11, 15], []],
    ['short of the line twice running', [14.9, 14.8], ['t9-measures amber']],
    ['worse than its start twice running', [17, 18], ['t9-measures red']],
    ['worse once, short before', [15, 18], ['t9-measures amber']],
  ])('a contract measure %s', (_, values, expected) => expect(signs([{ ...quiet, results: results(...values) }])).toEqual(expected));

  it('a quarter of the measures worse at once is red, but only among enough of them', () => {
    const worse = { ...quiet, results: results(17) };
    const fine = { ...quiet, results: results(9) };
    expect(signs([worse, fine])).toEqual([]);
    expect(signs([worse, worse, fine, fine])).toEqual(['t9-measures red']);
    expect(signs([worse, fine, fine, fine])).toEqual([]);
  });

  it('thresholds of the failure plan come before ours', () => {
    const cash = { ...quiet, code: 'FI03', contracted: false, results: results(50) };
    expect(signs([cash], [{ row: 't1-cash-days', amber: 60, red: 45 }])).toEqual(['t1-cash-days amber']);
    expect(signs([cash], [{ row: 't1-cash-days', amber: null, red: 55 }])).toEqual(['t1-cash-days red']);
  });
});

describe('what open warnings call for together', () => {
  const red = (sign: string, value: number | null = null) => ({ sign, level: 'red' as const, value });
  const amber = (sign: string) => ({ sign, level: 'amber' as const, value: null });
  it.each([
    ['nothing', [], 'usual'],
    ['one amber', [amber('t8-agency')], 'usual'],
    ['three ambers', [amber('t8-agency'), amber('t6-turnover'), amber('t7-sickness')], 'enhanced'],
    ['one red', [red('t8-agency')], 'enhanced'],
    ['two reds, one of them cash', [red('t8-agency'), red('t1-cash-days', 12)], 'contingency'],
    ['under a week of cash', [red('t1-cash-days', 6)], 'invoke'],
  ])('%s', (_, open, level) => expect(levelOf(open)).toBe(level));
});
