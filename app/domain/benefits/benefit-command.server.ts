import type { Writer } from '#db/database.server.ts';
import type { Changes, Row } from '#db/schema.ts';
import { benefitById, updateBenefit } from '#db/tables/benefits.server.ts';
import { readingCount } from '#db/tables/readings.server.ts';
import { missingOf } from '#workflows/benefits.ts';
import { decide, hasTag } from '#workflows/decide.ts';
import type { Role } from '#workflows/definition.ts';
import type { BenefitFacts } from '#workflows/facts.ts';
import type { BenefitEvent } from '#workflows/machines/benefit.ts';
import { caseCommand, changedMeanwhile } from '../cases/case-command.server.ts';
import { seesBenefits, type CaseFile } from '../cases/case-file.server.ts';
import { absent, done, refused, type Deed, type Done, type Once, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { promisedOf } from './threads.server.ts';

/** One benefit in a command: what was loaded, and the instant. */
export interface OnBenefit {
  tx: Writer;
  file: CaseFile;
  row: Row<'benefits'>;
  at: string;
}
/** Where it is, who asks, and the revision they looked at. */
export interface Asked {
  actor: Actor;
  caseId: string;
  benefitId: string;
  as: readonly Role[];
  /** Refuses when the record has moved on since. */
  revision?: number;
}

/** A command on one benefit that the actor may see. */
export async function benefitCommand<T>({ actor, caseId, benefitId, as, revision }: Asked, work: (on: OnBenefit) => Promise<Done<T> | Refused>, once?: Once): Promise<Done<T> | Refused> {
  return caseCommand(actor, caseId, as, async (tx, file, at) => {
    const row = seesBenefits(file) ? await benefitById(tx, benefitId) : undefined;
    if (row?.case_id !== caseId) return absent();
    return revision === undefined || revision === row.revision ? work({ tx, file, row, at }) : changedMeanwhile();
  }, once);
}

export interface Move {
  type: BenefitEvent['type'];
  reason?: string;
  changes?: Omit<Changes<'benefits'>, 'id' | 'case_id' | 'number' | 'revision' | 'state'>;
  facts?: Partial<BenefitFacts>;
  deed: Omit<Deed, 'caseId'>;
}

/** Asks the law about the record as it would be after the change, and writes it with its new state. The event tells how far it got. */
export async function moveBenefit(on: OnBenefit, { type, reason = '', changes = {}, facts = {}, deed }: Move): Promise<Done<null> | Refused> {
  const { tx, file, row, at } = on;
  const after = { ...row, ...changes };
  const known = { ...factsOf(file, after, await readingCount(tx, row.id)), ...facts };
  const decided = decide('benefit', row.state, known, { type, by: file.actor.id, at, reason });
  if (!decided.ok) return refused(422, ...decided.reasons);
  const moved = decided.state !== row.state || Object.keys(changes).length > 0;
  if (moved && !(await updateBenefit(tx, row, { ...changes, state: decided.state }))) return changedMeanwhile();
  const reached = { state: decided.state, treatment: after.treatment, agreed: after.treatment_agreed_at !== null, measurable: known.missing.length === 0 };
  return done(null, { ...deed, caseId: file.case.id, subject: { benefit: row.id, ...deed.subject, ...reached } });
}

/** Why the law takes no result for a benefit as it stands; empty when it does. */
export function whyNoResult(file: CaseFile, row: Row<'benefits'>, at: string): string[] {
  const decided = decide('benefit', row.state, factsOf(file, row, 0), { type: 'record', by: file.actor.id, at });
  return decided.ok ? [] : decided.reasons;
}

/** What was agreed stands from go-live on. A promise made since is still to be agreed. */
export const isFixed = (file: CaseFile, row: Row<'benefits'>): boolean =>
  (hasTag('case', file.case.state, 'live') || hasTag('case', file.case.state, 'ended')) && hasTag('benefit', row.state, 'settled');

const factsOf = (file: CaseFile, row: Row<'benefits'>, results: number): BenefitFacts => ({
  missing: missingOf(promisedOf(row)),
  isMeasured: row.measure !== null && row.unit !== null,
  isFixed: isFixed(file, row),
  namesClause: Boolean(row.clause && row.frequency),
  isOffRamp: row.treatment === 'notContracted' || row.treatment === 'monitored',
  results,
  otherSideAgrees: false,
  exclusion: null,
  differsFromProposed: false,
});
