import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { benefitStepsOf } from '#db/tables/benefit-changes.server.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { readingsOf } from '#db/tables/readings.server.ts';
import { countThreads, type Thread, type ThreadCounts } from '#workflows/benefits.ts';
import type { Chart } from '#workflows/spc/chart.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { holdersOf, isExample, seesBenefits, type CaseFile } from '../cases/case-file.server.ts';
import { mayAgreeLeavingOut, mayEdit, maySettleBenefit } from '../cases/cases.policy.ts';
import { byKey } from '../results/by-key.ts';
import { namesOf, together } from '../stages/people-named.server.ts';
import { standingsOf } from '../verdicts/standings.server.ts';
import type { VerdictWords } from '../verdicts/verdicts-in-words.ts';
import { chartFor } from './charts.ts';
import { sentenceOf } from './benefits-in-words.ts';
import { inForce } from './readings-in-force.ts';
import { threadOfRow } from './threads.server.ts';

/** One promise in the list: its four beads, the next missing step as a link, and how its results stand. */
export interface BenefitView {
  id: string;
  number: number;
  title: string;
  beneficiary: string;
  beads: { label: string; done: boolean; to?: string }[];
  offRamp: string | null;
  /** Left out with a reason that nobody has agreed to yet, in words. */
  waits: string | null;
  undecided: boolean;
  /** How it stands: the verdict in force, or what its results point to. */
  result: VerdictWords;
  /** Before any result: where it starts and where it should get to. */
  sentence: string;
  readings: number;
  chart: Chart;
  /** What the chart is of, its unit, and the day to reach the target. */
  of: { name: string; unit: string | null; targetOn: string | null };
  /** Words when it was withdrawn. */
  withdrawn: string | null;
}
export interface BenefitsPage {
  case: CaseHead;
  example: boolean;
  counts: ThreadCounts;
  benefits: BenefitView[];
  withdrawn: BenefitView[];
  mayAdd: boolean;
}

/** Every promise of a case; undefined for those who do not see benefits. */
export async function benefitsPage(reader: Reader, file: CaseFile): Promise<BenefitsPage | undefined> {
  if (!seesBenefits(file)) return undefined;
  const rows = await benefitsOf(reader, file.case.id);
  const ids = rows.map((b) => b.id);
  const readings = await readingsOf(reader, ids);
  const [steps, stands, name] = await Promise.all([benefitStepsOf(reader, ids), standingsOf(reader, file, rows, readings), namesOf(reader, rows.flatMap((row) => namedIn(file, row)))]);
  const results = byKey(inForce(readings), (r) => r.benefit_id);
  const seen = rows.map((row) => {
    const own = results.get(row.id) ?? [];
    return { row, thread: threadOfRow(row, own.length), view: viewOf(file, row, { results: own, steps: steps.filter((s) => s.benefit_id === row.id), stands: stands.get(row.id)! }, name) };
  });
  const live = seen.filter(({ row }) => row.withdrawn_at === null);
  return {
    case: headOf(file), example: isExample(file), counts: countThreads(live.map(({ thread }) => thread)),
    benefits: live.map(({ view }) => view), withdrawn: seen.filter(({ row }) => row.withdrawn_at !== null).map(({ view }) => view), mayAdd: mayEdit(file.roles),
  };
}

/** Ids of the people whose names a view of this promise says. */
export const namedIn = (file: CaseFile, row: Row<'benefits'>): (string | null)[] => [row.treatment_by, row.treatment_agreed_by, ...holdersOf(file, 'sponsor')];

/** Results in force, oldest first, and the causes from which a chart is drawn anew. */
export interface Measured {
  results: readonly Row<'readings'>[];
  steps: readonly Row<'benefit_steps'>[];
  stands: VerdictWords;
}

/** One promise as pages show it. */
export function viewOf(file: CaseFile, row: Row<'benefits'>, { results, steps, stands }: Measured, name: (id: string | null) => string): BenefitView {
  const thread = threadOfRow(row, results.length);
  return {
    id: row.id, number: row.number, title: row.title, beneficiary: row.beneficiary,
    beads: beadsOf(file, row, thread),
    offRamp: thread.offRamp ? `${leftOut(row, name)}: "${row.treatment_reason ?? ''}"` : null,
    waits: thread.unagreed && row.withdrawn_at === null ? `${leftOut(row, name)}, not agreed yet by ${approvers(file, name)}: "${row.treatment_reason ?? ''}"` : null, undecided: thread.undecided,
    result: stands,
    sentence: results.length ? '' : sentenceOf(row, undefined), readings: results.length,
    chart: chartFor(row, results, steps, file.case.live_on), of: { name: row.measure ?? row.title, unit: row.unit, targetOn: row.target_on },
    withdrawn: row.withdrawn_at ? `Withdrawn on ${day(dayOf(row.withdrawn_at))}: "${row.withdrawn_reason ?? ''}"` : null,
  };
}

function beadsOf(file: CaseFile, row: Row<'benefits'>, thread: Thread): BenefitView['beads'] {
  const path = `/cases/${file.case.id}/benefits/${row.id}`;
  const steps = [
    { label: 'Promised', done: true, to: path, ask: '', may: false },
    { label: 'Measurable', done: thread.measurable, to: `${path}/measure`, ask: 'Add a measure', may: mayEdit(file.roles) },
    { done: thread.contracted, ...contractStep(file, row, thread, path) },
    { label: 'Being measured', done: thread.measured, to: `${path}/results`, ask: 'Add a result', may: mayEdit(file.roles) },
  ];
  const next = row.withdrawn_at ? undefined : steps.find((step) => !step.done && step.ask);
  return steps.map((step) => (step === next && step.may ? { label: step.ask, done: false, to: step.to } : { label: step.label, done: step.done }));
}

function contractStep(file: CaseFile, row: Row<'benefits'>, thread: Thread, path: string) {
  if (thread.offRamp) return { label: 'Not in the contract', to: `${path}/contract`, ask: '', may: false };
  if (thread.unagreed) return { label: 'Reason recorded, not agreed yet', to: `${path}/agreement`, ask: 'Agree to the reason', may: mayAgreeLeavingOut(file.roles, file.exclusion) };
  return { label: thread.contracted && row.clause ? `In the contract, ${row.clause}` : 'In the contract', to: `${path}/contract`, ask: 'Decide if it is in the contract', may: maySettleBenefit(file.roles) };
}

/** "Karen Hall"; who may agree for the commissioner. */
export const approvers = (file: CaseFile, name: (id: string | null) => string): string => together(holdersOf(file, 'sponsor').map(name), `the ${file.pathway.labels.approver}`);

function leftOut(row: Row<'benefits'>, name: (id: string | null) => string): string {
  const what = row.treatment === 'monitored' ? 'Reported on, but not in the contract' : 'Not in the contract';
  return `${what}. Reason recorded by ${name(row.treatment_by)}${row.treatment_at ? ` on ${day(dayOf(row.treatment_at))}` : ''}`;
}
