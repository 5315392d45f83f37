import { afterEach, expect, it } from 'vitest';
import { allOrganisations } from '#db/tables/organisations.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { acceptRequest, declineRequest } from '#app/domain/mentoring/answer-request.server.ts';
import { choicesPage } from '#app/domain/mentoring/choices-page.server.ts';
import { adviserDesk, mentoringPage } from '#app/domain/mentoring/mentoring-pages.server.ts';
import { mentorQueue } from '#app/domain/mentoring/queue-page.server.ts';
import { declareMentorConflict, endConflict } from '#app/domain/mentors/declare-conflict.server.ts';
import { directoryPage, mentorPage } from '#app/domain/mentors/directory-page.server.ts';
import { mentorSearchIn } from '#app/domain/mentors/directory-search.ts';
import { setMatchWeights } from '#app/domain/mentors/match-weights.server.ts';
import { registerMentor } from '#app/domain/mentors/register-mentor.server.ts';
import { MATCH_WEIGHTS } from '#workflows/matching.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { value } from '#tests/setup/walk.ts';
import { mentoringWorld, type MentoringWorld } from './mentoring-world.ts';

eachEngine((engine) => {
  let w: MentoringWorld;
  afterEach(() => w?.close());

  const found = async (asked: string) => (await directoryPage(reader(), mentorSearchIn(new URLSearchParams(asked)))).mentors.map((mentor) => mentor.name);
  const choices = async () => choicesPage(reader(), (await caseForActor(reader(), w.people.lead, w.caseId))!);

  it('is filtered by what advisers help with and what organisations are', async () => {
    w = await mentoringWorld(engine);
    await w.organisation({ name: 'Open Door Living', userLed: true, services: ['social-care'], region: 'london', legalForm: 'coop' });
    expect(await found('')).toEqual(['Longbarn Care CIC', 'Open Door Living', 'Westfold Dental CIC']);
    expect(await found('topic=tupe-hr')).toEqual(['Longbarn Care CIC', 'Westfold Dental CIC']);
    expect(await found('region=london&service=therapies')).toEqual(['Longbarn Care CIC']);
    expect(await found('kind=user-led')).toEqual(['Open Door Living']);
    expect(await found('open=yes&form=coop')).toEqual([]);
    await w.need();
    value(await w.choose([w.cy.adviserId]));
    value(await acceptRequest(w.cy, (await w.of(w.cy)).id));
    expect(await found('topic=tupe-hr&open=yes')).toEqual(['Longbarn Care CIC']);
  });

  it('names advisers to people who have signed in, and to nobody else', async () => {
    w = await mentoringWorld(engine);
    expect(JSON.stringify(await mentorPage(reader(), null, w.longbarn))).not.toContain('Ann Lee');
    expect(JSON.stringify(await mentorPage(reader(), w.people.outsider, w.longbarn))).toContain('Ann Lee');
  });

  it('is kept by the support unit alone, with each organisation once', async () => {
    w = await mentoringWorld(engine);
    const again = { name: 'longbarn care cic', legalForm: 'cbs', services: ['dental' as const], size: '15-to-99' as const, region: 'london' as const, spunOutOn: null, userLed: false, left: false, about: 'x', revision: 0 };
    expect(await registerMentor(w.people.support, again)).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'name', message: 'Longbarn Care CIC is in the directory already' }] });
    expect(await registerMentor(w.people.lead, { ...again, name: 'Another' })).toMatchObject({ ok: false, status: 404 });
  });

  it('suggests who fits, says why, and leaves out who said no, is in conflict or mentors the team', async () => {
    w = await mentoringWorld(engine);
    await w.need();
    const first = await choices();
    expect(first.suggestions.map((one) => [one.name, one.points])).toEqual([['Ann Lee', 90], ['Ben Ode', 45], ['Cy Rand', 45]]);
    expect(first.suggestions[0]).toMatchObject({ why: expect.arrayContaining(['Helps with all 2 topics you named: TUPE and staff matters, pensions', 'No conflict of interest is on record']) as string[], whyNot: ['You have not chosen a legal form yet'] });
    for (const one of first.suggestions) expect(one.sums.reduce((sum, line) => sum + line.points, 0)).toBe(one.points);
    value(await setMatchWeights(w.people.support, { ...MATCH_WEIGHTS, region: 50 }));
    expect((await choices()).suggestions[0]).toMatchObject({ name: 'Ann Lee', points: 135, of: 145 });
    const icb = (await allOrganisations(reader())).find(({ name }) => name === 'Northbridge ICB')!.id;
    const { conflictId } = value(await declareMentorConflict(w.ben, null, { kind: 'bids', body: icb, whole: true, detail: 'x' }));
    expect((await choices()).leftOut).toEqual([expect.stringContaining('2 advisers are left out for a conflict of interest')]);
    value(await endConflict(w.ben, conflictId));
    value(await w.choose([w.ann.adviserId, w.ben.adviserId]));
    expect(await choices()).toMatchObject({ open: true });
    value(await declineRequest(w.ann, (await w.of(w.ann)).id, { reason: 'unsaid', words: '' }));
    value(await acceptRequest(w.ben, (await w.of(w.ben)).id));
    expect(await choices()).toMatchObject({ open: false, suggestions: [expect.objectContaining({ name: 'Cy Rand' })], leftOut: ['1 adviser is left out because they said not this time.'] });
  });

  it('says that nobody matches, and the support unit sees the team and the topics that are short', async () => {
    w = await mentoringWorld(engine);
    await w.need({ topics: ['estates'] });
    expect(await choices()).toMatchObject({ suggestions: [], others: [expect.anything(), expect.anything(), expect.anything()] });
    expect(await mentorQueue(reader())).toMatchObject({ unmatched: [{ title: 'Riverside therapies', topics: 'Buildings and leases', days: 0 }], topics: [{ title: 'Buildings and leases', wanted: 1, free: 0 }] });
    value(await w.choose([w.cy.adviserId], w.people.support));
    expect(await mentorQueue(reader())).toMatchObject({ unmatched: [], asked: [{ name: 'Cy Rand', byHand: true }] });
  });

  it('shows a request to the adviser who is asked, not to who waits in line, and the words of the team only while it is open', async () => {
    w = await mentoringWorld(engine);
    await w.need();
    value(await w.choose([w.ann.adviserId, w.ben.adviserId]));
    const [asked, next] = [(await w.of(w.ann)).id, (await w.of(w.ben)).id];
    expect(await mentoringPage(reader(), w.ben, next)).toBeUndefined();
    expect(await mentoringPage(reader(), w.ben, asked)).toBeUndefined();
    expect((await adviserDesk(reader(), w.ben.id))!.groups.flatMap((group) => group.rows)).toEqual([]);
    const seen = async () => JSON.stringify(await mentoringPage(reader(), w.ann, asked));
    expect(await seen()).toContain('What happens to our pensions');
    value(await declineRequest(w.ann, asked, { reason: 'unsaid', words: '' }));
    expect(await seen()).not.toContain('What happens to our pensions');
  });
});
