import { afterEach, expect, it } from 'vitest';
import { versionsOf } from '#db/tables/answer-versions.server.ts';
import { answerOf } from '#db/tables/answers.server.ts';
import { commentById } from '#db/tables/comments.server.ts';
import { answerHistory } from '#app/domain/answers/answer-pages.server.ts';
import { saveSection } from '#app/domain/answers/save-section.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { addComment, settleComment } from '#app/domain/comments/comments.server.ts';
import { commentPage } from '#app/domain/comments/comment-page.server.ts';
import { declineSuggestion, suggestWords, takeSuggestion } from '#app/domain/comments/suggestions.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { pass, toItsApprover, value } from '#tests/setup/walk.ts';

const [STAGE, QUESTION] = ['proposal', 'small.proposal'] as const;

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  afterEach(async () => world?.close());

  async function opened() {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await write('lead', 'Therapies in two towns', 0);
  }
  const write = async (who: OnStage, words: string, revision: number) =>
    value(await saveSection(world.people[who], caseId, { stage: STAGE, section: 'proposal-all' }, [[`${QUESTION}.revision`, String(revision)], [QUESTION, words]], 'unsaid'));
  const answer = async () => (await answerOf(reader(), caseId, QUESTION))!;
  const pageFor = async (who: OnStage, id: string) => commentPage(reader(), (await caseForActor(reader(), world.people[who], caseId))!, id);
  const suggest = async (who: OnStage, proposed: string) =>
    value(await addComment(world.people[who], caseId, { stage: STAGE, question: QUESTION, kind: 'suggestion', text: 'Say all towns', proposed })).commentId;

  it('takes the words with one press, keeps both wordings with who offered and who took, and is settled by who asked', async () => {
    await opened();
    const { lead, mentor } = world.people;
    const { commentId } = value(await addComment(mentor, caseId, { stage: STAGE, question: QUESTION, kind: 'question', text: 'Which towns?' }));
    value(await suggestWords(mentor, caseId, commentId, 'Therapies in three towns'));
    expect(await commentById(reader(), commentId)).toMatchObject({ kind: 'suggestion', proposed_by: mentor.id, proposed_on: 1, state: 'open' });
    expect((await pageFor('lead', commentId))!.offer).toMatchObject({ then: null, revision: 1, mayTake: true });
    expect((await pageFor('mentor', commentId))!.offer).toMatchObject({ mayTake: false, mayDecline: false });
    expect(await takeSuggestion(mentor, caseId, commentId, 1)).toMatchObject({ ok: false, status: 403 });
    value(await takeSuggestion(lead, caseId, commentId, 1));
    expect(await answer()).toMatchObject({ revision: 2, value_json: '"Therapies in three towns"', by: lead.id });
    expect(await takeSuggestion(lead, caseId, commentId, 2)).toMatchObject({ ok: false, status: 409 });
    const history = await answerHistory(reader(), (await caseForActor(reader(), lead, caseId))!, QUESTION);
    expect(history!.wordings).toMatchObject([{ text: 'Therapies in three towns', by: lead.name, taken: { commentId, by: mentor.name } }, { text: 'Therapies in two towns', taken: null }]);
    expect(await settleComment(lead, caseId, commentId)).toMatchObject({ ok: false, status: 403 });
    value(await settleComment(mentor, caseId, commentId));
    expect(await pageFor('lead', commentId)).toMatchObject({ comment: { state: 'settled', outcome: 'taken' }, offer: { outcome: { is: 'taken', by: lead.name } } });
  });

  it('asks, with the differences, when the answer has changed since, and never writes over it unseen', async () => {
    await opened();
    const { lead, member } = world.people;
    const commentId = await suggest('mentor', 'Therapies in three towns');
    await write('member', 'Therapies in four towns', 1);
    expect(await takeSuggestion(lead, caseId, commentId, 1)).toMatchObject({ ok: false, status: 409, reasons: [{ message: `${member.name} changed this answer after Mentor Person offered these words. Look at both, then choose` }] });
    expect(await answer()).toMatchObject({ revision: 2, value_json: '"Therapies in four towns"' });
    expect((await pageFor('lead', commentId))!.offer).toMatchObject({ then: 'Therapies in two towns', revision: 2, outcome: null });
    value(await takeSuggestion(lead, caseId, commentId, 2));
    expect((await versionsOf(reader(), caseId, QUESTION)).map((v) => v.value_json)).toEqual(['"Therapies in three towns"', '"Therapies in four towns"', '"Therapies in two towns"']);
  });

  it('declines with a reason, which its writer reads, and leaves the answer as it is', async () => {
    await opened();
    const { lead, mentor } = world.people;
    const commentId = await suggest('mentor', 'Therapies everywhere');
    expect(await declineSuggestion(mentor, caseId, commentId, 'No')).toMatchObject({ ok: false, status: 403 });
    expect(await declineSuggestion(lead, caseId, commentId, '  ')).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'reason' }] });
    value(await declineSuggestion(lead, caseId, commentId, 'We do not work everywhere'));
    expect(await takeSuggestion(lead, caseId, commentId, 1)).toMatchObject({ ok: false, status: 409 });
    expect(await answer()).toMatchObject({ revision: 1 });
    expect(await pageFor('mentor', commentId)).toMatchObject({ comment: { state: 'answered', reply: 'We do not work everywhere' }, maySettle: true });
  });

  it('takes nothing while the stage is with its approver, and offers words for texts alone', async () => {
    await opened();
    const commentId = await suggest('mentor', 'Therapies in three towns');
    await toItsApprover(world, caseId, STAGE, false);
    expect(await takeSuggestion(world.people.lead, caseId, commentId, 2)).toMatchObject({ ok: false, status: 422 });
    expect(await addComment(world.people.mentor, caseId, { stage: STAGE, question: QUESTION, kind: 'suggestion', text: 'Better so', proposed: ' ' })).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'proposed' }] });
    expect(await addComment(world.people.lead, caseId, { stage: 'failure-plan', question: 'cont.exercises', kind: 'suggestion', text: 'Better so', proposed: 'Both owners' })).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'kind' }] });
    const { commentId: must } = value(await addComment(world.people.sponsor, caseId, { stage: STAGE, question: QUESTION, kind: 'mustChange', text: 'Say where' }));
    expect(await suggestWords(world.people.sponsor, caseId, must, 'In Leeds')).toMatchObject({ ok: false, status: 404 });
  });
});
