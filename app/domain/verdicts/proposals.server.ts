import { createHash } from 'node:crypto';
import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { agreedChangesOf } from '#db/tables/benefit-changes.server.ts';
import { storiesOf } from '#db/tables/benefit-stories.server.ts';
import { readingsOf } from '#db/tables/readings.server.ts';
import { canonicalJson } from '#workflows/canonical.ts';
import { addMonths } from '#workflows/dates.ts';
import { propose, type Proposal } from '#workflows/verdicts.ts';
import { milestonesIn } from '../benefits/benefit-columns.server.ts';
import { inForce } from '../benefits/readings-in-force.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { byKey } from '../results/by-key.ts';
import { today } from '../clock.server.ts';
import { restsOn, type RestingResult, type RestsOn } from './rests-on.ts';

/** What the results of one benefit point to today, and what that rests on. */
export interface Proposed {
  row: Row<'benefits'>;
  proposal: Proposal<RestingResult>;
  rests: RestsOn;
  /** A hash of it: who judges must have seen this very state. */
  saw: string;
  /** Everybody who ever recorded one of its results. */
  recordedBy: string[];
}

/** Proposals for several benefits of a case, by the benefit's id: three reads whatever their number, two where their results were `read` already. */
export async function proposalsFor(reader: Reader, file: CaseFile, rows: readonly Row<'benefits'>[], read?: readonly Row<'readings'>[]): Promise<Map<string, Proposed>> {
  const ids = rows.map(({ id }) => id);
  const [readings, changes, stories] = await Promise.all([read ?? readingsOf(reader, ids), agreedChangesOf(reader, ids), storiesOf(reader, ids)]);
  const of = <T extends { benefit_id: string }>(all: readonly T[], id: string) => all.filter((one) => one.benefit_id === id);
  const own = byKey(readings, (reading) => reading.benefit_id);
  return new Map(rows.map((row) => {
    const told = row.evidence_kind === null || row.evidence_kind === 'numbers' ? null : of(stories, row.id).length;
    return [row.id, proposedFor(row, { goLiveOn: file.case.live_on, readings: own.get(row.id) ?? [], definedAnewOn: definedAnewOn(of(changes, row.id)), told })];
  }));
}

interface Known {
  goLiveOn: string | null;
  readings: readonly Row<'readings'>[];
  definedAnewOn: string | null;
  told: number | null;
}

function proposedFor(row: Row<'benefits'>, { goLiveOn, readings, definedAnewOn: anew, told }: Known): Proposed {
  const proposal = propose<RestingResult>({
    direction: row.direction, baseline: row.baseline, target: row.target, low: row.band_low, high: row.band_high, unit: row.unit, tolerance: row.tolerance,
    counterfactual: row.counterfactual, results: inForce(readings).map(resultOf), milestones: milestonesIn(row), definedAnewOn: anew, told,
    today: today(), goLiveOn, firstDueOn: firstDueOn(row, goLiveOn), lagDays: row.lag_days ?? 0, targetOn: row.target_on,
  });
  const rests = restsOn(row, proposal, anew, told);
  const saw = createHash('sha256').update(canonicalJson({ rests, proposed: proposal.verdict })).digest('hex');
  return { row, proposal, rests, saw, recordedBy: [...new Set(readings.map(({ by }) => by))] };
}

/** What a result is out of, when that is known; or else how many it is about. */
const resultOf = (r: Row<'readings'>): RestingResult => ({ id: r.id, on: r.period_on, value: r.value, n: r.denominator ?? r.n, numerator: r.numerator, quality: r.quality });

const MONTHS = { monthly: 1, quarterly: 3, yearly: 12 };
const firstDueOn = ({ frequency }: Row<'benefits'>, goLiveOn: string | null): string | null =>
  goLiveOn && frequency && frequency in MONTHS ? addMonths(goLiveOn, MONTHS[frequency as keyof typeof MONTHS]) : null;

/** The day of the last new definition, unless a starting figure was agreed for it since. `changes`: in the order agreed. */
function definedAnewOn(changes: readonly Row<'benefit_changes'>[]): string | null {
  const last = changes.findLast(({ kind }) => kind === 'definition' || kind === 'baseline');
  return last?.kind === 'definition' ? fromJson<{ fromOn: string | null }>(last.after_json).fromOn : null;
}
