import type { Reader, Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { livePeopleIn } from '#db/tables/appointments.server.ts';
import { boardsAwaited } from '#db/tables/boards.server.ts';
import { caseById } from '#db/tables/cases.server.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { remindedUnder } from '#db/tables/reminders.server.ts';
import { stagesAwaited, stagesOf } from '#db/tables/stages.server.ts';
import { addDays, dayInWords } from '#workflows/dates.ts';
import { hasTag, statesOf } from '#workflows/decide.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { stepOn, type ReminderStep } from '#workflows/reminders.ts';
import { turnOf } from '#workflows/turn.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import { waitingFor } from '../cases/waiting-for.server.ts';
import { dayOf, today } from '../clock.server.ts';
import { CLOCK, command, done } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { tellOnce } from '../notifications/tell.server.ts';
import { pathwayOf } from '../pathways/pathways.server.ts';
import { namesOf, together } from './people-named.server.ts';

/** Later than any reminder is given: older rows are not read. */
const LONG_AGO = 30;

/** A stage with somebody until a day, or the board that is to give its views on it. */
interface Awaited {
  caseId: string;
  stage: StageKey;
  /** Board: only those who owe a view. */
  board: string | null;
  dueOn: string;
  step: ReminderStep;
  /** Under which the step is given once. */
  word: string;
}

/**
 * Reminds everybody a stage waits for: its team, approver and second line, those asked for a review, and board
 * members. At half time, two days before and one day after; the support unit hears of it five working days after.
 */
export async function remindTurns(): Promise<void> {
  const due = await awaited(reader(), today());
  if (due.length === 0) return;
  const given = await remindedUnder(reader(), due.map(({ word }) => word));
  for (const one of due.filter(({ word }) => !given.has(word))) {
    await command(CLOCK, async (tx, at) => {
      await remind(tx, at, one);
      return done(null);
    });
  }
}

async function awaited(from: Reader, on: string): Promise<Awaited[]> {
  const asked = { since: addDays(on, -LONG_AGO), caseStates: statesOf('case').filter((state) => !hasTag('case', state, 'standing') && !hasTag('case', state, 'ended')) };
  const waiting = statesOf('stage').filter((state) => ['team', 'approver', 'secondLine'].some((tag) => hasTag('stage', state, tag)));
  const [stages, boards] = await Promise.all([stagesAwaited(from, { ...asked, states: waiting }), boardsAwaited(from, asked)]);
  return [
    ...stages.flatMap((row) => stepped(row, { board: null, since: row.turn_since_at, dueOn: row.due_on, word: `stage:${row.id}:${row.turn_since_at}` }, on)),
    ...boards.flatMap((row) => stepped(row, { board: row.id, since: row.at, dueOn: row.meets_on, word: `board:${row.id}` }, on)),
  ];
}

function stepped(row: { case_id: string; stage: string }, { board, since, dueOn, word }: { board: string | null; since: string | null; dueOn: string | null; word: string }, on: string): Awaited[] {
  const step = since && dueOn ? stepOn({ from: dayOf(since), dueOn }, on) : undefined;
  return step && dueOn ? [{ caseId: row.case_id, stage: row.stage as StageKey, board, dueOn, step, word: `${word}:${dueOn}:${step}` }] : [];
}

async function remind(tx: Writer, at: string, one: Awaited): Promise<void> {
  const row = (await caseById(tx, one.caseId))!;
  const [memberships, stages, pathway] = await Promise.all([membershipsOfCase(tx, row.id), stagesOf(tx, row.id), pathwayOf(tx, row)]);
  const live = memberships.filter((part) => part.until_at === null);
  const owing = (await Promise.all([...new Set(live.map((part) => part.person_id))].map((id) => owed(tx, id, { row, stages, parts: live }, one)))).flat();
  const about = { title: row.title, noun: inWords(stageOf(pathway, one.stage).stage.noun, pathway) };
  if (one.step === 'unit') return tellUnit(tx, at, one, { ...about, owing, unit: [...(await livePeopleIn(tx, 'support')), ...holdersOf({ memberships }, 'support')] });
  for (const [nth, { id, act }] of owing.entries()) await tellOnce(tx, at, id, newsOf(one, act, about), nth === 0 ? one.word : `${one.word}:${id}:${act}`);
}

type Act = 'send' | 'decide' | 'assure' | 'review' | 'view';

/** What this person has yet to do about it. */
async function owed(tx: Writer, id: string, { row, stages, parts }: { row: Row<'cases'>; stages: Row<'stages'>[]; parts: Row<'memberships'>[] }, one: Awaited): Promise<{ id: string; act: Act }[]> {
  const waits = await waitingFor(tx, id, { cases: [row], stages, parts: parts.filter((part) => part.person_id === id) });
  if (one.board) return waits.views.some((board) => board.id === one.board) ? [{ id, act: 'view' }] : [];
  const turn = turnOf(row.state, stages.find((stage) => stage.stage === one.stage)!.state);
  const acts: Act[] = [];
  if (turn !== 'nobody' && waits.turns.some(({ stage }) => stage === one.stage)) acts.push(({ team: 'send', approver: 'decide', secondLine: 'assure' } as const)[turn]);
  if (waits.reviews.some(({ stage }) => stage === one.stage)) acts.push('review');
  return acts.map((act) => ({ id, act }));
}

/** The act in the subject, and why it is asked of this person. */
const ACTS: Record<Act, { verb: string; why: string; link: string }> = {
  send: { verb: 'Complete and send', why: 'It is with your team.', link: '' },
  decide: { verb: 'Decide', why: 'It is with you to decide. If you need longer, set a new date on the decision page.', link: '/review' },
  assure: { verb: 'Assure or query', why: 'The decision stands when you have assured it.', link: '/review' },
  review: { verb: 'Review', why: 'Your review must be in before the approver can decide.', link: '/review' },
  view: { verb: 'Give your view', why: 'The board is heard before the approver decides.', link: '/review' },
};

function newsOf({ caseId, stage, dueOn, step }: Awaited, act: Act, { title, noun }: { title: string; noun: string }) {
  const { verb, why, link } = ACTS[act];
  const date = dayInWords(dueOn);
  const late = step === 'late';
  return {
    caseId, kind: 'needsYou', about: 'reminders', link: `/cases/${caseId}/stages/${stage}${link}`,
    text: late ? `Late since ${date}: ${verb.charAt(0).toLowerCase()}${verb.slice(1)}, ${title}, ${noun}` : `${verb} by ${date}: ${title}, ${noun}`,
    because: `${why} ${late ? 'This is the last reminder. The support unit is told after five working days.' : 'After that day everybody in the case sees that it is late.'}`,
  } as const;
}

/** The support unit hears of it once, and for whom it waits. */
async function tellUnit(tx: Writer, at: string, { caseId, stage, dueOn, word }: Awaited, { title, noun, owing, unit }: { title: string; noun: string; owing: { id: string }[]; unit: string[] }): Promise<void> {
  const name = await namesOf(tx, owing.map(({ id }) => id));
  const whom = together([...new Set(owing.map(({ id }) => name(id)))], 'somebody who is not named yet');
  for (const [nth, id] of [...new Set(unit)].entries()) {
    await tellOnce(tx, at, id, { caseId, kind: 'information', about: 'dates', link: `/cases/${caseId}/stages/${stage}`, text: `Due on ${dayInWords(dueOn)}, and still with ${whom}: ${title}, ${noun}` }, nth === 0 ? word : `${word}:${id}`);
  }
}
