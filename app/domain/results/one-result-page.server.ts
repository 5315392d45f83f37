import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { benefitById } from '#db/tables/benefits.server.ts';
import { readingDocumentsOf } from '#db/tables/reading-checks.server.ts';
import { mayFollow, type CheckKind } from '#workflows/result-checks.ts';
import { seesBenefits, type CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { documentChoices } from './result-documents.server.ts';
import { resultRows, resultViews, type ResultView } from './result-views.server.ts';
import { headOfBenefit, typedDay, type ResultsPage } from './results-page.server.ts';

export interface OneResultPage {
  case: CaseHead;
  benefit: ResultsPage['benefit'];
  result: ResultView;
  /** What this person may say of it now. */
  may: CheckKind[];
  /** The result as its form starts, for a correction; `documents`: those behind it, joined by new lines. */
  form: Record<string, string>;
  documents: ResultsPage['documents'];
}

/** One result with everything said of it. Asked by the id of one that was corrected since, it is the one in force. */
export async function oneResultPage(reader: Reader, file: CaseFile, benefitId: string, readingId: string): Promise<OneResultPage | undefined> {
  if (!seesBenefits(file)) return undefined;
  const row = await benefitById(reader, benefitId);
  if (row?.case_id !== file.case.id) return undefined;
  const rows = await resultRows(reader, [row.id]);
  const reading = inForceAfter(rows.readings, readingId);
  const result = (await resultViews(reader, file, row, rows)).find((view) => view.id === reading?.id);
  if (!reading || !result) return undefined;
  const kinds: readonly CheckKind[] = [...(result.mayCheck ? ['confirmed', 'queried', 'sourceAsked'] as const : []), ...(result.mayAnswer ? ['answered'] as const : [])];
  const attached = (await readingDocumentsOf(reader, [row.id])).filter((link) => link.reading_id === reading.id);
  return {
    case: headOf(file), benefit: headOfBenefit(row), result, may: kinds.filter((kind) => mayFollow(result.state, kind)),
    form: formOf(reading, attached.map((link) => link.document_id)),
    documents: result.mayCorrect || result.mayAnswer ? await documentChoices(reader, file) : [],
  };
}

const inForceAfter = (readings: readonly Row<'readings'>[], id: string): Row<'readings'> | undefined => {
  const later = readings.find((r) => r.replaces_id === id);
  return later ? inForceAfter(readings, later.id) : readings.find((r) => r.id === id);
};

const formOf = (r: Row<'readings'>, documents: readonly string[]): Record<string, string> => ({
  periodFrom: typedDay(r.period_from), periodOn: typedDay(r.period_on), value: String(r.value), numerator: text(r.numerator), denominator: text(r.denominator), n: text(r.n),
  quality: r.quality, documents: documents.join('\n'),
});

const text = (n: number | null): string => (n === null ? '' : String(n));
