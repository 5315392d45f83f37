import { afterEach, expect, it } from 'vitest';
import { addComment } from '#app/domain/comments/comments.server.ts';
import { replyToComment } from '#app/domain/comments/reply-to-comment.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { recordPage } from '#app/domain/decisions/record-page.server.ts';
import { saveSection } from '#app/domain/answers/save-section.server.ts';
import { reviewStage } from '#app/domain/stages/review-stage.server.ts';
import { reviewsGiven } from '#app/domain/stages/reviews-given.server.ts';
import { stagePage } from '#app/domain/stages/stage-page.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { latestSubmission } from '#db/tables/submissions.server.ts';
import { stageOf } from '#workflows/form.ts';
import type { Pathway } from '#workflows/definition.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallPathway, smallWorld, type SmallWorld } from '#tests/setup/small-world.ts';
import { judge, pass, sha, toItsApprover, value } from '#tests/setup/walk.ts';

/** Two questions in the proposal, so that one may change and the other may not. */
function twoQuestions(): Pathway {
  const small = smallPathway();
  return {
    ...small,
    stages: small.stages.map((entry) => (entry.stage.key !== 'proposal' ? entry : {
      ...entry,
      stage: { ...entry.stage, groups: [{ key: 'all', title: 'All', sections: [{ key: 'proposal-all', title: 'Everything', questions: ['where', 'who'].map((word) => ({ key: `small.${word}`, title: `Say ${word}`, type: 'text' as const })) }] }] },
    })),
  };
}

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  afterEach(async () => world?.close());

  async function begun(reviewed = true) {
    world = await smallWorld(engine, twoQuestions());
    caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await toItsApprover(world, caseId, 'proposal', reviewed);
  }
  const save = async (question: string, text: string, revision: number) =>
    value(await saveSection(world.people.lead, caseId, { stage: 'proposal', section: 'proposal-all' }, [[`${question}.revision`, String(revision)], [question, text]], 'yes'));
  const file = async (who: 'lead' | 'sponsor' = 'lead') => (await caseForActor(reader(), world.people[who], caseId))!;

  it('limits a request for changes to the answers it names: others must stay as they were sent', async () => {
    await begun();
    const { lead, sponsor } = world.people;
    expect(await judge(world, caseId, 'proposal', 'changesRequested', { limited: true, reasons: [{ code: 'change', text: 'Say more' }] })).toMatchObject({ ok: false, reasons: [{ message: expect.stringContaining('Mark at least one answer') as string }] });
    const { commentId } = value(await addComment(sponsor, caseId, { stage: 'proposal', question: 'small.where', kind: 'mustChange', text: 'Name the towns' }));
    const { decisionId } = value(await judge(world, caseId, 'proposal', 'changesRequested', { limited: true }));
    expect(await recordPage(reader(), await file(), 'proposal', decisionId!)).toMatchObject({ only: ['Say where'] });
    expect(await stagePage(reader(), await file(), 'proposal')).toMatchObject({ only: ['Say where'] });
    await save('small.where', 'In three towns by the river', 1);
    const was = JSON.parse((await latestSubmission(reader(), caseId, 'proposal'))!.body_json) as { answers: { question: string; value: string }[] };
    await save('small.who', 'Other people', 1);
    value(await replyToComment(lead, caseId, commentId, 'Named'));
    expect(await submitStage(lead, caseId, 'proposal')).toMatchObject({ ok: false, status: 422, reasons: [{ message: 'The approver asked for changes to named answers only. You also changed: Say who. Put these back as they were, or ask the approver to widen the request' }] });
    await save('small.who', was.answers.find((a) => a.question === 'small.who')!.value, 2);
    value(await submitStage(lead, caseId, 'proposal'));
    expect(await stagePage(reader(), await file(), 'proposal')).toMatchObject({ only: [] });
  });

  it('lets every answer change when the request is not limited', async () => {
    await begun();
    value(await judge(world, caseId, 'proposal', 'changesRequested', { reasons: [{ code: 'change', text: 'Say more' }] }));
    await save('small.who', 'Other people', 1);
    value(await submitStage(world.people.lead, caseId, 'proposal'));
  });

  it('takes a view of single criteria with a review, and no support of the whole against one of them', async () => {
    await begun(false);
    const [first, second] = stageOf((await file('sponsor')).pathway, 'proposal').stage.criteria;
    const sha256 = await sha(caseId, 'proposal');
    const view = (verdict: 'supported' | 'supportedWithComments', criteria: { criterion: string; verdict: 'supported' | 'notSupported' }[]) =>
      reviewStage(world.people.support, caseId, 'proposal', { role: 'support', verdict, comment: 'The numbers are thin', sha256, criteria });
    expect(await view('supported', [{ criterion: first!.key, verdict: 'notSupported' }])).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'verdict' }] });
    value(await view('supportedWithComments', [{ criterion: first!.key, verdict: 'notSupported' }, { criterion: second!.key, verdict: 'supported' }, { criterion: 'no-such', verdict: 'supported' }]));
    const seen = await file('sponsor');
    const given = await reviewsGiven(reader(), seen, stageOf(seen.pathway, 'proposal'), (await latestSubmission(reader(), caseId, 'proposal'))!.id);
    expect(given.reviews[0]!.criteria).toEqual([{ title: first!.title, verdict: 'notSupported' }, { title: second!.title, verdict: 'supported' }]);
  });
});
