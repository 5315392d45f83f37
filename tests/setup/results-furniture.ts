import { readingsOf } from '#db/tables/readings.server.ts';
import { promiseBenefit } from '#app/domain/benefits/promise-benefit.server.ts';
import { addReading } from '#app/domain/benefits/record-reading.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { checkResult } from '#app/domain/results/check-result.server.ts';
import { keepImport } from '#app/domain/results/import-drafts.server.ts';
import { result } from './live-case.ts';
import type { SmallWorld } from './small-world.ts';
import { value } from './walk.ts';

const TABLE = 'Benefit,Period to,Result,Quality\nEarlier visits,2026-03-31,17,B\n';

/** A benefit measured twice by the lead, the second result queried by finance; and a table of results that waits to be saved. */
export async function furnishResults({ lead, finance }: SmallWorld['people'], caseId: string): Promise<Record<string, string>> {
  const measured = { measure: 'Days to a first visit', unit: 'days', direction: 'down' as const, baseline: 20, baselineOn: '2025-12-31', baselineSource: 'Monthly extract', target: 10, targetOn: '2028-03-31' };
  const { benefitId } = value(await promiseBenefit(lead, caseId, { title: 'Earlier visits', beneficiary: 'People referred', category: 'access', stage: 'proposal', question: null }, measured));
  for (const month of ['01-31', '02-28']) value(await addReading(lead, caseId, benefitId, result(null, `2026-${month}`)));
  const [reading, queried] = await readingsOf(reader(), [benefitId]);
  value(await checkResult(finance, caseId, benefitId, queried!.id, { kind: 'queried', note: 'All clinics?', documents: [] }));
  return { measuredBenefit: benefitId, reading: reading!.id, queriedReading: queried!.id, draft: value(await keepImport(lead, caseId, { text: TABLE, fileName: '' })).draftId };
}
