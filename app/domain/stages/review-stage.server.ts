import { newId, toJson } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import type { Id, Instant, Row } from '#db/schema.ts';
import { putReviewDraft, reviewsOf, sendReview as markSent } from '#db/tables/reviews.server.ts';
import { recordVisit } from '#db/tables/visits.server.ts';
import { hasTag } from '#workflows/decide.ts';
import type { Role } from '#workflows/definition.ts';
import { stageGuards } from '#workflows/guards.ts';
import { stageCommand } from '../cases/case-command.server.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import { sendComments } from '../comments/send-comments.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { draftIn } from './reviews-given.server.ts';
import { REVIEW_TITLES } from './reviews.policy.ts';
import type { StageLoaded } from './stage-facts.server.ts';
import type { CriterionView } from './reviews.schema.ts';

export interface Opinion {
  role: keyof typeof REVIEW_TITLES;
  verdict: 'supported' | 'supportedWithComments' | 'notSupported' | 'statement';
  comment: string;
  sha256: string;
  /** What they say of single criteria; those they leave out they say nothing of. */
  criteria?: readonly CriterionView[];
}

/** What a reviewer has written so far; nobody else meets it. */
export type OpinionDraft = Omit<Opinion, 'verdict'> & { verdict: Opinion['verdict'] | null };

/** Keeps a specialist's review until they send it. A newer version begins a new draft. */
export async function keepReview(actor: Actor, caseId: string, stage: string, draft: OpinionDraft): Promise<Done<null> | Refused> {
  return stageCommand({ actor, caseId, stage, as: [draft.role as Role], saw: draft.sha256 }, async (tx, file, loaded, at) => {
    const fault = faultOf(file, loaded, draft.role);
    if (fault) return fault;
    await write(tx, file, loaded.submission!, draft, criteriaAsked(loaded, draft), at);
    return done(null);
  });
}

/** Sends one specialist review, with the reviewer's draft comments, as one. Advice: the decision stays the signer's. */
export async function reviewStage(actor: Actor, caseId: string, stage: string, opinion: Opinion): Promise<Done<{ reviewId: string }> | Refused> {
  return stageCommand({ actor, caseId, stage, as: [opinion.role as Role], saw: opinion.sha256 }, async (tx, file, loaded, at) => {
    const fault = faultOf(file, loaded, opinion.role);
    if (fault) return fault;
    if (opinion.verdict !== 'supported' && opinion.comment.trim() === '') return refused(422, { field: 'comment', message: 'Enter what you found' });
    const criteria = criteriaAsked(loaded, opinion);
    if (opinion.verdict === 'supported' && criteria.some((c) => c.verdict === 'notSupported')) return refused(422, { field: 'verdict', message: 'You do not support one of the criteria, so say that you support it with comments, or do not' });
    const submission = loaded.submission!;
    const id = await write(tx, file, submission, opinion, criteria, at);
    await markSent(tx, id, at);
    await sendComments(tx, file, submission, at);
    await recordVisit(tx, actor.id, submission.id, at);
    await tell(tx, at, holdersOf(file, 'sponsor'), { caseId, kind: 'information', about: 'reviews', text: `${REVIEW_TITLES[opinion.role]} is in: ${loaded.facts.noun}, ${file.case.title}`, link: `/cases/${caseId}/stages/${stage}/review` }, actor.id);
    return done({ reviewId: id }, { kind: 'review.send', caseId, subject: { stage, submission: submission.id, role: opinion.role, verdict: opinion.verdict }, sentence: `sent the ${REVIEW_TITLES[opinion.role].toLowerCase()} of the ${loaded.facts.noun}, version ${submission.number}`, seals: [['reviews', id]] });
  });
}

/** Why this person cannot give this review now; null when they can. */
function faultOf(file: CaseFile, loaded: StageLoaded, role: Opinion['role']): Refused | null {
  const title = REVIEW_TITLES[role].toLowerCase();
  if (!loaded.entry.signOff.reviewers.includes(role) || !file.roles.includes(role as Role)) return refused(403, file.exclusion ?? `You are not asked for the ${title} of this stage`);
  if (file.exclusion) return refused(403, file.exclusion.replace('decide', 'review'));
  if (!loaded.facts.interestSaid) return refused(422, stageGuards.interestSaid.sentence());
  if (!loaded.submission || !hasTag('stage', loaded.row.state, 'approver')) return refused(422, `The ${loaded.facts.noun} is not with its readers now`);
  if (loaded.facts.isStale) return refused(409, `A newer version of the ${loaded.facts.noun} was sent. Read what changed first`);
  if (loaded.reviews.some((r) => r.role === role)) return refused(409, `The ${title} of this version is in already`);
  return null;
}

const criteriaAsked = (loaded: StageLoaded, { criteria = [] }: OpinionDraft): CriterionView[] => criteria.filter(({ criterion }) => loaded.entry.stage.criteria.some((c) => c.key === criterion));

/** Writes it over the draft there is, if any. Answers with its id. */
async function write(tx: Writer, file: CaseFile, { id: submission }: Pick<Row<'submissions'>, 'id'>, opinion: OpinionDraft, criteria: CriterionView[], at: Instant): Promise<Id> {
  const id = draftIn(await reviewsOf(tx, submission), opinion.role, file.actor.id)?.id ?? newId();
  await putReviewDraft(tx, { id, submission_id: submission, case_id: file.case.id, role: opinion.role, verdict: opinion.verdict, comment: opinion.comment, by: file.actor.id, saved_at: at, criteria_json: criteria.length ? toJson(criteria) : null });
  return id;
}
