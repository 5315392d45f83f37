import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/codec.ts';
import { sql } from 'kysely';
import { isRefusedByTrigger } from '#db/database.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { lessonsOfCase } from '#db/tables/lessons.server.ts';
import { saveSection } from '#app/domain/answers/save-section.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { setAccess } from '#app/domain/cases/set-access.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { caseLessonsPage, newLessonDesk } from '#app/domain/lessons/case-lessons-page.server.ts';
import { giveLesson, mendLesson, withdrawLesson } from '#app/domain/lessons/give-lesson.server.ts';
import { lessonForm, type NewLesson } from '#app/domain/lessons/lessons.schema.ts';
import { lessonFound, lessonsForSection, libraryPage } from '#app/domain/lessons/library-page.server.ts';
import { librarySearchIn } from '#app/domain/lessons/library-search.ts';
import { noticesOf } from '#app/domain/notifications/notifications.server.ts';
import { searchFor } from '#app/domain/search/search-page.server.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { STAGES } from '#workflows/definition.ts';
import { pathways } from '#workflows/index.ts';
import { typedOf } from '#workflows/typed.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { ROLES_ON_STAGE, smallCase, smallPathway, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

const LESSON: Omit<NewLesson, 'key'> = { title: 'Freeze the starting figures yourself', happened: 'Nobody could rebuild them later', differently: 'Print them on the last day, signed by both sides', stage: 'contract', topic: 'benefits-measurement', readers: 'everyone' };
const lesson = (over: Partial<NewLesson> = {}): NewLesson => ({ key: newId(), ...LESSON, ...over });
const words = ({ key: _, ...rest }: NewLesson, revision = 1) => ({ revision, ...rest });

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  beforeEach(async () => {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
  });
  afterEach(async () => {
    setClock(undefined);
    await world.close();
  });

  const give = async (who: OnStage, over: Partial<NewLesson> = {}) => value(await giveLesson(world.people[who], caseId, lesson(over))).lessonId;
  const found = async (signedIn: boolean, search: Record<string, string> = {}) => (await libraryPage(reader(), librarySearchIn(new URLSearchParams(search)), signedIn)).lessons.map(({ title }) => title);
  const pageFor = async (who: OnStage) => caseLessonsPage(reader(), (await caseForActor(reader(), world.people[who], caseId))!);

  it('is given by the team alone, with an event, and the lead is told of what others give', async () => {
    for (const who of ROLES_ON_STAGE.filter((role) => !['lead', 'member'].includes(role))) {
      expect([who, await giveLesson(world.people[who], caseId, lesson())]).toMatchObject([who, { ok: false, status: who === 'outsider' ? 404 : 403 }]);
    }
    await give('member');
    expect((await eventsOf(reader(), caseId, { limit: 1 }))[0]).toMatchObject({ kind: 'lesson.give', sentence: `gave a lesson to other teams: ${LESSON.title}` });
    expect(JSON.stringify(await noticesOf(world.people.lead))).toContain(`/cases/${caseId}/lessons`);
  });

  it('is not given, changed or offered where a member may only read', async () => {
    const part = (await membershipsOfCase(reader(), caseId)).find((m) => m.person_id === world.people.member.id)!;
    value(await setAccess(world.people.lead, caseId, part.id, Object.fromEntries(STAGES.map((stage) => [stage, stage === 'review' ? 'edit' : 'view']))));
    expect(await giveLesson(world.people.member, caseId, lesson())).toMatchObject({ ok: false, status: 403 });
    const lessonId = await give('member', { stage: 'review' });
    expect(await mendLesson(world.people.member, caseId, lessonId, words(lesson()))).toMatchObject({ ok: false, status: 403 });
    expect((await newLessonDesk(reader(), (await caseForActor(reader(), world.people.member, caseId))!, null)).stages.map((stage) => stage.value)).toEqual(['review']);
  });

  it('never makes a fourth, whoever gives it, until one is withdrawn; a form sent twice gives one', async () => {
    const once = lesson();
    const first = value(await giveLesson(world.people.lead, caseId, once)).lessonId;
    expect(value(await giveLesson(world.people.lead, caseId, once)).lessonId).toBe(first);
    await give('member');
    const both = await Promise.all([giveLesson(world.people.lead, caseId, lesson()), giveLesson(world.people.member, caseId, lesson())]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ status: 422, reasons: [{ message: expect.stringContaining('up to 3 lessons') }] });
    expect((await pageFor('lead')).whyNot).toContain('Withdraw one');
    value(await withdrawLesson(world.people.lead, caseId, first, 'It was about one person'));
    await give('lead');
    expect((await lessonsOfCase(reader(), caseId)).filter((row) => row.withdrawn_at === null).map((row) => row.place).sort()).toEqual([1, 2, 3]);
  });

  it('is changed for 14 days, by one person at a time, and then stands', async () => {
    const lessonId = await give('member');
    expect(await mendLesson(world.people.sponsor, caseId, lessonId, words(lesson()))).toMatchObject({ ok: false, status: 403 });
    value(await mendLesson(world.people.lead, caseId, lessonId, words(lesson({ title: 'Sign the figures', readers: 'signedIn' }))));
    expect(await mendLesson(world.people.member, caseId, lessonId, words(lesson()))).toMatchObject({ ok: false, status: 409 });
    expect(await found(true)).toEqual(['Sign the figures']);
    expect(await found(false)).toEqual([]);
    setClock(() => new Date(Date.now() + 15 * 86_400_000));
    expect(await mendLesson(world.people.lead, caseId, lessonId, words(lesson(), 2))).toMatchObject({ ok: false, status: 409, reasons: [{ message: expect.stringContaining('14 days') }] });
    expect(await mendLesson(world.people.lead, caseId, newId(), words(lesson()))).toMatchObject({ ok: false, status: 404 });
    expect((await pageFor('lead')).lessons).toMatchObject([{ mayChangeUntil: null, mayWithdraw: true }]);
  });

  it('is withdrawn with a reason by the lead or whoever gave it; its address says so, and nothing finds it', async () => {
    const lessonId = await give('lead');
    expect(await withdrawLesson(world.people.member, caseId, lessonId, 'Not ours')).toMatchObject({ ok: false, status: 403 });
    expect(await withdrawLesson(world.people.lead, caseId, lessonId, ' ')).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'reason' }] });
    value(await withdrawLesson(world.people.lead, caseId, lessonId, 'The figures were wrong'));
    expect(await withdrawLesson(world.people.lead, caseId, lessonId, 'Again')).toMatchObject({ ok: false, status: 409 });
    expect(await lessonFound(reader(), lessonId, false)).toMatchObject({ withdrawn: { reason: 'The figures were wrong' } });
    expect(await found(true)).toEqual([]);
    expect((await searchFor(reader(), world.people.outsider, { text: 'freeze', kind: 'lesson', page: 1 })).hits).toEqual([]);
    expect(await pageFor('member')).toMatchObject({ lessons: [], withdrawn: [{ withdrawn: { reason: 'The figures were wrong' } }] });
    expect(await pageFor('sponsor')).toMatchObject({ lessons: [], withdrawn: [], whyNot: '' });
  });

  it('is read by everybody or by people signed in, as the team chose, and found by stage, topic and words', async () => {
    const open = await give('lead');
    const closed = await give('lead', { title: 'Ask the scheme early', topic: 'pensions', stage: 'workforce', readers: 'signedIn' });
    expect(await found(false)).toEqual([LESSON.title]);
    expect(await found(true)).toEqual(['Ask the scheme early', LESSON.title]);
    expect(await lessonFound(reader(), open, false)).toMatchObject({ stands: { team: 'Riverside therapies', statement: null, isPublic: true } });
    expect(await lessonFound(reader(), closed, false)).toBeUndefined();
    expect(await lessonFound(reader(), closed, true)).toMatchObject({ stands: { about: 'Staff and TUPE. Pensions' } });
    expect(await found(true, { stage: 'workforce' })).toEqual(['Ask the scheme early']);
    expect(await found(true, { topic: 'benefits-measurement' })).toEqual([LESSON.title]);
    expect(await found(true, { words: 'SIGNED figures' })).toEqual([LESSON.title]);
    expect(await found(true, { words: 'scheme', topic: 'estates' })).toEqual([]);
    const hit = async (kind: string) => (await searchFor(reader(), world.people.outsider, { text: 'scheme', kind, page: 1 })).hits.flatMap(({ to }) => (to.startsWith('/lessons') ? [to] : []));
    expect([await hit('lesson'), await hit('')]).toEqual([[`/lessons/${closed}`], [`/lessons/${closed}`]]);
  });

  it('stands beside the sections of other teams that it is about', async () => {
    await give('lead');
    await give('lead', { title: 'Ask the scheme early', topic: 'pensions', stage: 'transfer' });
    const beside = async (of: string, stage: 'contract' | 'workforce' | 'review', section: string) => (await lessonsForSection(reader(), of, stage, section)).map(({ title }) => title);
    expect(await beside(newId(), 'workforce', 'pension-route'), 'by its topic').toEqual(['Ask the scheme early']);
    expect(await beside(newId(), 'contract', 'clause-map'), 'by its stage').toEqual([LESSON.title]);
    expect(await beside(newId(), 'review', 'review-stories')).toEqual([]);
    expect(await beside(caseId, 'contract', 'clause-map'), 'not beside its own').toEqual([]);
  });

  it('keeps its rows', async () => {
    const lessonId = await give('lead');
    const told = (statement: string) => sql.raw(statement).execute(database().writer).then(() => 'done', (error: unknown) => (isRefusedByTrigger(error) ? 'refused' : String(error)));
    expect(await told('delete from lessons')).toBe('refused');
    expect(await told(`update lessons set case_id = case_id`)).toBe('refused');
    value(await withdrawLesson(world.people.lead, caseId, lessonId, 'Old'));
    expect(await told(`update lessons set withdrawn_at = null`)).toBe('refused');
  });
});

describe('the lessons of a review', () => {
  it('are offered to the team one by one, those for everybody, until they are given', async () => {
    const whole = pathways['public-service-mutual'].stages.find(({ stage }) => stage.key === 'review')!.stage;
    const question = whole.groups.flatMap(({ sections }) => sections).flatMap(({ questions }) => questions).find(({ key }) => key === 'rev.lessons')!;
    const small = smallPathway(77);
    const readiness = { ...small.stages[0]! };
    const asking = { ...readiness.stage, groups: [{ key: 'all', title: 'All', sections: [{ key: 'readiness-all', title: 'Everything', questions: [question] }] }] };
    const world = await smallWorld('sqlite', { ...small, stages: [{ ...readiness, stage: asking }, ...small.stages.slice(1)] });
    try {
      const caseId = await smallCase(world);
      const rows = [['Ask early', 'everyone'], ['Our own quarrel', 'case'], ['Count weekly', 'everyone']].map(([text, share]) => ({ lesson: text!, share: share! }));
      const typed = Object.entries(typedOf(question, rows)).flatMap(([suffix, texts]) => texts.map((text): [string, string] => [`rev.lessons.${suffix}`, text]));
      value(await saveSection(world.people.lead, caseId, { stage: 'readiness', section: 'readiness-all' }, [['rev.lessons.revision', '0'], ['rev.lessons.rows', '3'], ...typed], 'unsaid'));
      const file = async (who: OnStage) => (await caseForActor(reader(), world.people[who], caseId))!;
      expect((await caseLessonsPage(reader(), await file('lead'))).ofReview).toEqual([{ row: 1, text: 'Ask early' }, { row: 3, text: 'Count weekly' }]);
      expect((await newLessonDesk(reader(), await file('lead'), '3')).first).toEqual({ title: 'Count weekly', differently: 'Count weekly', stage: 'review' });
      expect((await newLessonDesk(reader(), await file('lead'), '2')).first).toEqual({});
      expect((await caseLessonsPage(reader(), await file('mentor'))).ofReview).toEqual([]);
      value(await giveLesson(world.people.lead, caseId, lesson({ title: 'Count weekly' })));
      expect((await caseLessonsPage(reader(), await file('member'))).ofReview).toEqual([{ row: 1, text: 'Ask early' }]);
    } finally {
      await world.close();
    }
  });
});

describe('the form of a lesson', () => {
  it.each([
    ['title', '', 'Enter the lesson in one line'],
    ['title', 'x'.repeat(121), 'The lesson in one line must be 120 characters or fewer'],
    ['happened', 'word '.repeat(251), 'What happened must be 250 words or fewer'],
    ['differently', '', 'Enter what you would do differently'],
    ['stage', 'nowhere', 'Select the stage it is about'],
    ['topic', '', 'Select what it is about'],
    ['readers', '', 'Select who may read it'],
  ])('says what to mend in %s', (field, typed, message) => {
    const read = lessonForm.safeParse({ ...lesson(), [field]: typed });
    expect(read.error?.issues.map(({ path, message: said }) => [path.join('.'), said])).toEqual([[field, message]]);
  });
});
