import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '#db/codec.ts';
import { isRefusedByTrigger, isUniqueViolation, type Writer } from '#db/database.server.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import type { Id, NewRow } from '#db/schema.ts';
import { boardsAnsweredBy, boardsOfStage, boardViewsOf, dissolveBoard, insertBoard, insertBoardView, liveBoard, liveBoardsOfCases } from '#db/tables/boards.server.ts';
import { insertDecision } from '#db/tables/decisions.server.ts';
import { insertInterest } from '#db/tables/interests.server.ts';
import { endMembership } from '#db/tables/memberships.server.ts';
import { eachEngine, freshDatabase } from '../setup/engines.ts';
import { decision, member, minute, person, readerOf, sentProposal, submission, write } from './rows.ts';

eachEngine((engine) => {
  let database: OpenDatabase;
  let story: Awaited<ReturnType<typeof sentProposal>>;
  let seats: Id[];
  let boardId: Id;
  beforeEach(async () => {
    database = await freshDatabase(engine);
    story = await write(database, sentProposal);
    seats = await write(database, async (tx) => {
      const ids = [await person(tx), await person(tx), await person(tx)];
      for (const id of ids) await member(tx, story.caseId, id, 'boardMember');
      return ids;
    });
    boardId = newId();
  });
  afterEach(() => database.close());

  const board = (row: Partial<NewRow<'boards'>> = {}): NewRow<'boards'> => ({
    id: boardId, case_id: story.caseId, stage: 'proposal', submission_id: story.submissionId, name: 'the board', meets_on: '2026-12-01', quorum: 2, by: story.sponsor, at: minute(3), ...row,
  });
  const view = (by: Id, row: Partial<NewRow<'board_views'>> = {}): NewRow<'board_views'> => ({
    id: newId(), board_id: boardId, case_id: story.caseId, submission_id: story.submissionId, sha256: 'abc', view: 'support', words: '', by, at: minute(4), ...row,
  });
  const answerTo = (work: (tx: Writer) => Promise<unknown>) => write(database, work).then(() => 'done', (error: unknown) => (isRefusedByTrigger(error) ? 'refused' : isUniqueViolation(error) ? 'twice' : `error: ${(error as Error).message}`));
  const told = (statement: string) => answerTo((tx) => sql.raw(statement).execute(tx.db));
  const convened = () => write(database, (tx) => insertBoard(tx, board()));
  const says = (by: Id, row: Partial<NewRow<'board_views'>> = {}) => answerTo((tx) => insertBoardView(tx, view(by, row)));
  const interest = (id: Id, kind: 'director' | 'other') => write(database, (tx) => insertInterest(tx, { id: newId(), case_id: story.caseId, person_id: id, kind, detail: '', declared_at: minute(4) }));

  test('a board and its views are found, those that were dissolved by stage only', async () => {
    await convened();
    await says(seats[0]!);
    const reader = readerOf(database);
    expect(await liveBoard(reader, story.submissionId)).toMatchObject({ id: boardId, quorum: 2, dissolved_at: null });
    expect((await liveBoardsOfCases(reader, [story.caseId])).map(({ id }) => id)).toEqual([boardId]);
    expect(await boardViewsOf(reader, boardId)).toMatchObject([{ by: seats[0], view: 'support' }]);
    expect([await boardsAnsweredBy(reader, seats[0]!, [boardId]), await boardsAnsweredBy(reader, seats[1]!, [boardId])]).toEqual([new Set([boardId]), new Set()]);
  });

  test('only a live sponsor without a stake convenes one, for a version that was sent and is not decided on, once', async () => {
    const convenes = (row: Partial<NewRow<'boards'>>) => answerTo((tx) => insertBoard(tx, board({ id: newId(), ...row })));
    expect([await convenes({ by: seats[0]! }), await convenes({ by: story.lead }), await convenes({ stage: 'contract' })]).toEqual(Array(3).fill('refused'));
    await convened();
    expect(await convenes({})).toBe('twice');
    await write(database, (tx) => dissolveBoard(tx, boardId, story.sponsor, minute(4), 'Wrong day'));
    await write(database, (tx) => insertDecision(tx, decision(story.caseId, story.submissionId, story.sponsor)));
    expect(await convenes({})).toBe('refused');
  });

  test('a board never changes; it is dissolved once, with a reason, and not after a view', async () => {
    await convened();
    expect([await told('update boards set quorum = 1'), await told('delete from boards'), await told(`update boards set dissolved_at = 'now', dissolved_by = "by"`)]).toEqual(Array(3).fill('refused'));
    await says(seats[0]!);
    expect(await answerTo((tx) => dissolveBoard(tx, boardId, story.sponsor, minute(5), 'Late'))).toBe('refused');
    const later = await write(database, (tx) => submission(tx, story.caseId, story.lead, { number: 2, sha256: 'abd' }));
    const other = newId();
    await write(database, (tx) => insertBoard(tx, board({ id: other, submission_id: later })));
    expect(await answerTo((tx) => dissolveBoard(tx, other, story.sponsor, minute(5), 'Wrong day'))).toBe('done');
    expect(await told(`update boards set dissolved_reason = 'x' where id = '${other}'`)).toBe('refused');
    expect((await boardsOfStage(readerOf(database), story.caseId, 'proposal')).map((b) => b.dissolved_reason)).toEqual([null, 'Wrong day']);
  });

  test('a view is given by a member, once, and stays', async () => {
    await convened();
    expect([await says(story.sponsor), await says(seats[0]!), await says(seats[0]!)]).toEqual(['refused', 'done', 'twice']);
    expect([await told(`update board_views set words = 'x'`), await told('delete from board_views')]).toEqual(['refused', 'refused']);
    await write(database, async (tx) => endMembership(tx, await member(tx, story.caseId, story.sponsor, 'boardMember'), minute(4)));
    expect(await says(story.sponsor)).toBe('refused');
  });

  test('a view is on the very version that was sent last, for its own board, before the decision', async () => {
    await convened();
    expect(await says(seats[0]!, { sha256: 'abd' })).toBe('refused');
    for (const seat of seats.slice(0, 2)) await says(seat);
    await write(database, (tx) => insertDecision(tx, decision(story.caseId, story.submissionId, story.sponsor)));
    expect(await says(seats[2]!)).toBe('refused');
  });

  test('nor on one that a newer version has replaced', async () => {
    await convened();
    await write(database, (tx) => submission(tx, story.caseId, story.lead, { number: 2, sha256: 'abd' }));
    expect(await says(seats[0]!)).toBe('refused');
  });

  test.each(['lead', 'member', 'adviser', 'mentor'])('who ever was %s is never on its board', async (role) => {
    const former = await write(database, async (tx) => {
      const id = await person(tx);
      await endMembership(tx, await member(tx, story.caseId, id, role), minute(2));
      return id;
    });
    expect(await answerTo((tx) => member(tx, story.caseId, former, 'boardMember'))).toBe('refused');
  });

  test('who has joined the team since gives no view but that they cannot take part', async () => {
    await convened();
    await write(database, (tx) => member(tx, story.caseId, seats[0]!, 'adviser', minute(4)));
    expect([await says(seats[0]!), await says(seats[0]!, { view: 'cannotTakePart', words: 'I advise them', action: 'leavesRoom' })]).toEqual(['refused', 'done']);
  });

  test('a decision waits for the quorum; views of those with a stake do not count', async () => {
    await convened();
    const decides = () => answerTo((tx) => insertDecision(tx, decision(story.caseId, story.submissionId, story.sponsor, { minutes: 'Minute 7' })));
    await says(seats[0]!);
    await says(seats[1]!);
    await interest(seats[1]!, 'director');
    expect(await decides()).toBe('refused');
    await says(seats[2]!);
    expect(await decides()).toBe('done');
    expect(await told(`update decisions set minutes = 'Minute 8'`)).toBe('refused');
  });

  test('nor does a view that says they cannot take part', async () => {
    await convened();
    await says(seats[0]!);
    await says(seats[1]!, { view: 'cannotTakePart', words: 'My sister works there', action: 'noted' });
    expect(await answerTo((tx) => insertDecision(tx, decision(story.caseId, story.submissionId, story.sponsor)))).toBe('refused');
  });
});
