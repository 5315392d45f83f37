import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import { keyOf } from '#db/tables/keys.server.ts';
import { figure } from '#workflows/figure.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { checkImport, type CheckedImport, type CheckedRow } from './check-import.server.ts';
import { againstRecord, draftOf } from './import-drafts.server.ts';
import type { Column, Texts } from './import-columns.ts';

const SHOWN = 200;

export interface ImportCounts {
  new: number;
  same: number;
  error: number;
}
export interface PreviewRow {
  line: number;
  status: CheckedRow['status'];
  /** The benefit as the record calls it; '' when it was not found. */
  benefit: string;
  /** What the record says of this period; '' when nothing. */
  recorded: string;
  texts: Texts;
  wrong: Partial<Record<Column, string>>;
}
export interface ImportPreview {
  case: CaseHead;
  draft: { id: string; fileName: string };
  counts: ImportCounts;
  empty: number;
  unread: string[];
  /** Those with errors first; at most 200. */
  rows: PreviewRow[];
  left: number;
  /** What was looked at, to be sent with the saving of it. */
  seen: string;
}

/** A table of results as it would be recorded now, cell by cell; undefined when there is no such draft of this person. */
export async function importPreview(reader: Reader, file: CaseFile, draftId: string): Promise<ImportPreview | undefined> {
  const draft = await draftOf(reader, file, draftId);
  const checked = draft && checkImport(draft.text, await againstRecord(reader, file));
  if (!draft || !checked?.ok) return undefined;
  const order = { error: 0, new: 1, same: 2 };
  const rows = [...checked.rows].sort((a, b) => order[a.status] - order[b.status] || a.line - b.line);
  const counts = countsOf(checked);
  return {
    case: headOf(file), draft: { id: draft.id, fileName: draft.file_name }, counts, empty: checked.empty, unread: checked.unread,
    rows: rows.slice(0, SHOWN).map(shown), left: Math.max(0, rows.length - SHOWN), seen: seenAs(counts),
  };
}

/** How many results a draft brought when it was saved; undefined when it was not, or by somebody else. */
export async function savedBefore(reader: Reader, file: CaseFile, draftId: string): Promise<{ saved: number } | undefined> {
  const kept = await keyOf(reader, importKey(draftId));
  return kept?.person_id === file.actor.id ? fromJson<{ saved: number }>(kept.result_json) : undefined;
}

export const importKey = (draftId: string): string => `results.import:${draftId}`;

export function countsOf({ rows }: CheckedImport): ImportCounts {
  const count = (status: CheckedRow['status']) => rows.filter((row) => row.status === status).length;
  return { new: count('new'), same: count('same'), error: count('error') };
}

/** Nothing on the record is ever unsaid, so these counts change whenever what would be saved does. */
export const seenAs = (counts: ImportCounts): string => `${counts.new} ${counts.same} ${counts.error}`;

const shown = ({ line, status, texts, wrong, benefit, recorded }: CheckedRow): PreviewRow => ({
  line, status, texts, wrong, benefit: benefit ? `${benefit.number}. ${benefit.title}` : '', recorded: recorded && benefit ? figure(recorded.value, benefit.unit) : '',
});
