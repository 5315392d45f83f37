import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { verdictsOf } from '#db/tables/verdicts.server.ts';
import { addDays } from '#workflows/dates.ts';
import { hasTag } from '#workflows/decide.ts';
import { currentReview, DAYS_TO_JUDGE, nextReview, reviewState, type Review } from '#workflows/review-calendar.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { counted } from '../../lib/money.ts';
import { TREATMENTS } from '../benefits/benefits.schema.ts';
import { inForce } from '../benefits/readings-in-force.ts';
import { isExample, seesBenefits, type CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { mayLead } from '../cases/cases.policy.ts';
import { today } from '../clock.server.ts';
import type { AnswerView } from '../stages/answer-views.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { proposalsFor, type Proposed } from './proposals.server.ts';
import { reviewsOfCase } from './reviews.server.ts';
import { lastSent } from './sent-answers.server.ts';
import { exclusionFrom } from './verdict-desk.server.ts';
import { openAction, verdictView, type ActionView, type VerdictView } from './verdict-views.server.ts';
import { mayJudge } from './verdicts.policy.ts';
import { GRADES, resultInWords, verdictWords, type VerdictWords } from './verdicts-in-words.ts';

/** One live benefit at the review that is on. */
export interface ReviewedBenefit {
  id: string;
  number: number;
  title: string;
  treatment: string;
  result: string;
  proposed: { words: VerdictWords; grade: string };
  verdict: VerdictView | null;
  mayJudge: boolean;
  /** Why this person cannot judge it, or nobody can yet; '' when that need not be said. */
  whyNot: string;
}
export interface EarlierReview {
  title: string;
  standing: string;
  benefits: { id: string; title: string; verdict: VerdictView | null }[];
}
export interface VerdictsPage {
  case: CaseHead;
  example: boolean;
  /** The review that is on, and how it stands; null before the first. */
  review: { title: string; standing: string; overdue: boolean } | null;
  /** "Review at 12 months, 1 April 2026"; '' before go-live. */
  next: string;
  benefits: ReviewedBenefit[];
  dropped: { id: string; title: string; on: string; reason: string }[];
  actions: ActionView[];
  earlier: EarlierReview[];
  /** What the team last sent on surplus and on what nobody planned. */
  sent: { title: string; answers: AnswerView[] } | null;
  mayPublish: boolean;
}

/** What the review stage asks beside the results, where the pathway of the case asks it. */
const BESIDE = ['rev.surplus', 'rev.surplus_made', 'rev.surplus_use', 'rev.income_mix', 'rev.unexpected'];

/** The review list of a case: every promise, judged or not; undefined for those who do not see benefits. */
export async function verdictsPage(reader: Reader, file: CaseFile): Promise<VerdictsPage | undefined> {
  if (!seesBenefits(file)) return undefined;
  const rows = await benefitsOf(reader, file.case.id);
  const live = rows.filter(({ withdrawn_at }) => withdrawn_at === null);
  const [reviews, verdicts, proposals, sent] = await Promise.all([reviewsOfCase(reader, file), verdictsOf(reader, rows.map(({ id }) => id)), proposalsFor(reader, file, live), lastSent(reader, file, 'review', BESIDE)]);
  const name = await namesOf(reader, verdicts.flatMap((v) => [v.by, v.action_owner_id]));
  const standing = inForce(verdicts);
  const given = (row: Row<'benefits'>, review: Review | undefined) => standing.find((v) => v.benefit_id === row.id && v.review_on === review?.on) ?? null;
  const view = (verdict: Row<'verdicts'> | null) => verdict && verdictView(verdict, name);
  const [current, next] = [currentReview(reviews, today()), nextReview(reviews, today())];
  const standingWords = (review: Review, of: readonly Row<'benefits'>[]) => inWords(review, reviews, of.filter((row) => !given(row, review)).length);
  const earlier = reviews.filter((review) => review.on <= today() && review !== current).map((review) => ({ review, of: rows.filter((row) => stoodOn(row, review.on)) }));
  return {
    case: headOf(file), example: isExample(file),
    review: current ? { title: `${current.title}, ${day(current.on)}`, ...standingWords(current, live) } : null,
    next: next ? `${next.title}, ${day(next.on)}` : '',
    benefits: live.map((row) => reviewed(file, proposals.get(row.id)!, current, view(given(row, current)))),
    dropped: rows.filter((row) => row.withdrawn_at !== null).map((row) => ({ id: row.id, title: row.title, on: day(dayOf(row.withdrawn_at!)), reason: row.withdrawn_reason ?? '' })),
    actions: rows.flatMap((row) => openAction(row, verdicts.filter((v) => v.benefit_id === row.id), name) ?? []),
    earlier: earlier.map(({ review, of }) => ({ title: `${review.title}, ${day(review.on)}`, standing: standingWords(review, of).standing, benefits: of.map((row) => ({ id: row.id, title: row.title, verdict: view(given(row, review)) })) })).reverse(),
    sent: sent?.answers.length ? { title: `As sent on ${day(dayOf(sent.at))}, version ${sent.number}`, answers: sent.answers } : null,
    mayPublish: mayLead(file.roles) && file.case.live_on !== null,
  };
}

/** Whether a promise stood on a day: made by then, and not withdrawn before. */
const stoodOn = (row: Row<'benefits'>, on: string): boolean => dayOf(row.at) <= on && (row.withdrawn_at === null || dayOf(row.withdrawn_at) > on);

function inWords(review: Review, reviews: readonly Review[], unjudged: number): { standing: string; overdue: boolean } {
  const state = reviewState(review, reviews, unjudged, today());
  const left = `${counted(unjudged, 'benefit')} still to judge`;
  const words = {
    judged: 'Everything is judged', due: `${left}, by ${day(addDays(review.on, DAYS_TO_JUDGE))}`, overdue: `${left}. Overdue since ${day(addDays(review.on, DAYS_TO_JUDGE))}`,
    lapsed: `${counted(unjudged, 'benefit was', 'benefits were')} never judged: the next review came first`, next: `On ${day(review.on)}`,
  };
  return { standing: words[state], overdue: state === 'overdue' };
}

function reviewed(file: CaseFile, proposed: Proposed, review: Review | undefined, verdict: VerdictView | null): ReviewedBenefit {
  const { row, proposal, rests } = proposed;
  const settled = hasTag('benefit', row.state, 'settled');
  const exclusion = mayJudge(file.roles) ? exclusionFrom(file, proposed) : null;
  const open = review !== undefined && verdict === null;
  return {
    id: row.id, number: row.number, title: row.title, treatment: TREATMENTS.find(([key]) => key === row.treatment)?.[1] ?? 'Not decided yet',
    result: resultInWords(rests), proposed: { words: verdictWords(proposal.verdict), grade: GRADES[proposal.grade] }, verdict,
    mayJudge: open && settled && mayJudge(file.roles) && exclusion === null,
    whyNot: !open ? '' : settled ? (exclusion ?? '') : 'It is not decided yet whether it is in the contract, so it cannot be judged',
  };
}
