import type { Reader, Writer } from '#db/database.server.ts';
import { livePeopleIn } from '#db/tables/appointments.server.ts';
import { reportedBenefits } from '#db/tables/benefits.server.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { periodsSince } from '#db/tables/readings.server.ts';
import { remindedUnder } from '#db/tables/reminders.server.ts';
import { addDays } from '#workflows/dates.ts';
import { hasTag, statesOf } from '#workflows/decide.ts';
import { hasResult, periodsOf, remindersOf, USUAL_LAG, type Period, type ReminderKind } from '#workflows/reporting.ts';
import { GRACE } from '#workflows/reminders.ts';
import { day } from '../../lib/dates.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import { today } from '../clock.server.ts';
import { CLOCK, command, done } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { tell, tellOnce } from '../notifications/tell.server.ts';
import { byKey } from './by-key.ts';
import { contractEnds, reportingOf } from './calendars.server.ts';
import { recorderOf } from './recorder.ts';
import { periodInWords } from './results-in-words.ts';

type Reported = Awaited<ReturnType<typeof reportedBenefits>>[number];
interface Reminder {
  benefit: Reported;
  period: Period;
  kind: ReminderKind;
  /** Under which it is sent once. */
  word: string;
}

/** Reminds each recorder of results that are due or late, once each; with the last reminder the support unit is told. Cases that stand still or have ended are left alone. */
export async function remindRecorders(): Promise<void> {
  for (const reminders of byKey(await remindersDue(reader(), today()), ({ benefit }) => benefit.case_id).values()) {
    await command(CLOCK, async (tx, at) => {
      for (const reminder of reminders) await remind(tx, at, reminder);
      return done(null);
    });
  }
}

/** Those due on a day, not sent yet, of periods without a result. Few rows are read, though it looks at every benefit. */
async function remindersDue(from: Reader, on: string): Promise<Reminder[]> {
  const benefits = await reportedBenefits(from, statesOf('case').filter((state) => hasTag('case', state, 'live')));
  const ends = await contractEnds(from, [...new Set(benefits.map((b) => b.case_id))]);
  const due = benefits.flatMap((benefit) => dueOf(benefit, ends.get(benefit.case_id), on));
  const sent = await remindedUnder(from, due.map(({ word }) => word));
  const open = due.filter(({ word }) => !sent.has(word));
  if (open.length === 0) return [];
  const earliest = open.map(({ period }) => period.from).sort()[0]!;
  const periods = byKey(await periodsSince(from, open.map(({ benefit }) => benefit.id), earliest), (r) => r.benefit_id);
  return open.filter(({ benefit, period }) => !hasResult(period, (periods.get(benefit.id) ?? []).map((r) => ({ from: r.period_from, to: r.period_on }))));
}

/** The newest reminder of each period whose day has come. */
function dueOf(benefit: Reported, contractEnd: string | undefined, on: string): Reminder[] {
  const reporting = reportingOf({ id: benefit.case_id, state: benefit.state, live_on: benefit.live_on }, benefit, contractEnd);
  const oldest = addDays(on, -(benefit.lag_days ?? USUAL_LAG) - GRACE - 1);
  return periodsOf(reporting, { from: oldest, to: on }).flatMap((period) => {
    const last = remindersOf(period).findLast((reminder) => reminder.on <= on);
    return last && on <= addDays(last.on, GRACE) ? [{ benefit, period, kind: last.kind, word: `result:${benefit.id}:${period.to}:${last.kind}` }] : [];
  });
}

async function remind(tx: Writer, at: string, { benefit, period, kind, word }: Reminder): Promise<void> {
  const memberships = await membershipsOfCase(tx, benefit.case_id);
  const recorder = recorderOf(benefit, memberships);
  const [due, what] = [day(period.dueOn), `${benefit.title}, ${benefit.case_title}`];
  const news = { caseId: benefit.case_id, link: `/cases/${benefit.case_id}/benefits/${benefit.id}/results` };
  const told = recorder && (await tellOnce(tx, at, recorder, {
    ...news, kind: 'needsYou', about: 'reminders', text: kind === 'late' ? `A result was due on ${due}: ${what}` : `Record a result by ${due}: ${what}`,
    because: `You record the results of this benefit, and there is none yet for ${periodInWords(period.from, period.to)}. ${kind === 'late' ? 'Both owners see that it is overdue. This is the last reminder.' : 'After that day both owners see that it is overdue.'}`,
  }, word));
  if (!told || kind !== 'late') return;
  await tell(tx, at, [...(await livePeopleIn(tx, 'support')), ...holdersOf({ memberships }, 'support')], { ...news, kind: 'information', about: 'dates', text: `No result came after the last reminder: ${what}, due on ${due}` }, null);
}
