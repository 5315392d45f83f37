import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import { livePeopleIn } from '#db/tables/appointments.server.ts';
import { endMembership } from '#db/tables/memberships.server.ts';
import { feedbackOf, insertMentoringFeedback } from '#db/tables/mentorings.server.ts';
import { hasTag } from '#workflows/decide.ts';
import type { MentoringEvent } from '#workflows/machines/mentoring.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import { done, refused, type Deed, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { mentoringCommand } from './answer-request.server.ts';
import { stepMentoring, type MentoringLoaded, type Side } from './load-mentoring.server.ts';
import { outcomeTitle, type Move } from './mentoring-words.ts';
import type { MoveSaid, NewFeedback } from './mentoring.schema.ts';
import { askNext } from './next-in-line.server.ts';

/** One move of a mentoring by either side, or by the support unit where it may. */
export const makeMove = (actor: Actor, id: string, move: Move, said: MoveSaid): Promise<Done<{ caseId: string; over: boolean }> | Refused> =>
  mentoringCommand(actor, id, async (tx, loaded, side, at) => {
    const { row } = loaded;
    const event = { type: move, by: actor.id, at, outcome: said.outcome ?? '' } as MentoringEvent;
    const goesOn = move === 'goOn' && (side === 'team' ? { team_goes_on_at: at } : { mentor_goes_on_at: at });
    const ending = move === 'end' && { outcome: said.outcome ?? null, words: said.words };
    const step = await stepMentoring(tx, loaded, side, event, { ...goesOn, ...ending });
    if (!step.ok) return step.status === 422 && move === 'end' && !said.outcome ? refused(422, ...step.reasons.map((reason) => ({ field: 'outcome', ...reason }))) : step;
    const over = hasTag('mentoring', step.state, 'over');
    if (over && row.membership_id) await endMembership(tx, row.membership_id, at);
    await tellOther(tx, loaded, side, move, actor, at);
    const both = move === 'goOn' && step.state !== row.state;
    const deed: Deed = { kind: move === 'withdraw' ? 'mentor.withdraw' : `mentoring.${move}`, caseId: row.case_id, subject: { mentoring: id }, sentence: sentenceOf(loaded, move, both, said) };
    const asked = hasTag('mentoring', row.state, 'asked');
    return done({ caseId: row.case_id, over }, deed, ...(move === 'withdraw' && asked ? await askNext(tx, row.case_id, at) : []));
  });

function sentenceOf({ adviser }: MentoringLoaded, move: Move, both: boolean, said: MoveSaid): string {
  const goOn = both ? `agreed to go on: ${adviser.name} and the team work together` : `wants to go on with ${adviser.name} and the team`;
  return {
    withdraw: `took back the request to ${adviser.name}`, begin: `started the first meetings of ${adviser.name} and the team`, goOn,
    pause: `paused the mentoring by ${adviser.name}`, resume: `took up the mentoring by ${adviser.name} again`,
    end: `ended the mentoring by ${adviser.name}: ${outcomeTitle(said.outcome ?? null).replace(/^./, (c) => c.toLowerCase())}`,
  }[move];
}

const NEWS: Readonly<Record<Exclude<Move, 'withdraw'>, string>> = {
  begin: 'started the first meetings', goOn: 'wants to go on together', pause: 'paused the mentoring', resume: 'took up the mentoring again', end: 'ended the mentoring',
};

async function tellOther(tx: Writer, loaded: MentoringLoaded, side: Side, move: Move, actor: Actor, at: string): Promise<void> {
  const { row, adviser } = loaded;
  const news = { caseId: row.case_id, kind: 'information' as const, about: 'mentoring' as const };
  if (move === 'withdraw') {
    if (hasTag('mentoring', row.state, 'asked')) await tell(tx, at, [adviser.person_id], { ...news, text: `The team no longer asks you: ${loaded.case.title}`, link: `/mentoring/${row.id}` }, actor.id);
    return;
  }
  const mine = move === 'goOn' && (side === 'team' ? row.mentor_goes_on_at : row.team_goes_on_at) === null;
  const text = `${actor.name} ${NEWS[move]}: ${loaded.case.title}`;
  const kind = mine ? ('needsYou' as const) : news.kind;
  const because = mine ? { because: 'Say whether you want to go on too, or end it. Either is fine.' } : {};
  if (side !== 'mentor') await tell(tx, at, [adviser.person_id], { ...news, kind, text, link: `/mentoring/${row.id}`, ...because }, actor.id);
  if (side !== 'team') await tell(tx, at, holdersOf(loaded, 'lead'), { ...news, kind, text, link: `/cases/${row.case_id}/mentoring`, ...because }, actor.id);
  if (move === 'end') await tell(tx, at, await livePeopleIn(tx, 'support'), { ...news, text: `${adviser.name} no longer mentors a team: ${loaded.case.title}`, link: `/cases/${row.case_id}/mentoring` }, actor.id);
}

/** What each side says once it is over. Given once; the team, the mentor and the support unit read it. */
export const giveFeedback = (actor: Actor, id: string, { helped, words }: NewFeedback): Promise<Done<{ caseId: string }> | Refused> =>
  mentoringCommand(actor, id, async (tx, loaded, side, at) => {
    if (side !== 'team' && side !== 'mentor') return refused(403, 'Only the team lead and the mentor say how it went');
    const { row } = loaded;
    if (row.outcome === null) return refused(422, 'You can say how it went once it has ended');
    if ((await feedbackOf(tx, [id])).some((one) => one.side === side)) return refused(409, 'You have said how it went already');
    await insertMentoringFeedback(tx, { id: newId(), mentoring_id: id, side, helped, words, by: actor.id, at });
    return done({ caseId: row.case_id }, { kind: 'mentor.feedback', caseId: row.case_id, subject: { mentoring: id, side }, sentence: `said how the mentoring by ${loaded.adviser.name} went` });
  });
