import { addMonths, daysBetween } from './dates.ts';
import type { Pathway } from './definition.ts';

/** A day on which every live benefit is looked at. */
export interface Review {
  on: string;
  /** Months after go-live; null for the extra one before the contract ends. */
  month: number | null;
  title: string;
}
/** What the calendar is counted from. Days are YYYY-MM-DD. */
export interface ReviewDates {
  plan: Pick<Pathway['reviews'], 'months' | 'every'>;
  goLiveOn: string | null;
  contractEndOn: string | null;
}
/** lapsed: the next review came before everything was judged. */
export type ReviewState = 'judged' | 'overdue' | 'due' | 'lapsed' | 'next';

/** The extra review falls so many months before the contract ends, in time for a decision on what follows. Slipway default. */
const BEFORE_END = 12;
/** Two reviews this many days apart or fewer are one. Slipway default. */
const SAME = 31;
/** Days from a review until it is overdue: 6 weeks. Slipway default. */
export const DAYS_TO_JUDGE = 42;

/** Every review up to the first one after today, by day; none before go-live is known. */
export function reviewsOf(dates: ReviewDates, today: string): Review[] {
  const all = withExtra(regularOf(dates, today), dates);
  return all.filter((review) => review.on <= today || review === nextReview(all, today));
}

const regularOf = ({ plan, goLiveOn }: ReviewDates, today: string): Review[] =>
  goLiveOn === null ? [] : monthsUpTo(plan, (month) => addMonths(goLiveOn, month) > today).map((month) => ({ on: addMonths(goLiveOn, month), month, title: `Review at ${month} months` }));

function withExtra(regular: Review[], { goLiveOn, contractEndOn }: ReviewDates): Review[] {
  const extraOn = contractEndOn && addMonths(contractEndOn, -BEFORE_END);
  if (!extraOn || goLiveOn === null || extraOn <= goLiveOn || extraOn > regular.at(-1)!.on) return regular;
  const near = regular.find(({ on }) => Math.abs(daysBetween(on, extraOn)) <= SAME);
  if (near) return regular.map((review) => (review === near ? { ...review, title: `${review.title}, a year before the contract ends` } : review));
  return [...regular, { on: extraOn, month: null, title: 'Review a year before the contract ends' }].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** The months named, then every so many, until `isEnough` says so of one; that one too. */
function monthsUpTo({ months, every }: ReviewDates['plan'], isEnough: (month: number) => boolean): number[] {
  const found: number[] = [];
  for (let i = 0, month = months[0]!; ; i += 1) {
    month = months[i] ?? month + every;
    found.push(month);
    if (isEnough(month)) return found;
  }
}

/** The review that judging is about today: the last one whose day has come. */
export const currentReview = (reviews: readonly Review[], today: string): Review | undefined => reviews.findLast(({ on }) => on <= today);
export const nextReview = (reviews: readonly Review[], today: string): Review | undefined => reviews.find(({ on }) => on > today);

/** How a review stands, by how many benefits it has not judged. */
export function reviewState(review: Review, reviews: readonly Review[], unjudged: number, today: string): ReviewState {
  if (review.on > today) return 'next';
  if (unjudged === 0) return 'judged';
  if (review !== currentReview(reviews, today)) return 'lapsed';
  return daysBetween(review.on, today) > DAYS_TO_JUDGE ? 'overdue' : 'due';
}
