import type { StageKey } from '#workflows/definition.ts';
import type { BenefitDetails } from '../domain/benefits/benefit-details.schema.ts';
import type { TreatmentForm } from '../domain/benefits/benefits.schema.ts';
import { addReading } from '../domain/benefits/record-reading.server.ts';
import { promiseBenefit } from '../domain/benefits/promise-benefit.server.ts';
import { agreeLeavingOut, settleBenefit } from '../domain/benefits/settle-benefit.server.ts';
import type { Scene } from './scene.server.ts';
import { formOf, must, onDay } from './story.server.ts';

/** A benefit as a story tells it: the promise, how it is measured, and what became of it. */
export interface Benefit {
  title: string;
  beneficiary: string;
  category: NonNullable<BenefitDetails['category']>;
  /** Left out: promised in words only, with no measure yet. */
  measure?: { what: string; unit: NonNullable<BenefitDetails['unit']>; direction: 'up' | 'down' | 'maintain'; from: number; source: string; on: string; to: number; by: string; valuePerYear?: number };
  /** The clause it went into, or the reason it did not. */
  clause?: string;
  left?: { treatment: 'monitored' | 'notContracted'; reason: string };
  readings?: Reading[];
}
/** A measured result: the last day of its period, when it became known, its value, and the number of cases behind it. */
export interface Reading {
  period: string;
  known: string;
  value: number;
  n: number;
  quality?: 'A' | 'B' | 'C';
  note?: string;
}

/** Makes each benefit a record, by the team lead. */
export async function promise({ caseId, players: { lead } }: Scene, benefits: readonly Benefit[], stage: StageKey = 'proposal', question: string | null = 'eoi.plan'): Promise<void> {
  for (const { title, beneficiary, category, measure: m } of benefits) {
    const details = m && {
      measure: m.what, unit: m.unit, direction: m.direction, baseline: m.from, baselineSource: m.source, baselineOn: m.on,
      target: m.to, targetOn: m.by, valuePerYear: m.valuePerYear ?? null,
    };
    must(await promiseBenefit(lead, caseId, { title, beneficiary, category, stage, question }, details), `promise ${title}`);
  }
}

async function rowOf({ caseId, players: { lead } }: Scene, title: string) {
  const row = (await formOf(lead, caseId)).benefitRows.find((b) => b.title === title);
  if (!row) throw new Error(`No benefit is called "${title}"`);
  return row;
}

/** Says of each benefit that it is in the contract, or why it is not. Those with neither are left undecided. */
export async function settle(scene: Scene, benefits: readonly Benefit[]): Promise<void> {
  for (const { title, clause, left } of benefits) {
    if (!clause && !left) continue;
    const { id, revision } = await rowOf(scene, title);
    const form: TreatmentForm = clause
      ? { treatment: 'contracted', clause, frequency: 'quarterly', consequence: 'A joint look at the cause within ten days, then a written plan', reason: null, revision }
      : { treatment: left!.treatment, clause: null, frequency: left!.treatment === 'monitored' ? 'yearly' : null, consequence: null, reason: left!.reason, revision };
    must(await settleBenefit(scene.players.lead, scene.caseId, id, form), `settle ${title}`);
    if (left) must(await agreeLeavingOut(scene.players.sponsor, scene.caseId, id), `agree to leave out ${title}`);
  }
}

/** Records every result that is known by `until`, each on the day it became known. */
export async function measure(scene: Scene, benefits: readonly Benefit[], until: string, since = ''): Promise<void> {
  const results = benefits.flatMap(({ title, readings = [] }) => readings.map((reading) => ({ title, reading })));
  const due = results.filter(({ reading }) => reading.known > since && reading.known <= until).sort((a, b) => (a.reading.known < b.reading.known ? -1 : 1));
  for (const { title, reading: { period, known, value, n, quality = 'B', note = '' } } of due) {
    onDay(known);
    const { id } = await rowOf(scene, title);
    must(await addReading(scene.players.lead, scene.caseId, id, { periodFrom: null, periodOn: period, value, numerator: null, denominator: null, n, quality, note }), `measure ${title}`);
  }
}

/** The results a review's table shows: the last one of each benefit that was known by then. */
export const actuals = (benefits: readonly Benefit[], by: string) =>
  benefits.flatMap(({ title, measure: m, readings = [] }) => {
    const last = readings.filter((r) => r.known <= by).at(-1);
    return m && last ? [{ benefit: title, value: last.value, unit: m.unit ?? '', n: last.n }] : [];
  });

