import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { changesOfBenefits, verdictsOnBenefits } from '#db/tables/evaluation.server.ts';
import { allObjectives, objectivesOfCases } from '#db/tables/objectives.server.ts';
import { allFigures } from '#db/tables/programme-figures.server.ts';
import { firstCaseAt, pageOfBenefits, pageOfProgrammeCases, type Page, type Places, type ProgrammeBenefit, type ProgrammeFilter } from '#db/tables/programme.server.ts';
import { organisationsByIds } from '#db/tables/organisations.server.ts';
import { readingsOf } from '#db/tables/readings.server.ts';
import { toCsv } from '../../../lib/csv.ts';
import { inForce } from '../../benefits/readings-in-force.ts';
import { today } from '../../clock.server.ts';
import { isLate } from '../objectives-page.server.ts';
import { MEASURING, type Scope } from '../programme-scope.server.ts';
import { statusQuoOf } from '../status-quo.server.ts';
import { BENEFIT_COLUMNS, benefitRef, type BenefitRecord } from './benefit-columns.ts';
import { CASE_COLUMNS, type CaseRecord } from './case-columns.ts';
import type { Column } from './columns.ts';
import { FIGURE_COLUMNS, OBJECTIVE_COLUMNS, type FigureRecord, type ObjectiveRecord } from './programme-columns.ts';
import { CHANGE_COLUMNS, READING_COLUMNS, VERDICT_COLUMNS, type ChangeRecord, type ReadingRecord, type VerdictRecord } from './result-columns.ts';
import type { ZipPart } from './zip-writer.server.ts';

/** The files of the workbook with their columns, in the order in which to read them. */
export const FILES = [
  { name: 'cases.csv', about: 'Every case, with its kind, route, commissioner, state and days', columns: CASE_COLUMNS },
  { name: 'benefits.csv', about: 'Every benefit promised, withdrawn ones too: how it is measured, whether it is in the contract, its newest verdict, and what would have happened anyway', columns: BENEFIT_COLUMNS },
  { name: 'readings.csv', about: 'Every result recorded, in force or corrected', columns: READING_COLUMNS },
  { name: 'verdicts.csv', about: 'Every verdict, with what the results pointed to and the reasons', columns: VERDICT_COLUMNS },
  { name: 'changes.csv', about: 'Every change asked for after go-live, and what the other side said', columns: CHANGE_COLUMNS },
  { name: 'objectives.csv', about: 'What the programme is for, and when that was said', columns: OBJECTIVE_COLUMNS },
  { name: 'figures.csv', about: 'Figures of the whole programme with their day, definition and source', columns: FIGURE_COLUMNS },
] as const;

const BENEFITS_AT_ONCE = 25;
const CASES_AT_ONCE = 500;

/** Everything this person may see, as the parts of a zip: twenty-five benefits with their results are in memory at a time. */
export const bundleFor = (reader: Reader, scope: Scope, readMe: string): ZipPart[] => [
  { name: 'read-me.txt', text: [readMe] },
  { name: 'data-dictionary.csv', text: [dictionary()] },
  { name: 'cases.csv', text: csvOf(CASE_COLUMNS, cases(reader, scope)) },
  { name: 'benefits.csv', text: benefitsCsv(reader, scope) },
  { name: 'readings.csv', text: csvOf(READING_COLUMNS, readings(reader, scope)) },
  { name: 'verdicts.csv', text: csvOf(VERDICT_COLUMNS, verdicts(reader, scope)) },
  { name: 'changes.csv', text: csvOf(CHANGE_COLUMNS, changes(reader, scope)) },
  { name: 'objectives.csv', text: csvOf(OBJECTIVE_COLUMNS, objectives(reader)) },
  { name: 'figures.csv', text: csvOf(FIGURE_COLUMNS, figures(reader)) },
];

/** The benefits a list shows, as the file of the workbook has them. */
export const benefitsCsv = (reader: Reader, filter: ProgrammeFilter, places?: Places): AsyncIterable<string> => csvOf(BENEFIT_COLUMNS, benefits(reader, filter, places));

const dictionary = (): string => toCsv([
  ['file', 'column', 'meaning', 'unit', 'allowed_values'],
  ...FILES.flatMap(({ name, columns }) => columns.map((column) => [name, column.name, column.meaning, column.unit ?? null, column.allowed ?? null])),
]);

async function* csvOf<T>(columns: readonly Column<T>[], chunks: AsyncIterable<T[]>): AsyncGenerator<string> {
  yield toCsv([columns.map(({ name }) => name)]);
  for await (const rows of chunks) yield toCsv(rows.map((row) => columns.map(({ of }) => of(row)))).slice(BYTE_ORDER_MARK);
}
const BYTE_ORDER_MARK = 1; // toCsv begins with it; a file has one

async function* pages<T>(page: (after: string) => Promise<Page<T>>): AsyncGenerator<T[]> {
  for (let after: string | null = ''; after !== null; ) {
    const { rows, next } = await page(after);
    if (rows.length) yield rows;
    after = next;
  }
}

const benefitPages = (reader: Reader, filter: ProgrammeFilter, places?: Places) =>
  pages((after) => pageOfBenefits(reader, filter, MEASURING, { ...(places && { places }), after, limit: BENEFITS_AT_ONCE }));

async function* cases(reader: Reader, scope: Scope): AsyncGenerator<CaseRecord[]> {
  const numbers = new Map((await allObjectives(reader)).map((o) => [o.id, o.number]));
  for await (const rows of pages((after) => pageOfProgrammeCases(reader, scope, { after, limit: CASES_AT_ONCE }))) {
    const [tags, organisations] = await Promise.all([objectivesOfCases(reader, rows.map((row) => row.id)), organisationsByIds(reader, [...new Set(rows.flatMap((row) => row.commissioner_id ?? []))])]);
    yield rows.map((row) => ({
      row, asAt: today(), commissioner: organisations.find((o) => o.id === row.commissioner_id)?.name ?? null,
      objectives: tags.filter((tag) => tag.case_id === row.id).map((tag) => numbers.get(tag.objective_id) ?? 0).sort((a, b) => a - b),
    }));
  }
}

async function* benefits(reader: Reader, filter: ProgrammeFilter, places?: Places): AsyncGenerator<BenefitRecord[]> {
  for await (const rows of benefitPages(reader, filter, places)) {
    const compared = rows.filter((row) => row.counterfactual !== null && row.live_on !== null);
    const results = byBenefit(compared.length ? await readingsOf(reader, compared.map((row) => row.id)) : []);
    yield rows.map((row) => ({ row, quo: statusQuoOf(row, results.get(row.id) ?? []) }));
  }
}

function byBenefit<R extends { benefit_id: string }>(rows: readonly R[]): Map<string, R[]> {
  const grouped = new Map<string, R[]>();
  for (const row of rows) {
    const group = grouped.get(row.benefit_id);
    if (group) group.push(row);
    else grouped.set(row.benefit_id, [row]);
  }
  return grouped;
}

/** What belongs to benefits, a page of benefits at a time. */
async function* ofBenefits<R, T>(reader: Reader, scope: Scope, read: (ids: string[]) => Promise<R[]>, recordsOf: (rows: R[], benefits: Map<string, ProgrammeBenefit>) => T[]): AsyncGenerator<T[]> {
  for await (const rows of benefitPages(reader, scope)) {
    const found = await read(rows.map((row) => row.id));
    if (found.length) yield recordsOf(found, new Map(rows.map((row) => [row.id, row])));
  }
}

const readings = (reader: Reader, scope: Scope) => ofBenefits(reader, scope, (ids) => readingsOf(reader, ids), (rows, of): ReadingRecord[] => {
  const standing = new Set(inForce(rows));
  return rows.map((row) => ({ row, benefit: benefitRef(of.get(row.benefit_id)!), unit: of.get(row.benefit_id)!.unit, inForce: standing.has(row) }));
});
const verdicts = (reader: Reader, scope: Scope) => ofBenefits(reader, scope, (ids) => verdictsOnBenefits(reader, ids), (rows, of): VerdictRecord[] => {
  const standing = new Set<Row<'verdicts'>>(inForce(rows));
  return rows.map((row) => ({ row, benefit: benefitRef(of.get(row.benefit_id)!), stands: standing.has(row) }));
});
const changes = (reader: Reader, scope: Scope) => ofBenefits(reader, scope, (ids) => changesOfBenefits(reader, ids), (rows, of): ChangeRecord[] =>
  rows.map((row) => ({ row, benefit: benefitRef(of.get(row.benefit_id)!) })));

async function* objectives(reader: Reader): AsyncGenerator<ObjectiveRecord[]> {
  const first = await firstCaseAt(reader);
  yield (await allObjectives(reader)).map((row) => ({ row, late: isLate(row, first) }));
}

async function* figures(reader: Reader): AsyncGenerator<FigureRecord[]> {
  const rows = await allFigures(reader);
  const standing = new Set(inForce(rows));
  yield rows.map((row) => ({ row, inForce: standing.has(row) }));
}
