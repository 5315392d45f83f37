import { expect } from 'vitest';
import { newId } from '#db/codec.ts';
import { isRefusedByTrigger, isUniqueViolation, transaction } from '#db/database.server.ts';
import type { NewRow } from '#db/schema.ts';
import { insertDecision } from '#db/tables/decisions.server.ts';
import { latestSubmission } from '#db/tables/submissions.server.ts';
import { instant } from '#app/domain/clock.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { rowsOf } from './rows.ts';
import { faultsOfDecision } from './signers.ts';
import { people, type Act, type Outcome, type Walk } from './walk.ts';

class Undo extends Error {}

/** A decision written by direct SQL, with no command in between: 'done', or what the database said. It leaves nothing behind. */
export async function forced(row: NewRow<'decisions'>): Promise<string> {
  return transaction(database(), async (tx) => { await insertDecision(tx, row); throw new Undo(); }).catch((error: unknown) => {
    if (error instanceof Undo) return 'done';
    if (isRefusedByTrigger(error)) return (error as Error).message.replace(/^.*slipway:\s*/s, '');
    if (isUniqueViolation(error)) return 'one stands already';
    throw error;
  });
}

/** A decision as `by` would forge it on the version last sent; undefined where nothing was sent. */
export async function forgery({ caseId, stage }: Pick<Walk, 'caseId' | 'stage'>, by: string, more: Partial<NewRow<'decisions'>> = {}): Promise<NewRow<'decisions'> | undefined> {
  const version = await latestSubmission(reader(), caseId, stage);
  return version && {
    id: newId(), case_id: caseId, stage, submission_id: version.id, sha256: version.sha256, line: 'first', outcome: 'approved', criteria_json: '[]', reasons_json: '[]',
    note: '', on_behalf_of: '', minutes: '', by, for_id: null, role: 'sponsor', organisation_id: null, at: instant(), voided_at: null, ...more,
  };
}

/** Everybody forges a decision in either line, for themself and for whom they cover: what the database lets in is what may be. */
export const forge: Act = async (walk) => {
  const rows = await rowsOf(walk.caseId);
  const answers: Outcome[] = [];
  for (const { id } of people(walk)) {
    for (const line of ['first', 'second'] as const) {
      const cover = rows.covers.findLast((c) => c.deputy_id === id && c.membership_id !== null && c.role === (line === 'first' ? 'sponsor' : 'secondLine'));
      const row = await forgery(walk, id, { line, outcome: line === 'first' ? 'approved' : 'assured', for_id: cover?.person_id ?? null });
      if (!row) return answers;
      const said = await forced(row);
      const faults = faultsOfDecision(rows, { ...row, for_id: row.for_id ?? null });
      if (said === 'done') expect(faults, `the database let in a forged decision of the ${line} line`).toEqual([]);
      answers.push(said === 'done' ? { ok: true, value: null, events: [] } : { ok: false, status: 403, reasons: [{ message: said }] });
    }
  }
  return answers;
};
