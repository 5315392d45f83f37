import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { figure } from '#workflows/figure.ts';
import { standingOf } from '#workflows/result-checks.ts';
import { inForce } from '../benefits/readings-in-force.ts';
import { seesBenefits, type CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { today } from '../clock.server.ts';
import { byKey } from './by-key.ts';
import { calendarOf, contractEnds, reportingOf, whyNoCalendar } from './calendars.server.ts';
import { resultRows, type ResultRows } from './result-views.server.ts';
import { mayImportResults, maySeeSample } from './results.policy.ts';
import { dueLine, type DueLine } from './results-page.server.ts';
import { periodInWords, STANDINGS, type StandingWords } from './results-in-words.ts';

/** One benefit in the reporting calendar of its case. */
export interface DueRow {
  id: string;
  number: number;
  title: string;
  due: DueLine;
  /** Null before the first result. */
  last: { value: string; period: string; standing: StandingWords } | null;
  /** Results in force that nobody on the other side has confirmed. */
  unconfirmed: number;
}
export interface CaseResultsPage {
  case: CaseHead;
  rows: DueRow[];
  overdue: number;
  unconfirmed: number;
  mayImport: boolean;
  maySample: boolean;
}

/** What is due of every promise of a case, and how the last results stand; undefined for those who do not see benefits. */
export async function caseResultsPage(reader: Reader, file: CaseFile): Promise<CaseResultsPage | undefined> {
  if (!seesBenefits(file)) return undefined;
  const benefits = (await benefitsOf(reader, file.case.id)).filter((b) => b.withdrawn_at === null);
  const [rows, ends] = await Promise.all([resultRows(reader, benefits.map((b) => b.id)), contractEnds(reader, [file.case.id])]);
  const [readings, checks] = [byKey(rows.readings, (r) => r.benefit_id), byKey(rows.checks, (c) => c.reading_id)];
  const found = benefits.map((b) => dueRow(file, b, { readings: readings.get(b.id) ?? [], checks, end: ends.get(file.case.id) }));
  const who = { me: file.actor.id, roles: file.roles, exclusion: file.exclusion };
  return {
    case: headOf(file), rows: found.sort((x, y) => y.due.late.length - x.due.late.length || x.number - y.number),
    overdue: found.reduce((sum, { due }) => sum + due.late.length, 0), unconfirmed: found.reduce((sum, row) => sum + row.unconfirmed, 0),
    mayImport: mayImportResults(who, benefits.map((b) => b.recorder_id)), maySample: maySeeSample(who, benefits.map((b) => b.commissioner_owner_id)),
  };
}

interface Known {
  readings: ResultRows['readings'];
  checks: ReadonlyMap<string, Row<'reading_checks'>[]>;
  end: string | undefined;
}

function dueRow(file: CaseFile, b: Row<'benefits'>, { readings, checks, end }: Known): DueRow {
  const current = inForce(readings);
  const last = current.at(-1);
  const stands = (r: Row<'readings'>) => standingOf(checks.get(r.id) ?? []);
  return {
    id: b.id, number: b.number, title: b.title, due: dueLine(calendarOf(reportingOf(file.case, b, end), readings, today()), whyNoCalendar(file.case, b)),
    last: last ? { value: figure(last.value, b.unit), period: periodInWords(last.period_from, last.period_on), standing: STANDINGS[stands(last)] } : null,
    unconfirmed: current.filter((r) => stands(r) !== 'confirmed').length,
  };
}
