import type { Reader } from '#db/database.server.ts';
import { reviewsOf } from '#db/tables/reviews.server.ts';
import type { PathwayStage, Role } from '#workflows/definition.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { fromJson } from '#db/codec.ts';
import type { Row } from '#db/schema.ts';
import { inWords } from '#workflows/form.ts';
import { namesOf } from './people-named.server.ts';
import { REVIEW_TITLES, type VERDICT_TITLES } from './reviews.policy.ts';
import type { CriterionView } from './reviews.schema.ts';

/** A specialist's review that is in. */
export interface ReviewShown {
  id: string;
  title: string;
  verdict: keyof typeof VERDICT_TITLES;
  comment: string;
  /** What was said of single criteria, by their titles. */
  criteria: { title: string; verdict: CriterionView['verdict'] }[];
  by: string;
  at: string;
}
export interface ReviewsGiven {
  reviews: ReviewShown[];
  /** Titles of those still to come. */
  missing: string[];
  /** The one asked of this reader and not in. */
  mine: { role: keyof typeof REVIEW_TITLES; title: string; criteria: { key: string; title: string }[]; draft: { verdict: string; comment: string; criteria: CriterionView[]; at: string } | null } | null;
}

/** The criteria of a stage, as a reviewer may judge them one by one; none for a word that is no stage. */
export const criteriaIn = (file: CaseFile, stage: string): { key: string; title: string }[] =>
  (stageInFile(file, stage)?.entry.stage.criteria ?? []).map((c) => ({ key: c.key, title: inWords(c.title, file.pathway) }));

/** The reviews one version has had, and those it waits for. */
export async function reviewsGiven(reader: Reader, file: CaseFile, entry: PathwayStage, submissionId: string): Promise<ReviewsGiven> {
  const all = await reviewsOf(reader, submissionId);
  const rows = all.filter((r) => r.sent_at !== null);
  const name = await namesOf(reader, rows.map((r) => r.by));
  const waiting = entry.signOff.reviewers.filter((role) => !rows.some((r) => r.role === role));
  const mine = waiting.find((role) => file.roles.includes(role as Role));
  return {
    reviews: rows.map((r) => ({ id: r.id, title: REVIEW_TITLES[r.role as keyof typeof REVIEW_TITLES], verdict: r.verdict!, comment: r.comment, criteria: criteriaOf(r, file, entry), by: name(r.by), at: r.sent_at! })),
    missing: waiting.map((role) => REVIEW_TITLES[role]),
    // Staff side files a statement: it judges nothing.
    mine: mine ? { role: mine, title: REVIEW_TITLES[mine], criteria: mine === 'staffSide' ? [] : criteriaIn(file, entry.stage.key), draft: draftShown(draftIn(all, mine, file.actor.id)) } : null,
  };
}

/** What this person has written of a review and not sent. */
export const draftIn = (rows: readonly Row<'reviews'>[], role: string, me: string): Row<'reviews'> | undefined => rows.find((r) => r.sent_at === null && r.role === role && r.by === me);

const draftShown = (row: Row<'reviews'> | undefined) => (row ? { verdict: row.verdict ?? '', comment: row.comment, criteria: viewsOf(row), at: row.saved_at } : null);

const viewsOf = (row: Row<'reviews'>): CriterionView[] => fromJson<CriterionView[]>(row.criteria_json) ?? [];

const criteriaOf = (row: Row<'reviews'>, file: CaseFile, { stage }: PathwayStage): ReviewShown['criteria'] =>
  viewsOf(row).map(({ criterion, verdict }) => ({ verdict, title: inWords(stage.criteria.find((c) => c.key === criterion)?.title ?? criterion, file.pathway) }));
