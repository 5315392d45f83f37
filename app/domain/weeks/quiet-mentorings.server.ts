import type { Reader } from '#db/database.server.ts';
import { advisersByIds } from '#db/tables/advisers.server.ts';
import { casesByIds } from '#db/tables/cases.server.ts';
import { lastMentorWeeks } from '#db/tables/mentor-weeks.server.ts';
import { openMentorings } from '#db/tables/mentorings.server.ts';
import { addDays, daysBetween } from '#workflows/dates.ts';
import { hasTag } from '#workflows/decide.ts';
import { dayOf } from '../../lib/dates.ts';
import { today } from '../clock.server.ts';
import { weekInWords } from './weeks.server.ts';

export interface QuietMentoring {
  id: string;
  caseId: string;
  title: string;
  name: string;
  last: string;
}
/** Days without a note after which the support unit is shown it. */
const QUIET = 14;

/** Mentorings under way of which nothing was written down for two weeks. */
export async function quietMentorings(reader: Reader): Promise<QuietMentoring[]> {
  const working = (await openMentorings(reader)).filter((row) => hasTag('mentoring', row.state, 'working'));
  if (working.length === 0) return [];
  const ids = [...new Set(working.map((row) => row.case_id))];
  const [cases, advisers, weeks] = await Promise.all([casesByIds(reader, ids), advisersByIds(reader, [...new Set(working.map((row) => row.adviser_id))]), lastMentorWeeks(reader, ids)]);
  return working.flatMap((row) => {
    const adviser = advisers.find(({ id }) => id === row.adviser_id)!;
    const week = weeks.get(`${row.case_id} ${adviser.person_id}`);
    const since = week ? addDays(week, 6) : dayOf(row.replied_at!);
    if (daysBetween(since, today()) < QUIET) return [];
    return [{ id: row.id, caseId: row.case_id, title: cases.find(({ id }) => id === row.case_id)!.title, name: adviser.name, last: week ? weekInWords(week) : 'None yet' }];
  });
}
