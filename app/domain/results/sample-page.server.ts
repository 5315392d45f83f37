import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { figure } from '#workflows/figure.ts';
import { standingOf } from '#workflows/result-checks.ts';
import { seesBenefits, type CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { dayOf } from '../clock.server.ts';
import { byKey } from './by-key.ts';
import { resultRows, type ResultRows } from './result-views.server.ts';
import { mayCheckResult, maySeeSample } from './results.policy.ts';
import { periodInWords, STANDINGS, type StandingWords } from './results-in-words.ts';
import { quarterOf, sampleOf } from './sample.server.ts';

export interface SampledResult {
  id: string;
  benefit: { id: string; title: string };
  period: string;
  value: string;
  standing: StandingWords;
  mayAsk: boolean;
}
/** The results recorded in one quarter, and those of its sample that nobody has confirmed or asked about. */
export interface SampledQuarter {
  quarter: string;
  recorded: number;
  sampled: number;
  open: SampledResult[];
}
export interface SamplePage {
  case: CaseHead;
  quarters: SampledQuarter[];
  maySee: boolean;
}

/** Which results are to show their source, newest quarter first; undefined for those who do not see benefits. */
export async function samplePage(reader: Reader, file: CaseFile): Promise<SamplePage | undefined> {
  if (!seesBenefits(file)) return undefined;
  const benefits = await benefitsOf(reader, file.case.id);
  const maySee = maySeeSample({ me: file.actor.id, roles: file.roles, exclusion: file.exclusion }, benefits.map((b) => b.commissioner_owner_id));
  const rows = maySee ? await resultRows(reader, benefits.map((b) => b.id)) : { readings: [], checks: [], names: new Map<string, string>() };
  return { case: headOf(file), quarters: quartersOf(file, new Map(benefits.map((b) => [b.id, b])), rows), maySee };
}

function quartersOf(file: CaseFile, benefits: ReadonlyMap<string, Row<'benefits'>>, { readings, checks }: ResultRows): SampledQuarter[] {
  const corrections = new Map(readings.flatMap((r) => (r.replaces_id ? [[r.replaces_id, r] as const] : [])));
  const inForceOf = (r: Row<'readings'>): Row<'readings'> => (corrections.has(r.id) ? inForceOf(corrections.get(r.id)!) : r);
  const said = byKey(checks, (check) => check.reading_id);
  // A correction stays in its sample: what is placed is the result as it was first recorded.
  const first = byKey(readings.filter((r) => r.replaces_id === null), (r) => quarterOf(dayOf(r.at)));
  return [...first].sort(([a], [b]) => (a < b ? 1 : -1)).map(([quarter, recorded]) => {
    const sample = sampleOf(recorded.map((r) => r.id), quarter);
    const open = recorded.filter((r) => sample.has(r.id)).map(inForceOf).filter((r) => !(said.get(r.id) ?? []).some(({ kind }) => kind === 'confirmed' || kind === 'sourceAsked'));
    return { quarter, recorded: recorded.length, sampled: sample.size, open: open.map((r) => sampledOf(file, benefits.get(r.benefit_id)!, r, said.get(r.id) ?? [])) };
  });
}

const sampledOf = (file: CaseFile, benefit: Row<'benefits'>, r: Row<'readings'>, checks: readonly Row<'reading_checks'>[]): SampledResult => ({
  id: r.id, benefit: { id: benefit.id, title: benefit.title }, period: periodInWords(r.period_from, r.period_on), value: figure(r.value, benefit.unit), standing: STANDINGS[standingOf(checks)],
  mayAsk: mayCheckResult({ me: file.actor.id, roles: file.roles, exclusion: file.exclusion }, benefit.commissioner_owner_id, r.by),
});
