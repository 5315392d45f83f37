import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { casesByIds } from '#db/tables/cases.server.ts';
import { endMembership } from '#db/tables/memberships.server.ts';
import { openMentorings, requestsUnanswered } from '#db/tables/mentorings.server.ts';
import { addDays } from '#workflows/dates.ts';
import { hasTag } from '#workflows/decide.ts';
import { day } from '../../lib/dates.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import { today } from '../clock.server.ts';
import { CLOCK, command, done, type Deed } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { tell, tellOnce } from '../notifications/tell.server.ts';
import { loadMentoring, stepMentoring } from './load-mentoring.server.ts';
import { askNext } from './next-in-line.server.ts';

/** Days before the day to reply by on which the adviser hears of it once more. */
const BEFORE = 2;

/** Requests whose day has passed lapse, and the next in line is asked; those near it are remembered once; what is open in a case that ended is closed. */
export async function sweepMentorings(): Promise<void> {
  await closeInEndedCases();
  for (const row of await requestsUnanswered(reader(), addDays(today(), BEFORE + 1))) {
    await command(CLOCK, async (tx, at) => done(null, ...(row.reply_by_on! < today() ? await lapse(tx, row.id, at) : await remind(tx, row.id, at))));
  }
}

async function lapse(tx: Writer, id: string, at: string): Promise<Deed[]> {
  const loaded = (await loadMentoring(tx, id))!;
  const { row, adviser } = loaded;
  const step = await stepMentoring(tx, loaded, 'clock', { type: 'lapse', by: null, at }, { words: 'No reply in time' });
  if (!step.ok) return [];
  const news = { caseId: row.case_id, kind: 'information' as const, about: 'mentoring' as const };
  await tell(tx, at, [adviser.person_id], { ...news, text: `The day to reply has passed, and the team no longer waits: ${loaded.case.title}`, link: `/mentoring/${id}` }, null);
  await tell(tx, at, holdersOf(loaded, 'lead'), { ...news, text: `${adviser.name} has not replied in time: ${loaded.case.title}`, link: `/cases/${row.case_id}/mentoring` }, null);
  return [{ kind: 'mentor.lapse', caseId: row.case_id, subject: { mentoring: id }, sentence: `no longer waits for ${adviser.name}, who has not replied by ${day(row.reply_by_on!)}` }, ...(await askNext(tx, row.case_id, at))];
}

async function remind(tx: Writer, id: string, at: string): Promise<Deed[]> {
  const { row, adviser, case: { title } } = (await loadMentoring(tx, id))!;
  if (row.over_at !== null || row.replied_at !== null || row.reply_days <= BEFORE) return [];
  await tellOnce(tx, at, adviser.person_id, {
    caseId: row.case_id, kind: 'needsYou', about: 'mentoring', text: `Reply by ${day(row.reply_by_on!)}: a team asks you to mentor them, ${title}`, link: `/mentoring/${id}`, because: 'After that day the next adviser in line is asked.',
  }, `mentoring:${id}:soon`);
  return [];
}

async function closeInEndedCases(): Promise<void> {
  const open = await openMentorings(reader());
  if (open.length === 0) return;
  const cases = await casesByIds(reader(), [...new Set(open.map((row) => row.case_id))]);
  const ended = new Set(cases.filter((row) => hasTag('case', row.state, 'ended')).map((row) => row.id));
  for (const row of open.filter(({ case_id }) => ended.has(case_id))) await command(CLOCK, async (tx, at) => done(null, ...(await closeMentoring(tx, row, null, at, 'the case has ended'))));
}

/** Closes what is still open, whatever its state: agreed ones end, the others are taken back. */
async function closeMentoring(tx: Writer, { id }: Row<'mentorings'>, by: string | null, at: string, why: string): Promise<Deed[]> {
  const loaded = await loadMentoring(tx, id);
  if (!loaded || loaded.row.over_at !== null) return [];
  const agreed = hasTag('mentoring', loaded.row.state, 'agreed');
  const step = await stepMentoring(tx, loaded, 'clock', agreed ? { type: 'end', by, at, outcome: 'changed' } : { type: 'withdraw', by, at }, agreed ? { outcome: 'changed', words: why } : { words: why });
  if (!step.ok) return [];
  if (loaded.row.membership_id) await endMembership(tx, loaded.row.membership_id, at);
  return [{ kind: agreed ? 'mentoring.end' : 'mentor.withdraw', caseId: loaded.row.case_id, subject: { mentoring: id, by: 'Slipway' }, sentence: `closed the mentoring by ${loaded.adviser.name}: ${why}` }];
}

/** When a mentor's part in a case ends, what the two sides agreed ends with it. */
export async function closeMentoringsOf(tx: Writer, part: Pick<Row<'memberships'>, 'id'>, by: string, at: string): Promise<Deed[]> {
  const own = (await openMentorings(tx)).filter((row) => row.membership_id === part.id);
  const deeds: Deed[] = [];
  for (const row of own) deeds.push(...(await closeMentoring(tx, row, by, at, 'the part in the case has ended')));
  return deeds;
}
