import { addDays, addMonths } from '#workflows/dates.ts';
import type { StageKey } from '#workflows/definition.ts';
import { measureByCode } from '#workflows/measures.ts';
import type { BenefitDetails } from '../domain/benefits/benefit-details.schema.ts';
import { CONSEQUENCES, type TreatmentForm } from '../domain/benefits/benefits.schema.ts';
import { promiseBenefit } from '../domain/benefits/promise-benefit.server.ts';
import { addReading } from '../domain/benefits/record-reading.server.ts';
import { agreeLeavingOut, settleBenefit } from '../domain/benefits/settle-benefit.server.ts';
import type { Scene } from './scene.server.ts';
import { formOf, must, onDay } from './story.server.ts';

/** A benefit as a story tells it: the promise, how it is measured, and what became of it. */
export interface Benefit {
  title: string;
  beneficiary: string;
  category: NonNullable<BenefitDetails['category']>;
  /** Left out: promised in words only, with no measure yet. */
  measure?: {
    what: string;
    unit: NonNullable<BenefitDetails['unit']>;
    direction: 'up' | 'down' | 'maintain';
    from: number;
    source: string;
    on: string;
    to: number;
    by: string;
    valuePerYear?: number;
    steps?: { on: string; value: number }[];
    tolerance?: number;
    counterfactual?: { method: NonNullable<BenefitDetails['counterfactualMethod']>; value: number; note: string };
  };
  /** The measure of the library it follows. */
  code?: string;
  /** The clause it went into, or the reason it did not. */
  clause?: string;
  consequence?: string;
  left?: { treatment: 'monitored' | 'notContracted'; reason: string };
  readings?: Reading[];
  months?: Months;
}
/** A measured result: the last day of its period, when it became known, its value, and the number of cases behind it. */
export interface Reading {
  from?: string;
  period: string;
  known: string;
  value: number;
  n: number;
  quality?: 'A' | 'B' | 'C';
  note?: string;
}
/** A result for each month from the first, YYYY-MM, known on the 8th of the next. `notes`: by place, from 0. */
export interface Months {
  from: string;
  values: number[];
  n: number;
  notes?: Record<number, string>;
}

/** Every result of a benefit, oldest first. */
const readingsOf = ({ readings = [], months }: Benefit): Reading[] => [
  ...(months?.values ?? []).map((value, i): Reading => {
    const from = addMonths(`${months!.from}-01`, i);
    const next = addMonths(from, 1);
    return { from, period: addDays(next, -1), known: addDays(next, 7), value, n: months!.n, note: months!.notes?.[i] ?? '' };
  }),
  ...readings,
];

/** Makes each benefit a record, by the team lead, with an owner on each side. */
export async function promise({ caseId, players }: Scene, benefits: readonly Benefit[], stage: StageKey = 'proposal', question: string | null = 'eoi.plan'): Promise<void> {
  const owners = { providerOwner: players.lead.id, commissionerOwner: players.sponsor.id, recorder: players.member?.id ?? players.lead.id };
  for (const { title, beneficiary, category, measure, code } of benefits) {
    const details = measure ? { ...owners, ...detailsOf(measure), ...(code && { measureCode: code, measureVersion: measureByCode(code)!.version }) } : owners;
    must(await promiseBenefit(players.lead, caseId, { title, beneficiary, category, stage, question }, details), `promise ${title}`);
  }
}

const detailsOf = (m: NonNullable<Benefit['measure']>): BenefitDetails => ({
  evidenceKind: 'numbers', measure: m.what, unit: m.unit, direction: m.direction, dataSource: m.source, baseline: m.from, baselineSource: m.source, baselineOn: m.on,
  target: m.to, targetOn: m.by, valuePerYear: m.valuePerYear ?? null, milestones: m.steps ?? [], tolerance: m.tolerance ?? null,
  ...(m.counterfactual && { counterfactualMethod: m.counterfactual.method, counterfactual: m.counterfactual.value, counterfactualNote: m.counterfactual.note }),
});

async function rowOf({ caseId, players: { lead } }: Scene, title: string) {
  const row = (await formOf(lead, caseId)).benefitRows.find((b) => b.title === title);
  if (!row) throw new Error(`No benefit is called "${title}"`);
  return row;
}

/** Says of each benefit that it is in the contract, or why it is not, which the approver agrees to. Those with neither are left undecided. */
export async function settle(scene: Scene, benefits: readonly Benefit[]): Promise<void> {
  for (const { title, clause, left, consequence, months } of benefits) {
    if (!clause && !left) continue;
    const { id, revision } = await rowOf(scene, title);
    const frequency = months ? 'monthly' : 'quarterly';
    const form: TreatmentForm = clause
      ? { treatment: 'contracted', clause, frequency, consequence: consequence ?? CONSEQUENCES[0], reason: null, revision }
      : { treatment: left!.treatment, clause: null, frequency: left!.treatment === 'monitored' ? 'yearly' : null, consequence: null, reason: left!.reason, revision };
    must(await settleBenefit(scene.players.lead, scene.caseId, id, form), `settle ${title}`);
    if (left) must(await agreeLeavingOut(scene.players.sponsor, scene.caseId, id), `agree to leave out ${title}`);
  }
}

/** Records every result that is known by `until`, each on the day it became known. */
export async function measure(scene: Scene, benefits: readonly Benefit[], until: string, since = ''): Promise<void> {
  const results = benefits.flatMap((benefit) => readingsOf(benefit).map((reading) => ({ title: benefit.title, reading })));
  const due = results.filter(({ reading }) => reading.known > since && reading.known <= until).sort((a, b) => (a.reading.known < b.reading.known ? -1 : 1));
  const recorder = scene.players.member ?? scene.players.lead;
  const ids = new Map<string, string>();
  for (const { title, reading: { from, period, known, value, n, quality = 'B', note = '' } } of due) {
    onDay(known);
    if (!ids.has(title)) ids.set(title, (await rowOf(scene, title)).id);
    must(await addReading(recorder, scene.caseId, ids.get(title)!, { periodFrom: from ?? null, periodOn: period, value, numerator: null, denominator: null, n, quality, note }), `measure ${title}`);
  }
}

/** The results a review's table shows: the last one of each benefit that was known by then. */
export const actuals = (benefits: readonly Benefit[], by: string) =>
  benefits.flatMap((benefit) => {
    const last = readingsOf(benefit).filter((r) => r.known <= by).at(-1);
    return benefit.measure && last ? [{ benefit: benefit.title, value: last.value, unit: benefit.measure.unit, n: last.n }] : [];
  });
