import { expect } from 'vitest';
import { reader } from '#app/domain/database.server.ts';
import { verifyRecord, type Against } from '#app/domain/record/verify.server.ts';
import { faultsOfOrder } from './replay.ts';
import type { Rows } from './rows.ts';
import { faultsOfDecision } from './signers.ts';

/** What must hold after any history. */
export async function invariants(rows: Rows, against: Against): Promise<void> {
  expect(rows.decisions.flatMap((d) => faultsOfDecision(rows, d).map((fault) => `${d.stage} ${d.line} ${d.outcome}: ${fault}`)), 'a decision that should not be').toEqual([]);
  const live = rows.decisions.filter((d) => d.voided_at === null).map((d) => `${d.submission_id} ${d.line}`);
  expect(new Set(live).size, 'two live decisions on one version').toBe(live.length);
  expect(faultsOfOrder(rows), 'against the order').toEqual([]);
  const told = rows.events.flatMap((e) => (e.subject.decision ? [e.subject.decision] : []));
  expect(told.sort(), 'each decision is told of once').toEqual(rows.decisions.map((d) => d.id).sort());
  const setAside = new Set(rows.decisions.filter((d) => d.voided_at !== null).map((d) => d.id));
  expect(rows.conditions.filter((c) => setAside.has(c.decision_id) && !['met', 'waived', 'lapsed'].includes(c.state)), 'a condition outlived its decision').toEqual([]);
  expect((await verifyRecord(reader(), { ...against, only: rows.of.id })).faults, 'the record').toEqual([]);
}
