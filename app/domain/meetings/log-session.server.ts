import { newId } from '#db/codec.ts';
import { actionsOfCase, insertAction, insertSession, markActionDone, sessionsOfCase } from '#db/tables/mentor-sessions.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { dayInWords } from '#workflows/dates.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { TEAM } from '../cases/cases.policy.ts';
import { today } from '../clock.server.ts';
import { absent, done, refused, type Done, type Reason, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { loadMeeting } from './load-meeting.server.ts';
import { mayMeet, maySeeMeetings, mayTick, seesMentor } from './meetings.policy.ts';
import type { SessionWritten } from './meetings.schema.ts';

/** Writes down a session: what both sides read, what the mentor keeps for themselves, and who does what next. */
export async function logSession(actor: Actor, caseId: string, session: SessionWritten): Promise<Done<{ sessionId: string }> | Refused> {
  return caseCommand(actor, caseId, ['lead', 'member', 'adviser', 'mentor'], async (tx, file, at) => {
    const meeting = session.meetingId ? await loadMeeting(tx, file, session.meetingId) : undefined;
    const known = holdersOf(file, 'mentor').includes(session.mentor) && seesMentor(file.roles, actor.id, session.mentor);
    if (!known || (session.meetingId && meeting?.row.mentor_id !== session.mentor)) return absent();
    if (!mayMeet(file.roles)) return refused(403, 'Only the team and its mentor write down a session');
    if (meeting?.facts.held) return refused(409, 'This meeting is written down already');
    if (meeting && (meeting.row.state !== 'agreed' || meeting.row.starts_at! > at)) return refused(422, 'This meeting has not taken place. Write it down when it has');
    const faults = faultsOf(file, session);
    if (faults.length) return refused(422, ...faults);
    const id = newId();
    await insertSession(tx, {
      id, case_id: caseId, mentor_id: session.mentor, meeting_id: session.meetingId, met_on: session.metOn, topic: session.topic, minutes: session.minutes,
      advice: session.advice, private_note: session.privateNote, by: actor.id, at,
    });
    for (const { text, ownerId, dueOn } of session.actions) {
      await insertAction(tx, { id: newId(), session_id: id, case_id: caseId, text, owner_id: ownerId, due_on: dueOn, done_by: null, done_at: null });
      await tell(tx, at, [ownerId], { caseId, kind: 'needsYou', about: 'mentoring', text: `Do by ${dayInWords(dueOn)}: ${text}, ${file.case.title}`, link: `/cases/${caseId}/meetings`, because: `${actor.name} wrote it down after the session of ${dayInWords(session.metOn)}. Mark it as done when it is.` }, actor.id);
    }
    const [mentor] = await peopleByIds(tx, [session.mentor]);
    await tell(tx, at, [session.mentor, ...holdersOf(file, 'lead')], { caseId, kind: 'information', about: 'mentoring', text: `${actor.name} wrote down the session of ${dayInWords(session.metOn)}: ${file.case.title}`, link: `/cases/${caseId}/meetings` }, actor.id);
    return done({ sessionId: id }, { kind: 'session.log', caseId, subject: { session: id }, sentence: `wrote down the session with ${actor.id === session.mentor ? 'the team' : (mentor?.name ?? 'the mentor')} of ${dayInWords(session.metOn)}` });
  });
}

function faultsOf(file: CaseFile, session: SessionWritten): Reason[] {
  const own = file.actor.id === session.mentor;
  const people = [session.mentor, ...holdersOf(file, ...TEAM)];
  const stranger = session.actions.findIndex(({ ownerId }) => !people.includes(ownerId));
  const past = session.actions.findIndex(({ dueOn }) => dueOn < session.metOn);
  return [
    ...(session.metOn > today() ? [{ field: 'metOn', message: 'The day you met must be today or earlier' }] : []),
    ...(session.privateNote && !own ? [{ field: 'advice', message: 'Only the mentor keeps private notes' }] : []),
    ...(!session.advice && !session.privateNote ? [{ field: 'advice', message: own ? 'Enter what you advised, or write it in your private note' : 'Enter what was advised' }] : []),
    ...(stranger >= 0 ? [{ field: `actions.${stranger + 1}.owner`, message: `Select who does action ${stranger + 1}: somebody in the team, or the mentor` }] : []),
    ...(past >= 0 ? [{ field: `actions.${past + 1}.due`, message: `The date of action ${past + 1} must not be before the session` }] : []),
  ];
}

/** Ticks off what was to be done: its owner, or the team lead. */
export async function finishAction(actor: Actor, caseId: string, actionId: string): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, ['lead', 'member', 'adviser', 'mentor'], async (tx, file, at) => {
    const row = (await actionsOfCase(tx, caseId)).find(({ id }) => id === actionId);
    const session = row && (await sessionsOfCase(tx, caseId)).find(({ id }) => id === row.session_id);
    if (!row || !session || !maySeeMeetings(file.roles) || !seesMentor(file.roles, actor.id, session.mentor_id)) return absent();
    if (!mayTick(file.roles, actor.id, row.owner_id)) return refused(403, 'Whoever is to do it marks it as done, or the team lead does');
    if (!(await markActionDone(tx, actionId, actor.id, at))) return refused(409, 'It was marked as done a moment ago');
    return done(null, { kind: 'action.done', caseId, subject: { action: actionId }, sentence: 'marked an action agreed with the mentor as done' });
  });
}
