import { afterEach, beforeEach, expect, it } from 'vitest';
import { isRefusedByTrigger, transaction } from '#db/database.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { changeMeeting, meetingById, meetingsOfCase } from '#db/tables/meetings.server.ts';
import { meetingsHeld } from '#db/tables/mentor-sessions.server.ts';
import { latestMail } from '#db/tables/outbox.server.ts';
import { notificationsOf } from '#db/tables/notifications.server.ts';
import { activityPage } from '#app/domain/cases/activity-page.server.ts';
import { addPart } from '#app/domain/cases/add-part.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { homePage } from '#app/domain/cases/home-page.server.ts';
import { endPart } from '#app/domain/cases/memberships.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { cancelMeeting, chooseSlot, moveMeeting } from '#app/domain/meetings/change-meeting.server.ts';
import { finishAction, logSession } from '#app/domain/meetings/log-session.server.ts';
import { meetingPage } from '#app/domain/meetings/meeting-page.server.ts';
import { meetingsPage } from '#app/domain/meetings/meetings-page.server.ts';
import { offerForm, sessionForm, type Offer, type SessionWritten } from '#app/domain/meetings/meetings.schema.ts';
import { offerMeeting } from '#app/domain/meetings/offer-meeting.server.ts';
import { navigationFor } from '#app/domain/people/navigation.server.ts';
import { parseForm } from '#app/lib/forms.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { ROLES_ON_STAGE, smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

const formOf = (fields: Record<string, string>) => { const form = new FormData(); for (const [name, text] of Object.entries(fields)) form.set(name, text); return form; };
const times = { mentor: 'm', topic: 'tupe-hr', minutes: '60', place: 'By phone' };

it('reads the times of a form, and says beside which box a night of changing clocks leaves no time or two', () => {
  const read = parseForm(formOf({ ...times, 'slots.1.day': '27 3 2027', 'slots.1.time': '2:30pm', 'slots.3.day': '29 March 2027', 'slots.3.time': '14:30' }), offerForm);
  expect(read).toMatchObject({ ok: true, value: { minutes: 60, slots: [{ n: 1, at: '2027-03-27T14:30:00.000Z' }, { n: 3, at: '2027-03-29T13:30:00.000Z' }] } });
  const odd = parseForm(formOf({ ...times, 'slots.1.day': '28 3 2027', 'slots.1.time': '1:30am', 'slots.2.day': '31 10 2027', 'slots.2.time': '1:30am', 'slots.4.day': '31 2 2027', 'slots.4.time': '9am', 'slots.5.day': '1 4 2027' }), offerForm);
  expect(odd).toMatchObject({ ok: false, values: { 'slots.1.time': '1:30am' }, errors: [
    { id: 'slots.1.time', message: expect.stringMatching(/1:30am does not exist on that day/) as string }, { id: 'slots.2.time', message: expect.stringMatching(/1:30am comes twice on that day/) as string },
    { id: 'slots.4.day', message: expect.stringMatching(/real date/) as string }, { id: 'slots.5.time', message: expect.stringMatching(/clock time of time 5/) as string },
  ] });
  expect(parseForm(formOf({ mentor: 'm', metOn: '1 3 2027', topic: 'pensions', minutes: '60', 'actions.2.text': 'Ask' }), sessionForm)).toMatchObject({ ok: false, errors: [{ id: 'actions.2.owner' }, { id: 'actions.2.due' }] });
});

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  const at = (moment: string) => setClock(() => new Date(moment));
  beforeEach(async () => {
    at('2027-03-01T10:00:00Z');
    world = await smallWorld(engine);
    caseId = await smallCase(world);
  });
  afterEach(async () => { setClock(undefined); await world.close(); });

  const T = (hour: number, day = '02') => `2027-03-${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
  const offered = (...hours: number[]): Offer => ({ mentor: world.people.mentor.id, topic: 'tupe-hr', minutes: 60, place: 'By phone', slots: hours.map((hour, i) => ({ n: i + 1, at: T(hour) })) });
  const offer = (who: OnStage, ...hours: number[]) => offerMeeting(world.people[who], caseId, offered(...hours));
  const arranged = async (hour: number, by: OnStage = 'member', on = caseId) => {
    const { meetingId } = value(await offerMeeting(world.people[by], on, offered(hour)));
    value(await chooseSlot(world.people[by === 'mentor' ? 'lead' : 'mentor'], on, meetingId, T(hour)));
    return meetingId;
  };
  const session = (more: Partial<SessionWritten> = {}): SessionWritten => ({ mentor: world.people.mentor.id, meetingId: null, metOn: '2027-03-01', topic: 'tupe-hr', minutes: 90, advice: 'Ask the union first', privateNote: '', actions: [], ...more });
  const fileOf = async (who: OnStage, on = caseId) => (await caseForActor(reader(), world.people[who], on))!;
  const pageOf = async (who: OnStage) => meetingsPage(reader(), await fileOf(who));
  const tasks = async (who: OnStage) => (await homePage(reader(), world.people[who])).tasks.map(({ title }) => title);
  const refusedWith = (words: RegExp, status = 422) => ({ ok: false, status, reasons: [{ message: expect.stringMatching(words) as string }] });

  it('one side offers, the other chooses; a task of whoever is to choose; mailed to them alone', async () => {
    const { meetingId } = value(await offer('member', 10, 14, 16));
    expect([await tasks('mentor'), await tasks('lead'), (await navigationFor(world.people.mentor)).turns]).toEqual([['Choose a time to meet Member Person'], expect.not.arrayContaining(['Choose a time to meet Member Person']), 1]);
    expect((await latestMail(reader(), 20)).filter((mail) => mail.subject.startsWith('Choose a time')).map((mail) => mail.to_address)).toEqual([world.people.mentor.email]);
    for (const who of ['lead', 'member'] as const) expect(await chooseSlot(world.people[who], caseId, meetingId, T(14))).toMatchObject(refusedWith(/other side chooses/));
    for (const who of ['sponsor', 'finance', 'staffSide', 'boardMember'] as const) expect([who, await chooseSlot(world.people[who], caseId, meetingId, T(14)), await meetingPage(reader(), await fileOf(who), meetingId), await pageOf(who)]).toMatchObject([who, { status: 404 }, undefined, undefined]);
    expect(await chooseSlot(world.people.support, caseId, meetingId, T(14))).toMatchObject({ status: 403 });
    expect(await chooseSlot(world.people.mentor, caseId, meetingId, T(15))).toMatchObject(refusedWith(/Select one of the times/));
    value(await chooseSlot(world.people.mentor, caseId, meetingId, T(14)));
    expect(await meetingById(reader(), meetingId)).toMatchObject({ state: 'agreed', starts_at: T(14), ends_at: T(15), with_id: world.people.member.id, revision: 2 });
    expect(await chooseSlot(world.people.mentor, caseId, meetingId, T(10))).toMatchObject({ status: 409 });
    expect((await notificationsOf(reader(), world.people.member.id, { limit: 10 })).map(({ text }) => text)).toContain('Meeting agreed for 2 March 2027 at 2pm: Riverside therapies');
    expect(await tasks('mentor')).toEqual([]);
    const kinds = (await eventsOf(reader(), caseId, { limit: 10 })).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['meeting.offer', 'meeting.agree']));
    const told = async (who: OnStage) => JSON.stringify((await activityPage(reader(), await fileOf(who), { kind: '', before: '' })).days);
    expect([/agreed to meet/.test(await told('lead')), /to meet/.test(await told('sponsor'))]).toEqual([true, false]);
  });

  it('the mentor offers too, and whoever of the team chooses goes', async () => {
    const { meetingId } = value(await offer('mentor', 10));
    expect(await tasks('lead')).toContain('Choose a time to meet Mentor Person');
    value(await chooseSlot(world.people.member, caseId, meetingId, T(10)));
    expect(await meetingById(reader(), meetingId)).toMatchObject({ state: 'agreed', with_id: world.people.member.id });
  });

  it('nobody is booked twice, in one case or another, by law and by direct SQL', async () => {
    await arranged(10);
    expect(await offer('member', 10, 12)).toMatchObject({ status: 422, reasons: [{ field: 'slots.1.day', message: expect.stringMatching(/You have another meeting at time 1/) as string }] });
    const { meetingId } = value(await offer('lead', 10, 12)); // the lead is free at 10
    expect(await chooseSlot(world.people.mentor, caseId, meetingId, T(10))).toMatchObject(refusedWith(/^You have another meeting at that time/));
    const other = await smallCase(world);
    const there = value(await offerMeeting(world.people.mentor, other, offered(14))).meetingId;
    await arranged(14);
    expect(await chooseSlot(world.people.lead, other, there, T(14))).toMatchObject(refusedWith(/^Mentor Person has another meeting at that time/));
    const row = (await meetingById(reader(), there))!;
    const forced = transaction(world.open, (tx) => changeMeeting(tx, row, { state: 'agreed', starts_at: T(14), ends_at: T(15), changed_at: T(9) }));
    expect(await forced.then(() => 'booked', (error: unknown) => (isRefusedByTrigger(error) ? 'refused' : String(error)))).toBe('refused');
    value(await chooseSlot(world.people.mentor, caseId, meetingId, T(12)));
  });

  it('two who choose at once cannot both have the hour', async () => {
    const ids = [value(await offer('lead', 10)).meetingId, value(await offer('member', 10)).meetingId];
    const outcomes = await Promise.all(ids.map((id) => chooseSlot(world.people.mentor, caseId, id, T(10))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await meetingsOfCase(reader(), caseId)).filter(({ state }) => state === 'agreed')).toHaveLength(1);
  });

  it('is moved or cancelled with a reason, and the hour is free again', async () => {
    const meetingId = await arranged(10);
    expect(await cancelMeeting(world.people.lead, caseId, meetingId, ' ')).toMatchObject(refusedWith(/Enter the reason/));
    value(await moveMeeting(world.people.mentor, caseId, meetingId, { reason: 'A clinic', slots: [{ n: 1, at: T(12) }] }));
    expect(await meetingById(reader(), meetingId)).toMatchObject({ state: 'offered', round: 2, starts_at: null, reason: 'A clinic' });
    expect(await chooseSlot(world.people.member, caseId, meetingId, T(10))).toMatchObject(refusedWith(/Select one of the times/));
    value(await chooseSlot(world.people.member, caseId, meetingId, T(12)));
    await arranged(10);
    value(await cancelMeeting(world.people.lead, caseId, meetingId, 'Nobody can come'));
    expect(await moveMeeting(world.people.lead, caseId, meetingId, { reason: 'x', slots: [{ n: 1, at: T(16) }] })).toMatchObject(refusedWith(/was cancelled/));
    expect((await pageOf('mentor'))!.past).toMatchObject([{ state: 'cancelled', when: 'Cancelled: Nobody can come' }]);
  });

  it('a session is written down once a meeting, counts, and its actions are tasks until ticked', async () => {
    const meetingId = await arranged(10);
    expect(await logSession(world.people.mentor, caseId, session({ meetingId }))).toMatchObject(refusedWith(/has not taken place/));
    at('2027-03-02T12:00:00Z');
    expect(await tasks('mentor')).toEqual(['Write down the session with Member Person']);
    const actions = [{ text: 'Write to the union', ownerId: world.people.member.id, dueOn: '2027-03-09' }, { text: 'Send an example', ownerId: world.people.mentor.id, dueOn: '2027-03-05' }];
    value(await logSession(world.people.mentor, caseId, session({ meetingId, metOn: '2027-03-02', actions })));
    expect(await logSession(world.people.member, caseId, session({ meetingId }))).toMatchObject({ status: 409 });
    value(await logSession(world.people.lead, caseId, session()));
    expect(await meetingsHeld(reader(), caseId, world.people.mentor.id)).toBe(2);
    expect((await pageOf('support'))!.given).toEqual([{ name: 'Mentor Person', words: '2 meetings held, 3 hours in all' }]);
    expect([await tasks('mentor'), (await tasks('member'))[0]]).toEqual([['Send an example'], 'Write to the union']);
    const [own] = (await pageOf('member'))!.actions.filter(({ mayTick }) => mayTick);
    for (const [who, status] of [['support', 403], ['mentor', 403], ['sponsor', 404], ['outsider', 404]] as const) expect([who, await finishAction(world.people[who], caseId, own!.id)]).toMatchObject([who, { status }]);
    value(await finishAction(world.people.member, caseId, own!.id));
    expect(await finishAction(world.people.lead, caseId, own!.id)).toMatchObject({ status: 409 });
    expect(await tasks('member')).not.toContain('Write to the union');
  });

  it('refuses what cannot be so, with a sentence beside its box', async () => {
    for (const [who, more, field] of [
      ['lead', { metOn: '2027-03-02' }, 'metOn'], ['lead', { advice: '' }, 'advice'], ['lead', { privateNote: 'Mine' }, 'advice'],
      ['lead', { actions: [{ text: 'Decide', ownerId: world.people.sponsor.id, dueOn: '2027-03-09' }] }, 'actions.1.owner'], ['lead', { actions: [{ text: 'Ask', ownerId: world.people.lead.id, dueOn: '2027-02-01' }] }, 'actions.1.due'],
    ] as const) expect([field, await logSession(world.people[who], caseId, session(more as Partial<SessionWritten>))]).toMatchObject([field, { status: 422, reasons: [{ field }] }]);
    expect(await logSession(world.people.sponsor, caseId, session())).toMatchObject({ status: 404 });
    expect(await logSession(world.people.support, caseId, session())).toMatchObject({ status: 403 });
    expect(await meetingsHeld(reader(), caseId, world.people.mentor.id)).toBe(0);
  });

  it('a private note shows to the mentor and to nobody else', async () => {
    value(await logSession(world.people.mentor, caseId, session({ privateNote: 'CANARY-PRIVATE', advice: '' })));
    const { id: second } = world.people.outsider;
    value(await addPart(world.people.support, caseId, { personId: second, role: 'mentor', organisationId: null, stages: [] }));
    for (const who of ROLES_ON_STAGE) {
      const [page, activity, home] = [await pageOf(who), await activityPage(reader(), await fileOf(who), { kind: '', before: '' }), await homePage(reader(), world.people[who])];
      expect([who, /CANARY/.test(JSON.stringify([page ?? null, activity, home]))]).toEqual([who, who === 'mentor']);
    }
    expect((await pageOf('outsider'))!.sessions).toEqual([]); // another mentor's sessions are not theirs
    expect(JSON.stringify([await eventsOf(reader(), caseId, { limit: 50 }), await latestMail(reader(), 50)])).not.toMatch(/CANARY/);
  });

  it('ends with the part of the mentor: what was arranged is cancelled', async () => {
    const meetingId = await arranged(10);
    const part = (await fileOf('lead')).memberships.find(({ role }) => role === 'mentor')!.id;
    value(await endPart(world.people.lead, caseId, part));
    expect(await meetingById(reader(), meetingId)).toMatchObject({ state: 'cancelled', reason: "The mentor's part in the case ended" });
  });
});
