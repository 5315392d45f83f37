import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slotFaults, spanOf, whyNot, type MeetingFacts } from '#workflows/meetings.ts';
import { readTime, ukInstant } from '#workflows/uk-time.ts';

describe('a time on the clocks of the United Kingdom', () => {
  it.each([
    ['2027-01-15', '14:30', '2027-01-15T14:30:00.000Z'], ['2027-07-15', '14:30', '2027-07-15T13:30:00.000Z'],
    ['2027-03-28', '00:59', '2027-03-28T00:59:00.000Z'], ['2027-03-28', '02:00', '2027-03-28T01:00:00.000Z'],
    ['2027-10-31', '00:59', '2027-10-30T23:59:00.000Z'], ['2027-10-31', '02:00', '2027-10-31T02:00:00.000Z'],
  ])('%s %s is %s', (day, time, at) => expect(ukInstant(day, time)).toEqual({ ok: true, at }));

  it.each(['01:00', '01:30', '01:59'])('%s is not there when the clocks go forward, and comes twice when they go back', (time) => {
    expect(ukInstant('2027-03-28', time)).toEqual({ ok: false, message: expect.stringMatching(/^does not exist on that day/) as string });
    expect(ukInstant('2027-10-31', time)).toEqual({ ok: false, message: expect.stringMatching(/^comes twice on that day/) as string });
  });

  it.each([
    ['2:30pm', '14:30'], ['2.30 PM', '14:30'], ['14:30', '14:30'], ['1430', '14:30'], ['9am', '09:00'], ['9 a.m.', '09:00'], ['12am', '00:00'], ['12pm', '12:00'], ['midday', '12:00'], ['0:05', '00:05'],
    ['9', undefined], ['half two', undefined], ['25:00', undefined], ['13pm', undefined], ['9:60', undefined], ['', undefined], ['230', undefined],
  ])('reads "%s" as %s', (text, time) => expect(readTime(text)).toBe(time));
});

describe('times on offer', () => {
  const NOW = '2027-03-01T10:00:00.000Z';
  const slot = (day: string, hour: string) => spanOf(`2027-03-${day}T${hour}:00:00.000Z`, 60);
  it('must be there, to come, within a year and apart from each other and from what is agreed', () => {
    expect(slotFaults([], [], NOW)).toMatchObject([{ slot: 0, message: 'Enter at least one time' }]);
    expect(slotFaults([slot('01', '10'), slot('02', '10'), slot('02', '10'), spanOf('2028-03-02T10:00:00.000Z', 60), slot('04', '12'), slot('04', '13')], [slot('04', '12')], NOW).map(({ slot: n, message }) => [n, message.split('.')[0]])).toEqual([
      [0, 'Time 1 has passed'], [2, 'Time 3 overlaps time 2'], [3, 'Time 4 is more than a year away'], [4, 'You have another meeting at time 5'],
    ]);
  });

  it('are never agreed over another meeting of either person', () => {
    const hour = fc.integer({ min: 0, max: 400 });
    fc.assert(fc.property(hour, fc.array(hour, { maxLength: 6 }), fc.array(hour, { maxLength: 6 }), fc.constantFrom(30, 60, 90, 120), (at, mine, theirs, minutes) => {
      const span = (quarter: number) => spanOf(new Date(Date.parse(NOW) + (quarter + 1) * 900_000).toISOString(), minutes);
      const [chosen, busy] = [span(at), [...mine, ...theirs].map(span)];
      const facts: MeetingFacts = { state: 'offered', now: NOW, held: false, offeredIt: false, slots: [chosen], mine: mine.map(span), theirs: { name: 'Ann', busy: theirs.map(span) } };
      const apart = busy.every((other) => other.until <= chosen.from || other.from >= chosen.until);
      expect(whyNot(facts, { type: 'choose', from: chosen.from }) === null).toBe(apart);
    }), { numRuns: 500 });
  });

  const facts: MeetingFacts = { state: 'offered', now: NOW, held: false, offeredIt: false, slots: [slot('02', '10'), slot('01', '09')], mine: [], theirs: { name: 'Ann', busy: [] } };
  it.each([
    [{ ...facts, state: 'cancelled' as const }, { type: 'move' as const, reason: 'x' }, /was cancelled/], [{ ...facts, held: true }, { type: 'cancel' as const, reason: 'x' }, /took place/],
    [facts, { type: 'cancel' as const, reason: ' ' }, /Enter the reason/], [{ ...facts, state: 'agreed' as const }, { type: 'choose' as const, from: slot('02', '10').from }, /agreed already/],
    [{ ...facts, offeredIt: true }, { type: 'choose' as const, from: slot('02', '10').from }, /other side chooses/], [facts, { type: 'choose' as const, from: slot('03', '10').from }, /Select one of the times/],
    [facts, { type: 'choose' as const, from: slot('01', '09').from }, /has passed/],
  ])('says why not', (f, act, words) => expect(whyNot(f, act)).toMatch(words));
});
