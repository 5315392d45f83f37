import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '#db/database.server.ts';
import { liveFeedsOf } from '#db/tables/calendar-feeds.server.ts';
import { updatePerson } from '#db/tables/people.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { endPart } from '#app/domain/cases/memberships.server.ts';
import { shareStages } from '#app/domain/cases/share-stages.server.ts';
import { calendarFile } from '#app/domain/calendars/calendar-file.server.ts';
import { calendarAt, endFeed, makeFeed } from '#app/domain/calendars/feeds.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { chooseSlot, moveMeeting } from '#app/domain/meetings/change-meeting.server.ts';
import { logSession } from '#app/domain/meetings/log-session.server.ts';
import { notesFor, writeNote } from '#app/domain/meetings/mentor-note.server.ts';
import { offerMeeting } from '#app/domain/meetings/offer-meeting.server.ts';
import { reviewPage } from '#app/domain/stages/review-page.server.ts';
import { stagePage } from '#app/domain/stages/stage-page.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { ROLES_ON_STAGE, smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { judge, pass, toItsApprover, value } from '#tests/setup/walk.ts';

/** Events as an independent reader finds them, by the part of their UID before the host. */
function eventsIn(text: string) {
  const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  return events.map((event) => ({
    uid: event.uid.replace(/@.*/, ''), title: event.summary, allDay: event.startDate.isDate, from: event.startDate.isDate ? event.startDate.toString() : event.startDate.toJSDate().toISOString(),
    until: event.endDate.isDate ? event.endDate.toString() : event.endDate.toJSDate().toISOString(), sequence: event.sequence, place: event.location, words: event.description,
  }));
}

describe('the file', () => {
  const zone = process.env.TZ;
  afterEach(() => { if (zone === undefined) delete process.env.TZ; else process.env.TZ = zone; });
  const entry = { words: '', place: '', link: '/cases/x', sequence: 3, changedAt: '2027-03-01T10:00:00.000Z' };
  it.each(['UTC', 'Europe/London', 'Pacific/Auckland', 'America/Los_Angeles'])('says the same wherever the machine stands: %s', (tz) => {
    process.env.TZ = tz;
    const text = calendarFile('Slipway', [
      { ...entry, uid: 'a', title: 'A day', when: { on: '2027-03-28' } }, { ...entry, uid: 'b', title: 'Summer', when: { from: '2027-07-01T13:30:00.000Z', until: '2027-07-01T14:30:00.000Z' } },
    ]);
    expect(eventsIn(text)).toMatchObject([{ allDay: true, from: '2027-03-28', until: '2027-03-29', sequence: 3 }, { allDay: false, from: '2027-07-01T13:30:00.000Z', until: '2027-07-01T14:30:00.000Z' }]);
    for (const line of ['DTSTART;VALUE=DATE:20270328', 'DTSTART:20270701T133000Z', 'LAST-MODIFIED:20270301T100000Z', 'METHOD:PUBLISH', 'UID:a@slipway']) expect(text).toContain(`${line}\r\n`);
  });

  it('folds long lines, escapes text and lets nothing typed begin a line', () => {
    const title = `Décision; "pensions", \\ and\r\nBEGIN:VEVENT\nUID:forged\u2028 ${'é'.repeat(120)}`;
    const text = calendarFile('Slipway', [{ ...entry, uid: 'a', title, words: 'One, two; three', place: 'Room 1, Mill Lane', when: { on: '2027-03-28' } }]);
    expect(text.split('\r\n').map((line) => Buffer.byteLength(line)).filter((length) => length > 75)).toEqual([]);
    expect(eventsIn(text)).toMatchObject([{ uid: 'a', title: title.replace(/[\r\n\u2028]+/g, ' '), place: 'Room 1, Mill Lane', words: expect.stringMatching(/^One, two; three\nhttp/) as string }]);
  });
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
  const fileOf = async (who: OnStage) => (await caseForActor(reader(), world.people[who], caseId))!;
  const secretOf = async (who: OnStage, of = caseId) => /calendar\/([\w-]{43})\.ics$/.exec(value(await makeFeed(world.people[who], of)).address)![1]!;
  const titles = async (secret: string) => eventsIn((await calendarAt(secret))!).map(({ title }) => title.replace(': Riverside therapies', ''));

  it('holds what each person may see, asked anew each time', async () => {
    await pass(world, caseId, 'readiness');
    await toItsApprover(world, caseId, 'proposal');
    const condition = { text: 'CANARY-CONDITION', evidence: 'A letter', ownerId: world.people.lead.id, dueOn: '2027-05-01', blocks: 'nothing' as const };
    value(await judge(world, caseId, 'proposal', 'approvedWithConditions', { conditions: [condition] }));
    const part = (await fileOf('lead')).memberships.find(({ role }) => role === 'mentor')!.id;
    const [lead, sponsor, mentor, staffSide] = [await secretOf('lead'), await secretOf('sponsor'), await secretOf('mentor'), await secretOf('staffSide')];
    for (const secret of [lead, sponsor, mentor]) expect(await titles(secret)).toContain('Condition 1 of the proposal due');
    expect(await calendarAt(staffSide)).not.toMatch(/CANARY/);
    value(await shareStages(world.people.lead, caseId, part, ['governance'], '2027-04-01'));
    expect(await calendarAt(mentor)).not.toMatch(/CANARY/);
    expect([await titles(mentor), (await titles(lead)).includes('Last day of what the mentor can read')]).toEqual([['Governance and legal form due', 'Last day of what the mentor can read'], true]);
    value(await endPart(world.people.lead, caseId, part));
    expect(await calendarAt(mentor)).toBeUndefined();
    expect(await titles(await secretOf('mentor', 'all'))).toEqual([]);
  });

  it('carries a meeting in UTC under one UID, with a sequence that rises, and not to who does not see it', async () => {
    const [lead, member, sponsor] = [await secretOf('lead', 'all'), await secretOf('member', 'all'), await secretOf('sponsor')];
    const whole = await secretOf('member');
    const { meetingId } = value(await offerMeeting(world.people.lead, caseId, { mentor: world.people.mentor.id, topic: 'pensions', minutes: 60, place: 'By phone', slots: [{ n: 1, at: '2027-04-05T13:00:00.000Z' }] }));
    value(await chooseSlot(world.people.mentor, caseId, meetingId, '2027-04-05T13:00:00.000Z'));
    const meeting = async (secret: string) => eventsIn((await calendarAt(secret))!).filter(({ uid }) => uid.startsWith('meeting-'));
    const [before] = await meeting(lead);
    expect(before).toMatchObject({ uid: `meeting-${meetingId}`, from: '2027-04-05T13:00:00.000Z', until: '2027-04-05T14:00:00.000Z', place: 'By phone' });
    expect([await meeting(member), (await meeting(whole)).length, await meeting(sponsor)]).toEqual([[], 1, []]);
    value(await moveMeeting(world.people.lead, caseId, meetingId, { reason: 'A clinic', slots: [{ n: 1, at: '2027-04-06T09:00:00.000Z' }] }));
    expect(await meeting(lead)).toEqual([]);
    value(await chooseSlot(world.people.mentor, caseId, meetingId, '2027-04-06T09:00:00.000Z'));
    const [after] = await meeting(lead);
    expect([after!.uid, after!.sequence > before!.sequence]).toEqual([before!.uid, true]);
  });

  it('brings an action to who is to do it, and never a private note', async () => {
    const secret = await secretOf('member', 'all');
    value(await logSession(world.people.mentor, caseId, { mentor: world.people.mentor.id, meetingId: null, metOn: '2027-03-01', topic: 'pensions', minutes: 60, advice: 'CANARY-ADVICE', privateNote: 'CANARY-PRIVATE', actions: [{ text: 'Ask the scheme', ownerId: world.people.member.id, dueOn: '2027-03-09' }] }));
    expect(await titles(secret)).toContain('Ask the scheme');
    for (const who of ROLES_ON_STAGE) if (who !== 'outsider') expect([who, /CANARY|Ask the scheme/.test((await calendarAt(await secretOf(who)))!)]).toEqual([who, who === 'member']);
  });

  it('is kept as a hash, ended by a new address, by its person and with their account', async () => {
    const first = await secretOf('lead');
    const other = await secretOf('lead', 'all');
    expect(JSON.stringify(await liveFeedsOf(reader(), world.people.lead.id))).not.toContain(first);
    const second = await secretOf('lead');
    expect([await calendarAt(first), typeof (await calendarAt(second)), typeof (await calendarAt(other))]).toEqual([undefined, 'string', 'string']);
    value(await endFeed(world.people.lead, caseId));
    expect([await calendarAt(second), typeof (await calendarAt(other))]).toEqual([undefined, 'string']);
    await transaction(world.open, (tx) => updatePerson(tx, world.people.lead.id, { disabled_at: '2027-03-01T10:00:00.000Z' }));
    expect(await calendarAt(other)).toBeUndefined();
    expect(await makeFeed(world.people.outsider, caseId)).toMatchObject({ status: 404 });
  });

  it("shows a mentor's note to the approver and the team where they read the stage, and takes it back", async () => {
    await pass(world, caseId, 'readiness');
    await toItsApprover(world, caseId, 'proposal');
    const seen = async () => Object.fromEntries(await Promise.all(ROLES_ON_STAGE.filter((who) => who !== 'outsider').map(async (who) => [who, (await notesFor(reader(), await fileOf(who), 'proposal')).map(({ text }) => text)] as const)));
    for (const who of ['lead', 'sponsor', 'support'] as const) expect([who, await writeNote(world.people[who], caseId, 'proposal', 'x')]).toMatchObject([who, { status: 403 }]);
    expect([await writeNote(world.people.staffSide, caseId, 'proposal', 'x'), await writeNote(world.people.mentor, caseId, 'governance', 'x'), await writeNote(world.people.mentor, caseId, 'proposal', '')]).toMatchObject([{ status: 404 }, { status: 404 }, { status: 422 }]);
    value(await writeNote(world.people.mentor, caseId, 'proposal', 'First words'));
    value(await writeNote(world.people.mentor, caseId, 'proposal', 'They met everybody'));
    const all = await seen();
    for (const [who, texts] of Object.entries(all)) expect([who, texts]).toEqual([who, who === 'staffSide' ? [] : ['They met everybody']]);
    expect([(await stagePage(reader(), await fileOf('lead'), 'proposal'))!.notes, (await reviewPage(reader(), await fileOf('sponsor'), 'proposal', { showAll: true }))!.notes]).toMatchObject([[{ text: 'They met everybody', by: 'Mentor Person' }], [{ text: 'They met everybody' }]]);
    value(await writeNote(world.people.mentor, caseId, 'proposal', ''));
    expect((await seen()).sponsor).toEqual([]);
    value(await judge(world, caseId, 'proposal', 'approved'));
    expect(await writeNote(world.people.mentor, caseId, 'proposal', 'Too late')).toMatchObject({ status: 403 });
  });
});
