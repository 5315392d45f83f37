import { afterEach, expect, it } from 'vitest';
import { transaction } from '#db/database.server.ts';
import { commentById } from '#db/tables/comments.server.ts';
import { commentPage } from '#app/domain/comments/comment-page.server.ts';
import { addComment, settleComment } from '#app/domain/comments/comments.server.ts';
import { replyToComment } from '#app/domain/comments/reply-to-comment.server.ts';
import { declineSuggestion } from '#app/domain/comments/suggestions.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { searchFor } from '#app/domain/search/search-page.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import type { Audience, CommentKind } from '#workflows/comments.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { newsOf } from '#tests/setup/news.ts';
import { smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { judge, pass, reviewAll, toItsApprover, value } from '#tests/setup/walk.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  afterEach(() => world?.close());

  async function opened() {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
  }
  const ask = async (who: OnStage, some: { audience?: Audience; kind?: CommentKind; proposed?: string } = {}) =>
    value(await addComment(world.people[who], caseId, { stage: 'proposal', question: 'small.proposal', kind: 'question', text: 'Which towns?', ...some })).commentId;
  const reply = (who: OnStage, id: string, text: string) => replyToComment(world.people[who], caseId, id, text);
  const pageFor = async (who: OnStage, id: string) => commentPage(reader(), (await caseForActor(reader(), world.people[who], caseId))!, id);
  const row = async (id: string) => (await commentById(reader(), id))!;

  it('keeps several replies in order; the opener asks again until they settle it', async () => {
    await opened();
    const id = await ask('lead', { audience: 'mentor' });
    value(await reply('mentor', id, 'Three'));
    expect(await row(id)).toMatchObject({ state: 'answered', reply: 'Three' });
    value(await reply('lead', id, 'Which three?'));
    expect(await row(id)).toMatchObject({ state: 'open', reply: null });
    value(await reply('member', id, 'Northbridge is one'));
    value(await reply('mentor', id, 'And two more'));
    expect((await pageFor('mentor', id))!.thread.map(({ text, by, again }) => [text, by, again])).toEqual([
      ['Three', 'Mentor Person', false], ['Which three?', 'Lead Person', true], ['Northbridge is one', 'Member Person', false], ['And two more', 'Mentor Person', false],
    ]);
    expect(await settleComment(world.people.mentor, caseId, id)).toMatchObject({ status: 403 });
    value(await settleComment(world.people.lead, caseId, id));
    expect(await reply('mentor', id, 'Late')).toMatchObject({ status: 409 });
    expect(await pageFor('lead', id)).toMatchObject({ mayReply: false, comment: { state: 'settled' } });
  });

  it('is for the audience of the comment: others neither read nor write in it', async () => {
    await opened();
    const id = await ask('lead', { audience: 'team' });
    value(await reply('member', id, 'CANARYTHREAD'));
    for (const who of ['mentor', 'support', 'sponsor', 'outsider'] as const) expect(await reply(who, id, 'Me too'), who).toMatchObject({ status: 404 });
    expect((await searchFor(reader(), world.people.lead, { text: 'canarythread', kind: '', page: 1 })).hits).toHaveLength(1);
    expect((await searchFor(reader(), world.people.mentor, { text: 'canarythread', kind: '', page: 1 })).hits).toEqual([]);
    const toMentor = await ask('mentor');
    expect(await reply('support', toMentor, 'Two')).toMatchObject({ status: 403 });
    expect(await reply('lead', id, '  ')).toMatchObject({ status: 422, reasons: [{ field: 'reply' }] });
  });

  it('tells who wrote in it, once each, and whom a reply mentions; nobody of their own words', async () => {
    await opened();
    const id = await ask('lead', { audience: 'mentor' });
    value(await reply('mentor', id, 'Three'));
    value(await reply('lead', id, 'Which, @Member Person?'));
    expect((await newsOf(world.people.mentor))[0]).toMatch(/^Lead Person wrote again under a comment you answered/);
    expect((await newsOf(world.people.member))[0]).toMatch(/^Lead Person mentioned you in a comment/);
    value(await reply('member', id, 'The three by the river'));
    expect((await newsOf(world.people.lead))[0]).toMatch(/^Member Person answered your comment/);
    expect((await newsOf(world.people.mentor))[0]).toMatch(/^Member Person answered a comment after you/);
    expect(await newsOf(world.people.lead)).not.toContainEqual(expect.stringMatching(/^Lead Person/));
    expect(await reply('lead', id, 'And @Sponsor Person?')).toMatchObject({ status: 422, reasons: [{ field: 'reply' }] });
  });

  it('leaves a change unanswered when its approver asks again, so the stage waits for one more line', async () => {
    await opened();
    await pass(world, caseId, 'readiness');
    await toItsApprover(world, caseId, 'proposal', false);
    const id = await ask('sponsor', { kind: 'mustChange' });
    await reviewAll(world, caseId, 'proposal');
    value(await judge(world, caseId, 'proposal', 'changesRequested'));
    value(await reply('lead', id, 'Named the towns'));
    value(await reply('sponsor', id, 'Name the third as well'));
    expect(await submitStage(world.people.lead, caseId, 'proposal')).toMatchObject({ ok: false, status: 422 });
    value(await reply('lead', id, 'Named all three'));
    expect(await row(id)).toMatchObject({ reply: 'Named all three', state: 'answered' });
  });

  it('holds why the team kept its own words, and no reply is rewritten', async () => {
    await opened();
    const id = await ask('mentor', { kind: 'suggestion', proposed: 'Three towns' });
    value(await declineSuggestion(world.people.lead, caseId, id, 'Ours is plainer'));
    expect((await pageFor('mentor', id))!.thread).toMatchObject([{ text: 'Ours is plainer', by: 'Lead Person' }]);
    expect(await reply('mentor', id, 'But why?')).toMatchObject({ status: 409 });
    await expect(transaction(database(), (tx) => tx.db.updateTable('comment_replies').set({ text: 'x' }).where('comment_id', '=', id).execute())).rejects.toThrow('never rewritten');
  });
});
