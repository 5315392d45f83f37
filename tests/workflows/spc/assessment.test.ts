import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, type Assessment, type Verdict } from '#workflows/spc/assessment.ts';
import type { AssessmentInput } from '#workflows/spc/standing.ts';
import { monthly } from './made.ts';

const flat = (value: number, months = 12) => monthly(new Array<number>(months).fill(value));
const waits: AssessmentInput = {
  direction: 'down', baseline: 16, target: 8, low: null, high: null, unit: 'weeks', tolerance: null, counterfactual: null,
  points: flat(5), today: '2027-04-20', goLiveOn: '2026-04-01', firstDueOn: '2026-07-01', lagDays: 10, targetOn: '2027-03-31',
};
const judged = (over: Partial<AssessmentInput>) => assess({ ...waits, ...over });
const share = (n: number | null) => (n === null ? null : Number(n.toFixed(3)));

describe('the vectors of the algorithm', () => {
  it('sickness from 3.55% to 1.74%, against 2.5%: further than promised', () => {
    const { verdict, grade, shade, progress } = judged({ baseline: 3.55, target: 2.5, unit: '%', points: flat(1.74) });
    expect([verdict, grade, shade, progress?.toFixed(2)]).toEqual(['met', 'full', 'exceeded', '1.72']);
  });
  it('the same, not sustained, is not further than promised', () => {
    const { shade, verdict } = judged({ baseline: 3.55, target: 2.5, unit: '%', points: monthly([3.7, 3.4, 3.6, 3.5, 3.7, 3.3, 3.6, 3.5, 3.8, 0.8, 3.6, 0.82]) });
    expect([shade, verdict]).not.toContain('exceeded');
  });
  it('physiotherapy waits from 16 weeks to 5, against 8', () => {
    expect(judged({})).toMatchObject({ verdict: 'met', shade: 'exceeded', progress: 1.375, actual: 5, flags: [] });
  });
  it('sickness from 22 days a year to half a day: the data need checking', () => {
    const { flags, reasons } = judged({ baseline: 22, target: 15, unit: 'days', points: flat(0.5) });
    expect(flags).toContain('PL1');
    expect(reasons.join(' ')).toContain('This changed by 98%, from 22 days to 0.5 days. Check the data before relying on it.');
  });
  it('a target that is the starting figure cannot be judged', () => {
    for (const direction of ['up', 'down'] as const) expect(judged({ direction, baseline: 8 })).toMatchObject({ verdict: 'notProven', shade: 'invalid', progress: null });
  });
  it('no figure is not measured', () => {
    expect(judged({ points: [] })).toMatchObject({ verdict: 'notProven', shade: 'notMeasured', countsAsMissed: true });
    expect(judged({ actual: null }).shade).toBe('notMeasured');
  });
  it('98% from 97.5% out of 40 a month is provisional: chance is not ruled out', () => {
    const { grade, verdict, flags } = judged({ direction: 'up', baseline: 97.5, target: 98, unit: '%', points: flat(98).map((point) => ({ ...point, n: 40 })) });
    expect([grade, verdict]).toEqual(['provisional', 'met']);
    expect(flags).toEqual(['consistentWithNoChange']);
  });
});

describe('the word', () => {
  const months = (n: number) => ({ points: flat(5, n), targetOn: '2029-03-31' });
  it.each<[string, Partial<AssessmentInput>, Verdict, Partial<Assessment>]>([
    ['not live', { goLiveOn: null }, 'tooEarly', { shade: 'notDue' }],
    ['the first result not due', { today: '2026-07-10' }, 'tooEarly', { shade: 'notDue' }],
    ['live for 11 months, all reached', { today: '2027-03-20', ...months(11) }, 'tooEarly', { grade: 'early', earlySign: 'onTrack', shade: 'exceeded' }],
    ['live for 11 months, nothing reached', { today: '2027-03-20', points: flat(16, 11), targetOn: '2029-03-31' }, 'tooEarly', { earlySign: 'atRisk' }],
    ['live for 11 months, past its target date', { today: '2027-03-20', points: flat(5, 11), targetOn: '2027-01-31' }, 'tooEarly', {}],
    ['live for 12 months, target to come', { ...months(12) }, 'onTrack', { grade: 'full', earlySign: null }],
    ['nearly as far as a straight line, a third of the way', { points: flat(13.5), targetOn: '2029-03-31' }, 'onTrack', {}],
    ['not four fifths as far', { points: flat(14), targetOn: '2029-03-31' }, 'atRisk', { shade: 'missed' }],
    ['worse than the start', { points: flat(18), targetOn: '2029-03-31' }, 'atRisk', { shade: 'worsened' }],
    ['far enough, but worse than before go-live', { points: flat(12), targetOn: '2029-03-31', before: { centre: 10, limits: null } }, 'atRisk', {}],
    ['part of the change', { points: flat(11) }, 'missed', { shade: 'partly', progress: 0.625 }],
    ['little of the change', { points: flat(14) }, 'missed', { shade: 'missed', progress: 0.25 }],
    ['worse, by more than chance', { points: flat(17) }, 'missed', { shade: 'worsened' }],
    ['worse, by chance', { points: monthly([16, 15, 17, 14, 18, 15, 16, 15, 17, 16, 15, 18]) }, 'missed', { shade: 'missed' }],
    ['reached on average, not to last', { points: monthly([16, 17, 16, 18, 15, 16, 17, 15, 16, 9, 9, 5]) }, 'notProven', { shade: 'partly' }],
    ['5 results', { points: flat(5, 5), targetOn: null }, 'notProven', { shade: 'tooFew', progress: null, actual: null, moved: 'better' }],
    ['a last result out of 19', { points: flat(5).map((p, i) => ({ ...p, n: i === 11 ? 19 : 200 })) }, 'notProven', { shade: 'tooFew', moved: 'better' }],
    ['a first result out of 19', { points: flat(5).map((p, i) => ({ ...p, n: i === 0 ? 19 : 200 })) }, 'met', {}],
    ['results before go-live alone', { points: monthly([5, 5, 5, 5, 5, 5], '2025-04') }, 'notProven', { shade: 'notMeasured' }],
    ['nothing but quality D', { points: flat(5).map((p) => ({ ...p, quality: 'D' as const })) }, 'notProven', { shade: 'notMeasured', flags: ['leftOut'] }],
    ['the result of the target date awaited', { points: flat(5, 11), today: '2027-04-05' }, 'onTrack', { countsAsMissed: false }],
    ['no result for the target date', { points: flat(5, 11) }, 'notProven', { shade: 'notMeasured', countsAsMissed: true }],
    ['10 results over 12 months', { points: flat(5).slice(2) }, 'met', { grade: 'provisional' }],
    ['maintained', { direction: 'maintain', target: null, points: flat(16.3) }, 'met', { shade: 'achieved', moved: 'same' }],
    ['not maintained', { direction: 'maintain', target: null, points: flat(16.4) }, 'missed', { shade: 'missed', moved: 'worse' }],
    ['maintained within old limits', { direction: 'maintain', target: null, points: flat(17), before: { centre: 16, limits: { lower: 14, nearLower: 15, nearUpper: 17, upper: 18 } } }, 'met', {}],
    ['within its band', { direction: 'band', low: 85, high: 92, unit: '%', points: flat(90) }, 'met', { progress: null }],
    ['outside its band', { direction: 'band', low: 85, high: 92, unit: '%', points: flat(95), baseline: 97 }, 'missed', { moved: 'better' }],
    ['within an agreed tolerance', { points: flat(8.5), tolerance: 0.5 }, 'met', { shade: 'achieved' }],
  ])('%s', (_, over, verdict, rest) => expect(judged(over)).toMatchObject({ verdict, ...rest }));

  it.each([
    ['most of it would have come anyway', 9, true], ['all of it would have come anyway', 7, true], ['none of it would', 16, false],
  ])('%s', (_, counterfactual, anyway) => expect(judged({ counterfactual, points: flat(8) }).flags.includes('wouldHaveHappenedAnyway')).toBe(anyway && counterfactual < 8));

  it('net of what would have happened anyway', () => {
    expect(share(judged({ counterfactual: 12 }).netProgress)).toBe(1.75);
    expect(judged({ direction: 'up', baseline: 60, target: 80, counterfactual: 70, unit: '%', points: flat(74.9), tolerance: 6 })).toMatchObject({ verdict: 'met', flags: ['wouldHaveHappenedAnyway'] });
  });

  it('says where summaries count a miss', () => {
    expect(judged({ points: flat(5, 11) }).reasons).toEqual(['No result covers the target date, 31 March 2027.', 'The target date has passed, so summaries count this as missed until a result covers it.']);
  });

  it('never says met or missed without what it rests on', () => {
    expect(judged({}).reasons.at(-1)).toBe('Full: it rests on 12 results over 12 months.');
    expect(judged({ points: flat(5).slice(2) }).reasons.at(-1)).toBe('Provisional: it rests on 10 results over 12 months, and 12 results are needed.');
  });
});

it('never throws, gives a reason every time, and judges nothing under 12 months', () => {
  const number = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double(), fc.constant(null));
  const day = fc.oneof(fc.constantFrom(null, '', 'soon', '2026-02-31'), fc.integer({ min: 0, max: 60 }).map((n) => monthly(new Array<number>(n + 1).fill(0), '2024-01')[n]!.on));
  const points = fc.array(fc.record({ on: day.map((on) => on ?? ''), value: number.map((n) => n ?? NaN), n: number, quality: fc.constantFrom('A', 'C', 'D', null) }), { maxLength: 20 });
  const input = fc.record({
    direction: fc.constantFrom('up', 'down', 'maintain', 'band'), baseline: number, target: number, low: number, high: number, unit: fc.constantFrom('%', 'weeks', null), tolerance: number,
    counterfactual: number, points: fc.oneof(points, fc.constantFrom(flat(5), flat(11), flat(20, 30))), today: day.map((on) => on ?? '2028-01-01'), goLiveOn: day, firstDueOn: day, lagDays: fc.oneof(fc.integer({ min: -5, max: 90 }), fc.double()), targetOn: day,
  }, { noNullPrototype: true });
  fc.assert(fc.property(input, (given) => {
    const a = assess(given as AssessmentInput);
    expect(a.reasons.length).toBeGreaterThan(0);
    expect(a.reasons.join(' ')).not.toMatch(/NaN|undefined|null/);
    expect([a.actual, a.progress, a.netProgress].filter((n) => n !== null && Number.isNaN(n))).toEqual([]);
    if (a.grade === 'early') expect(['tooEarly', 'notProven']).toContain(a.verdict);
    if (a.verdict === 'met' || a.verdict === 'missed') expect(a.grade).not.toBe('early');
  }), { numRuns: 5_000 });
}, 60_000);
