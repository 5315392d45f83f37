import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartOf } from '#workflows/spc/chart.ts';
import { byar, wilson } from '#workflows/spc/intervals.ts';
import { medianOf } from '#workflows/spc/points.ts';
import { runChart } from '#workflows/spc/run-chart.ts';
import type { Signal } from '#workflows/spc/signals.ts';
import { xmr } from '#workflows/spc/xmr.ts';
import { monthly } from './made.ts';
import * as slow from './slow.ts';

/** Random series agree with a second implementation that shares nothing with the first. */
const RUNS = { numRuns: 10_000 };

/** Small whole numbers make ties and runs; tenths make decimals that binary cannot hold; levels that jump make signals. */
const value = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: -30, max: 60 }).map((n) => n / 10), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
const tenths = fc.integer({ min: 0, max: 60 }).map((n) => n / 10);
const drifting = fc.array(fc.integer({ min: -2, max: 4 }), { minLength: 1, maxLength: 40 }).map((moves) => moves.map(((level) => (move: number) => (level += move) / 10)(0)));
const jumping = fc.array(fc.tuple(tenths, fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 9 })), { minLength: 1, maxLength: 5 })
  .map((levels) => levels.flatMap(([level, noise]) => noise.map((n) => (level * 10 + n) / 10)));
const series = fc.oneof(fc.array(value, { minLength: 1, maxLength: 40 }), fc.array(tenths, { minLength: 1, maxLength: 40 }), drifting, jumping);

/** What is said of each point, as one text: comparing texts is quicker than comparing sets, and there are many. */
const told = (points: readonly { signals: readonly Signal[] }[], against = 'own') => inOrder(points.map(({ signals }) => new Set(signals.filter((s) => s.against === against).map(({ rule, side }) => `${rule} ${side}`))));
const inOrder = (found: readonly Set<string>[]) => found.map((each) => [...each].sort().join(', ')).join('; ');
/** Made once: days are what costs. */
const DAYS = monthly(new Array<number>(60).fill(0), '2020-01').map(({ on }) => on);
const pointsOf = (values: readonly number[]) => values.map((each, i) => ({ on: DAYS[i]!, value: each }));
const EDGES = ['lower', 'nearLower', 'nearUpper', 'upper'] as const;
const near = (a: number, b: number, size: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, size);

describe('a second implementation agrees', () => {
  it('on limits, each rule and stretches', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(series, fc.array(fc.nat(45), { maxLength: 3 }), fc.integer({ min: 4, max: 9 }), fc.boolean(), fc.constantFrom(6, 12, 1000), (values, at, run, screened, locksAt) => {
      const steps = at.map((i) => ({ from: DAYS[i]!, reason: 'Moved' }));
      const { stretches, points: drawn } = xmr(pointsOf(values), { steps, run, screened, locksAt });
      const cuts = slow.cuts(DAYS.slice(0, values.length), steps.map(({ from }) => from));
      expect(stretches.map((s) => [s.from, s.to])).toEqual(cuts.map((cut, i) => [cut, cuts[i + 1] ?? values.length]));
      for (const { from: first, to, centre, limits, rests } of stretches) {
        const own = values.slice(first, to);
        const line = slow.level(own.slice(0, locksAt), screened);
        const size = Math.max(...own.map(Math.abs));
        const edges = limits ? EDGES.every((edge) => near(limits[edge], line[edge], size)) : !line.hasLimits;
        expect([rests, near(centre, line.mean, size), edges]).toEqual([Math.min(own.length, locksAt), true, true]);
        const found = slow.rules(own, line, run);
        expect(told(drawn.slice(first, to))).toBe(inOrder(found));
        for (const each of found) for (const name of each) seen.add(name);
      }
    }), RUNS);
    expect(seen.size).toBe(8);
  }, 240_000);

  it('on points held against the level before go-live', () => {
    fc.assert(fc.property(series, fc.integer({ min: 1, max: 20 }), (values, live) => {
      const goLiveOn = live < values.length ? DAYS[live]! : '2099-01-01';
      const { points: drawn, since } = xmr(pointsOf(values), { goLiveOn, direction: 'up' });
      if (live < 5 || live >= values.length) {
        expect(since).toBeNull();
        return;
      }
      const line = slow.level(values.slice(0, Math.min(live, 12)), false);
      const found = slow.rules(values.slice(live), line, 7);
      expect(told(drawn.slice(live), 'before')).toBe(inOrder(found));
      expect([since!.high, since!.low]).toEqual(['outside high', 'outside low'].map((name) => found.filter((each) => each.has(name as slow.Found)).length));
    }), { numRuns: 3_000 });
  }, 120_000);

  it('on the median and the rules of a run chart', () => {
    const short = fc.oneof(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 16 }), drifting, jumping);
    const seen = new Set<string>();
    fc.assert(fc.property(short, (values) => {
      const { points, median } = runChart(pointsOf(values));
      expect([median, medianOf([...values].reverse())]).toEqual([slow.median(values), median]);
      const found = slow.runRules(values, median);
      expect(told(points)).toBe(inOrder(found));
      for (const each of found) for (const name of each) seen.add(name);
    }), RUNS);
    expect(seen.size).toBe(4);
  }, 120_000);

  it('on Wilson and Byar', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (whole, share) => {
      const part = Math.round(share * whole);
      const [low, high] = slow.wilson(part, whole);
      const interval = wilson(part, whole)!;
      const [fewer, more] = slow.byar(part);
      const counts = byar(part)!;
      expect([near(interval.low, low, 1), near(interval.high, high, 1), near(counts.low, fewer, part), near(counts.high, more, part)]).toEqual([true, true, true, true]);
    }), RUNS);
  }, 120_000);
});

describe('odd input', () => {
  const odd = fc.oneof(value, fc.double(), fc.constantFrom(0, -0, 1e308, -1e308, 1e-320, NaN, Infinity));
  const day = fc.oneof(fc.constantFrom('', 'soon', '2026-02-30', '2026-04-30', '2027-13-01', '0001-01-01', '9999-12-31'), fc.integer({ min: 0, max: 800 }).map((n) => monthly([0], `${2000 + (n % 60)}-0${1 + (n % 9)}`)[0]!.on));
  const numbers = (each: unknown): number[] => (typeof each === 'number' ? [each] : each !== null && typeof each === 'object' ? Object.values(each).flatMap(numbers) : []);

  it('is drawn as far as it goes: nothing throws, and every number is one', () => {
    const aim = fc.record({ direction: fc.constantFrom('up', 'down', 'maintain', 'band', null), target: fc.option(odd), low: fc.option(odd), high: fc.option(odd), baseline: fc.option(odd), baselineOn: fc.option(day), goLiveOn: fc.option(day), steps: fc.array(fc.record({ from: day, reason: fc.string() }), { maxLength: 3 }), run: fc.option(fc.integer({ min: -3, max: 9 }), { nil: undefined }), screened: fc.boolean() });
    fc.assert(fc.property(fc.array(fc.record({ on: day, value: odd, n: fc.option(odd), note: fc.option(fc.string()) }), { maxLength: 30 }), aim, (points, options) => {
      const { points: drawn, ...rest } = chartOf(points, options);
      expect(numbers([rest, drawn.map(({ value: v, signals }) => ({ v, signals }))]).filter((n) => !Number.isFinite(n))).toEqual([]);
      expect(drawn.length).toBeLessThanOrEqual(points.length);
    }), { numRuns: 5_000 });
  }, 120_000);

  it.each([[[]], [[5]], [new Array<number>(20).fill(0.1)], [new Array<number>(20).fill(0)], [new Array<number>(20).fill(-1e99)]])('of %j is quiet', (values) => {
    const chart = chartOf(monthly(values), { direction: 'down', target: 0.05 });
    expect(chart.points.flatMap(({ signals }) => signals)).toEqual([]);
  });
});
