import { afterEach, expect, it } from 'vitest';
import { commentsOf } from '#db/tables/comments.server.ts';
import { commentPage } from '#app/domain/comments/comment-page.server.ts';
import { addComment, discardComment, settleComment } from '#app/domain/comments/comments.server.ts';
import { replyToComment } from '#app/domain/comments/reply-to-comment.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { judge, pass, reviewAll, toItsApprover, value } from '#tests/setup/walk.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  afterEach(async () => world?.close());

  async function opened() {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await toItsApprover(world, caseId, 'proposal', false);
  }
  const say = async (who: OnStage, kind: 'question' | 'suggestion' | 'mustChange' = 'question') =>
    addComment(world.people[who], caseId, { stage: 'proposal', question: 'small.proposal', kind, text: `Asked by ${who}` });
  const pageFor = async (who: OnStage, id: string) => commentPage(reader(), (await caseForActor(reader(), world.people[who], caseId))!, id);

  it('keeps an approver\'s comment a draft of their own until the decision is sent', async () => {
    await opened();
    const { commentId } = value(await say('sponsor', 'mustChange'));
    expect(await pageFor('sponsor', commentId)).toMatchObject({ mayDiscard: true, maySettle: false });
    for (const who of ['lead', 'finance', 'mentor'] as const) expect(await pageFor(who, commentId), who).toBeUndefined();
    expect(await replyToComment(world.people.lead, caseId, commentId, 'Done')).toMatchObject({ ok: false, status: 404 });
    await reviewAll(world, caseId, 'proposal');
    value(await judge(world, caseId, 'proposal', 'changesRequested'));
    expect(await pageFor('lead', commentId)).toMatchObject({ mayReply: true, editable: true });
    expect(await submitStage(world.people.lead, caseId, 'proposal')).toMatchObject({ ok: false, status: 422 });
    value(await replyToComment(world.people.lead, caseId, commentId, 'Named the lead'));
    expect((await commentsOf(reader(), caseId, 'proposal'))[0]).toMatchObject({ state: 'answered', reply: 'Named the lead' });
  });

  it('is deleted by its author while it is a draft, and by nobody after', async () => {
    await opened();
    const { commentId } = value(await say('finance'));
    expect(await discardComment(world.people.sponsor, caseId, commentId)).toMatchObject({ ok: false, status: 404 });
    value(await discardComment(world.people.finance, caseId, commentId));
    expect(await commentsOf(reader(), caseId, 'proposal')).toEqual([]);
    const sent = value(await say('member'));
    expect(await discardComment(world.people.member, caseId, sent.commentId)).toMatchObject({ ok: false, status: 422 });
  });

  it('keeps what the team and its mentor say among themselves from the approver\'s side', async () => {
    await opened();
    const { commentId } = value(await say('mentor'));
    expect(await pageFor('lead', commentId)).toBeDefined();
    for (const who of ['sponsor', 'finance', 'secondLine'] as const) expect(await pageFor(who, commentId), who).toBeUndefined();
    expect(await settleComment(world.people.sponsor, caseId, commentId)).toMatchObject({ ok: false, status: 404 });
  });

  it('lets only the approver\'s side ask for what must change, and only who wrote it or the approver settle it', async () => {
    await opened();
    expect(await say('mentor', 'mustChange')).toMatchObject({ ok: false, status: 403 });
    expect(await say('outsider')).toMatchObject({ ok: false, status: 404 });
    const { commentId } = value(await say('mentor'));
    expect(await settleComment(world.people.lead, caseId, commentId)).toMatchObject({ ok: false, status: 403 });
    expect(await replyToComment(world.people.lead, caseId, commentId, '  ')).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'reply' }] });
    value(await settleComment(world.people.mentor, caseId, commentId));
    expect(await settleComment(world.people.mentor, caseId, commentId)).toMatchObject({ ok: false, status: 409 });
    expect(await replyToComment(world.people.lead, caseId, commentId, 'Late')).toMatchObject({ ok: false, status: 409 });
  });
});
