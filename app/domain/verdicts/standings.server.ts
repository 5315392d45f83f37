import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { verdictsOf } from '#db/tables/verdicts.server.ts';
import { inForce } from '../benefits/readings-in-force.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { proposalsFor } from './proposals.server.ts';
import { verdictWords, type VerdictWords } from './verdicts-in-words.ts';

/** How each benefit stands, by its id: the verdict in force of its latest review, or else what its results point to today. `read`: their results, where they are at hand. */
export async function standingsOf(reader: Reader, file: CaseFile, rows: readonly Row<'benefits'>[], read?: readonly Row<'readings'>[]): Promise<Map<string, VerdictWords>> {
  const [proposals, verdicts] = await Promise.all([proposalsFor(reader, file, rows, read), verdictsOf(reader, rows.map(({ id }) => id))]);
  const latest = new Map([...inForce(verdicts)].sort((a, b) => (a.review_on < b.review_on ? -1 : 1)).map((verdict) => [verdict.benefit_id, verdict]));
  return new Map(rows.map(({ id }) => [id, verdictWords(latest.get(id)?.verdict ?? proposals.get(id)!.proposal.verdict)]));
}
