import { expect, it } from 'vitest';
import { milestonesOn } from '#workflows/milestones.ts';

const steps = [{ on: '2027-03-31', value: 12 }, { on: '2027-09-30', value: 10 }, { on: '2028-03-31', value: 8 }];
const results = [{ on: '2026-12-31', value: 14 }, { on: '2027-03-31', value: 11.5 }, { on: '2027-08-31', value: 10.5 }];
const standing = (today: string, given = results, direction: string | null = 'down') => milestonesOn(today, steps, given, direction).map((m) => m.standing);

it.each<[string, string, string[]]>([
  ['before any of their days', '2027-03-30', ['ahead', 'ahead', 'ahead']],
  ['on the first one\'s day', '2027-03-31', ['reached', 'ahead', 'ahead']],
  ['after the second, which was not reached', '2027-10-01', ['reached', 'missed', 'ahead']],
  ['after all: the last result stands for the last', '2028-04-01', ['reached', 'missed', 'missed']],
])('%s', (_, today, expected) => expect(standing(today)).toEqual(expected));

it('calls nothing missed for which there is no result, or no direction', () => {
  expect(standing('2029-01-01', [])).toEqual(['noResult', 'noResult', 'noResult']);
  expect(standing('2029-01-01', results, 'band')).toEqual(['noResult', 'noResult', 'noResult']);
});

it('reads higher as better where it is', () => expect(milestonesOn('2027-04-01', [{ on: '2027-03-31', value: 70 }], [{ on: '2027-03-31', value: 71 }], 'up')[0]).toMatchObject({ standing: 'reached', by: { value: 71 } }));
