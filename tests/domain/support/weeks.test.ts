import { afterEach, expect, it } from 'vitest';
import { activityPage } from '#app/domain/cases/activity-page.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { acceptRequest } from '#app/domain/mentoring/answer-request.server.ts';
import { makeMove } from '#app/domain/mentoring/move-mentoring.server.ts';
import type { Actor } from '#app/domain/people/actor.server.ts';
import { quietMentorings } from '#app/domain/weeks/quiet-mentorings.server.ts';
import { weeksPage, writeWeek } from '#app/domain/weeks/weeks.server.ts';
import { mondayOf } from '#workflows/dates.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { newsOf } from '#tests/setup/news.ts';
import { value } from '#tests/setup/walk.ts';
import { at, mentoringWorld, type MentoringWorld } from '../mentoring/mentoring-world.ts';

it.each([['2026-05-04', '2026-05-04'], ['2026-05-10', '2026-05-04'], ['2026-05-11', '2026-05-11'], ['2027-01-01', '2026-12-28'], ['1969-12-31', '1969-12-29']])('the week of %s begins on %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});

eachEngine((engine) => {
  let w: MentoringWorld;
  afterEach(() => w?.close());
  const WEEK = { moved: 'The vote is set', stuck: 'The pension letter', next: 'Ring the scheme' };
  const page = async (who: Actor) => { const file = await caseForActor(reader(), who, w.caseId); return file && weeksPage(reader(), file); };
  async function working() {
    w = await mentoringWorld(engine);
    await w.given(w.people.member, 'member');
    await w.given(w.people.sponsor, 'sponsor');
    await w.need();
    value(await w.choose([w.ann.adviserId]));
    value(await acceptRequest(w.ann, (await w.of(w.ann)).id));
    value(await makeMove(w.people.lead, (await w.of(w.ann)).id, 'begin', { words: '' }));
  }

  it('is written once a week, read by the team and the support unit, and told to the lead', async () => {
    await working();
    expect((await page(w.ann))!.open).toBe('4 to 10 May 2026');
    value(await writeWeek(w.ann, w.caseId, WEEK));
    at('2026-05-10');
    expect(await writeWeek(w.ann, w.caseId, WEEK)).toMatchObject({ status: 409 });
    expect((await page(w.ann))!.open).toBeNull();
    for (const who of [w.people.lead, w.people.member, w.people.support]) expect((await page(who))!).toMatchObject({ open: null, writes: false, weeks: [{ title: '4 to 10 May 2026', by: 'Ann Lee', ...WEEK }] });
    at('2026-05-11');
    value(await writeWeek(w.ann, w.caseId, { ...WEEK, moved: 'The letter came' }));
    expect((await page(w.people.lead))!.weeks.map(({ moved }) => moved)).toEqual(['The letter came', 'The vote is set']);
    expect(await newsOf(w.people.lead)).toContain('Ann Lee wrote down the week of 11 to 17 May 2026: Riverside therapies');
  });

  it('is the mentor\'s to write, and not there for those who decide', async () => {
    await working();
    value(await writeWeek(w.ann, w.caseId, WEEK));
    for (const who of [w.people.lead, w.people.member, w.people.support]) expect(await writeWeek(who, w.caseId, WEEK)).toMatchObject({ status: 403 });
    expect(await writeWeek(w.people.sponsor, w.caseId, WEEK)).toMatchObject({ status: 404 });
    expect(await page(w.people.sponsor)).toBeUndefined();
    const activity = JSON.stringify((await activityPage(reader(), (await caseForActor(reader(), w.people.sponsor, w.caseId))!, { kind: '', before: '' })).days);
    expect(activity).not.toContain('the week of');
  });

  it('shows the support unit a mentoring under way of which nothing was written for two weeks', async () => {
    await working();
    at('2026-05-17');
    expect(await quietMentorings(reader())).toEqual([]);
    at('2026-05-18');
    expect(await quietMentorings(reader())).toMatchObject([{ caseId: w.caseId, name: 'Ann Lee', last: 'None yet' }]);
    value(await writeWeek(w.ann, w.caseId, WEEK));
    at('2026-06-06');
    expect(await quietMentorings(reader())).toEqual([]);
    at('2026-06-07');
    expect(await quietMentorings(reader())).toMatchObject([{ last: '18 to 24 May 2026' }]);
    value(await makeMove(w.people.lead, (await w.of(w.ann)).id, 'end', { outcome: 'done', words: '' }));
    expect(await quietMentorings(reader())).toEqual([]);
  });
});
