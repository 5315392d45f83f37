import { newId } from '#db/codec.ts';
import { insertMeeting, insertSlots } from '#db/tables/meetings.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { slotFaults, spanOf, type Span } from '#workflows/meetings.ts';
import { counted } from '../../lib/money.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { busyTimes } from './load-meeting.server.ts';
import { mayMeet, seesMentor } from './meetings.policy.ts';
import type { Offer, SlotsTyped } from './meetings.schema.ts';

/** One side offers up to five times; the other is asked to choose. */
export async function offerMeeting(actor: Actor, caseId: string, offer: Offer): Promise<Done<{ meetingId: string }> | Refused> {
  return caseCommand(actor, caseId, ['lead', 'member', 'adviser', 'mentor'], async (tx, file, at) => {
    if (!holdersOf(file, 'mentor').includes(offer.mentor) || !seesMentor(file.roles, actor.id, offer.mentor)) return absent();
    if (!mayMeet(file.roles)) return refused(403, 'Only the team and its mentor arrange meetings');
    const faults = faultsIn(offer.slots, offer.minutes, await busyTimes(tx, actor.id, null), at);
    if (faults.length) return refused(422, ...faults);
    const byMentor = actor.id === offer.mentor;
    const team = byMentor ? holdersOf(file, 'lead')[0] : actor.id;
    if (!team) return refused(422, 'The case has no team lead to meet. Ask the support unit');
    const [id, awaits] = [newId(), byMentor ? team : offer.mentor];
    await insertMeeting(tx, {
      id, case_id: caseId, mentor_id: offer.mentor, with_id: team, topic: offer.topic, place: offer.place, minutes: offer.minutes,
      state: 'offered', round: 1, offered_by: actor.id, awaits_id: awaits, starts_at: null, ends_at: null, reason: '', at, changed_at: at, revision: 1,
    });
    await insertSlots(tx, id, 1, offer.slots.map((slot) => slot.at));
    const [other] = await peopleByIds(tx, [awaits]);
    await tell(tx, at, [awaits], {
      caseId, kind: 'needsYou', about: 'mentoring', text: `Choose a time to meet ${actor.name}: ${file.case.title}`, link: `/cases/${caseId}/meetings/${id}`,
      because: `${actor.name} offers ${counted(offer.slots.length, 'time')}. If none suits you, suggest others.`,
    }, actor.id);
    return done({ meetingId: id }, { kind: 'meeting.offer', caseId, subject: { meeting: id }, sentence: `offered ${counted(offer.slots.length, 'time')} to meet ${other?.name ?? 'the mentor'}` });
  });
}

/** What is wrong with the times of a form, each beside its own boxes. */
export const faultsIn = (slots: SlotsTyped, minutes: number, busy: readonly Span[], now: string) =>
  slotFaults(slots.map((slot) => spanOf(slot.at, minutes)), busy, now).map(({ slot, message }) => ({ field: `slots.${slots[slot]?.n ?? 1}.day`, message: message.replace(/time (\d)/gi, (words, n: string) => words.replace(n, String(slots[Number(n) - 1]?.n ?? n))) }));
