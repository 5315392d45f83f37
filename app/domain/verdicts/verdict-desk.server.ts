import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { verdictsOf } from '#db/tables/verdicts.server.ts';
import { hasTag } from '#workflows/decide.ts';
import { currentReview, nextReview, type Review } from '#workflows/review-calendar.ts';
import { day } from '../../lib/dates.ts';
import { inForce } from '../benefits/readings-in-force.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { today } from '../clock.server.ts';
import { proposalsFor, type Proposed } from './proposals.server.ts';
import { reviewsOfCase } from './reviews.server.ts';
import { whyNotJudge } from './verdicts.policy.ts';

/** One benefit ready to be judged by one person. */
export interface Desk extends Proposed {
  /** The review it is about. */
  review: Review;
  /** The verdict of this review that stands already. */
  given: Row<'verdicts'> | null;
  /** Why this person can never judge it; null when they can. */
  exclusion: string | null;
}

/** The desk, or why nothing can be judged now, in a sentence. */
export async function deskFor(reader: Reader, file: CaseFile, row: Row<'benefits'>): Promise<Desk | string> {
  const reviews = await reviewsOfCase(reader, file);
  const review = currentReview(reviews, today());
  const next = nextReview(reviews, today());
  if (row.withdrawn_at) return 'This promise was withdrawn, so it is disclosed and not judged';
  if (!review) return next ? `The first review is on ${day(next.on)}. Nothing is judged before it` : 'The service is not live yet, so nothing is judged';
  if (!hasTag('benefit', row.state, 'settled')) return 'Decide first whether this promise is in the contract';
  const [proposals, verdicts] = await Promise.all([proposalsFor(reader, file, [row]), verdictsOf(reader, [row.id])]);
  const proposed = proposals.get(row.id)!;
  const given = inForce(verdicts).find(({ review_on }) => review_on === review.on) ?? null;
  return { ...proposed, review, given, exclusion: exclusionFrom(file, proposed) };
}

/** Why the person who looks can never judge a benefit; null when they can. */
export const exclusionFrom = (file: CaseFile, { row, recordedBy }: Pick<Proposed, 'row' | 'recordedBy'>): string | null =>
  whyNotJudge({ personId: file.actor.id, recordedBy, recorderId: row.recorder_id, providerOwnerId: row.provider_owner_id, exclusion: file.exclusion });
