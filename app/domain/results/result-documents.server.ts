import type { Reader, Writer } from '#db/database.server.ts';
import { documentsOf, documentVersionsOf } from '#db/tables/documents.server.ts';
import { attachDocuments, readingDocumentsOf } from '#db/tables/reading-checks.server.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { refused, type Refused } from '../command.server.ts';
import { documentsSeen } from '../evidence/documents-page.server.ts';
import { AUDIENCES } from '../evidence/documents.policy.ts';

/** A document behind a result. Null: there is one that this reader may not see. */
export interface DocumentBehind {
  id: string;
  title: string;
  /** What became of it since: " (replaced since)"; '' when it is current. */
  since: string;
}

/** What can be attached: current documents of the case that the person may see, and whether the other side may see them. */
export async function documentChoices(reader: Reader, file: CaseFile): Promise<{ value: string; label: string; hint: string }[]> {
  const rows = await documentsSeen(reader, file, await documentsOf(reader, file.case.id));
  return rows.map((row) => ({ value: row.id, label: row.title, hint: row.seen_by === 'team' || row.seen_by === 'mentor' ? 'Only the team and those it shares with can see this, so the other side cannot check it' : `Seen by: ${AUDIENCES.find(([key]) => key === row.seen_by)?.[1] ?? ''}` }));
}

/** Puts documents behind a result. Refuses what is not a current document that the person may see. */
export async function attach(tx: Writer, file: CaseFile, readingId: string, documentIds: readonly string[]): Promise<Refused | null> {
  if (documentIds.length === 0) return null;
  const seen = new Set((await documentsSeen(tx, file, await documentsOf(tx, file.case.id))).map((row) => row.id));
  if (!documentIds.every((id) => seen.has(id))) return refused(422, { field: 'documents', message: 'One of these documents is no longer there. Select from the list again' });
  await attachDocuments(tx, readingId, documentIds);
  return null;
}

/** The documents behind the results of some benefits, by result. */
export async function documentsBehind(reader: Reader, file: CaseFile, benefitIds: readonly string[]): Promise<Map<string, (DocumentBehind | null)[]>> {
  const links = await readingDocumentsOf(reader, benefitIds);
  const seen = links.length === 0 ? [] : await documentsSeen(reader, file, await documentVersionsOf(reader, file.case.id));
  const rows = new Map(seen.map((row) => [row.id, row]));
  const behind = new Map<string, (DocumentBehind | null)[]>();
  for (const { reading_id, document_id } of links) {
    const row = rows.get(document_id);
    const since = row?.withdrawn_at ? ' (withdrawn since)' : row?.replaced_at ? ' (replaced since)' : '';
    behind.set(reading_id, [...(behind.get(reading_id) ?? []), row ? { id: row.id, title: row.title, since } : null]);
  }
  return behind;
}
