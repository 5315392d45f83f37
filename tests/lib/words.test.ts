import { describe, expect, test } from 'vitest';
import { ago, day, dayOf, moment, time, weekday } from '#app/lib/dates.ts';
import { count, counted, pounds } from '#app/lib/money.ts';
import { localPath } from '#app/lib/responses.ts';

describe('dates, in London whatever the server says', () => {
  test.each([
    ['2026-08-06T16:30:00.000Z', '6 August 2026 at 5:30pm'],
    ['2026-01-06T16:30:00.000Z', '6 January 2026 at 4:30pm'],
    ['2026-06-30T23:10:00.000Z', '1 July 2026 at 12:10am'],
    ['2026-12-31T12:00:00.000Z', '31 December 2026 at midday'],
    ['2026-12-31T00:00:00.000Z', '31 December 2026 at midnight'],
    ['2026-03-29T00:59:00.000Z', '29 March 2026 at 12:59am'],
    ['2026-03-29T01:00:00.000Z', '29 March 2026 at 2am'],
    ['2026-10-25T00:30:00.000Z', '25 October 2026 at 1:30am'],
    ['2026-10-25T01:30:00.000Z', '25 October 2026 at 1:30am'],
  ])('%s is %s', (at, words) => expect(moment(at)).toBe(words));

  test('days and their names', () => {
    expect([day('2026-02-28'), weekday('2026-05-15'), dayOf('2026-06-30T23:10:00.000Z')]).toEqual(['28 February 2026', 'Friday 15 May 2026', '2026-07-01']);
    expect(time('2026-01-06T09:02:00.000Z')).toBe('9:02am');
  });

  test.each([
    ['2026-05-14T08:00:00Z', '2026-05-14T22:00:00Z', 'today'],
    ['2026-05-13T22:50:00Z', '2026-05-14T08:00:00Z', 'yesterday'],
    ['2026-05-05T08:00:00Z', '2026-05-14T08:00:00Z', '9 days ago'],
    ['2026-10-24T08:00:00Z', '2026-10-26T08:00:00Z', '2 days ago'],
    ['2026-05-15T08:00:00Z', '2026-05-14T08:00:00Z', 'today'],
  ])('from %s to %s is %s', (at, now, words) => expect(ago(at, now)).toBe(words));
});

test('money and counts', () => {
  expect([pounds(125_000_000), pounds(1250), pounds(-320_000), pounds(0)]).toEqual(['£1,250,000', '£12.50', '-£3,200', '£0']);
  expect([count(1250), count(3.456), counted(1, 'change'), counted(2, 'change'), counted(0, 'reply', 'replies')]).toEqual(['1,250', '3.46', '1 change', '2 changes', '0 replies']);
});

describe('where a person may be sent back to', () => {
  test.each(['/', '/cases/7?stage=proposal#staff', '/kept'])('%s', (path) => expect(localPath(path)).toBe(path));
  test.each(['//evil.test', '/\\evil.test', 'https://evil.test', 'javascript:alert(1)', '', null, 'cases', '/\t/evil.test', '\\\\evil.test'])('%j becomes the front page', (path) =>
    expect(localPath(path)).toBe('/'));
});
