import { describe, expect, it } from 'vitest';
import { byar, wilson } from '#workflows/spc/intervals.ts';
import { xmr } from '#workflows/spc/xmr.ts';
import { monthly } from './made.ts';

describe('limits as published', () => {
  const series = monthly([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]);
  it.each([
    [true, '-0.716', '4.604'],
    [false, '-3.063', '6.952'],
  ])('of a series with one outlier, screened: %s', (screened, lower, upper) => {
    const [stretch] = xmr(series, { screened, locksAt: series.length }).stretches;
    expect([stretch!.centre, stretch!.limits!.lower, stretch!.limits!.upper].map((n) => n.toFixed(3))).toEqual(['1.944', lower, upper]);
  });

  it('of sickness before go-live, and what the 7 months after say', () => {
    const before = monthly([4.1, 3.9, 4.0, 4.3, 4.2, 3.8, 4.1, 4.4, 4.6, 4.5, 4.3, 4.0], '2025-04');
    const { stretches, points, since } = xmr([...before, ...monthly([3.6, 3.5, 3.4, 3.3, 3.5, 3.4, 3.2])], { direction: 'down', goLiveOn: '2026-04-01' });
    const { centre, limits } = stretches[0]!;
    expect([centre, limits!.lower, limits!.upper].map((n) => n.toFixed(3))).toEqual(['4.183', '3.579', '4.788']);
    const after = points.slice(12);
    expect(after.every(({ signals }) => signals.some((s) => s.rule === 'shift' && s.side === 'low' && s.against === 'before'))).toBe(true);
    expect(after.map(({ signals }) => signals.some((s) => s.rule === 'outside'))).toEqual([false, true, true, true, true, true, true]);
    expect(after.map(({ tone }) => tone)).toEqual(after.map(() => 'improvement'));
    expect(since).toMatchObject({ from: 12, lastRun: 7, side: 'low', low: 6, high: 0, tone: 'improvement' });
  });
});

describe('intervals as published', () => {
  it.each([
    [28, 40, '54.6', '81.9'], [14, 18, '54.8', '91.0'], [140, 200, '63.3', '75.9'], [700, 1000, '67.1', '72.8'], [0, 9, '0.0', '29.9'],
  ])('Wilson: %i of %i', (part, whole, low, high) => {
    const interval = wilson(part, whole)!;
    expect([interval.low, interval.high].map((share) => (share * 100).toFixed(1))).toEqual([low, high]);
  });
  it.each([
    [1, '0.01', '5.56', 2], [4, '1.1', '10.2', 1], [10, '4.8', '18.4', 1], [25, '16.2', '36.9', 1],
  ] as const)('Byar: %i', (count, low, high, places) => {
    const interval = byar(count)!;
    expect([interval.low, interval.high].map((n) => n.toFixed(places))).toEqual([low, high]);
  });
  it.each([[1, 0], [5, 4], [-1, 4], [NaN, 4], [1, Infinity]])('none of %s of %s', (part, whole) => expect(wilson(part, whole)).toBeNull());
  it.each([-1, NaN, Infinity])('none of a count of %s', (count) => expect(byar(count)).toBeNull());
});
