import type { Writer } from '#db/database.server.ts';
import { livePeopleIn } from '#db/tables/appointments.server.ts';
import { invitationsAwaited } from '#db/tables/invitations.server.ts';
import { mailUnder } from '#db/tables/outbox.server.ts';
import { insertReminder, remindedUnder } from '#db/tables/reminders.server.ts';
import { addDays } from '#workflows/dates.ts';
import { hasTag } from '#workflows/decide.ts';
import { stepOn, type ReminderStep } from '#workflows/reminders.ts';
import { day } from '../../lib/dates.ts';
import { roleInWords } from '../../lib/roles.ts';
import { dayOf, today } from '../clock.server.ts';
import { CLOCK, command, done } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { tellEachOnce } from '../notifications/tell.server.ts';
import { enqueueMail } from '../outbox/send-mail.server.ts';

/** Later than any reminder is given: older rows are not read. */
const LONG_AGO = 30;

type Invitation = Awaited<ReturnType<typeof invitationsAwaited>>[number];
interface Due {
  row: Invitation;
  step: ReminderStep;
  /** Under which the step is given once. */
  word: string;
}

/** Reminds who was invited and has not answered, at half time and two days before the link ends; then whoever invited them, and the support unit last. */
export async function remindInvited(): Promise<void> {
  const rows = (await invitationsAwaited(reader(), `${addDays(today(), -LONG_AGO)}T00:00:00.000Z`)).filter((row) => !hasTag('case', row.case_state, 'ended'));
  const due = rows.flatMap((row): Due[] => {
    const step = stepOn({ from: dayOf(row.at), dueOn: dayOf(row.expires_at) }, today());
    return step ? [{ row, step, word: `invitation:${row.id}:${step}` }] : [];
  });
  if (due.length === 0) return;
  const given = await remindedUnder(reader(), due.map(({ word }) => word));
  for (const one of due.filter(({ word }) => !given.has(word))) {
    await command(CLOCK, async (tx, at) => {
      await remind(tx, at, one);
      return done(null);
    });
  }
}

async function remind(tx: Writer, at: string, { row, step, word }: Due): Promise<void> {
  if (step === 'half' || step === 'soon') return sendAgain(tx, at, row, word);
  const what = `${row.name} has not answered the invitation to join as ${roleInWords(row.role)}: ${row.case_title}`;
  const news = { caseId: row.case_id, link: `/cases/${row.case_id}/people` };
  if (step === 'unit') return tellEachOnce(tx, at, await livePeopleIn(tx, 'support'), { ...news, kind: 'information', about: 'dates', text: what }, word);
  await tellEachOnce(tx, at, [row.invited_by], {
    ...news, kind: 'needsYou', about: 'reminders', text: what,
    because: `The link in it ended on ${day(dayOf(row.expires_at))}. Check the address and invite them again, or invite somebody else.`,
  }, word);
}

/** The letter as it was written, with its link, which works until the day it names. */
async function sendAgain(tx: Writer, at: string, row: Invitation, word: string): Promise<void> {
  const letter = await mailUnder(tx, row.id);
  if (!letter || !(await insertReminder(tx, { word, person_id: null, at }))) return;
  const [greeting = '', ...rest] = letter.text.split('\n\n');
  const text = [greeting, `You were invited on ${day(dayOf(row.at))} and have not answered yet.`, ...rest].join('\n\n');
  await enqueueMail(tx, { to: { name: row.name, address: row.email }, subject: `Reminder: ${letter.subject}`, text, dedupe: word, at });
}
