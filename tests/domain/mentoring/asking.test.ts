import { afterEach, expect, it } from 'vitest';
import { transaction } from '#db/database.server.ts';
import { allOrganisations } from '#db/tables/organisations.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { createCase } from '#app/domain/cases/create-case.server.ts';
import { endPart } from '#app/domain/cases/memberships.server.ts';
import { moveWholeCase } from '#app/domain/cases/move-case.server.ts';
import { activityPage } from '#app/domain/cases/activity-page.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { acceptRequest, declineRequest } from '#app/domain/mentoring/answer-request.server.ts';
import { sayNeed } from '#app/domain/mentoring/choose-advisers.server.ts';
import { giveFeedback, makeMove } from '#app/domain/mentoring/move-mentoring.server.ts';
import { sweepMentorings } from '#app/domain/mentoring/sweep-mentorings.server.ts';
import { declareMentorConflict } from '#app/domain/mentors/declare-conflict.server.ts';
import { sayAvailability } from '#app/domain/mentors/save-adviser.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { newsOf } from '#tests/setup/news.ts';
import { value } from '#tests/setup/walk.ts';
import { at, mentoringWorld, NEED, type MentoringWorld } from './mentoring-world.ts';

const said = (message: string | RegExp) => ({ ok: false, status: 422, reasons: [expect.objectContaining({ message: typeof message === 'string' ? message : expect.stringMatching(message) as string })] });
const no = { reason: 'unsaid', words: '' } as const;
const NOTHING = { words: '' };

eachEngine((engine) => {
  let w: MentoringWorld;
  afterEach(() => w?.close());

  it('asks the first, and the next when the first says no', async () => {
    w = await mentoringWorld(engine);
    await w.need();
    value(await w.choose([w.ann.adviserId, w.ben.adviserId, w.cy.adviserId]));
    expect(await w.states()).toEqual({ Ann: 'requested', Ben: 'suggested', Cy: 'suggested' });
    expect(await w.of(w.ann)).toMatchObject({ reply_by_on: '2026-05-11', rank: 1, by_hand_at: null });
    expect(await newsOf(w.ann)).toContainEqual('Answer by 11 May 2026: a team asks you to mentor them, Riverside therapies');
    expect(await newsOf(w.ben)).not.toContainEqual(expect.stringContaining('Answer by'));
    value(await declineRequest(w.ann, (await w.of(w.ann)).id, { reason: 'full', words: 'Try me in autumn' }));
    expect(await w.states()).toEqual({ Ann: 'declined', Ben: 'requested', Cy: 'suggested' });
    expect(await w.of(w.ann)).toMatchObject({ words: 'Try me in autumn' });
    expect(await newsOf(w.people.lead)).toEqual([expect.stringContaining('Ann Lee has no time for another team now')]);
    value(await acceptRequest(w.ben, (await w.of(w.ben)).id));
    expect(await w.states()).toEqual({ Ann: 'declined', Ben: 'accepted', Cy: 'passedOver' });
    expect(await w.events()).toEqual([
      'said what the team asks a mentor for', 'asked Ann Lee to mentor the team, with a reply by 11 May 2026', 'could not mentor the team this time',
      'asked Ben Ode to mentor the team, as next in line, with a reply by 11 May 2026', 'agreed to mentor the team', 'did not ask Cy Rand: Ben Ode said yes',
    ]);
  });

  it('makes who accepts a mentor with nothing shared, and their part ends with it', async () => {
    w = await mentoringWorld(engine);
    await w.need();
    value(await w.choose([w.ann.adviserId]));
    expect(await caseForActor(reader(), w.ann, w.caseId)).toBeUndefined();
    const { id } = await w.of(w.ann);
    value(await acceptRequest(w.ann, id));
    expect(await w.parts(w.ann)).toEqual([expect.objectContaining({ role: 'mentor', stages_json: '[]', organisation_id: w.longbarn, until_at: null })]);
    for (const [who, move] of [[w.ann, 'begin'], [w.people.lead, 'goOn'], [w.ann, 'goOn'], [w.people.lead, 'pause'], [w.ann, 'resume']] as const) value(await makeMove(who, id, move, NOTHING));
    expect(await w.of(w.ann)).toMatchObject({ state: 'active' });
    expect(await newsOf(w.ann)).toContainEqual('Lead Person wants to go on together: Riverside therapies');
    expect(await makeMove(w.ann, id, 'end', NOTHING)).toEqual(said('Select how it ended'));
    value(await makeMove(w.ann, id, 'end', { outcome: 'done', words: 'Well done' }));
    expect((await w.parts(w.ann))[0]!.until_at).not.toBeNull();
    expect(await w.of(w.ann)).toMatchObject({ state: 'ended', outcome: 'done', words: 'Well done', over_by: w.ann.id });
    value(await giveFeedback(w.ann, id, { helped: 'a-lot', words: '' }));
    value(await giveFeedback(w.people.lead, id, { helped: 'some', words: 'Clear words' }));
    expect(await giveFeedback(w.people.lead, id, { helped: 'some', words: '' })).toMatchObject({ ok: false, status: 409 });
    expect(await makeMove(w.people.lead, id, 'resume', NOTHING)).toEqual(said(/"ended"/));
  });

  it('is closed when the part in the case is ended on the people page', async () => {
    w = await mentoringWorld(engine);
    await w.need();
    value(await w.choose([w.ann.adviserId]));
    value(await acceptRequest(w.ann, (await w.of(w.ann)).id));
    value(await endPart(w.people.lead, w.caseId, (await w.parts(w.ann))[0]!.id));
    expect(await w.of(w.ann)).toMatchObject({ state: 'ended', outcome: 'changed' });
  });

  it('refuses double requests, a request without a need, and people who may not ask', async () => {
    w = await mentoringWorld(engine);
    expect(await w.choose([w.ann.adviserId])).toEqual(said('Say first what you need help with'));
    await w.need();
    expect(await sayNeed(w.people.lead, w.caseId, NEED)).toMatchObject({ ok: false, status: 409 });
    await w.given(w.people.member, 'member');
    expect(await w.choose([w.ann.adviserId], w.people.member)).toMatchObject({ ok: false, status: 403 });
    expect(await w.choose([w.ann.adviserId], w.people.outsider)).toMatchObject({ ok: false, status: 404 });
    value(await w.choose([w.ann.adviserId, w.ben.adviserId]));
    for (const who of [w.ann, w.ben, w.cy]) expect(await w.choose([who.adviserId])).toEqual(said(/You have asked somebody already/));
    expect(await w.choose([w.cy.adviserId], w.people.support)).toEqual(said(/asked somebody already/));
    expect(await w.rows()).toHaveLength(2);
    const twice = { ...(await w.of(w.ann)), id: 'again' };
    await expect(transaction(database(), (tx) => tx.db.insertInto('mentorings').values(twice).execute())).rejects.toThrow(/unique/i);
  });

  it('refuses a refused, taken back or late request that is used again', async () => {
    w = await mentoringWorld(engine);
    await w.need();
    value(await w.choose([w.ann.adviserId]));
    const first = (await w.of(w.ann)).id;
    value(await declineRequest(w.ann, first, no));
    expect(await acceptRequest(w.ann, first)).toEqual(said('This cannot be done now: it is "not this time"'));
    expect(await declineRequest(w.ann, first, no)).toEqual(said(/"not this time"/));
    value(await w.choose([w.ann.adviserId]));
    const second = (await w.of(w.ann)).id;
    expect(await acceptRequest(w.ben, second)).toMatchObject({ ok: false, status: 404 });
    expect(await acceptRequest(w.people.lead, second)).toMatchObject({ ok: false, status: 403 });
    value(await makeMove(w.people.lead, second, 'withdraw', NOTHING));
    expect(await acceptRequest(w.ann, second)).toEqual(said(/"taken back"/));
    value(await w.choose([w.ann.adviserId]));
    at('2026-05-12');
    expect(await acceptRequest(w.ann, (await w.of(w.ann)).id)).toEqual(said(/day to reply by has passed/));
    expect(await w.parts(w.ann)).toEqual([]);
  });

  it('lets a request lapse after its day, once, asks the next, and tells when nobody is left', async () => {
    w = await mentoringWorld(engine);
    await w.need();
    value(await w.choose([w.ann.adviserId, w.ben.adviserId]));
    at('2026-05-10');
    await sweepMentorings();
    await sweepMentorings();
    expect((await newsOf(w.ann)).filter((text) => text.startsWith('Reply by 11 May 2026'))).toHaveLength(1);
    at('2026-05-11');
    await sweepMentorings();
    expect(await w.states()).toEqual({ Ann: 'requested', Ben: 'suggested' });
    at('2026-05-12');
    for (let i = 0; i < 2; i++) await sweepMentorings();
    expect(await w.states()).toEqual({ Ann: 'lapsed', Ben: 'requested' });
    expect(await w.of(w.ben)).toMatchObject({ reply_by_on: '2026-05-19' });
    at('2026-05-20');
    for (let i = 0; i < 2; i++) await sweepMentorings();
    expect(await w.states()).toEqual({ Ann: 'lapsed', Ben: 'lapsed' });
    expect((await newsOf(w.people.lead)).filter((text) => text.startsWith('Choose again'))).toHaveLength(1);
    expect((await newsOf(w.people.support)).filter((text) => text.startsWith('Find a mentor'))).toHaveLength(1);
  });

  it('never asks an adviser without a place, nor one who takes no requests, and says who', async () => {
    w = await mentoringWorld(engine);
    await w.need();
    const other = value(await createCase(w.people.outsider, { title: 'Lakeside feet', summary: 'Feet', pathway: 'public-service-mutual', parent: { name: 'Lakeside trust' }, commissioner: null })).caseId;
    value(await sayNeed(w.people.outsider, other, NEED));
    value(await w.choose([w.cy.adviserId], w.people.outsider, other));
    value(await w.choose([w.ben.adviserId, w.cy.adviserId]));
    const theirs = (await reader().db.selectFrom('mentorings').selectAll().where('case_id', '=', other).execute())[0]!;
    value(await acceptRequest(w.cy, theirs.id));
    value(await declineRequest(w.ben, (await w.of(w.ben)).id, no));
    expect(await w.of(w.cy)).toMatchObject({ state: 'passedOver', words: 'Cy Rand has no place free now. Choose somebody else' });
    expect(await w.choose([w.cy.adviserId])).toEqual(said('Cy Rand has no place free now. Choose somebody else'));
    value(await sayAvailability(w.ann, { topics: ['pensions'], places: 2, hours: 4, meets: 'remote', freeFrom: null, away: true, about: '', revision: 1 }));
    expect(await w.choose([w.ann.adviserId])).toEqual(said('Ann Lee takes no requests for now. Choose somebody else'));
  });

  it('never asks somebody in conflict, nor lets them accept once one is known', async () => {
    w = await mentoringWorld(engine);
    await w.need();
    const icb = (await allOrganisations(reader())).find(({ name }) => name === 'Northbridge ICB')!.id;
    value(await declareMentorConflict(w.ben, null, { kind: 'bids', body: icb, whole: true, detail: 'The dental contract' }));
    for (const who of [w.ben, w.cy]) expect(await w.choose([who.adviserId])).toEqual(said(/because their organisation bids, or means to bid, for the same contract/));
    value(await w.choose([w.ann.adviserId]));
    await w.declared(w.ann);
    expect(await acceptRequest(w.ann, (await w.of(w.ann)).id)).toEqual(said(/because they declared an interest in the case/));
    value(await declineRequest(w.ann, (await w.of(w.ann)).id, { reason: 'conflict', words: 'I am to be a director' }));
    expect(await reader().db.selectFrom('mentor_conflicts').selectAll().where('case_id', '=', w.caseId).execute()).toEqual([expect.objectContaining({ adviser_id: w.ann.adviserId, detail: 'I am to be a director' })]);
    const judge = await w.adviser(w.longbarn, 'Dee Fox');
    await w.given(judge, 'finance');
    expect(await w.choose([judge.adviserId])).toEqual(said(/because they review, decide or speak for others/));
  });

  it('is matched by hand by the support unit, and still the adviser answers', async () => {
    w = await mentoringWorld(engine);
    await w.need();
    value(await w.choose([w.ben.adviserId], w.people.support));
    expect(await w.of(w.ben)).toMatchObject({ state: 'requested', by_hand_at: expect.any(String) as string });
    value(await makeMove(w.people.support, (await w.of(w.ben)).id, 'withdraw', NOTHING));
    expect(await w.states()).toEqual({ Ben: 'withdrawn' });
  });

  it('is closed when the case ends', async () => {
    w = await mentoringWorld(engine);
    await w.need();
    value(await w.choose([w.ann.adviserId]));
    value(await acceptRequest(w.ann, (await w.of(w.ann)).id));
    value(await w.choose([w.ben.adviserId, w.cy.adviserId]));
    value(await moveWholeCase(w.people.lead, w.caseId, 'withdraw', 'No money'));
    expect(await acceptRequest(w.ben, (await w.of(w.ben)).id)).toEqual(said(/case has ended/));
    for (let i = 0; i < 2; i++) await sweepMentorings();
    expect(await w.states()).toEqual({ Ann: 'ended', Ben: 'withdrawn', Cy: 'withdrawn' });
    expect((await w.parts(w.ann))[0]!.until_at).not.toBeNull();
  });

  it('keeps from those who judge the case how the team looked for a mentor', async () => {
    w = await mentoringWorld(engine);
    await w.given(w.people.sponsor, 'sponsor');
    await w.need();
    value(await w.choose([w.ann.adviserId, w.ben.adviserId]));
    value(await declineRequest(w.ann, (await w.of(w.ann)).id, no));
    value(await acceptRequest(w.ben, (await w.of(w.ben)).id));
    const seenBy = async (who: 'lead' | 'sponsor') => JSON.stringify(await activityPage(reader(), (await caseForActor(reader(), w.people[who], w.caseId))!, { kind: '', before: '' }));
    expect(await seenBy('lead')).toContain('Ann Lee could not mentor the team this time');
    expect(await seenBy('sponsor')).not.toContain('Ann Lee');
    expect(await seenBy('sponsor')).toContain('Ben Ode agreed to mentor the team');
  });
});
