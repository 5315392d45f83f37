import { afterEach, expect, it } from 'vitest';
import { transaction } from '#db/database.server.ts';
import { commentById } from '#db/tables/comments.server.ts';
import { sharedGuidanceById } from '#db/tables/shared-guidance.server.ts';
import { sectionPage } from '#app/domain/answers/section-page.server.ts';
import { activityPage } from '#app/domain/cases/activity-page.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { endPart } from '#app/domain/cases/memberships.server.ts';
import { addComment, settleComment } from '#app/domain/comments/comments.server.ts';
import { replyToComment } from '#app/domain/comments/reply-to-comment.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { consentToGuidance, withdrawGuidance } from '#app/domain/guidance/consent-guidance.server.ts';
import { proposeGuidance } from '#app/domain/guidance/propose-guidance.server.ts';
import { guidanceLink, proposalForm, sharedList, sharedPage, sharedUnderTopic } from '#app/domain/guidance/shared-pages.server.ts';
import { searchFor } from '#app/domain/search/search-page.server.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { newsOf } from '#tests/setup/news.ts';
import { ROLES_ON_STAGE, smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  let comment: string;
  afterEach(() => world?.close());

  const WORDS = { title: 'How to show that partners agree', text: 'Ask each partner for a letter, early.', topic: 'proposal' };
  const file = async (who: OnStage) => (await caseForActor(reader(), world.people[who], caseId))!;
  const propose = (who: OnStage, some: Partial<typeof WORDS> = {}) => proposeGuidance(world.people[who], caseId, comment, { ...WORDS, ...some });
  const say = (who: OnStage, id: string, yes = true) => consentToGuidance(world.people[who], id, yes);
  const shown = async () => (await sharedUnderTopic(reader(), 'proposal')).map(({ title }) => title);

  async function answered({ by = 'mentor', settled = true }: { by?: OnStage; settled?: boolean } = {}) {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    comment = value(await addComment(world.people.lead, caseId, { stage: 'proposal', question: 'small.proposal', kind: 'question', text: 'How do we show it?', audience: 'mentor' })).commentId;
    value(await replyToComment(world.people[by], caseId, comment, 'Lead Person should ask each partner for a letter'));
    if (settled) value(await settleComment(world.people.lead, caseId, comment));
  }

  it('is published when the mentor and the team lead have both said yes, and by nothing less', async () => {
    await answered();
    const { sharedId } = value(await propose('support'));
    expect(await shown()).toEqual([]);
    expect(await newsOf(world.people.mentor)).toContain(`Say whether an answer may become guidance: ${WORDS.title}`);
    expect(await newsOf(world.people.lead)).toContain(`Say whether an answer may become guidance: ${WORDS.title}`);
    expect(value(await say('mentor', sharedId))).toEqual({ published: false });
    expect(await say('mentor', sharedId)).toMatchObject({ status: 409 });
    expect(await shown()).toEqual([]);
    expect(await say('support', sharedId)).toMatchObject({ status: 403 });
    expect(await say('member', sharedId)).toMatchObject({ status: 404 });
    expect(value(await say('lead', sharedId))).toEqual({ published: true });
    expect(await shown()).toEqual([WORDS.title]);
  });

  it('stands beside that question for every team, and is found by anybody who searches', async () => {
    await answered();
    const { sharedId } = value(await propose('mentor')); // to propose is to agree
    expect(await searchFor(reader(), world.people.outsider, { text: 'partner letter early', kind: 'guidance', page: 1 })).toMatchObject({ hits: [] });
    value(await say('lead', sharedId));
    expect((await sectionPage(reader(), await file('member'), 'proposal', 'proposal-all'))!.questions[0]!.guidance).toMatchObject([{ title: WORDS.title, text: WORDS.text }]);
    expect((await searchFor(reader(), world.people.outsider, { text: 'partner letter early', kind: 'guidance', page: 1 })).hits).toMatchObject([{ to: '/guidance/proposal' }]);
    expect(JSON.stringify(await sharedUnderTopic(reader(), 'proposal'))).not.toMatch(/Person/);
  });

  it('goes the moment one of them withdraws, the mentor even after they have left the case', async () => {
    await answered();
    const { sharedId } = value(await propose('mentor'));
    value(await say('lead', sharedId));
    const part = (await membershipsOfCase(reader(), caseId)).find((m) => m.person_id === world.people.mentor.id)!;
    value(await endPart(world.people.lead, caseId, part.id));
    expect(await sharedPage(reader(), world.people.mentor, sharedId)).toMatchObject({ stands: 'published', mayEnd: true });
    expect((await sharedList(reader(), world.people.mentor)).rows).toHaveLength(1);
    value(await withdrawGuidance(world.people.mentor, sharedId));
    expect(await shown()).toEqual([]);
    expect((await searchFor(reader(), world.people.outsider, { text: 'partner letter early', kind: 'guidance', page: 1 })).hits).toEqual([]);
    expect(await newsOf(world.people.lead)).toContain(`An answer is no longer guidance: ${WORDS.title}`);
    expect(await withdrawGuidance(world.people.lead, sharedId)).toMatchObject({ status: 409 });
  });

  it('ends with one no, after which it may be proposed anew in other words', async () => {
    await answered();
    const { sharedId } = value(await propose('support'));
    expect(await propose('support')).toMatchObject({ status: 409 });
    value(await say('mentor', sharedId));
    value(await say('lead', sharedId, false));
    expect(await say('lead', sharedId)).toMatchObject({ status: 409 });
    expect(await sharedPage(reader(), world.people.support, sharedId)).toMatchObject({ stands: 'refused', mayAgree: false, mayEnd: false });
    expect(value(await propose('support', { text: 'A letter from each.' })).sharedId).not.toBe(sharedId);
  });

  it('names nobody: people, parts of their names, the case and its bodies are refused by name', async () => {
    await answered();
    expect(await propose('support', { text: 'As Mentor Person told lead person' })).toMatchObject({ status: 422, reasons: [{ field: 'text', message: expect.stringMatching(/^Take out .*Lead Person.*: guidance is read by everybody/) as string }] });
    const title = (await file('lead')).case.title;
    expect(await propose('support', { title: `What ${title} did` })).toMatchObject({ status: 422, reasons: [{ field: 'text' }] });
    value(await propose('support', { text: 'The person who leads should ask' }));
  });

  it('is made of a settled question that a mentor answered, by the mentor or the support unit alone', async () => {
    await answered({ settled: false });
    expect(await propose('support')).toMatchObject({ status: 404 });
    await world.close();
    await answered({ by: 'member' });
    expect(await propose('support')).toMatchObject({ status: 404 });
    await world.close();
    await answered();
    for (const who of ['lead', 'member'] as const) expect(await propose(who)).toMatchObject({ status: 403 });
    for (const who of ['sponsor', 'finance', 'outsider', 'staffSide'] as const) expect(await propose(who)).toMatchObject({ status: 404 });
    expect(await proposalForm(reader(), await file('mentor'), comment)).toMatchObject({ may: true, own: true, asked: 'How do we show it?' });
    const row = (await commentById(reader(), comment))!;
    expect(await guidanceLink(reader(), await file('member'), row)).toBeNull();
    expect(await guidanceLink(reader(), await file('support'), row)).toMatchObject({ label: 'Propose this answer as guidance for everybody' });
  });

  it('is nobody else\'s to see while it is proposed, nor in the activity of the case', async () => {
    await answered();
    const { sharedId } = value(await propose('support'));
    const see: OnStage[] = [];
    for (const who of ROLES_ON_STAGE) if (await sharedPage(reader(), world.people[who], sharedId)) see.push(who);
    expect(see).toEqual(['lead', 'mentor', 'support']);
    const activity = async (who: OnStage) => JSON.stringify((await activityPage(reader(), await file(who), { kind: '', before: '' })).days);
    expect(await activity('lead')).toContain('proposed a mentor’s answer as guidance');
    expect(await activity('sponsor')).not.toContain('as guidance');
  });

  it('keeps the words that were agreed to as they were', async () => {
    await answered();
    const { sharedId } = value(await propose('support'));
    await expect(transaction(database(), (tx) => tx.db.updateTable('shared_guidance').set({ text: 'Other words' }).where('id', '=', sharedId).execute())).rejects.toThrow('never changed');
    await expect(transaction(database(), (tx) => tx.db.deleteFrom('shared_guidance').where('id', '=', sharedId).execute())).rejects.toThrow('never deleted');
    await expect(transaction(database(), (tx) => tx.db.updateTable('shared_guidance').set({ published_at: '2026-01-01T00:00:00.000Z' }).where('id', '=', sharedId).execute())).rejects.toThrow();
    expect((await sharedGuidanceById(reader(), sharedId))!.text).toBe(WORDS.text);
  });
});
