import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { benefitById } from '#db/tables/benefits.server.ts';
import type { Calendar, Period } from '#workflows/reporting.ts';
import { daysBetween } from '#workflows/dates.ts';
import { day } from '../../lib/dates.ts';
import { counted } from '../../lib/money.ts';
import { sentenceOf } from '../benefits/benefits-in-words.ts';
import { inForce } from '../benefits/readings-in-force.ts';
import { seesBenefits, type CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { mayRecordResult } from '../cases/cases.policy.ts';
import { today } from '../clock.server.ts';
import { calendarOf, contractEnds, reportingOf, whyNoCalendar } from './calendars.server.ts';
import { documentChoices } from './result-documents.server.ts';
import { resultRows, resultViews, type ResultView } from './result-views.server.ts';
import { periodInWords } from './results-in-words.ts';

export interface DueLine {
  /** What comes next, or why nothing does. */
  next: string;
  /** What is late, oldest first; empty when nothing is. */
  late: string[];
}
export interface ResultsPage {
  case: CaseHead;
  benefit: { id: string; number: number; title: string; unit: string; numerator: string; denominator: string };
  sentence: string;
  due: DueLine;
  results: ResultView[];
  mayRecord: boolean;
  /** What the form of a new result starts from: the period that is due. */
  form: Record<string, string>;
  documents: { value: string; label: string; hint: string }[];
}

/** The results of one promise, how each stands, and what is due; undefined when the reader does not see it. */
export async function resultsPage(reader: Reader, file: CaseFile, benefitId: string): Promise<ResultsPage | undefined> {
  if (!seesBenefits(file)) return undefined;
  const row = await benefitById(reader, benefitId);
  if (row?.case_id !== file.case.id) return undefined;
  const [rows, ends] = await Promise.all([resultRows(reader, [row.id]), contractEnds(reader, [file.case.id])]);
  const calendar = calendarOf(reportingOf(file.case, row, ends.get(file.case.id)), rows.readings, today());
  const mayRecord = row.withdrawn_at === null && mayRecordResult(file.roles, file.actor.id, row.recorder_id);
  return {
    case: headOf(file), benefit: headOfBenefit(row), sentence: sentenceOf(row, inForce(rows.readings).at(-1)),
    due: dueLine(calendar, whyNoCalendar(file.case, row)),
    results: await resultViews(reader, file, row, rows), mayRecord, form: startOf(calendar.overdue[0] ?? calendar.next),
    documents: mayRecord ? await documentChoices(reader, file) : [],
  };
}

export const headOfBenefit = (row: Row<'benefits'>): ResultsPage['benefit'] =>
  ({ id: row.id, number: row.number, title: row.title, unit: row.unit ?? '', numerator: row.numerator ?? '', denominator: row.denominator ?? '' });

/** What is due and what is late, in sentences. `why`: the reason there is no calendar. */
export function dueLine({ next, overdue }: Calendar, why: string | null): DueLine {
  return {
    next: why ?? (next ? `Next result: ${span(next)}, due on ${day(next.dueOn)}.` : 'No more results are due.'),
    late: overdue.map((period) => `${span(period)} was due on ${day(period.dueOn)}, ${counted(daysBetween(period.dueOn, today()), 'day')} ago`),
  };
}

const span = ({ from, to }: Period) => periodInWords(from, to);

/** A day as the form asks for it: "30 4 2027". */
export const typedDay = (on: string | null): string => (on ? on.split('-').map(Number).reverse().join(' ') : '');

const startOf = (period: Period | null): Record<string, string> => (period ? { periodFrom: typedDay(period.from), periodOn: typedDay(period.to) } : {});
