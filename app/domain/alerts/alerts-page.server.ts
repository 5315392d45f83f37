import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { alertsOf } from '#db/tables/alerts.server.ts';
import { readingById } from '#db/tables/readings.server.ts';
import { NUMBER_SIGNS } from '#workflows/early-warning.ts';
import { inWords } from '#workflows/form.ts';
import { signTitle } from '#workflows/review-signs.ts';
import { levelOf } from '#workflows/watch.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { isExample, type CaseFile } from '../cases/case-file.server.ts';
import { mayCloseAlert, maySeeAlerts } from '../cases/cases.policy.ts';
import { today } from '../clock.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { STEPS } from './alert-words.ts';

export interface AlertView {
  id: string;
  title: string;
  level: 'amber' | 'red';
  /** "3.2%, past the threshold of 2%, on 31 March 2027". */
  figure: string;
  step: { title: string; means: string };
  owner: string;
  due: string;
  late: boolean;
  opened: string;
  /** "Tom Reid has seen it, 4 June 2027"; '' while nobody has. */
  seen: string;
  closed: string;
  /** The benefit whose result crossed it. */
  benefit: string | null;
  maySee: boolean;
}
export interface AlertsPage {
  case: CaseHead;
  level: { title: string; means: string };
  open: AlertView[];
  closed: AlertView[];
  mayClose: boolean;
}

/** The early warnings of a case, open ones by the day to act; undefined for those who do not see them. */
export async function alertsPage(reader: Reader, file: CaseFile): Promise<AlertsPage | undefined> {
  if (!maySeeAlerts(file.roles) && !isExample(file)) return undefined;
  const rows = await alertsOf(reader, file.case.id);
  const name = await namesOf(reader, rows.flatMap((r) => [r.owner_id, r.seen_by, r.closed_by]));
  const views = await Promise.all(rows.map((row) => viewOf(reader, file, row, name)));
  const isOpen = (view: AlertView) => view.closed === '';
  return {
    case: headOf(file), level: STEPS[levelOf(rows.filter((row) => row.closed_at === null))], mayClose: mayCloseAlert(file.roles, file.exclusion),
    open: views.filter(isOpen).sort((a, b) => (a.due < b.due ? -1 : 1)), closed: views.filter((view) => !isOpen(view)),
  };
}

async function viewOf(reader: Reader, file: CaseFile, row: Row<'alerts'>, name: (id: string | null) => string): Promise<AlertView> {
  const reading = row.reading_id ? await readingById(reader, row.reading_id) : undefined;
  return {
    id: row.id, title: inWords(signTitle(row.sign), file.pathway), level: row.level, figure: figureOf(row), step: STEPS[row.step],
    owner: row.owner_id ? name(row.owner_id) : 'Nobody named yet', due: row.due_on, late: row.closed_at === null && row.due_on < today(),
    opened: day(dayOf(row.opened_at)), seen: row.seen_at ? `${name(row.seen_by)} has seen it, ${day(dayOf(row.seen_at))}` : '',
    closed: row.closed_at ? `Closed by ${name(row.closed_by)} on ${day(dayOf(row.closed_at))}: "${row.closed_reason ?? ''}"` : '',
    benefit: reading?.benefit_id ?? null,
    maySee: row.closed_at === null && row.seen_at === null && (row.owner_id === file.actor.id || file.roles.includes('lead') || mayCloseAlert(file.roles, file.exclusion)),
  };
}

function figureOf(row: Row<'alerts'>): string {
  const unit = NUMBER_SIGNS.find(({ key }) => key === row.sign)?.unit ?? '';
  const say = (n: number) => (unit === '%' ? `${n}%` : `${n} ${unit}`.trim());
  if (row.value === null) return `On ${day(row.period_on)}`;
  return row.threshold === null ? `${row.value} on ${day(row.period_on)}` : `${say(row.value)} on ${day(row.period_on)}. The threshold is ${say(row.threshold)}`;
}
