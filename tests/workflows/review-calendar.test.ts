import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '#workflows/dates.ts';
import { pathways } from '#workflows/index.ts';
import { currentReview, nextReview, reviewsOf, reviewState } from '#workflows/review-calendar.ts';

const plan = pathways['public-service-mutual'].reviews;
const LIVE = '2025-04-01';
const on = (today: string, contractEndOn: string | null = null, of: { months: number[]; every: number } = plan) => reviewsOf({ plan: of, goLiveOn: LIVE, contractEndOn }, today);
const days = (reviews: ReturnType<typeof on>) => reviews.map((review) => review.on);

describe('the calendar of reviews', () => {
  it('is 3, 6 and 12 months after go-live and then every 12, up to the next one', () => {
    expect(days(on('2025-04-01'))).toEqual(['2025-07-01']);
    expect(days(on('2025-07-01'))).toEqual(['2025-07-01', '2025-10-01']);
    expect(days(on('2028-01-15'))).toEqual(['2025-07-01', '2025-10-01', '2026-04-01', '2027-04-01', '2028-04-01']);
    expect(reviewsOf({ plan, goLiveOn: null, contractEndOn: null }, '2028-01-15')).toEqual([]);
  });

  it('comes from the data of the pathway and from nowhere else', () => {
    expect(days(on('2026-07-01', null, { months: [4], every: 6 }))).toEqual(['2025-08-01', '2026-02-01', '2026-08-01']);
  });

  it('adds one a year before the contract ends, and joins it to another that falls within a month', () => {
    expect(on('2027-08-01', '2028-09-30').slice(-2).map(({ month }) => month), 'it is the next one').toEqual([24, null]);
    expect(on('2027-10-01', '2028-09-30').slice(-2)).toEqual([{ on: '2027-09-30', month: null, title: 'Review a year before the contract ends' }, { on: '2028-04-01', month: 36, title: 'Review at 36 months' }]);
    expect(on('2027-08-01', '2028-03-31').slice(-2).map(({ on: day, title }) => [day, title])).toEqual([['2027-04-01', 'Review at 24 months, a year before the contract ends'], ['2028-04-01', 'Review at 36 months']]);
    expect(days(on('2026-05-01', '2025-12-31')), 'a contract shorter than a year has none').toEqual(['2025-07-01', '2025-10-01', '2026-04-01', '2027-04-01']);
  });

  it('says which is on, which comes next, and how each stands', () => {
    const today = '2026-05-14';
    const reviews = on(today);
    expect([currentReview(reviews, today)?.month, nextReview(reviews, today)?.month]).toEqual([12, 24]);
    expect(reviews.map((review) => reviewState(review, reviews, 2, today))).toEqual(['lapsed', 'lapsed', 'overdue', 'next']);
    expect(reviews.map((review) => reviewState(review, reviews, 2, '2026-05-13'))).toEqual(['lapsed', 'lapsed', 'due', 'next']);
    expect(reviews.map((review) => reviewState(review, reviews, 0, today))).toEqual(['judged', 'judged', 'judged', 'next']);
  });

  it('holds for any dates: in order, none twice, and at most one still to come', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2020-01-01', n));
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 3000 }), fc.option(fc.integer({ min: 1, max: 120 })), (goLiveOn, since, term) => {
      const today = addDays(goLiveOn, since);
      const found = reviewsOf({ plan, goLiveOn, contractEndOn: term === null ? null : addMonths(goLiveOn, term) }, today);
      const list = days(found);
      expect(list).toEqual([...new Set(list)].sort());
      expect(found.at(-1)!.on > today).toBe(true);
      expect(found.filter((review) => reviewState(review, found, 1, today) === 'next')).toHaveLength(1);
      expect(found.filter((review) => ['due', 'overdue'].includes(reviewState(review, found, 1, today))).length).toBeLessThanOrEqual(1);
    }), { numRuns: 500, seed: 20261129 });
  });
});
