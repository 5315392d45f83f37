import type { Reader } from '#db/database.server.ts';
import { reviewsOf } from '#db/tables/reviews.server.ts';
import type { PathwayStage, Role } from '#workflows/definition.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { namesOf } from './people-named.server.ts';
import { REVIEW_TITLES, type VERDICT_TITLES } from './reviews.policy.ts';

/** A specialist's review that is in. */
export interface ReviewShown {
  id: string;
  title: string;
  verdict: keyof typeof VERDICT_TITLES;
  comment: string;
  by: string;
  at: string;
}
export interface ReviewsGiven {
  reviews: ReviewShown[];
  /** Titles of those still to come. */
  missing: string[];
  /** The one asked of this reader and not in. */
  mine: { role: keyof typeof REVIEW_TITLES; title: string } | null;
}

/** The reviews one version has had, and those it waits for. */
export async function reviewsGiven(reader: Reader, file: CaseFile, entry: PathwayStage, submissionId: string): Promise<ReviewsGiven> {
  const rows = (await reviewsOf(reader, submissionId)).filter((r) => r.sent_at !== null);
  const name = await namesOf(reader, rows.map((r) => r.by));
  const waiting = entry.signOff.reviewers.filter((role) => !rows.some((r) => r.role === role));
  const mine = waiting.find((role) => file.roles.includes(role as Role));
  return {
    reviews: rows.map((r) => ({ id: r.id, title: REVIEW_TITLES[r.role as keyof typeof REVIEW_TITLES], verdict: r.verdict!, comment: r.comment, by: name(r.by), at: r.sent_at! })),
    missing: waiting.map((role) => REVIEW_TITLES[role]),
    mine: mine ? { role: mine, title: REVIEW_TITLES[mine] } : null,
  };
}
