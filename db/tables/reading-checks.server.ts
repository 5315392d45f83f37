import type { Reader, Writer } from '../database.server.ts';
import type { Id, NewRow, Row } from '../schema.ts';

/** A result confirmed by whoever recorded it is refused by a trigger. */
export async function insertReadingCheck(tx: Writer, row: NewRow<'reading_checks'>): Promise<void> {
  await tx.db.insertInto('reading_checks').values(row).execute();
}

/** What was said of the results of these benefits, oldest first. */
export const readingChecksOf = (reader: Reader, benefitIds: readonly Id[]): Promise<Row<'reading_checks'>[]> =>
  reader.db
    .selectFrom('reading_checks')
    .selectAll('reading_checks')
    .innerJoin('readings', 'readings.id', 'reading_checks.reading_id')
    .where('readings.benefit_id', 'in', benefitIds)
    .orderBy('reading_checks.at')
    .orderBy('reading_checks.id')
    .execute();

/** The same document twice is attached once. */
export async function attachDocuments(tx: Writer, readingId: Id, documentIds: readonly Id[]): Promise<void> {
  if (documentIds.length === 0) return;
  await tx.db
    .insertInto('reading_documents')
    .values(documentIds.map((id) => ({ reading_id: readingId, document_id: id })))
    .onConflict((conflict) => conflict.columns(['reading_id', 'document_id']).doNothing())
    .execute();
}

/** Which documents stand behind the results of these benefits. */
export const readingDocumentsOf = (reader: Reader, benefitIds: readonly Id[]): Promise<Row<'reading_documents'>[]> =>
  reader.db
    .selectFrom('reading_documents')
    .selectAll('reading_documents')
    .innerJoin('readings', 'readings.id', 'reading_documents.reading_id')
    .where('readings.benefit_id', 'in', benefitIds)
    .execute();
