import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#db/codec.ts';
import { isRefusedByTrigger, isUniqueViolation } from '#db/database.server.ts';
import type { Writer } from '#db/database.server.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import type { Id } from '#db/schema.ts';
import { insertDecision, voidDecision } from '#db/tables/decisions.server.ts';
import { insertDocument } from '#db/tables/documents.server.ts';
import { insertBenefit } from '#db/tables/benefits.server.ts';
import { insertInterest } from '#db/tables/interests.server.ts';
import { endMembership } from '#db/tables/memberships.server.ts';
import { putAnswer } from '#db/tables/answers.server.ts';
import { insertReading } from '#db/tables/readings.server.ts';
import { putReviewDraft, sendReview } from '#db/tables/reviews.server.ts';
import { ENGINES, freshDatabase } from '../setup/engines.ts';
import { decision, event, member, minute, person, sentProposal, submission, write } from './rows.ts';

let database: OpenDatabase;
let story: Awaited<ReturnType<typeof sentProposal>>;
afterEach(() => database.close());

/** What direct SQL is told: our own sentence, or 'done'. */
const told = async (statement: string) => {
  try {
    await sql.raw(statement).execute(database.writer);
    return 'done';
  } catch (error) {
    return isRefusedByTrigger(error) ? 'refused' : String(error);
  }
};

/** The same for a change through the tables' functions. */
const answerTo = (work: (tx: Writer) => Promise<unknown>) =>
  write(database, work).then(
    () => 'done',
    (error: unknown) => (isRefusedByTrigger(error) ? 'refused' : String(error)),
  );

const ownChain = () => story.caseId;

const review = (by: Id, id = newId()) => ({
  id,
  submission_id: story.submissionId,
  case_id: story.caseId,
  role: 'finance',
  verdict: 'supported' as const,
  comment: '',
  by,
  saved_at: minute(3),
});

describe.each(ENGINES)('on %s', (engine) => {
  beforeEach(async () => {
    database = await freshDatabase(engine);
    story = await write(database, sentProposal);
  });

  test('what happened is neither changed nor deleted', async () => {
    await write(database, (tx) => event(tx, { case_id: story.caseId, kind: 'x', actor_role: 'lead', at: minute(4), sentence: 'x' }));
    expect(await told(`update events set sentence = 'y'`)).toBe('refused');
    expect(await told('delete from events')).toBe('refused');
  });

  test.each([
    ['leaves a gap', 3, ownChain, '0'.repeat(64)],
    ['takes the place of another', 1, ownChain, '0'.repeat(64)],
    ['is in another chain', 2, () => 'elsewhere', '0'.repeat(64)],
    ['has no hash', 2, ownChain, ''],
  ])('an entry that %s is refused', async (_, number, chain, hash) => {
    await write(database, (tx) => event(tx, { case_id: story.caseId, kind: 'x', actor_role: 'lead', at: minute(4), sentence: 'x' }));
    const insert = (n: number, of: string, h: string) => told(`insert into events (id, case_id, kind, actor_role, at, subject_json, sentence, chain, number, hash)
      values ('e${n}', '${story.caseId}', 'x', 'lead', 'now', '{}', 'x', '${of}', ${n}, '${h}')`);
    expect(await insert(number, chain(), hash)).toBe('refused');
    expect(await insert(2, story.caseId, '0'.repeat(64))).toBe('done');
  });

  test('a decision is on the version last sent, and the second line follows the first', async () => {
    const { caseId, lead, sponsor, submissionId } = story;
    const second = await write(database, (tx) => person(tx));
    await write(database, (tx) => member(tx, caseId, second, 'secondLine'));
    const assured = decision(caseId, submissionId, second, { line: 'second', outcome: 'assured', role: 'secondLine' });
    expect(await answerTo((tx) => insertDecision(tx, assured))).toBe('refused');
    await write(database, (tx) => submission(tx, caseId, lead, { number: 2 }));
    expect(await answerTo((tx) => insertDecision(tx, decision(caseId, submissionId, sponsor)))).toBe('refused');
  });

  test('signed heads and the keys that signed them stay as they are', async () => {
    await told(`insert into record_keys values ('k', 'pem', 'now')`);
    await told(`insert into record_heads values ('h', 'c', 1, 'x', 'now', 'daily', 'k', 's')`);
    for (const statement of ['delete from record_heads', `update record_heads set hash = 'y'`, 'delete from record_keys', `update record_keys set public_key = 'y'`]) {
      expect(await told(statement)).toBe('refused');
    }
  });

  test.each(['case_id', 'stage', 'number', 'body_json', 'sha256', 'sent_by', 'sent_at', 'id'])(
    'the %s of a sent version never changes',
    async (column) => {
      expect(await told(`update submissions set ${column} = ${column}`)).toBe('refused');
    },
  );

  test('a sent version is marked but never deleted', async () => {
    expect(await told(`update submissions set opened_at = 'now', opened_by = sent_by, withdrawn_at = 'now'`)).toBe('done');
    expect(await told('delete from submissions')).toBe('refused');
  });

  test('an earlier wording, a document, a membership, an interest and a reading stay', async () => {
    const { caseId, lead } = story;
    await write(database, async (tx) => {
      await putAnswer(tx, { case_id: caseId, question: 'q', state: 'answered', value_json: '1', by: lead, at: minute(5) }, 0);
      await insertInterest(tx, { id: newId(), case_id: caseId, person_id: lead, kind: 'none', detail: '', declared_at: minute(5) });
      await insertDocument(tx, document(caseId, lead));
      const benefit = { id: newId(), case_id: caseId, number: 1, title: 'x', beneficiary: '', category: '', promised_stage: 'proposal', state: 'promised', machine_version: 1 };
      await insertBenefit(tx, { ...benefit, revision: 1, by: lead, at: minute(5) });
      const reading = { id: newId(), benefit_id: benefit.id, period_on: '2026-11-30', value: 1.5, quality: 'A' as const, note: '' };
      await insertReading(tx, { ...reading, by: lead, at: minute(5) });
    });
    for (const table of ['answer_versions', 'documents', 'memberships', 'interests', 'readings']) {
      expect(await told(`delete from ${table}`), table).toBe('refused');
    }
    expect(await told(`update answer_versions set value_json = '2'`)).toBe('refused');
    expect(await told(`update answer_versions set settled_at = 'now'`)).toBe('done');
    expect(await told(`update documents set content = 'other'`)).toBe('refused');
    expect(await told(`update documents set withdrawn_at = 'now'`)).toBe('done');
    expect(await told(`update memberships set role = 'sponsor'`)).toBe('refused');
    expect(await told(`update interests set kind = 'other'`)).toBe('refused');
    expect(await told('update readings set value = 2')).toBe('refused');
  });

  test('a decision is never deleted, and set aside once', async () => {
    const made = decision(story.caseId, story.submissionId, story.sponsor);
    await write(database, (tx) => insertDecision(tx, made));
    expect(await told(`update decisions set outcome = 'declined'`)).toBe('refused');
    expect(await told(`update decisions set note = 'x', voided_at = 'now'`)).toBe('refused');
    expect(await write(database, (tx) => voidDecision(tx, made.id, minute(4)))).toBe(true);
    expect(await write(database, (tx) => voidDecision(tx, made.id, minute(5)))).toBe(false);
    expect(await told(`update decisions set voided_at = 'later'`)).toBe('refused');
    expect(await told('update decisions set voided_at = null')).toBe('refused');
    expect(await told('delete from decisions')).toBe('refused');
  });

  test('one live decision of a line for a submission; set aside, another may follow', async () => {
    const { caseId, submissionId, sponsor } = story;
    const first = decision(caseId, submissionId, sponsor);
    await write(database, (tx) => insertDecision(tx, first));
    const second = write(database, (tx) => insertDecision(tx, decision(caseId, submissionId, sponsor)));
    expect(await second.then(() => false, isUniqueViolation)).toBe(true);
    await write(database, (tx) => voidDecision(tx, first.id, minute(4)));
    expect(await answerTo((tx) => insertDecision(tx, decision(caseId, submissionId, sponsor)))).toBe('done');
  });

  test('only a live sponsor decides, and only a live second line assures', async () => {
    const { caseId, submissionId, sponsor } = story;
    const [second, stranger] = await write(database, async (tx) => {
      const people = [await person(tx), await person(tx)] as const;
      await member(tx, caseId, people[0], 'secondLine');
      return people;
    });
    const first = (by: Id) => answerTo((tx) => insertDecision(tx, decision(caseId, submissionId, by)));
    const assure = (by: Id) => answerTo((tx) => insertDecision(tx, decision(caseId, submissionId, by, { line: 'second', outcome: 'assured' })));
    expect([await first(stranger), await first(second), await assure(sponsor), await assure(stranger)]).toEqual(
      Array(4).fill('refused'),
    );
    expect([await first(sponsor), await assure(second)]).toEqual(['done', 'done']);
  });

  test('a sponsor whose part has ended decides no more', async () => {
    const { caseId, submissionId } = story;
    const former = await write(database, async (tx) => {
      const id = await person(tx);
      await endMembership(tx, await member(tx, caseId, id, 'sponsor'), minute(2));
      return id;
    });
    expect(await answerTo((tx) => insertDecision(tx, decision(caseId, submissionId, former)))).toBe('refused');
  });

  test.each(['lead', 'member', 'adviser', 'mentor'])('who ever was %s neither decides nor reviews, though it has ended', async (role) => {
    const { caseId, submissionId, sponsor } = story;
    await write(database, async (tx) => endMembership(tx, await member(tx, caseId, sponsor, role), minute(2)));
    expect(await answerTo((tx) => insertDecision(tx, decision(caseId, submissionId, sponsor)))).toBe('refused');
    expect(await answerTo((tx) => putReviewDraft(tx, review(sponsor)))).toBe('refused');
  });

  test.each(['director', 'shareholder', 'employee'] as const)('who declared to be a %s neither decides nor reviews', async (kind) => {
    const { caseId, submissionId, sponsor } = story;
    const interest = { id: newId(), case_id: caseId, person_id: sponsor, kind, detail: '', declared_at: minute(2) };
    await write(database, (tx) => insertInterest(tx, interest));
    expect(await answerTo((tx) => insertDecision(tx, decision(caseId, submissionId, sponsor)))).toBe('refused');
    expect(await answerTo((tx) => putReviewDraft(tx, review(sponsor)))).toBe('refused');
  });

  test('who declared to have no interest, or another, decides and reviews', async () => {
    const { caseId, submissionId, sponsor } = story;
    await write(database, async (tx) => {
      for (const kind of ['none', 'other'] as const) {
        await insertInterest(tx, { id: newId(), case_id: caseId, person_id: sponsor, kind, detail: '', declared_at: minute(2) });
      }
    });
    expect(await answerTo((tx) => insertDecision(tx, decision(caseId, submissionId, sponsor)))).toBe('done');
    expect(await answerTo((tx) => putReviewDraft(tx, review(sponsor)))).toBe('done');
  });

  test('who sent it neither decides on it nor reviews it', async () => {
    const { caseId, sponsor } = story;
    const own = await write(database, (tx) => submission(tx, caseId, sponsor, { number: 2 }));
    expect(await answerTo((tx) => insertDecision(tx, decision(caseId, own, sponsor)))).toBe('refused');
    expect(await answerTo((tx) => putReviewDraft(tx, { ...review(sponsor), submission_id: own }))).toBe('refused');
  });

  test('a decision is on the very version that was sent', async () => {
    const { caseId, submissionId, sponsor } = story;
    const other = (row: Parameters<typeof decision>[3]) =>
      answerTo((tx) => insertDecision(tx, decision(caseId, submissionId, sponsor, row)));
    expect([await other({ sha256: 'abd' }), await other({ stage: 'contract' })]).toEqual(['refused', 'refused']);
  });

  test('a review is not sent by who has gained an interest since, and stays once sent', async () => {
    const { caseId } = story;
    const [reviewer, turned] = await write(database, async (tx) => [await person(tx), await person(tx)] as const);
    const [sent, held] = [review(reviewer), review(turned)];
    await write(database, async (tx) => {
      await putReviewDraft(tx, sent);
      await putReviewDraft(tx, held);
      await insertInterest(tx, { id: newId(), case_id: caseId, person_id: turned, kind: 'director', detail: '', declared_at: minute(4) });
    });
    expect(await answerTo((tx) => sendReview(tx, held.id, minute(5)))).toBe('refused');
    expect(await answerTo((tx) => sendReview(tx, sent.id, minute(5)))).toBe('done');
    expect(await told(`update reviews set verdict = 'notSupported' where id = '${sent.id}'`)).toBe('refused');
    expect(await told(`delete from reviews where id = '${sent.id}'`)).toBe('refused');
    expect(await told(`delete from reviews where id = '${held.id}'`)).toBe('done');
  });
});

test('on sqlite "insert or replace" is a deletion too', async () => {
  database = await freshDatabase('sqlite');
  story = await write(database, sentProposal);
  expect(await told('insert or replace into submissions select * from submissions')).toBe('refused');
});

test('on postgres truncate is a deletion too', async () => {
  database = await freshDatabase('postgres');
  story = await write(database, sentProposal);
  expect(await told('truncate events, submissions, boards, board_views, decisions, decision_drafts, reviews, comments, comment_mentions, comment_tasks, comment_replies, shared_guidance, answer_versions, read_marks, conditions, documents, reading_documents')).toBe('refused');
});

const document = (caseId: Id, by: Id) => ({
  id: newId(),
  case_id: caseId,
  kind: 'other',
  title: 'Minutes',
  file_name: 'minutes.pdf',
  media_type: 'application/pdf',
  bytes: 3,
  content: 'abc',
  seen_by: 'team' as const,
  version: 1,
  by,
  at: minute(5),
});
