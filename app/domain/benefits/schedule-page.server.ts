import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { figure } from '#workflows/figure.ts';
import { inWords } from '#workflows/form.ts';
import { coverageOf, type Coverage } from '#workflows/benefits.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { pounds } from '../../lib/money.ts';
import { landmarksFor } from '../cases/key-facts.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { seesBenefits, type CaseFile } from '../cases/case-file.server.ts';
import { instant } from '../clock.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { milestonesIn } from './benefit-columns.server.ts';
import { ATTRIBUTIONS, CATEGORIES, COUNTERFACTUALS, DIRECTIONS, FREQUENCIES, QUALITIES, TREATMENTS } from './benefits.schema.ts';
import { threadOfRow } from './threads.server.ts';

/** One benefit as the contract holds it: each term and what was agreed. */
export interface ScheduleEntry {
  number: number;
  title: string;
  terms: { key: string; value: string }[];
}
export interface SchedulePage {
  case: CaseHead;
  contract: { start: string; end: string; commissioner: string };
  coverage: Coverage;
  contracted: ScheduleEntry[];
  leftOut: ScheduleEntry[];
  undecided: ScheduleEntry[];
  printedAt: string;
}

/** The schedule of benefits: an annex to the contract, drawn from the records and never typed. Undefined for those who do not see benefits. */
export async function schedulePage(reader: Reader, file: CaseFile): Promise<SchedulePage | undefined> {
  if (!seesBenefits(file)) return undefined;
  const [rows, landmarks] = await Promise.all([benefitsOf(reader, file.case.id), landmarksFor(reader, file)]);
  const live = rows.filter((b) => b.withdrawn_at === null).map((row) => ({ row, thread: threadOfRow(row) }));
  const name = await namesOf(reader, live.flatMap(({ row }) => [row.provider_owner_id, row.commissioner_owner_id, row.recorder_id, row.treatment_by, row.treatment_agreed_by]));
  const entry = (terms: typeof inContract) => ({ row }: { row: Row<'benefits'> }) => ({ number: row.number, title: row.title, terms: terms(row, name) });
  return {
    case: headOf(file), coverage: coverageOf(live.map(({ row, thread }) => ({ thread, pence: row.value_per_year_pence ?? 0 }))),
    contract: { start: landmarks.contractStart ? day(landmarks.contractStart) : 'Not known yet', end: landmarks.contractEnd ? day(landmarks.contractEnd) : 'Not known yet', commissioner: inWords('The {commissioner}', file.pathway) },
    contracted: live.filter(({ thread }) => thread.contracted).map(entry(inContract)),
    leftOut: live.filter(({ thread }) => thread.offRamp).map(entry(outside)),
    undecided: live.filter(({ thread }) => thread.undecided).map(entry(undecided)),
    printedAt: instant(),
  };
}

type Name = (id: string | null) => string;
const words = (pairs: readonly (readonly [string, string])[], key: string | null) => pairs.find(([k]) => k === key)?.[1] ?? null;
const terms = (...all: [string, string | null][]) => all.map(([key, value]) => ({ key, value: value || 'Not provided' }));
const person = (id: string | null, name: Name) => (id ? name(id) : null);

const inContract = (b: Row<'benefits'>, name: Name) => terms(
  ['Clause', b.clause],
  ['Who gains', b.beneficiary],
  ['Kind of benefit', words(CATEGORIES, b.category)],
  ['Measure', b.measure],
  ['Counted', b.numerator],
  ['Out of', b.denominator],
  ['Unit', b.unit],
  ['Better is', words(DIRECTIONS, b.direction)],
  ['Starting figure', startingFigure(b)],
  ['Target', targetOf(b)],
  ['On the way', milestonesIn(b).map(({ on, value }) => `${figure(value, b.unit)} by ${day(on)}`).join('; ') || 'No step agreed'],
  ['Still counts as met', b.tolerance === null ? 'Only the target itself' : `${figure(b.tolerance, b.unit)} either way`],
  ['If nothing had changed', b.counterfactual === null ? words(COUNTERFACTUALS, b.counterfactual_method) : `${figure(b.counterfactual, b.unit)} (${words(COUNTERFACTUALS, b.counterfactual_method)?.toLowerCase() ?? 'method not said'})`],
  ['Due to the change', words(ATTRIBUTIONS, b.attribution)],
  ['Where the figure comes from', b.data_source],
  ['Reported', words(FREQUENCIES, b.frequency)],
  ['Recorded by', person(b.recorder_id, name)],
  ['Owner for the provider', person(b.provider_owner_id, name)],
  ['Owner for the commissioner', person(b.commissioner_owner_id, name)],
  ['If it is missed', b.consequence],
  ['Asked of other providers too', b.other_providers === null ? null : `${b.other_providers === 'yes' ? 'Yes' : 'No'}${b.other_providers_note ? `. ${b.other_providers_note}` : ''}`],
  ['Value a year', b.value_per_year_pence === null ? 'Not counted in money' : pounds(b.value_per_year_pence)],
);

const startingFigure = (b: Row<'benefits'>) => b.baseline === null ? null : [
  figure(b.baseline, b.unit), b.baseline_on && (b.baseline_from ? `, ${day(b.baseline_from)} to ${day(b.baseline_on)}` : ` on ${day(b.baseline_on)}`),
  b.baseline_n === null ? '' : `, from ${b.baseline_n.toLocaleString('en-GB')} people or cases`, b.baseline_source && `. Source: ${b.baseline_source}`,
  b.baseline_quality && `. Data quality ${words(QUALITIES, b.baseline_quality)}`,
].join('');

function targetOf(b: Row<'benefits'>): string | null {
  const by = b.target_on ? ` by ${day(b.target_on)}` : '';
  if (b.band_low !== null && b.band_high !== null) return `${figure(b.band_low, b.unit)} to ${figure(b.band_high, b.unit)}${by}`;
  return b.target === null ? null : `${figure(b.target, b.unit)}${by}`;
}

const outside = (b: Row<'benefits'>, name: Name) => terms(
  ['Decided', words(TREATMENTS, b.treatment)],
  ['Reason', b.treatment_reason],
  ['Recorded by', `${name(b.treatment_by)}${b.treatment_at ? ` on ${day(dayOf(b.treatment_at))}` : ''}`],
  ['Agreed for the commissioner', b.treatment_agreed_by ? `${name(b.treatment_agreed_by)} on ${day(dayOf(b.treatment_agreed_at!))}` : null],
);

const undecided = (b: Row<'benefits'>) => terms(['Who gains', b.beneficiary], ['Stands', b.treatment ? 'Reason recorded, not agreed yet' : 'Not decided yet']);

/** The same as rows of text: the contracted ones with every term as a column, then the rest. */
export function scheduleRows({ contracted, leftOut, undecided: open }: SchedulePage): (string | number)[][] {
  const columns = contracted[0]?.terms.map(({ key }) => key) ?? [];
  const rest = [...leftOut, ...open].map(({ number, title, terms: said }) => [number, title, 'No', said.map(({ key, value }) => `${key}: ${value}`).join('. '), ...columns.map(() => '')]);
  return [['Number', 'Benefit', 'In the contract', 'If not, why', ...columns], ...contracted.map(({ number, title, terms: said }) => [number, title, 'Yes', '', ...said.map(({ value }) => value)]), ...rest];
}
