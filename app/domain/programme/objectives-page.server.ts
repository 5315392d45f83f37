import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { allObjectives, objectivesOfCases } from '#db/tables/objectives.server.ts';
import { casesPerObjective, firstCaseAt } from '#db/tables/programme.server.ts';
import { day, dayOf } from '../../lib/dates.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { maySetProgramme, mayTagCase } from './programme.policy.ts';
import { filterOf, type Scope } from './programme-scope.server.ts';
import { searchIn } from './programme-search.ts';

export interface ObjectiveView {
  id: string;
  number: number;
  title: string;
  indicator: string;
  /** When it was set, beside the day of the first case. */
  set: string;
  /** It was set after the first case had begun. */
  late: boolean;
  /** Words when it no longer stands. */
  retired: string | null;
  cases: number;
}
export interface ObjectivesPage {
  objectives: ObjectiveView[];
  retired: ObjectiveView[];
  maySet: boolean;
}

/** What the programme is for. Cases are counted among those the reader sees. */
export async function objectivesPage(reader: Reader, actor: Actor, scope: Scope): Promise<ObjectivesPage> {
  const { filter } = await filterOf(reader, scope, searchIn(new URLSearchParams()));
  const [rows, first, tagged] = await Promise.all([allObjectives(reader), firstCaseAt(reader), casesPerObjective(reader, filter)]);
  const views = rows.map((row) => viewOf(row, first, tagged.find((t) => t.objective_id === row.id)?.cases ?? 0));
  return { objectives: views.filter((o) => !o.retired), retired: views.filter((o) => o.retired), maySet: maySetProgramme(actor) };
}

function viewOf(row: Row<'objectives'>, first: string | null, cases: number): ObjectiveView {
  return {
    id: row.id, number: row.number, title: row.title, indicator: row.indicator, cases,
    late: isLate(row, first), set: setInWords(row, first),
    retired: row.retired_at && `Retired on ${day(dayOf(row.retired_at))}: "${row.retired_reason ?? ''}"`,
  };
}

/** Set after the first case had begun: what the programme is judged by was then no longer open. */
export const isLate = (row: Pick<Row<'objectives'>, 'at'>, first: string | null): boolean => first !== null && row.at > first;

function setInWords(row: Row<'objectives'>, first: string | null): string {
  const on = `Set on ${day(dayOf(row.at))}`;
  if (first === null) return `${on}, before any case.`;
  return isLate(row, first) ? `${on}, after the first case had begun on ${day(dayOf(first))}.` : `${on}, before the first case, which began on ${day(dayOf(first))}.`;
}

export interface CaseObjectivesPage {
  case: CaseHead;
  objectives: { value: string; label: string; hint: string }[];
  chosen: string[];
}

/** The objectives a case can be tagged with; undefined for those who do not choose them. */
export async function caseObjectivesPage(reader: Reader, file: CaseFile): Promise<CaseObjectivesPage | undefined> {
  if (!mayTagCase(file.roles)) return undefined;
  const [rows, tagged] = await Promise.all([allObjectives(reader), objectivesOfCases(reader, [file.case.id])]);
  const standing = rows.filter((o) => o.retired_at === null);
  return {
    case: headOf(file), chosen: tagged.map((t) => t.objective_id),
    objectives: standing.map((o) => ({ value: o.id, label: `${o.number}. ${o.title}`, hint: o.indicator })),
  };
}
