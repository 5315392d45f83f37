import { describe, expect, it } from 'vitest';
import { splitFigure, unitClash } from '#app/domain/results/units.ts';

describe('a figure with a unit beside it', () => {
  it.each([
    ['12', 'weeks', null], ['12 weeks', 'weeks', null], ['1 week', 'weeks', null], ['95.3%', '%', null], ['£4,000', '£ a year', null], ['-£4,000', '£ a year', null], ['3 days', 'days per person', null], ['7', null, null],
    ['12%', 'weeks', '12% is a percentage. This benefit is measured in weeks'],
    ['3.55 %', 'days per person', '3.55 % is a percentage. This benefit is measured in days per person'],
    ['14 days', '%', '14 days is in days. This benefit is measured as a percentage'],
    ['£40', 'count', '£40 is money. This benefit is measured as a count'],
    ['40%', '£ a year', '40% is a percentage. This benefit is measured in pounds (£ a year)'],
    ['40%', 'per 1,000', '40% is a percentage. This benefit is measured per 1,000'],
  ] as const)('%s in %s', (wrote, unit, sentence) => expect(unitClash(wrote, unit)).toBe(sentence));

  it('is apart from it', () => {
    expect([splitFigure(' -1,204.5 weeks'), splitFigure('twelve'), splitFigure('')]).toEqual([{ figure: '-1,204.5', unit: 'weeks' }, undefined, undefined]);
  });
});
