import { newId, toJson } from '#db/codec.ts';
import { putReviewDraft, sendReview as markSent } from '#db/tables/reviews.server.ts';
import { recordVisit } from '#db/tables/visits.server.ts';
import { hasTag } from '#workflows/decide.ts';
import type { Role } from '#workflows/definition.ts';
import { stageGuards } from '#workflows/guards.ts';
import { stageCommand } from '../cases/case-command.server.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import { done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import { sendComments } from '../comments/send-comments.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { REVIEW_TITLES } from './reviews.policy.ts';
import type { CriterionView } from './reviews.schema.ts';

export interface Opinion {
  role: keyof typeof REVIEW_TITLES;
  verdict: 'supported' | 'supportedWithComments' | 'notSupported' | 'statement';
  comment: string;
  sha256: string;
  /** What they say of single criteria; those they leave out they say nothing of. */
  criteria?: readonly CriterionView[];
}

/** Sends one specialist review, with the reviewer's draft comments, as one. Advice: the decision stays the signer's. */
export async function reviewStage(actor: Actor, caseId: string, stage: string, opinion: Opinion): Promise<Done<{ reviewId: string }> | Refused> {
  return stageCommand({ actor, caseId, stage, as: [opinion.role as Role], saw: opinion.sha256 }, async (tx, file, loaded, at) => {
    const asked = loaded.entry.signOff.reviewers.includes(opinion.role) && file.roles.includes(opinion.role as Role);
    if (!asked) return refused(403, file.exclusion ?? `You are not asked for the ${REVIEW_TITLES[opinion.role].toLowerCase()} of this stage`);
    if (file.exclusion) return refused(403, file.exclusion.replace('decide', 'review'));
    if (!loaded.facts.interestSaid) return refused(422, stageGuards.interestSaid.sentence());
    if (!loaded.submission || !hasTag('stage', loaded.row.state, 'approver')) return refused(422, `The ${loaded.facts.noun} is not with its readers now`);
    if (loaded.facts.isStale) return refused(409, `A newer version of the ${loaded.facts.noun} was sent. Read what changed first`);
    if (loaded.reviews.some((r) => r.role === opinion.role)) return refused(409, `The ${REVIEW_TITLES[opinion.role].toLowerCase()} of this version is in already`);
    if (opinion.verdict !== 'supported' && opinion.comment.trim() === '') return refused(422, { field: 'comment', message: 'Enter what you found' });
    const criteria = (opinion.criteria ?? []).filter(({ criterion }) => loaded.entry.stage.criteria.some((c) => c.key === criterion));
    if (opinion.verdict === 'supported' && criteria.some((c) => c.verdict === 'notSupported')) return refused(422, { field: 'verdict', message: 'You do not support one of the criteria, so say that you support it with comments, or do not' });
    const id = newId();
    const { submission } = loaded;
    await putReviewDraft(tx, { id, submission_id: submission.id, case_id: caseId, role: opinion.role, verdict: opinion.verdict, comment: opinion.comment, by: actor.id, saved_at: at, criteria_json: criteria.length ? toJson(criteria) : null });
    await markSent(tx, id, at);
    await sendComments(tx, file, submission, at);
    await recordVisit(tx, actor.id, submission.id, at);
    await tell(tx, at, holdersOf(file, 'sponsor'), { caseId, kind: 'information', about: 'reviews', text: `${REVIEW_TITLES[opinion.role]} is in: ${loaded.facts.noun}, ${file.case.title}`, link: `/cases/${caseId}/stages/${stage}/review` }, actor.id);
    return done({ reviewId: id }, { kind: 'review.send', caseId, subject: { stage, submission: submission.id, role: opinion.role, verdict: opinion.verdict }, sentence: `sent the ${REVIEW_TITLES[opinion.role].toLowerCase()} of the ${loaded.facts.noun}, version ${submission.number}`, seals: [['reviews', id]] });
  });
}
