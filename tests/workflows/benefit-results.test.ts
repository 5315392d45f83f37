import { describe, expect, it } from 'vitest';
import { resultOf } from '#workflows/benefit-results.ts';

const waits = { title: 'Shorter waits', unit: 'weeks', direction: 'down', baseline: 16, target: 8, targetOn: '2027-03-31' };
const months = (...values: number[]) => values.map((value, i) => ({ on: `2026-${String(i + 4).padStart(2, '0')}-28`, value }));

describe('how a promise stands by its results', () => {
  it.each([
    ['none yet', [], 'tooFew'],
    ['two are not enough to judge the way there', months(15, 12), 'tooFew'],
    ['three on the way', months(15, 14, 12), 'onTrack'],
    ['three no better than the start', months(15, 14, 16), 'atRisk'],
    ['the target reached early', months(15, 10, 7), 'onTrack'],
    ['the target reached on its day', [{ on: '2027-03-31', value: 8 }], 'met'],
    ['the target not reached on its day', [{ on: '2027-03-31', value: 9 }], 'missed'],
  ] as const)('%s', (_, readings, result) => expect(resultOf(waits, readings)).toBe(result));

  it('says nothing of a promise without a target', () => {
    expect(resultOf({ ...waits, target: undefined }, months(1, 2, 3, 4))).toBe('tooFew');
  });
});
