import type { Writer } from '#db/database.server.ts';
import { livePeopleIn } from '#db/tables/appointments.server.ts';
import { conditionsAwaited } from '#db/tables/conditions.server.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { remindedUnder } from '#db/tables/reminders.server.ts';
import { hasTag, statesOf } from '#workflows/decide.ts';
import { stepOn, type ReminderStep } from '#workflows/reminders.ts';
import { conditionTurn } from '#workflows/turn.ts';
import { day } from '../../lib/dates.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import { dayOf, today } from '../clock.server.ts';
import { CLOCK, command, done } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { tell, tellEachOnce } from '../notifications/tell.server.ts';
import { wordsOf } from './conditions.policy.ts';

type Due = Awaited<ReturnType<typeof conditionsAwaited>>[number];
const moving = (states: string[]) => states.filter((state) => !hasTag('case', state, 'standing') && !hasTag('case', state, 'ended'));
const unsettled = () => statesOf('condition').filter((state) => !hasTag('condition', state, 'settled'));

/**
 * Reminds whoever's turn a condition is at half time, two days before its date and once when the date has passed; then
 * its approver and their deputy are told too, and five working days later the support unit. A new date begins anew.
 * Cases that stand still or have ended are left alone.
 */
export async function remindConditions(): Promise<void> {
  const due = (await conditionsAwaited(reader(), unsettled(), moving(statesOf('case')))).flatMap((row) => {
    const step = stepOn({ from: dayOf(row.at), dueOn: row.due_on }, today());
    return step ? [{ row, step, word: `condition:${row.id}:${row.due_on}:${step}` }] : [];
  });
  if (due.length === 0) return;
  const given = await remindedUnder(reader(), due.map(({ word }) => word));
  for (const { row, step, word } of due.filter((one) => !given.has(one.word))) {
    await command(CLOCK, async (tx, at) => {
      await remind(tx, at, row, step, word);
      return done(null);
    });
  }
}

async function remind(tx: Writer, at: string, row: Due, step: ReminderStep, word: string): Promise<void> {
  const memberships = await membershipsOfCase(tx, row.case_id);
  const turn = conditionTurn(row.state);
  const sponsors = holdersOf({ memberships }, 'sponsor');
  const people = { lead: holdersOf({ memberships }, 'lead'), owner: [row.owner_id], verifier: [row.verifier_id], nobody: sponsors }[turn];
  const what = `condition ${row.number} of the ${row.stage.replace('-', ' ')}, ${row.case_title}`;
  const news = { caseId: row.case_id, link: `/cases/${row.case_id}/conditions/${row.id}` };
  const others = { ...news, kind: 'information', about: 'dates', text: `Not met by ${day(row.due_on)}: ${what}` } as const;
  if (step === 'unit') return tellEachOnce(tx, at, [...(await livePeopleIn(tx, 'support')), ...holdersOf({ memberships }, 'support')], others, word);
  const late = step === 'late';
  await tellEachOnce(tx, at, people, {
    ...news, kind: 'needsYou', about: 'reminders', text: late ? `Late since ${day(row.due_on)}: ${what}` : `${ACTS[turn]} by ${day(row.due_on)}: ${what}`,
    because: `${wordsOf(row)}. ${late ? 'Its approver sees that it is late. This is the last reminder. The support unit is told after five working days.' : 'After that day its approver is told, and the support unit five working days later.'}`,
  }, word);
  if (late) await tell(tx, at, [row.verifier_id, ...sponsors].filter((id) => !people.includes(id)), others, null);
}

const ACTS = { lead: 'Agree the words', owner: 'Send evidence', verifier: 'Check the evidence', nobody: 'Look at it' } as const;
