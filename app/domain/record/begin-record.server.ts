import type { SealedTable } from '#db/tables/record.server.ts';
import { casesOfSealed, idsToSeal, lastOfChain, SEALED } from '#db/tables/record.server.ts';
import { CLOCK, command, done } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { chainOf } from './chain.server.ts';
import { signingKey } from './keys.server.ts';
import { keyOf, sealsByRow } from './seals.server.ts';

const AT_ONCE = 500;

/**
 * Makes the record ready at the start: there is a key to sign with and, once in the life of a database, rows of
 * releases that kept no seals get one. Never again: a later start would vouch for what came in beside the record.
 * Throws when no key can be read or made.
 */
export async function beginRecord(): Promise<void> {
  signingKey();
  if (await lastOfChain(reader(), chainOf(null, null))) return;
  const known = await sealsByRow(reader());
  const missing = new Map<string, [SealedTable, string][]>();
  for (const table of Object.keys(SEALED) as SealedTable[]) {
    for (let after = ''; ; ) {
      const ids = await idsToSeal(reader(), table, after, AT_ONCE);
      const cases = await casesOfSealed(reader(), table, ids.filter((id) => !known.has(keyOf(table, id))));
      for (const [id, caseId] of cases) missing.set(caseId, [...(missing.get(caseId) ?? []), [table, id]]);
      if (ids.length < AT_ONCE) break;
      after = ids.at(-1)!;
    }
  }
  for (const [caseId, seals] of missing) {
    await command(CLOCK, async () => done(null, { kind: 'record.begin', caseId, subject: { by: 'Slipway' }, sentence: 'sealed what was recorded before the record was kept', seals, isDecision: true }));
  }
  await command(CLOCK, async () => done(null, { kind: 'record.begin', sentence: 'began to keep the record', isDecision: true }));
}
