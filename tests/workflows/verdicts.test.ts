import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caveatsOf, type Founded } from '#workflows/caveats.ts';
import { addDays, addMonths } from '#workflows/dates.ts';
import { countsInWords, propose, type ToJudge } from '#workflows/verdicts.ts';
import type { JudgedPoint } from '#workflows/spc/standing.ts';

const LIVE = '2025-04-01';
const monthly = (values: readonly number[], n: number | null = 100): JudgedPoint[] => values.map((value, i) => ({ on: addDays(addMonths(LIVE, i + 1), -1), value, n, quality: 'B' as const }));
const asked = (more: Partial<ToJudge<JudgedPoint>> = {}): ToJudge<JudgedPoint> => ({
  direction: 'down', baseline: 20, target: 10, low: null, high: null, unit: 'days', tolerance: null, counterfactual: null, results: monthly([18, 16, 14, 13, 12, 11, 10, 9, 9, 9, 9, 9]), milestones: [],
  definedAnewOn: null, told: null, today: '2026-05-01', goLiveOn: LIVE, firstDueOn: '2025-05-01', lagDays: 0, targetOn: '2026-03-31', ...more,
});

describe('the proposed verdict', () => {
  it('is what the results point to, once the service has been live for 12 months', () => {
    expect(propose(asked())).toMatchObject({ verdict: 'met', grade: 'full', points: 12, monthsLive: 13, actual: 9, rests: [{ value: 9 }, { value: 9 }, { value: 9 }] });
    expect(propose(asked({ results: monthly([18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18]) })).verdict).toBe('missed');
  });

  it('is too early before that, whatever is missing or measured', () => {
    const early = { today: '2026-03-31' };
    for (const more of [{}, { baseline: null }, { direction: null }, { told: 0 }, { told: 3 }, { definedAnewOn: '2025-08-01' }, { results: [] }]) {
      const { verdict, reasons } = propose(asked({ ...early, ...more }));
      expect([verdict, reasons.some((r) => r.includes('It can be judged after 12, from 1 April 2026'))], JSON.stringify(more)).toEqual(['tooEarly', true]);
    }
  });

  it('never compares two definitions, and never counts what is told in words', () => {
    expect(propose(asked({ definedAnewOn: '2025-08-01' }))).toMatchObject({ verdict: 'notProven', progress: null, points: 8, reasons: [expect.stringContaining('measured in another way since 1 August 2025')] });
    expect(propose(asked({ told: 2 }))).toMatchObject({ verdict: 'notProven', actual: null, reasons: ['It is shown by words and not by numbers. There are 2 pieces of evidence to read before you decide.'] });
    expect(propose(asked({ told: 0 })).reasons[0]).toContain('none are on record yet');
  });

  it('says what a percentage is out of', () => {
    const share = asked({ unit: '%', direction: 'up', baseline: 50, target: 70, results: monthly([55, 60, 64, 70, 71, 72, 73, 72, 71, 72, 73, 74], 470) });
    expect(propose(share).reasons[1]).toBe('Behind each of these results: n = 470.');
    expect([countsInWords([{ n: 502 }, { n: 470 }]), countsInWords([{ n: null }, { n: 4 }]), countsInWords([])]).toEqual(['n = 470 to 502', 'n not recorded', 'n not recorded']);
  });

  it('tells of each step on the way that was not reached, by the result that covers its day', () => {
    const milestones = [{ on: '2025-06-30', value: 13 }, { on: '2025-11-15', value: 9 }, { on: '2026-12-31', value: 5 }];
    expect(propose(asked({ milestones })).missedMilestones).toEqual(['The step of 13 days by 30 June 2025 was not reached. The result was 14 days.']);
    expect(propose(asked({ milestones, baseline: null })).missedMilestones).toEqual([]);
  });

  it('stands for any record: a word of the six, a reason, and never a judgement before 12 months', () => {
    const number = fc.option(fc.double({ min: -1000, max: 1000, noNaN: true }));
    const record = fc.record({ direction: fc.constantFrom('up', 'down', 'band', 'maintain', null), baseline: number, target: number, low: number, high: number, told: fc.option(fc.nat(5)), months: fc.nat(40), values: fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { maxLength: 20 }), anew: fc.option(fc.nat(400)) });
    fc.assert(fc.property(record, ({ months, values, anew, ...r }) => {
      const found = propose(asked({ ...r, definedAnewOn: anew === null ? null : addDays(LIVE, anew), results: monthly(values), today: addMonths(LIVE, months), targetOn: addMonths(LIVE, 18) }));
      expect(found.reasons.length).toBeGreaterThan(0);
      if (months < 12) expect(found.verdict).toBe('tooEarly');
    }), { numRuns: 500, seed: 20261129 });
  });
});

describe('caveats', () => {
  const sound: Founded = { grade: 'full', flags: [], points: 14, monthsLive: 14, counts: [500], qualities: ['A'], baselineFrom: '2024-04-01', baselineOn: '2025-03-31', counterfactual: 'trend', definedAnew: false, told: false };
  it.each<[Partial<Founded>, string]>([
    [{ grade: 'early', points: 4, monthsLive: 5 }, 'It is early: 4 results over 5 months'],
    [{ grade: 'provisional', points: 6 }, 'It is provisional: it rests on 6 results, and 12 are needed'],
    [{ counts: [500, 19] }, 'The numbers are small'],
    [{ qualities: ['B', 'C'] }, 'The enterprise measured this itself'],
    [{ counterfactual: null }, 'There is no comparison'],
    [{ counterfactual: 'none' }, 'There is no comparison'],
    [{ definedAnew: true }, 'before and after cannot be compared'],
    [{ baselineFrom: '2025-01-01' }, 'The starting figure covers only 3 months'],
    [{ flags: ['consistentWithNoChange'] }, 'no change at all'],
    [{ flags: ['wouldHaveHappenedAnyway'] }, 'would probably have happened anyway'],
    [{ points: 0 }, 'There are no results yet'],
    [{ told: true }, 'It is told in words'],
  ])('are said of %j', (more, words) => {
    expect(caveatsOf({ ...sound, ...more }).join(' ')).toContain(words);
    expect(caveatsOf(sound)).toEqual(['What would have happened without the change is an estimate.']);
  });
});
