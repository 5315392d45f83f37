import { describe, expect, it } from 'vitest';
import { chartOf, type ChartOptions } from '#workflows/spc/chart.ts';
import { assuranceInWords, chartInWords } from '#workflows/spc/chart-in-words.ts';
import { figure } from '#workflows/figure.ts';
import { isSuppressed, suppress } from '#workflows/spc/suppress.ts';
import { monthly } from './made.ts';

const down: ChartOptions = { direction: 'down', target: 8 };
const waits = (values: number[], over: Partial<ChartOptions> = {}) => chartOf(monthly(values), { ...down, ...over });
const said = (values: number[], over: Partial<ChartOptions> = {}, unit = 'weeks') => chartInWords(waits(values, over), { name: 'Waits', unit });
const before = [4.1, 3.9, 4.0, 4.3, 4.2, 3.8, 4.1, 4.4, 4.6, 4.5, 4.3, 4.0];

it('the sentence that the benefits page promises', () => {
  expect(said([16, 16, 15, 14, 12, 9, 8, 7, 6, 6, 5, 5]).join(' ')).toBe(
    'Waits fell from 16 weeks (April 2026) to 5 weeks (March 2027). The target is 8 weeks or less. The last 7 points are all below the average, so this is a real change.',
  );
});

describe('what may be concluded', () => {
  it.each<[string, number[], Partial<ChartOptions>, RegExp]>([
    ['nothing from none', [], {}, /^There are no results yet\./],
    ['nothing from one', [5], {}, /From 1 result no trend can be called/],
    ['nothing from the two that were published', [16, 5], {}, /From 2 results no trend can be called: it takes at least 5\.$/],
    ['nothing from four', [16, 12, 8, 5], {}, /From 4 results no trend can be called/],
    ['an early sign from five that fall', [16, 14, 12, 9, 8], {}, /last 5 points fall one after another, so this has improved\. 5 points are an early sign and no more\.$/],
    ['the other way', [5, 6, 7, 8, 9], {}, /rise one after another, so this has deteriorated/],
    ['a level held since go-live', [9, 10, 9, 5, 6, 5, 4, 6, 5], { goLiveOn: '2026-07-01' }, /last 6 points are all below the middle value before go-live, so the improvement is sustained/],
    ['no level from points that it is held against', [9, 10, 8, 5, 6, 5, 4, 6], { goLiveOn: '2026-07-01' }, /no change can be called from 8 points/],
    ['no change', [16, 15, 16, 15, 14, 16, 15], {}, /no change can be called from 7 points\.$/],
    ['no verdict where nobody said what is better', [16, 14, 12, 9, 8], { direction: null }, /so this has moved/],
    ['trial limits', [16, 15, 16, 15, 14, 16, 15, 16, 14, 15], {}, /no change can be called\. The latest limits are on trial: they rest on 10 points, and 12 are needed\.$/],
    ['against the time before go-live', [...before, 3.6, 3.5, 3.4, 3.3, 3.5, 3.4, 3.2], { goLiveOn: '2027-04-01' }, /All 7 points since go-live are below the average before it, so this is a real change\./],
    ['from two beyond the old limits', [...before, 3.6, 3.5, 3.4], { goLiveOn: '2027-04-01' }, /2 points since go-live are below the limits before it, so this is a real change\. There are no limits yet for the latest points: they need 5\./],
    ['nothing from one beyond them', [...before, 4.1, 3.4], { goLiveOn: '2027-04-01' }, /no change can be called/],
    ['for the worse', [...before, 4.9, 5, 5.1, 5, 5, 5, 5.2], { goLiveOn: '2027-04-01' }, /a real change for the worse/],
    ['not once the latest points are back', [...before, 3.4, 3.3, 4.2, 4.3, 4.4], { goLiveOn: '2027-04-01' }, /no change can be called/],
    ['with many noughts', [0, 1, 0, 2, 0, 0, 1, 0, 0, 3, 0, 1], {}, /More than 1 in 10 results are 0/],
  ])('%s', (_, values, over, words) => expect(said(values, over).join(' ')).toMatch(words));

  it('a percentage says what it is out of, and a small group what it is not', () => {
    const chart = chartOf(monthly([62, 70]).map((point, i) => ({ ...point, n: [40, 14][i]! })), { direction: 'up', target: 100 });
    const words = chartInWords(chart, { name: 'Satisfaction', unit: '%' });
    expect(words.slice(0, 2)).toEqual(['Satisfaction rose from 62% of 40 (April 2026) to 70% of 14 (May 2026).', 'The target is 100%.']);
    expect(words.at(-1)).toContain('out of 14');
    expect(said([62, 70], {}, '%').at(-1)).toBe('It is not recorded what the last percentage is out of.');
  });
});

describe('whether the target will be met', () => {
  it.each<[ChartOptions['direction'], Partial<ChartOptions>, string]>([
    ['down', { target: 20 }, 'Will meet the target every time'], ['down', { target: 15 }, 'May hit or miss the target'], ['down', { target: 5 }, 'Will miss the target unless something changes'],
    ['up', { target: 20 }, 'Will miss the target unless something changes'], ['up', { target: 5 }, 'Will meet the target every time'],
    ['band', { low: 5, high: 25 }, 'Will meet the target every time'], ['band', { low: 15, high: 25 }, 'May hit or miss the target'], ['band', { low: 20, high: 25 }, 'Will miss the target unless something changes'],
    ['maintain', {}, ''], [null, { target: 5 }, ''],
  ])('%s %j', (direction, aim, words) => {
    expect(assuranceInWords(waits([16, 15, 16, 15, 14, 16, 15, 16, 14, 15, 15, 16], { target: null, ...aim, direction }))).toBe(words);
  });
  it('says when its limits are on trial, and foretells nothing from limits that the measure has left', () => {
    expect(assuranceInWords(waits([16, 15, 16, 15, 14, 16, 15, 16, 14, 15]))).toMatch(/\(by trial limits\)$/);
    expect(assuranceInWords(waits([16, 16, 15, 14, 12, 9, 8, 7, 6, 6, 5, 5]))).toBe('Still moving, so the limits say nothing of the target yet');
  });
});

describe('the chart', () => {
  it('works everything out afresh from a step, and numbers what happened', () => {
    const { stretches, marks, points } = chartOf(monthly([...before, ...before.map((value) => value + 3)]).map((point, i) => ({ ...point, note: i === 14 ? 'Moved clinic' : null })), { direction: 'down', steps: [{ from: '2027-04-01', reason: 'New definition' }] });
    expect(stretches.map(({ from, to, reason, centre }) => [from, to, reason, centre.toFixed(3)])).toEqual([[0, 12, null, '4.183'], [12, 24, 'New definition', '7.183']]);
    expect(points.every(({ tone }) => tone === 'neutral')).toBe(true);
    expect(marks.map(({ number, words, kind }) => [number, words, kind])).toEqual([[1, 'New definition', 'step'], [2, 'Moved clinic', 'note']]);
  });
  it.each([
    ['outside its band is a concern', { direction: 'band', low: 12, high: 17 }, 'concern'], ['inside its band is not', { direction: 'band', low: 12, high: 40 }, 'neutral'],
    ['beyond the limits of what is to be maintained is', { direction: 'maintain' }, 'concern'], ['with no direction is nothing', { direction: null }, 'neutral'],
    ['where less is better is a concern', { direction: 'down' }, 'concern'], ['where more is better is an improvement', { direction: 'up' }, 'improvement'],
  ] as const)('a high signal %s', (_, aim, tone) => {
    expect(chartOf(monthly([16, 15, 16, 15, 14, 16, 15, 16, 14, 15, 15, 16, 30]), aim).points.at(-1)!.tone).toBe(tone);
  });
});

it.each([[1, 'weeks', '1 week'], [1250, 'count', '1,250'], [3.554, '%', '3.55%'], [3, 'per cent', '3%'], [-1200, '£ a year', '-£1,200 a year'], [0.00421, 'rate', '0.0042 rate'], [2, null, '2']])('%s %s is %s', (value, unit, words) =>
  expect(figure(value, unit)).toBe(words));

it.each([
  [4, true, true, 'fewer than 5'], [1, true, true, 'fewer than 5'], [5, true, true, 'shown'], [0, true, true, 'shown'], [4, false, true, 'shown'], [4, true, false, 'shown'], [null, true, true, 'shown'],
])('%s of people %s, outside the case %s: %s', (numerator, people, outside, words) => {
  expect(suppress({ numerator, people, outside }, 'shown')).toBe(words);
  expect(isSuppressed({ numerator, people, outside })).toBe(words !== 'shown');
});
