import type { Reader } from '#db/database.server.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { readingsOf } from '#db/tables/readings.server.ts';
import { seesBenefits, type CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { today } from '../clock.server.ts';
import { byKey } from './by-key.ts';
import { calendarOf, contractEnds, reportingOf } from './calendars.server.ts';
import { mayImport } from './import-drafts.server.ts';
import { COLUMNS } from './import-columns.ts';

/** Who may add many results at once; undefined for those who do not see benefits. */
export async function importPage(reader: Reader, file: CaseFile): Promise<{ case: CaseHead; mayImport: boolean } | undefined> {
  if (!seesBenefits(file)) return undefined;
  return { case: headOf(file), mayImport: mayImport(file, await benefitsOf(reader, file.case.id)) };
}

/** The template as rows: the headings, then a row for each benefit and period that is due and has no result. */
export async function templateRows(reader: Reader, file: CaseFile): Promise<(string | number)[][]> {
  const benefits = (await benefitsOf(reader, file.case.id)).filter((b) => b.withdrawn_at === null);
  const [readings, ends] = await Promise.all([readingsOf(reader, benefits.map((b) => b.id)), contractEnds(reader, [file.case.id])]);
  const own = byKey(readings, (r) => r.benefit_id);
  const due = benefits.flatMap((b) => {
    const { overdue, next } = calendarOf(reportingOf(file.case, b, ends.get(file.case.id)), own.get(b.id) ?? [], today());
    return [...overdue, ...(next ? [next] : [])].map((period): (string | number)[] => [b.number, b.title, period.from, period.to, ...Array<string>(COLUMNS.length - 4).fill('')]);
  });
  return [COLUMNS.map(([, heading]) => heading), ...due];
}
