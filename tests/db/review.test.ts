import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#db/codec.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import { benefitById, benefitsOf, insertBenefit, nextBenefitNumber, updateBenefit } from '#db/tables/benefits.server.ts';
import { commentsOf, dropCommentDraft, insertComment, sendDrafts, unsettledMustChanges, updateComment } from '#db/tables/comments.server.ts';
import { conditionById, conditionsOf, insertCondition, moveCondition } from '#db/tables/conditions.server.ts';
import { decisionDraft, dropDecisionDraft, putDecisionDraft } from '#db/tables/decision-drafts.server.ts';
import { decisionsOf, insertDecision, liveDecision, voidDecision } from '#db/tables/decisions.server.ts';
import { documentVersionsOf, documentsOf, insertDocument, replaceDocument, withdrawDocument } from '#db/tables/documents.server.ts';
import { endHold, holdsOf, insertHold } from '#db/tables/holds.server.ts';
import { insertReading, readingsOf } from '#db/tables/readings.server.ts';
import { putReviewDraft, reviewsOf, reviewsOfCase, sendReview } from '#db/tables/reviews.server.ts';
import {
  latestSubmission, markOpened, markWithdrawn, nextSubmissionNumber, submissionById, submissionsOf,
} from '#db/tables/submissions.server.ts';
import { eachEngine, freshDatabase } from '../setup/engines.ts';
import { decision, minute, person, readerOf, sentProposal, submission, write } from './rows.ts';

eachEngine((engine) => {
  let database: OpenDatabase;
  let story: Awaited<ReturnType<typeof sentProposal>>;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    story = await write(database, sentProposal);
  });
  afterAll(() => database.close());

  test('submissions are numbered by stage, opened once, withdrawn once; lists leave the body out', async () => {
    const { caseId, lead, sponsor, submissionId } = story;
    const number = (stage: string) => write(database, (tx) => nextSubmissionNumber(tx, caseId, stage));
    expect([await number('proposal'), await number('contract')]).toEqual([2, 1]);
    const second = await write(database, (tx) => submission(tx, caseId, lead, { number: 2, body_json: '{"a":1}' }));
    const open = (by: string, at: number) => write(database, (tx) => markOpened(tx, second, by, minute(at)));
    expect([await open(sponsor, 4), await open(lead, 5)]).toEqual([true, false]);
    const withdraw = () => write(database, (tx) => markWithdrawn(tx, submissionId, minute(5)));
    expect([await withdraw(), await withdraw()]).toEqual([true, false]);
    const reader = readerOf(database);
    expect(await latestSubmission(reader, caseId, 'proposal')).toMatchObject({ id: second, opened_by: sponsor, body_json: '{"a":1}' });
    expect((await submissionById(reader, submissionId))?.withdrawn_at).toBe(minute(5));
    const heads = await submissionsOf(reader, caseId);
    expect(heads.map((row) => row.number)).toEqual([1, 2]);
    expect(heads[0]).not.toHaveProperty('body_json');
    expect(await submissionsOf(reader, caseId, 'contract')).toEqual([]);
  });

  test('a review is drafted over and over, sent once with a verdict, and then stays', async () => {
    const { caseId, submissionId } = story;
    const by = await write(database, (tx) => person(tx));
    const draft = { id: newId(), submission_id: submissionId, case_id: caseId, role: 'finance', comment: 'first', by, saved_at: minute(4) };
    const put = (row: Partial<Parameters<typeof putReviewDraft>[1]>) => write(database, (tx) => putReviewDraft(tx, { ...draft, ...row }));
    const send = () => write(database, (tx) => sendReview(tx, draft.id, minute(6)));
    expect([await put({}), await send()]).toEqual([true, false]);
    expect([await put({ id: newId(), verdict: 'supported', comment: 'second' }), await send(), await send()]).toEqual([true, true, false]);
    expect(await put({ comment: 'third' })).toBe(false);
    const kept = [{ ...draft, verdict: 'supported', comment: 'second', criteria_json: null, sent_at: minute(6) }];
    expect(await reviewsOf(readerOf(database), submissionId)).toEqual(kept);
    expect(await reviewsOfCase(readerOf(database), caseId)).toEqual(kept);
  });

  test('comments are drafts until sent together; a must-change stands until it is settled', async () => {
    const { caseId, submissionId, sponsor, lead } = story;
    const comment = (kind: 'mustChange' | 'question', at: number) => ({
      id: newId(), case_id: caseId, stage: 'proposal', question: 'q', submission_id: submissionId, kind, text: 't',
      audience: 'team' as const, state: 'open' as const, by: sponsor, at: minute(at),
    });
    const [must, ask, dropped] = [comment('mustChange', 1), comment('question', 2), comment('question', 3)];
    await write(database, async (tx) => {
      for (const row of [must, ask, dropped]) await insertComment(tx, row);
      await dropCommentDraft(tx, dropped.id, lead);
      await dropCommentDraft(tx, dropped.id, sponsor);
    });
    const reader = readerOf(database);
    expect(await unsettledMustChanges(reader, caseId, 'proposal')).toEqual([]);
    const send = (by: string) => write(database, (tx) => sendDrafts(tx, submissionId, by, minute(5)));
    expect([await send(lead), await send(sponsor), await send(sponsor)]).toEqual([0, 2, 0]);
    expect(await unsettledMustChanges(reader, caseId, 'proposal')).toMatchObject([{ id: must.id, sent_at: minute(5) }]);
    await write(database, (tx) => updateComment(tx, must.id, { state: 'answered', reply: 'done', replied_by: lead, replied_at: minute(6) }));
    expect(await unsettledMustChanges(reader, caseId, 'proposal')).toHaveLength(1);
    await write(database, (tx) => updateComment(tx, must.id, { state: 'settled', settled_by: sponsor, settled_at: minute(7) }));
    expect(await unsettledMustChanges(reader, caseId, 'proposal')).toEqual([]);
    expect((await commentsOf(reader, caseId, 'proposal')).map((row) => row.id)).toEqual([must.id, ask.id]);
  });

  test('a decision in force is found by line until set aside; drafts are one for each person', async () => {
    const { caseId, lead, sponsor } = story;
    const submissionId = await write(database, (tx) => submission(tx, caseId, lead, { number: 3 }));
    const draft = { submission_id: submissionId, person_id: sponsor, draft_json: '{}', saved_at: minute(1) };
    await write(database, async (tx) => {
      await putDecisionDraft(tx, draft);
      await putDecisionDraft(tx, { ...draft, draft_json: '{"outcome":"approved"}' });
    });
    expect(await decisionDraft(readerOf(database), submissionId, sponsor)).toMatchObject({ draft_json: '{"outcome":"approved"}' });
    const made = decision(caseId, submissionId, sponsor);
    await write(database, async (tx) => {
      await insertDecision(tx, made);
      await dropDecisionDraft(tx, submissionId, sponsor);
    });
    const live = async () => (await liveDecision(readerOf(database), submissionId, 'first'))?.id;
    expect([await live(), await decisionDraft(readerOf(database), submissionId, sponsor)]).toEqual([made.id, undefined]);
    expect(await liveDecision(readerOf(database), submissionId, 'second')).toBeUndefined();
    await write(database, (tx) => voidDecision(tx, made.id, minute(5)));
    expect(await live()).toBeUndefined();
    expect(await decisionsOf(readerOf(database), caseId)).toMatchObject([{ id: made.id, voided_at: minute(5) }]);
  });

  test('a condition moves only from the revision it was seen at', async () => {
    const { caseId, sponsor, lead } = story;
    const [first] = await decisionsOf(readerOf(database), caseId);
    const condition = {
      id: newId(), case_id: caseId, stage: 'proposal', decision_id: first?.id ?? '', number: 1, text: 't', evidence: 'e',
      owner_id: lead, verifier_id: sponsor, due_on: '2026-12-01', blocks: 'contract' as const, machine_version: 1,
      state: 'open', revision: 1, note: '', by: sponsor, at: minute(4), words: null, offered: null,
    };
    await write(database, (tx) => insertCondition(tx, condition));
    const move = (revision: number) => write(database, (tx) => moveCondition(tx, { id: condition.id, revision }, { state: 'met' }));
    expect([await move(1), await move(1)]).toEqual([true, false]);
    const moved = { ...condition, state: 'met', revision: 2 };
    expect([await conditionById(readerOf(database), condition.id), await conditionsOf(readerOf(database), caseId)]).toEqual([moved, [moved]]);
  });

  test('a document is replaced by its next version once, and withdrawn', async () => {
    const { caseId, lead } = story;
    const row = (at: number) => ({
      id: newId(), case_id: caseId, kind: 'other', title: 'T', file_name: 'f.pdf', media_type: 'application/pdf', bytes: 5_000_000_000,
      content: 'abc', seen_by: 'team' as const, by: lead, at: minute(at),
    });
    const [one, two] = [row(1), row(2)];
    await write(database, (tx) => insertDocument(tx, { ...one, version: 1 }));
    const replace = (by: typeof two) => write(database, (tx) => replaceDocument(tx, one.id, by));
    expect([await replace(two), await replace(row(3))]).toEqual([true, false]);
    const reader = readerOf(database);
    expect(await documentsOf(reader, caseId)).toMatchObject([{ id: two.id, version: 2, replaces_id: one.id, bytes: 5_000_000_000 }]);
    const withdraw = (id: string) => write(database, (tx) => withdrawDocument(tx, id, minute(4)));
    expect([await withdraw(one.id), await withdraw(two.id), await withdraw(two.id)]).toEqual([false, true, false]);
    expect(await documentsOf(reader, caseId)).toEqual([]);
    expect(await documentVersionsOf(reader, caseId)).toHaveLength(2);
  });

  test('benefits are numbered, changed from the revision seen, and read with their results', async () => {
    const { caseId, lead } = story;
    const number = await write(database, (tx) => nextBenefitNumber(tx, caseId));
    const benefit = {
      id: newId(), case_id: caseId, number, title: 't', beneficiary: 'b', category: 'c', promised_stage: 'proposal', state: 'promised', machine_version: 1,
      revision: 1, by: lead, at: minute(1),
    };
    const reading = (value: number, period: string) => ({
      id: newId(), benefit_id: benefit.id, period_on: period, value, quality: 'A' as const, note: '', by: lead, at: minute(2),
    });
    await write(database, async (tx) => {
      await insertBenefit(tx, benefit);
      await insertReading(tx, reading(0.125, '2026-12-31'));
      await insertReading(tx, reading(7, '2026-11-30'));
    });
    const pence = 60_000_000_00;
    const change = (revision: number) =>
      write(database, (tx) => updateBenefit(tx, { id: benefit.id, revision }, { target: 99.5, value_per_year_pence: pence }));
    expect([await change(1), await change(1)]).toEqual([true, false]);
    const reader = readerOf(database);
    expect(await benefitById(reader, benefit.id)).toMatchObject({ target: 99.5, value_per_year_pence: pence, revision: 2 });
    expect((await benefitsOf(reader, caseId)).map((row) => row.number)).toEqual([1]);
    expect((await readingsOf(reader, [benefit.id])).map((row) => row.value)).toEqual([7, 0.125]);
    expect(await readingsOf(reader, [])).toEqual([]);
  });

  test('a hold is ended once', async () => {
    const { caseId, lead } = story;
    const hold = { id: newId(), case_id: caseId, kind: 'paused' as const, reason: 'r', from_at: minute(1), by: lead };
    await write(database, (tx) => insertHold(tx, hold));
    const end = () => write(database, (tx) => endHold(tx, hold.id, { at: minute(2), by: lead, reason: 'over' }));
    expect([await end(), await end()]).toEqual([true, false]);
    expect(await holdsOf(readerOf(database), caseId)).toMatchObject([{ until_at: minute(2), ended_by: lead, end_reason: 'over' }]);
  });
});
