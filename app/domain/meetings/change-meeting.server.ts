import type { Writer } from '#db/database.server.ts';
import { changeMeeting, insertSlots } from '#db/tables/meetings.server.ts';
import { spanOf, whyNot } from '#workflows/meetings.ts';
import { moment } from '../../lib/dates.ts';
import { counted } from '../../lib/money.ts';
import { caseCommand, changedMeanwhile } from '../cases/case-command.server.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { busyTimes, loadMeeting, type MeetingLoaded } from './load-meeting.server.ts';
import { mayMeet } from './meetings.policy.ts';
import type { SlotsTyped } from './meetings.schema.ts';
import { faultsIn } from './offer-meeting.server.ts';

type Outcome = Done<null> | Refused;

/** The side that was offered times takes one of them. Whoever chooses for the team is who goes. */
export const chooseSlot = (actor: Actor, caseId: string, meetingId: string, from: string): Promise<Outcome> =>
  onMeeting(actor, caseId, meetingId, async (tx, file, { row, facts }, at) => {
    const fault = whyNot(facts, { type: 'choose', from });
    if (fault) return refused(facts.state === 'agreed' ? 409 : 422, { message: fault, field: 'slot' });
    const span = spanOf(from, row.minutes);
    const withId = actor.id === row.mentor_id ? row.with_id : actor.id;
    if (!(await changeMeeting(tx, row, { state: 'agreed', with_id: withId, starts_at: span.from, ends_at: span.until, changed_at: at }))) return changedMeanwhile();
    await tell(tx, at, [row.mentor_id, withId, row.offered_by], { ...about(file, row), kind: 'information', about: 'mentoring', text: `Meeting agreed for ${moment(from)}: ${file.case.title}` }, actor.id);
    return done(null, { kind: 'meeting.agree', caseId, subject: { meeting: row.id }, sentence: `agreed to meet ${facts.theirs.name} on ${moment(from)}` });
  });

/** Either side offers other times, for a meeting agreed or not yet, and says why. */
export const moveMeeting = (actor: Actor, caseId: string, meetingId: string, { reason, slots }: { reason: string; slots: SlotsTyped }): Promise<Outcome> =>
  onMeeting(actor, caseId, meetingId, async (tx, file, { row, facts, otherId }, at) => {
    const fault = whyNot(facts, { type: 'move', reason });
    if (fault) return refused(422, { message: fault, field: 'reason' });
    const faults = faultsIn(slots, row.minutes, await busyTimes(tx, actor.id, row.id), at);
    if (faults.length) return refused(422, ...faults);
    const moved = { state: 'offered' as const, round: row.round + 1, offered_by: actor.id, awaits_id: otherId, starts_at: null, ends_at: null, reason, changed_at: at };
    if (!(await changeMeeting(tx, row, { ...moved, with_id: actor.id === row.mentor_id ? row.with_id : actor.id }))) return changedMeanwhile();
    await insertSlots(tx, row.id, row.round + 1, slots.map((slot) => slot.at));
    await tell(tx, at, [otherId], {
      ...about(file, row), kind: 'needsYou', about: 'mentoring', text: `Choose another time to meet ${actor.name}: ${file.case.title}`,
      because: `${row.starts_at ? `The meeting of ${moment(row.starts_at)} is off. ` : ''}${actor.name} offers ${counted(slots.length, 'other time')}. The reason: ${reason}`,
    }, actor.id);
    return done(null, { kind: 'meeting.move', caseId, subject: { meeting: row.id }, sentence: `offered ${facts.theirs.name} ${counted(slots.length, 'other time')} to meet` });
  });

export const cancelMeeting = (actor: Actor, caseId: string, meetingId: string, reason: string): Promise<Outcome> =>
  onMeeting(actor, caseId, meetingId, async (tx, file, { row, facts, otherId }, at) => {
    const fault = whyNot(facts, { type: 'cancel', reason });
    if (fault) return refused(422, { message: fault, field: 'reason' });
    if (!(await changeMeeting(tx, row, { state: 'cancelled', reason, changed_at: at }))) return changedMeanwhile();
    await tell(tx, at, [otherId], { ...about(file, row), kind: 'needsYou', about: 'mentoring', text: `${actor.name} cancelled the meeting${row.starts_at ? ` of ${moment(row.starts_at)}` : ''}: ${file.case.title}`, because: `The reason: ${reason}` }, actor.id);
    return done(null, { kind: 'meeting.cancel', caseId, subject: { meeting: row.id }, sentence: `cancelled the meeting with ${facts.theirs.name}${row.starts_at ? ` of ${moment(row.starts_at)}` : ''}` });
  });

const onMeeting = (actor: Actor, caseId: string, meetingId: string, work: (tx: Writer, file: CaseFile, loaded: MeetingLoaded, at: string) => Promise<Outcome>): Promise<Outcome> =>
  caseCommand(actor, caseId, ['lead', 'member', 'adviser', 'mentor'], async (tx, file, at) => {
    const loaded = await loadMeeting(tx, file, meetingId);
    if (!loaded) return absent();
    return mayMeet(file.roles) ? work(tx, file, loaded, at) : refused(403, 'Only the team and its mentor arrange meetings');
  });

const about = (file: CaseFile, row: MeetingLoaded['row']) => ({ caseId: file.case.id, link: `/cases/${file.case.id}/meetings/${row.id}` });
