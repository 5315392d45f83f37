import { afterEach, expect, it } from 'vitest';
import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { notificationsOf } from '#db/tables/notifications.server.ts';
import { activityPage } from '#app/domain/cases/activity-page.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { homePage } from '#app/domain/cases/home-page.server.ts';
import { addComment } from '#app/domain/comments/comments.server.ts';
import { replyToComment } from '#app/domain/comments/reply-to-comment.server.ts';
import { commentPage } from '#app/domain/comments/comment-page.server.ts';
import { commentsPage, type CommentSearch } from '#app/domain/comments/comments-page.server.ts';
import { makeTask, tickTask } from '#app/domain/comments/comment-tasks.server.ts';
import type { Audience } from '#workflows/comments.ts';
import { namesMentioned } from '#app/domain/comments/names-mentioned.ts';
import { instant } from '#app/domain/clock.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { navigationFor } from '#app/domain/people/navigation.server.ts';
import { reviewPage } from '#app/domain/stages/review-page.server.ts';
import { stagePage } from '#app/domain/stages/stage-page.server.ts';
import { sectionPage } from '#app/domain/answers/section-page.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { ROLES_ON_STAGE, smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { judge, pass, reviewAll, toItsApprover, value } from '#tests/setup/walk.ts';

const NONE: CommentSearch = { stage: '', kind: '', state: '', whose: '', question: '', before: '' };
const [STAGE, QUESTION] = ['proposal', 'small.proposal'] as const;

it('finds names after an @, the longest, and no email address', () => {
  const names = ['Ann Lee', 'Ann Lee-Hart', 'Tom'];
  expect(namesMentioned('@ann lee and @Tom, see tom@example.org', names)).toEqual(['Ann Lee', 'Tom']);
  expect(namesMentioned('@Ann Lee-Hart', names)).toEqual(['Ann Lee-Hart']);
  expect(namesMentioned('@Tomas x@Tom', names)).toEqual([]);
});

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  afterEach(async () => world?.close());

  async function opened(sent = true) {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    if (sent) await toItsApprover(world, caseId, STAGE, false);
  }
  const file = async (who: OnStage) => (await caseForActor(reader(), world.people[who], caseId))!;
  const say = (who: OnStage, audience: Audience, text: string, mentions: string[] = []) => addComment(world.people[who], caseId, { stage: STAGE, question: QUESTION, kind: 'question', text, audience, mentions });
  const list = async (who: OnStage, search: Partial<CommentSearch> = {}) => commentsPage(reader(), await file(who), { ...NONE, ...search });

  /** All that one person is shown of a case, as text. */
  async function shownTo(who: OnStage): Promise<string> {
    const own = await file(who);
    const pages = [list(who), activityPage(reader(), own, { kind: '', before: '' }), reviewPage(reader(), own, STAGE, { showAll: true }), sectionPage(reader(), own, STAGE, 'proposal-all'), stagePage(reader(), own, STAGE), homePage(reader(), world.people[who]), notificationsOf(reader(), world.people[who].id, { limit: 100 })];
    return JSON.stringify(await Promise.all(pages));
  }

  it('shows each comment to its audience alone, in every list, count and notice', async () => {
    await opened();
    const said = { team: 'CANARYTEAM', mentor: 'CANARYMENTOR', reviewers: 'CANARYREVIEW' };
    for (const [audience, text] of Object.entries(said)) value(await say('member', audience as Audience, text));
    const draft = value(await addComment(world.people.finance, caseId, { stage: STAGE, question: QUESTION, kind: 'question', text: 'CANARYDRAFT' }));
    const seeing: Record<string, OnStage[]> = { CANARYTEAM: ['lead', 'member'], CANARYMENTOR: ['lead', 'member', 'mentor', 'support'], CANARYREVIEW: ['lead', 'member', 'sponsor', 'finance', 'hr', 'quality', 'legal', 'secondLine', 'boardMember', 'support'], CANARYDRAFT: ['finance'] };
    for (const who of ROLES_ON_STAGE.filter((role) => role !== 'outsider' && role !== 'staffSide')) {
      const all = await shownTo(who);
      for (const [canary, ones] of Object.entries(seeing)) expect(all.includes(canary), `${who} and ${canary}`).toBe(ones.includes(who));
      expect((await list(who)).total, who).toBe(Object.values(seeing).filter((ones) => ones.includes(who)).length);
    }
    expect((await stagePage(reader(), await file('sponsor'), STAGE))!.openComments).toBe(1);
    expect((await list('staffSide')).total).toBe(0);
    expect(await commentPage(reader(), await file('mentor'), draft.commentId)).toBeUndefined();
    await reviewAll(world, caseId, STAGE);
    value(await judge(world, caseId, STAGE, 'changesRequested', { reasons: [{ code: 'change', text: 'Say where' }] }));
    expect((await list('mentor')).rows.map((row) => row.text)).toEqual(['CANARYMENTOR']);
  });

  it('lets each writer speak only to whom they may', async () => {
    await opened();
    expect(await say('mentor', 'team', 'Hello')).toMatchObject({ ok: false, status: 403 });
    expect(await say('mentor', 'reviewers', 'Hello')).toMatchObject({ ok: false, status: 403 });
    expect(await say('sponsor', 'mentor', 'Hello')).toMatchObject({ ok: false, status: 403 });
    const { commentId } = value(await say('lead', 'mentor', 'Which towns?'));
    value(await replyToComment(world.people.mentor, caseId, commentId, 'Three'));
    const { commentId: own } = value(await say('mentor', 'mentor', 'Who pays?'));
    expect(await replyToComment(world.people.support, caseId, own, 'I do')).toMatchObject({ ok: false, status: 403 });
    value(await replyToComment(world.people.mentor, caseId, own, 'For the rooms, I mean')); // adding to one's own question
  });

  it('tells who is mentioned, and refuses, by name, who cannot see it', async () => {
    await opened();
    const { lead, mentor, sponsor, hr } = world.people;
    expect(await say('lead', 'team', 'What says @Mentor Person?')).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'text', message: 'Mentor Person cannot see this comment. Take the name out, or choose that more people see it' }] });
    expect(await say('lead', 'mentor', 'Look', [sponsor.id, hr.id])).toMatchObject({ ok: false, reasons: [{ message: expect.stringMatching(/^(Sponsor Person and Hr Person|Hr Person and Sponsor Person) cannot see/) as string }] });
    expect((await list('lead')).total).toBe(0);
    const { commentId } = value(await say('lead', 'mentor', 'What says @mentor person?'));
    expect(JSON.stringify(await notificationsOf(reader(), mentor.id, { limit: 10 }))).toContain('mentioned you in a comment');
    expect((await list('mentor', { whose: 'mentions' })).rows.map((row) => row.id)).toEqual([commentId]);
    value(await addComment(sponsor, caseId, { stage: STAGE, question: QUESTION, kind: 'question', text: 'Is it so, @Lead Person?' }));
    const told = async () => JSON.stringify(await notificationsOf(reader(), lead.id, { limit: 50 })).split('Sponsor Person mentioned you').length - 1;
    expect(await told(), 'a draft tells nobody').toBe(0);
    await reviewAll(world, caseId, STAGE);
    value(await judge(world, caseId, STAGE, 'changesRequested', { reasons: [{ code: 'change', text: 'Say where' }] }));
    expect(await told()).toBe(1);
  });

  it('makes a task of a comment for who can see it, on their first page until it is ticked off', async () => {
    await opened();
    const { lead, member, mentor, sponsor } = world.people;
    const { commentId } = value(await say('lead', 'team', 'Ask the towns'));
    const task = (ownerId: string, dueOn = '2031-03-01') => makeTask(lead, caseId, commentId, { text: 'Ring the three towns', ownerId, dueOn });
    expect(await task(mentor.id)).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'owner', message: 'Mentor Person cannot see this comment. Select somebody who can' }] });
    expect(await task(sponsor.id)).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'owner' }] });
    expect(await task(member.id, '2020-01-01')).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'dueOn' }] });
    const { taskId } = value(await task(member.id));
    const home = async () => (await homePage(reader(), member)).tasks.filter((one) => one.key === taskId);
    expect(await home()).toMatchObject([{ title: 'Ring the three towns', dueOn: '2031-03-01', late: false, to: `/cases/${caseId}/comments/${commentId}` }]);
    expect((await navigationFor(member)).turns).toBe((await homePage(reader(), member)).tasks.length);
    expect(await tickTask(mentor, caseId, commentId, taskId)).toMatchObject({ ok: false, status: 404 });
    value(await tickTask(member, caseId, commentId, taskId));
    expect(await tickTask(member, caseId, commentId, taskId)).toMatchObject({ ok: false, status: 409 });
    expect(await home()).toEqual([]);
  });

  it('pages through 5,000 comments without losing or repeating one, and loads a page at a time', async () => {
    await opened(false);
    const at = instant();
    const rows = Array.from({ length: 5000 }, (_, n) => ({ id: newId(), case_id: caseId, stage: STAGE, question: QUESTION, submission_id: null, kind: n % 2 ? 'question' as const : 'suggestion' as const, text: `Number ${n}`, audience: n % 3 ? 'team' as const : 'mentor' as const, state: n % 5 ? 'settled' as const : 'open' as const, by: world.people.member.id, at, sent_at: at }));
    await transaction(database(), async (tx) => {
      for (let n = 0; n < rows.length; n += 250) await tx.db.insertInto('comments').values(rows.slice(n, n + 250)).execute();
    });
    const seen = new Set<string>();
    for (let before = '', page = await list('mentor'); ; page = await list('mentor', { before })) {
      expect(page.rows.length).toBeLessThanOrEqual(50);
      for (const row of page.rows) expect(seen.size).toBeLessThan(seen.add(row.id).size);
      expect(page.total).toBe(1667);
      if (page.next === null) break;
      before = page.next;
    }
    expect(seen.size).toBe(1667);
    expect((await list('lead', { kind: 'question', state: 'open' })).total).toBe(500);
    const [view] = (await sectionPage(reader(), await file('lead'), STAGE, 'proposal-all'))!.questions;
    expect([view!.comments.length, view!.more]).toEqual([6, 4994]);
    expect(view!.comments.every((c) => c.state === 'open')).toBe(true);
  }, 60_000);
});
